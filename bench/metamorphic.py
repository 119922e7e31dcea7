"""Metamorphic suite: one fault put into a report must be found and named, and no fault must be.

`python -m bench.metamorphic` takes commitment sentences from open text (Wikinews, the examples),
makes of each the report of somebody who got one thing wrong, reads both and compares them. With
hand-coded reports beside the project, the same is done to their statements, without any reader.
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.metamorphic_edits import HARMLESS, TEXT_FAULTS
from bench.metamorphic_fields import STATEMENT_FAULTS
from onrecord.codebooks import Codebook, load_codebook
from onrecord.collect import CollectOptions, collect, prepare
from onrecord.evaluate.gold import Gold, load_golds
from onrecord.model.grouping import Grouping, Membership
from onrecord.model.register import Aligned
from onrecord.model.rejected import Rejected
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import RelationKind
from onrecord.read import Reader, grammar_reader
from onrecord.reconcile import compare
from onrecord.text.sentences import sentences

__all__ = ["Tally", "in_statements", "in_texts", "passages"]

ROOT = Path(__file__).resolve().parent.parent


@dataclass(slots=True)
class Tally:
    """Faults put in and found by name, harmless edits and false alarms, and what went wrong."""

    faults: dict[str, list[bool]] = field(default_factory=dict)
    harmless: dict[str, list[bool]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def found(self) -> float:
        """Share of faults that were found and named, 0..1."""
        return _share(self.faults)

    @property
    def alarms(self) -> float:
        """Share of harmless edits that raised an alarm, 0..1."""
        return _share(self.harmless)

    def add(self, kind: dict[str, list[bool]], name: str, value: bool, detail: str) -> None:
        """Count one edit; `detail` is kept where it went wrong."""
        kind.setdefault(name, []).append(value)
        if value == (kind is self.harmless):
            self.wrong.append(f"{name}: {detail}")

    def lines(self) -> Iterator[str]:
        """A table, one edit a line."""
        for title, kind in (("found and named", self.faults), ("false alarms", self.harmless)):
            yield f"{title}: {_share(kind):.3f} of {sum(map(len, kind.values()))}"
            for name, values in sorted(kind.items()):
                yield f"  {name:22} {sum(values):5} of {len(values):5}"


def _share(kind: dict[str, list[bool]]) -> float:
    values = [v for each in kind.values() for v in each]
    return sum(values) / len(values) if values else 0.0


def in_statements(golds: Iterable[Gold]) -> Tally:
    """Every fault that applies, put into every hand-coded statement, each in a report of its own."""
    tally = Tally()
    for gold in golds:
        other = replace(gold.report, id=gold.report.id + "-b")
        for statement in gold.statements:
            same = _of(statement, other)
            found = _compared(gold.report, other, [statement], [same])
            tally.add(tally.harmless, "untouched", _alarm(found), statement.id)
            for fault in STATEMENT_FAULTS:
                changed = fault.rewrite(same)
                if changed is not None:
                    found = _compared(gold.report, other, [statement], [changed])
                    named = _names(found) & fault.expected
                    tally.add(
                        tally.faults, fault.name, bool(named), f"{statement.id} {_names(found)}"
                    )
    return tally


def _of(statement: Statement, report: Report) -> Statement:
    evidence = tuple(replace(e, report=report.id) for e in statement.evidence)
    return replace(statement, id=statement.id + "-b", report=report.id, evidence=evidence)


def in_texts(texts: Sequence[str], reader: Reader, codebook: Codebook) -> Tally:
    """Every fault that applies, put into each passage's last sentence, both read and compared."""
    tally = Tally()
    told = _read(list(texts), reader, codebook)
    trials: list[tuple[str, frozenset[str] | None, int, str, str]] = []
    for number, (text, statements) in enumerate(zip(texts, told, strict=True)):
        head, _, last = text.rpartition("\n")
        for statement in statements:
            if statement.evidence[0].start < len(head):
                continue
            for fault in TEXT_FAULTS:
                changed = fault.rewrite(last, statement)
                if changed is not None and changed != last:
                    trials.append(
                        (fault.name, fault.expected, number, statement.id, f"{head}\n{changed}")
                    )
        if any(s.evidence[0].start >= len(head) for s in statements):
            for name, rewrite in HARMLESS:
                if (changed := rewrite(last, statements[-1])) is not None:
                    trials.append((name, None, number, "", f"{head}\n{changed}"))
    for trial, retold in zip(trials, _read([t[4] for t in trials], reader, codebook), strict=True):
        name, expected, number, about, changed = trial
        a, b = Report(id="a", text=texts[number]), Report(id="b", text=changed)
        found = _compared(a, b, _in(told[number], a), _in(retold, b))
        detail = f"{texts[number]!r} -> {changed.rpartition(chr(10))[2]!r} {_names(found)}"
        if expected is None:
            tally.add(tally.harmless, name, _alarm(found), detail)
        else:
            mine = [x for x in found if x.a == f"a {about}"]
            tally.add(tally.faults, name, bool(_names(mine) & expected), detail)
    return tally


