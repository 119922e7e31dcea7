"""Stories and origins: ECB+ documents by event group, and the development gold by PAIRS.md.

    python -m bench.stories [../shared]

Thresholds were fixed on ECB+ topics 2, 5, 12, 18, 21, 23, 34, 35 and the development gold. ECB+ documents have
no metadata: their dates are what collecting finds in the text.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from onrecord.collect import prepare
from onrecord.group import group
from onrecord.model.ids import content_id
from onrecord.model.report import Report

__all__ = ["DEV_TOPICS", "adjusted_rand", "b_cubed", "ecb_reports", "gold_origins", "gold_reports"]

DEV_TOPICS = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
_SPACING = (
    (r" ([.,;:!?%)\]])", r"\1"), (r"([(\[$]) ", r"\1"), (r"`` ?| ?''", '"'), (r" ('s|n't|'re|'ve|'ll|'d|'m)\b", r"\1"),
    (r"(\d) - (\d)", r"\1-\2"), (r"(\d): (\d\d)", r"\1:\2"), (r"(\d) / (\d)", r"\1/\2"), (r"(\d), (\d{3})\b", r"\1,\2"),
)  # fmt: skip


def b_cubed(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1: for each report, how much of its group is right, averaged."""
    both = Counter(zip(gold, found, strict=True))
    right, given = Counter(gold), Counter(found)
    precision = sum(n * n / given[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / right[g] for (g, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def adjusted_rand(gold: Sequence[str], found: Sequence[str]) -> float:
    """The Rand index of pairs, corrected for chance: 1 for the same grouping, 0 for a random one."""

    def pairs(counts: Mapping[object, int]) -> float:
        return sum(n * (n - 1) / 2 for n in counts.values())

    both, right, given = (
        pairs(Counter(zip(gold, found, strict=True))),
        pairs(Counter(gold)),
        pairs(Counter(found)),
    )
    expected = right * given / pairs({"all": len(gold)})
    return (both - expected) / ((right + given) / 2 - expected)


def ecb_reports(shared: Path, *, as_prose: bool = True) -> list[tuple[Report, str, str]]:
    """Each ECB+ document as a report, with its event group and topic.

    `as_prose` writes the tokens as a newspaper does; without it they stay apart, as in the file.
    """
    found = []
    for line in (
        (shared / "data" / "ecbplus" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    ):
        record = json.loads(line)
        lines = [_spaced(s) if as_prose else s for s in record["sentences"]]
        report = prepare(Report(id=record["doc"], text="\n".join(lines)))
        found.append((report, record["event_group"], record["topic"]))
    return found


def _spaced(sentence: str) -> str:
    for pattern, plain in _SPACING:
        sentence = re.sub(pattern, plain, sentence)
    return sentence


def gold_reports(shared: Path) -> list[tuple[Report, str]]:
    """Each report of the development gold, with its story."""
    found = []
    for path in sorted((shared / "gold" / "dev").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))["report"]
        fields = ("id", "text", "title", "outlet", "byline", "credit", "published", "language")
        found.append((prepare(Report(**{f: record.get(f) for f in fields})), record["story"]))
    return found


def gold_origins(shared: Path) -> dict[str, str]:
    """For each retelling of PAIRS.md the report that it retells."""
    text = (shared / "gold" / "PAIRS.md").read_text(encoding="utf-8")
    tables = text.partition("## Near-copies")[2].partition("## Independent")[0]
    return {
        b: a
        for a, b in re.findall(
            r"^\| ((?:dev|seed)-\d+) \| ((?:dev|seed)-\d+) \|", tables, re.MULTILINE
        )
    }


def _scores(reports: Sequence[Report], gold: Sequence[str]) -> str:
    start = time.perf_counter()
    grouped = group(reports)
    spent = time.perf_counter() - start
    story = {m.report: m.story for m in grouped.memberships}
    found = [story[r.id] for r in reports]
    precision, recall, f1 = b_cubed(gold, found)
    return (
        f"B-cubed P {precision:.3f} R {recall:.3f} F1 {f1:.3f}   ARI {adjusted_rand(gold, found):.3f}   "
        f"{len(set(found))} stories for {len(set(gold))}   {len(reports) / spent:,.0f} reports/s"
    )


def _print_origins(reports: Sequence[Report], retold: Mapping[str, str]) -> None:
    origin = {m.report: m.origin for m in group(reports).memberships}

    def root(report: str) -> str:
        return root(retold[report]) if report in retold else report

    # One wire by credit: the seeds and dev-004 are all Reuters' (PAIRS.md, "Stories and origins").
    wanted = {
        r: content_id("origin", "dev-004" if root(r) == "seed-000" else root(r)) for r in origin
    }
    wrong = sorted(r for r in origin if origin[r] != wanted[r])
    told = {r for r in origin if r in retold}
    print(
        f"origins   {len(told - set(wrong))} of {len(told)} retellings right, "
        f"{len(set(wrong) - told)} of {len(origin) - len(told)} other reports wrong {' '.join(wrong)}"
    )


def main(shared: Path) -> None:
    """Print each measurement as it is made."""
    for style, as_prose in (("as prose", True), ("as tokens", False)):
        documents = ecb_reports(shared, as_prose=as_prose)
        for name, wanted in (("dev topics", True), ("other topics", False)):
            chosen = [d for d in documents if (d[2] in DEV_TOPICS) == wanted]
            scores = _scores([d[0] for d in chosen], [d[1] for d in chosen])
            print(f"ECB+ {style}, {name}, {len(chosen)} documents: {scores}", flush=True)
    gold = gold_reports(shared)
    print(f"gold/dev, {len(gold)} reports: {_scores([r for r, _ in gold], [s for _, s in gold])}")
    _print_origins([r for r, _ in gold], gold_origins(shared))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared")
