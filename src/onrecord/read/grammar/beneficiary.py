"""For whom a whole report's giving is: whom most of it names, for what names nobody itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.statement import Statement
from onrecord.model.vocabulary import Act
from onrecord.read.grammar.mentions import ReportContext

__all__ = ["with_beneficiary"]

_GIVING = frozenset({Act.PLEDGE, Act.DELIVERY, Act.OFFER, Act.WITHDRAWAL})
_SHARE = 0.6
"""Of the recipients that statements name themselves, so many must be the same."""
_NAMED = 5
"""How often a report that names no recipient at all must name the side it is about."""


def with_beneficiary(statements: Sequence[Statement], context: ReportContext) -> list[Statement]:
    """The statements, each gift without a recipient toward the side that the report's gifts are for.

    Only where the report makes it plain: one recipient of most gifts, or the one side that its
    title or first sentence names and that gives nothing itself.
    """
    gifts = [s for s in statements if _is_gift(s, context)]
    side = _named_most(gifts) or _spoken_of(gifts, context)
    if side is None:
        return list(statements)
    return [
        replace(s, recipient=side)
        if _is_gift(s, context) and s.recipient is None and s.place is None and s.actor.id != side
        else s
        for s in statements
    ]


def _is_gift(statement: Statement, context: ReportContext) -> bool:
    return (
        statement.act in _GIVING
        and not statement.refrain
        and context.codebook.is_gift(statement.contribution)
    )


def _named_most(gifts: Sequence[Statement]) -> str | None:
    counts = Counter(s.recipient for s in gifts if s.recipient is not None)
    if not counts:
        return None
    side, times = min(counts.items(), key=lambda c: (-c[1], c[0]))
    return side if times >= 2 and times >= _SHARE * sum(counts.values()) else None


def _spoken_of(gifts: Sequence[Statement], context: ReportContext) -> str | None:
    givers = {s.actor.id for s in gifts} | {s.speaker.of for s in gifts if s.speaker is not None}
    if not gifts or not context.sentences:
        return None
    opening = context.sentences[min(1, len(context.sentences) - 1)].end
    first = {m.actor_id for m in context.within(0, opening)}
    counts = Counter(
        m.actor_id for m in context.within(0, len(context.report.text))
        if m.actor_id in first and m.actor_id not in givers and context.is_state(m.actor_id)
    )  # fmt: skip
    ranked = sorted(counts.items(), key=lambda c: (-c[1], str(c[0])))
    if not ranked or ranked[0][1] < _NAMED:
        return None
    if len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]:
        return None
    return ranked[0][0]