def _read(texts: Sequence[str], reader: Reader, codebook: Codebook) -> list[Sequence[Statement]]:
    reports = [
        prepare(Report(id=str(i), text=t, published="2020-06-01")) for i, t in enumerate(texts)
    ]
    return [r.statements for r in reader.read(reports, codebook)]


def _in(statements: Iterable[Statement], report: Report) -> list[Statement]:
    return [replace(s, id=f"{report.id} {s.id}", report=report.id) for s in statements]


def _compared(
    a: Report, b: Report, of_a: Sequence[Statement], of_b: Sequence[Statement]
) -> list[Aligned]:
    grouping = Grouping(
        memberships=(
            Membership(report=a.id, copyset=a.id, story="s", origin=a.id),
            Membership(report=b.id, copyset=a.id, story="s", origin=a.id, retells=a.id),
        )
    )
    return list(compare([a, b], [*of_a, *of_b], grouping).aligned)


def _names(found: Iterable[Aligned]) -> set[str]:
    return {f"{x.kind} {x.on}" if x.on else str(x.kind) for x in found if x.kind is not None}


def _alarm(found: Sequence[Aligned]) -> bool:
    """Whether a pair without a fault is said to depart, or is not even aligned."""
    return any(x.relation is not RelationKind.SAME for x in found) or not found


def passages(texts: Iterable[str], reader: Reader, codebook: Codebook) -> list[str]:
    """Commitment sentences, each after the sentence before it: "before\\nsentence"."""
    found: dict[str, None] = {}
    reports = [
        prepare(Report(id=str(i), text=t, published="2020-06-01")) for i, t in enumerate(texts)
    ]
    for report, reading in zip(reports, reader.read(reports, codebook), strict=True):
        starts = {e.start for s in reading.statements for e in s.evidence}
        before = ""
        for sentence in sentences(report.text):
            words = " ".join(report.text[sentence.start : sentence.end].split())
            if any(sentence.start <= start < sentence.end for start in starts):
                found.setdefault(f"{before}\n{words}")
            before = words
    return list(found)


def _open_texts(shared: Path) -> list[str]:
    texts = [
        c[1].text
        for c in collect(ROOT / "examples", CollectOptions())
        if not isinstance(c, Rejected)
    ]
    csv.field_size_limit(sys.maxsize)
    for path in sorted((shared / "data" / "wikinews").glob("*.csv")):
        with path.open(encoding="utf-8") as handle:
            texts += [row["text"] for row in csv.DictReader(handle)]
    texts += [
        p.read_text(encoding="utf-8")
        for p in sorted((shared / "data" / "fomc_statements").glob("*.txt"))
    ]
    return texts


def main() -> None:
    """Print both tables; with an argument also that many of the cases that went wrong."""
    shared = (ROOT / os.environ.get("SHARED", "../shared")).resolve()
    show = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    tallies = {}
    if (shared / "gold" / "dev").is_dir():
        tallies["hand-coded statements"] = in_statements(load_golds([shared / "gold" / "dev"]))
    reader, codebook = grammar_reader(), load_codebook()
    texts = passages(_open_texts(shared), reader, codebook)
    tallies[f"{len(texts)} passages of open text"] = in_texts(texts, reader, codebook)
    for title, tally in tallies.items():
        print(f"\n{title}", *tally.lines(), sep="\n")
        print(*tally.wrong[:: max(1, len(tally.wrong) // show)] if show else (), sep="\n")


if __name__ == "__main__":
    main()
