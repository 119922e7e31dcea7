"""The register in a terminal: good at 80 and 120 columns, and without colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.codebooks import load_codebook
from onrecord.model.register import Commitment, Disagreement, Register
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import State
from onrecord.publish.difference import word_difference
from onrecord.publish.marks import (
    GLYPHS,
    STATE_WORDS,
    actor_label,
    amount_words,
    contribution_label,
    relation_words,
    said_by,
    sentence_of,
    strength_words,
)
from onrecord.publish.types import ReadingLike

__all__ = [
    "comparison",
    "disagreements",
    "groups",
    "listing",
    "matrix",
    "readings",
    "scores",
    "show",
    "why",
]

_COLOURS = {
    State.PROMISED: "green", State.CONDITIONAL: "cyan", State.CONSIDERING: "yellow", State.REFUSED: "red",
    State.DISPUTED: "magenta", State.REJECTED: "red", State.THREATENED: "bold red", State.DELIVERED: "green",
    State.WITHDRAWN: "red",
}  # fmt: skip


def show(renderable: RenderableType, width: int | None = None) -> None:
    """Print to standard output."""
    Console(width=width, highlight=False, soft_wrap=False).print(renderable)


def matrix(register: Register, commitments: Sequence[Commitment]) -> RenderableType:
    """Actors × top-level contributions; a cell has glyph, word and number of independent sources."""
    codebook = load_codebook(register.codebook.split()[0]) if register.codebook else load_codebook()
    tops = sorted({c.contribution.partition(".")[0] for c in commitments})
    if 18 + 15 * len(tops) > Console().width:
        return Group(
            _rows(register, commitments), _legend(commitments), *_collective_lines(register)
        )
    table = Table(title=_title(register), title_justify="left", show_lines=False, pad_edge=False)
    table.add_column("actor", no_wrap=False)
    for top in tops:
        table.add_column(contribution_label(top, codebook), overflow="fold")
    rows: dict[str, dict[str, list[Commitment]]] = {}
    for c in commitments:
        rows.setdefault(actor_label(c), {}).setdefault(c.contribution.partition(".")[0], []).append(
            c
        )
    for actor in sorted(rows):
        table.add_row(actor, *(_cell(rows[actor].get(top, ())) for top in tops))
    return Group(table, _legend(commitments), *_collective_lines(register))


def _rows(register: Register, commitments: Sequence[Commitment]) -> Table:
    """The matrix for a narrow terminal: a row an actor, its positions one under the other."""
    codebook = load_codebook(register.codebook.split()[0])
    table = Table(title=_title(register), title_justify="left", show_lines=True, pad_edge=False)
    table.add_column("actor")
    table.add_column("positions")
    rows: dict[str, list[Commitment]] = {}
    for c in commitments:
        rows.setdefault(actor_label(c), []).append(c)
    for actor in sorted(rows):
        lines = Text()
        for index, c in enumerate(sorted(rows[actor], key=lambda c: (c.contribution, c.id))):
            toward = f" toward {c.recipient}" if c.recipient else ""
            lines.append("\n" if index else "")
            lines.append_text(_cell([c]))
            lines.append(f"  {contribution_label(c.contribution, codebook)}{toward}", style="dim")
        table.add_row(actor, lines)
    return table


def _title(register: Register) -> str:
    origins = {m.origin for m in register.grouping.memberships}
    as_of = f" as of {register.as_of}" if register.as_of else ""
    return (
        f"{register.name}{as_of}: {len(register.commitments)} commitments from {len(register.reports)} "
        f"reports, {len(origins)} independent"
    )


def _cell(commitments: Sequence[Commitment]) -> Text:
    text = Text()
    for index, c in enumerate(sorted(commitments, key=lambda c: c.id)):
        state = c.current.state
        text.append("\n" if index else "")
        text.append(f"{GLYPHS[state]} {STATE_WORDS[state]}", style=_COLOURS.get(state, ""))
        if len(c.current.origins) > 1:
            text.append(f" {len(c.current.origins)}")
    return text


def _legend(commitments: Sequence[Commitment]) -> Text:
    used = [s for s in State if any(c.current.state is s for c in commitments)]
    return Text(
        " · ".join(f"{GLYPHS[s]} {STATE_WORDS[s]}" for s in used)
        + " · a number: independent sources, where more than one",
        style="dim",
    )


def _collective_lines(register: Register) -> list[Text]:
    by_id = {c.id: c for c in register.commitments}
    lines = []
    for each in register.collectives:
        commitment = by_id[each.commitment]
        refusing = f" (refusing: {', '.join(each.refusing)})" if each.refusing else ""
        lines.append(
            Text(f"{actor_label(commitment)}, {commitment.contribution}: {each.note}{refusing}")
        )
    return lines


def listing(register: Register, commitments: Sequence[Commitment]) -> RenderableType:
    """One line a commitment: id, state, sentence, sources, since."""
    codebook = load_codebook(register.codebook.split()[0])
    table = Table(title=_title(register), title_justify="left", pad_edge=False)
    for name in ("id", "state", "who and what", "sources", "since"):
        table.add_column(name, no_wrap=name in ("id", "since"))
    for c in commitments:
        position = c.current
        table.add_row(
            c.id[:10],
            Text(
                f"{GLYPHS[position.state]} {STATE_WORDS[position.state]}",
                style=_COLOURS.get(position.state, ""),
            ),
            sentence_of(c, register, codebook),
            f"{len(position.origins)} of {len(c.reports)} reports",
            position.since or "not known",
        )
    return table


def why(register: Register, commitment: Commitment) -> RenderableType:
    """What the commitment rests on: each report's words, where they stand, whom it retells."""
    codebook = load_codebook(register.codebook.split()[0])
    by_id = {s.id: s for s in register.statements}
    reports = {r.id: r for r in register.reports}
    parts: list[RenderableType] = [
        Text(sentence_of(commitment, register, codebook), style="bold"),
        Text(
            f"{commitment.id} · {len(commitment.origins)} independent source(s), {len(commitment.reports)} report(s)",
            style="dim",
        ),
    ]
    for position in commitment.positions:
        parts.append(
            Text(
                f"{position.since or 'undated'}  {GLYPHS[position.state]} {STATE_WORDS[position.state]}, {strength_words(position.act)}"
            )
        )
    for statement_id in commitment.statements:
        parts.extend(_evidence(by_id[statement_id], reports, register))
    for each in register.disagreements:
        if each.commitment == commitment.id:
            parts.append(
                Text(
                    f"{relation_words(each.relation, each.kind, each.on)}: {each.reason}",
                    style="magenta",
                )
            )
    return Group(*parts, Text(""))


