"""What stands behind a register, in a terminal: the exact words, and where reports differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.codebooks import Codebook
from onrecord.model.register import Commitment, Disagreement, Register
from onrecord.model.statement import Statement
from onrecord.publish.difference import word_difference
from onrecord.publish.differing import Differing
from onrecord.publish.lookup import Departure, Lookup
from onrecord.publish.marks import relation_words, strength_words
from onrecord.publish.passages import passage
from onrecord.publish.terminal_marks import look_up, state_mark
from onrecord.publish.wording import (
    actor_label,
    amount_words,
    condition_words,
    reconciliation_words,
    said_by,
)

__all__ = ["disagreements", "why"]


def _indented(text: RenderableType, by: int) -> Padding:
    return Padding(text, (0, 0, 0, by), expand=False)


def why(
    register: Register, commitment: Commitment, *, codebook: Codebook | None = None
) -> RenderableType:
    """What the commitment rests on: each report's exact words, their place, and whom it repeats."""
    look = look_up(register, codebook)
    mark = state_mark(commitment.current)
    mark.append(f" · {strength_words(commitment.current.act)} · {commitment.id}", style="dim")
    parts: list[RenderableType] = [Text(look.sentence(commitment), style="bold"), mark]
    if collective := look.collective(commitment):
        parts.append(Text(reconciliation_words(collective)))
    parts.extend(_history(commitment))
    parts.extend(_accounts(look, commitment))
    found = [d for d in register.disagreements if d.commitment == commitment.id]
    for each in look.departures(found):
        parts.append(Text(""))
        parts.extend(_departure(look, each))
    return Group(*parts, Text(""))


def _history(commitment: Commitment) -> Iterator[RenderableType]:
    if len(commitment.positions) > 1:
        for position in commitment.positions:
            line = Text(f"  {position.since or 'undated':<11}")
            line.append_text(state_mark(position))
            line.append(f" {condition_words(position.conditions)}", style="italic")
            yield line


def _accounts(look: Lookup, commitment: Commitment) -> Iterator[RenderableType]:
    numbers = {o: n for n, o in enumerate(commitment.origins, 1)}
    shown = None
    for s in look.told(commitment):
        origin = look.membership(s.report).origin
        if origin != shown:
            shown = origin
            name = f"Source {numbers[origin]}" if origin in numbers else "No source of its own"
            yield Text(f"\n{name}", style="bold")
        yield from _account(look, s)


def _account(look: Lookup, statement: Statement) -> Iterator[RenderableType]:
    report = look.reports[statement.report]
    repeats = look.repeats(report.id)
    head = Text(f"{look.outlet(report.id)}, {report.published or 'no date'}")
    if repeats:
        head.append(f" ↳ {repeats}", style="italic")
    yield _indented(head, 2)
    for e in statement.evidence:
        quote = Text(f"“{e.quote}”", style="italic")
        quote.append(f"  {report.id} {e.start}–{e.end}", style="not italic dim")
        yield _indented(quote, 4)
    facts = [strength_words(statement.act), f"said by {said_by(statement, look.codebook)}"]
    facts += [f"if: {c}" for c in filter(None, [condition_words(statement.conditions)])]
    facts += [amount_words(a) for a in statement.amounts]
    yield _indented(Text(" · ".join(facts), style="dim"), 4)


def disagreements(
    register: Register, found: Sequence[Disagreement], *, codebook: Codebook | None = None
) -> RenderableType:
    """The queue, the heaviest first: both passages, with the words that differ marked.

    Where a copy only repeats one side's words, the disagreement is told once.
    """
    look = look_up(register, codebook)
    if not found:
        return Text("No two reports differ.")
    told = look.departures(found)
    parts: list[RenderableType] = [
        Text(f"{len(told)} disagreements, the weightiest first", style="bold")
    ]
    for number, each in enumerate(told, 1):
        line = look.lines[each.first.commitment]
        label = f"{actor_label(line)}, {look.label(line.contribution).lower()}"
        head = Text(f"\n{number}. {label}", style="bold")
        head.append(f"  {line.id[:10]}, weight {each.first.weight:g}", style="not bold dim")
        parts.extend((head, *_departure(look, each)))
    return Group(*parts)


def _departure(look: Lookup, departure: Departure) -> Iterator[RenderableType]:
    d = departure.first
    words = Text(f"{relation_words(d.relation, d.kind, d.on)}", style="magenta")
    words.append(f": {d.reason}", style="not magenta")
    yield _indented(words, 3)
    sides = [look.statements[d.a], look.statements[d.b]]
    texts = [passage(look.reports[s.report].text, s) for s in sides]
    for s, pieces in zip(sides, word_difference(*texts), strict=True):
        report = look.reports[s.report]
        head = f"{look.outlet(s.report)}, {report.published or 'no date'}"
        yield _indented(Text(head, style="dim"), 3)
        yield _indented(Differing(pieces), 5)
    if departure.also:
        names = ", ".join(look.outlet(r) for r in departure.also)
        yield _indented(Text(f"also against {names}, with the same words", style="dim"), 3)