def _evidence(
    statement: Statement, reports: Mapping[str, Report], register: Register
) -> list[RenderableType]:
    report = reports[statement.report]
    membership = register.grouping.of(report.id)
    retells = f", repeats {membership.retells}" if membership.retells else ""
    lines: list[RenderableType] = [
        Text(""),
        Text(
            f"{report.outlet or report.id}, {report.published or 'no date'}{retells} · {strength_words(statement.act)}, said by {said_by(statement)}"
        ),
    ]
    for evidence in statement.evidence:
        lines.append(
            Text(f"  “{evidence.quote}”  [{evidence.start}–{evidence.end}]", style="italic")
        )
    for condition in statement.conditions:
        lines.append(
            Text(
                f"  condition ({condition.kind}{', ' + condition.trigger if condition.trigger else ''}): {condition.quote}"
            )
        )
    for amount in statement.amounts:
        lines.append(Text(f"  amount: {amount_words(amount)}"))
    return lines


def disagreements(register: Register, found: Sequence[Disagreement]) -> RenderableType:
    """The queue: the heaviest first, with both passages and the words that differ marked."""
    by_id = {s.id: s for s in register.statements}
    parts: list[RenderableType] = [
        Text(f"{len(found)} disagreements, the weightiest first", style="bold")
    ]
    for each in found:
        a, b = by_id[each.a], by_id[each.b]
        parts.append(
            Text(
                f"\n{each.weight:g}  {a.actor.name}, {a.contribution}: {relation_words(each.relation, each.kind, each.on)}",
                style="bold",
            )
        )
        parts.append(Text(f"   {each.reason}"))
        first, second = word_difference(a.evidence[0].quote, b.evidence[0].quote)
        for report, words in ((a.report, first), (b.report, second)):
            line = Text(f"   {report}: ", style="dim")
            for word, differs in words:
                line.append(word, style="bold underline" if differs else "italic")
            parts.append(line)
    if not found:
        parts.append(Text("no two reports differ"))
    return Group(*parts)


def readings(
    reports: Sequence[Report], found: Sequence[ReadingLike], *, explain: bool
) -> RenderableType:
    """The statements of each report, with what gave each field if asked."""
    parts: list[RenderableType] = []
    for report, reading in zip(reports, found, strict=True):
        parts.append(Text(f"{report.id}: {len(reading.statements)} statements", style="bold"))
        for s in reading.statements:
            amounts = "".join(f", {amount_words(a)}" for a in s.amounts[:1])
            conditions = "".join(f" [{c.quote}]" for c in s.conditions)
            parts.append(
                Text(
                    f"  {strength_words(s.act)}{' (refrain)' if s.refrain else ''}: {s.actor.name} ({s.actor.id or 'unnamed'}) · {s.contribution}{amounts}{conditions} · said by {said_by(s)}"
                )
            )
            parts.append(Text(f"      “{s.evidence[0].quote}”", style="italic"))
            if explain:
                parts.extend(
                    Text(f"      {w.field}: “{w.words}” by {w.rule}", style="dim") for w in s.why
                )
        if explain:
            for left in reading.left_out:
                parts.append(
                    Text(
                        f"  left out: “{report.text[left.start : left.end]}” ({left.reason}; cue “{left.cue}”)",
                        style="dim",
                    )
                )
    return Group(*parts)


def comparison(result: Mapping[str, Any]) -> RenderableType:
    """The comparison strip: facts × reports, each cell same, differs how, or absent."""
    statements = {s["id"]: s for s in result["statements"]}
    reports = [r["id"] for r in result["reports"]]
    table = Table(pad_edge=False, show_lines=True)
    table.add_column("fact")
    for report in reports:
        table.add_column(report)
    rows: dict[str, dict[str, str]] = {}
    for x in result["aligned"]:
        a, b = statements[x["a"]], statements[x["b"]]
        row = rows.setdefault(x["a"], {a["report"]: a["evidence"][0]["quote"]})
        word = x["kind"] or x["relation"]
        known = row.get(b["report"])
        row[b["report"]] = f"{known}; {word}: {x['reason']}" if known else (
            "same" if word == "same" else f"{word.replace('_', ' ')}: {x['reason']}"
        )  # fmt: skip
    for ids in result["only"].values():
        for statement in ids:
            rows[statement] = {
                statements[statement]["report"]: statements[statement]["evidence"][0]["quote"]
            }
    for statement, row in rows.items():
        s = statements[statement]
        fact = f"{s['actor']['name']}: {s['act']}, {s['contribution']}"
        table.add_row(fact, *(row.get(r, "– absent") for r in reports))
    return table


def groups(records: Sequence[Mapping[str, Any]]) -> RenderableType:
    """One line a report: story, origin, whom it retells and why."""
    table = Table(pad_edge=False)
    for name in ("report", "story", "origin", "retells", "why"):
        table.add_column(name)
    for r in records:
        reasons = "; ".join(reason["detail"] for reason in r["reasons"])
        table.add_row(r["report"], r["story"][-6:], r["origin"][-6:], r["retells"] or "–", reasons)
    return table


def scores(result: Mapping[str, Any]) -> RenderableType:
    """The figures of an evaluation."""
    s = result["statements"]
    table = Table(
        title=f"{result['reports']} reports: F1 {s['f1']:.3f}, precision {s['precision']:.3f}, recall {s['recall']:.3f}",
        title_justify="left",
    )
    table.add_column("field")
    table.add_column("accuracy", justify="right")
    table.add_column("n", justify="right")
    for name, value in result["fields"].items():
        table.add_row(name, f"{value['accuracy']:.3f}", str(value["n"]))
    lines = [
        Text(
            f"inverted polarity: {result['inverted_polarity']['count']}; evidence exact: {result['evidence']['exactness']:.0%}"
        )
    ]
    for name, value in result.get("relations", {}).items():
        lines.append(
            Text(
                f"relations {name}: F1 {value['relation']['f1']:.3f}, kind F1 {value['kind']['f1']:.3f}"
            )
        )
    return Group(table, *lines)
