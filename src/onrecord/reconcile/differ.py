"""How a statement departs from another about the same position, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model.statement import Amount, Statement
from onrecord.model.vocabulary import STRENGTH, AmountBound, Attribution, Distortion
from onrecord.reconcile.align import same_actor

__all__ = ["Departure", "departures"]

_MONEY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """One way in which `b` departs from `a`: as a distortion, on which field, in whose words."""

    kind: Distortion
    on: str | None
    reason: str
    loss: int
    """-1 where b says less, 1 where it says more, 0 where it says another thing."""


def departures(a: Statement, b: Statement) -> list[Departure]:
    """Every departure of b from a, the gravest first."""
    rules = (
        _act,
        _actor,
        _contribution,
        _alternative,
        _conditions,
        _amounts,
        _members,
        _time,
        _place,
        _attribution,
    )
    return [departure for rule in rules for departure in rule(a, b)]


def _words(statement: Statement) -> str:
    return statement.object or statement.evidence[0].quote


def _act(a: Statement, b: Statement) -> Iterator[Departure]:
    if a.act is b.act and a.refrain == b.refrain:
        return
    raised = STRENGTH.get(b.act, 3) > STRENGTH.get(a.act, 3)
    yield Departure(
        kind=Distortion.STRENGTH_RAISED if raised else Distortion.STRENGTH_LOWERED,
        on="act",
        reason=f"{_governing(b)!r} ({b.act}) where the other has {_governing(a)!r} ({a.act})",
        loss=0,
    )


def _governing(statement: Statement) -> str:
    for why in statement.why:
        if why.field == "act":
            return why.words
    return statement.hedge or statement.act


def _actor(a: Statement, b: Statement) -> Iterator[Departure]:
    if not same_actor(a, b):
        yield Departure(
            kind=Distortion.ACTOR_CHANGED, on="actor", loss=0,
            reason=f"{b.actor.mention or b.actor.name!r} where the other has {a.actor.mention or a.actor.name!r}",
        )  # fmt: skip


def _contribution(a: Statement, b: Statement) -> Iterator[Departure]:
    if a.contribution == b.contribution:
        return
    narrower = b.contribution.startswith(a.contribution + ".")
    wider = a.contribution.startswith(b.contribution + ".")
    if narrower or wider:
        yield Departure(
            kind=Distortion.VALUE_CHANGED, on="contribution", loss=1 if narrower else -1,
            reason=f"{_words(b)!r} where the other has {_words(a)!r}",
        )  # fmt: skip
        return
    yield Departure(
        kind=Distortion.TRANSLATION_ERROR, on="contribution", loss=0,
        reason=f"{_words(b)!r} where the other has {_words(a)!r}",
    )  # fmt: skip


def _alternative(a: Statement, b: Statement) -> Iterator[Departure]:
    if a.alternative is not None and b.alternative is None:
        yield Departure(
            kind=Distortion.DISJUNCTION_COLLAPSED, on=None, loss=-1,
            reason=f"{_words(b)!r} alone where the other gives it as one of two alternatives",
        )  # fmt: skip


def _conditions(a: Statement, b: Statement) -> Iterator[Departure]:
    if a.conditions and not b.conditions:
        yield Departure(
            kind=Distortion.CONDITION_DROPPED, on=None, loss=-1,
            reason=f"no condition where the other has {a.conditions[0].quote!r}",
        )  # fmt: skip
        return
    if b.conditions and not a.conditions:
        yield Departure(
            kind=Distortion.VALUE_CHANGED, on="trigger", loss=1,
            reason=f"the condition {b.conditions[0].quote!r}, which the other does not have",
        )  # fmt: skip
        return
    first = {c.trigger for c in a.conditions if c.trigger}
    second = {c.trigger for c in b.conditions if c.trigger}
    if first and second and not first & second:
        mistaken = {str(t) for t in first | second} <= {"ceasefire", "armistice"}
        yield Departure(
            kind=Distortion.TRANSLATION_ERROR if mistaken else Distortion.VALUE_CHANGED, on="trigger", loss=0,
            reason=f"{b.conditions[0].quote!r} where the other has {a.conditions[0].quote!r}",
        )  # fmt: skip
    elif len(second) < len(first) and any(c.alternative for c in a.conditions):
        yield Departure(
            kind=Distortion.DISJUNCTION_COLLAPSED, on="trigger", loss=-1,
            reason=f"{b.conditions[0].quote!r} alone where the other has {a.conditions[0].quote!r}",
        )  # fmt: skip
    elif len(b.conditions) < len(a.conditions):
        kept = {(c.kind, c.trigger) for c in b.conditions}
        lost = [c for c in a.conditions if (c.kind, c.trigger) not in kept]
        if lost:
            yield Departure(
                kind=Distortion.CONDITION_DROPPED, on=None, loss=-1,
                reason=f"no word of {lost[0].quote!r}, which the other has",
            )  # fmt: skip


def _amounts(a: Statement, b: Statement) -> Iterator[Departure]:
    if not a.amounts or not b.amounts:
        if a.amounts and not b.amounts:
            yield Departure(
                kind=Distortion.VALUE_CHANGED, on="amount", loss=-1,
                reason=f"no amount where the other has {_amount(a.amounts[0])}",
            )  # fmt: skip
        elif b.amounts:
            yield Departure(
                kind=Distortion.VALUE_CHANGED, on="amount", loss=1,
                reason=f"{_amount(b.amounts[0])}, which the other does not have",
            )  # fmt: skip
        return
    first, second = a.amounts[0], b.amounts[0]
    if first.unit != second.unit:
        return  # a conversion: no loss can be shown without a rate
    if first.value != second.value and second.value not in (first.high, first.value):
        yield Departure(
            kind=Distortion.VALUE_CHANGED, on="amount", loss=0,
            reason=f"{_amount(second)} where the other has {_amount(first)}",
        )  # fmt: skip
    elif first.bound is not AmountBound.EXACT and second.bound is AmountBound.EXACT:
        yield Departure(
            kind=Distortion.QUALIFIER_DROPPED, on="amount", loss=-1,
            reason=f"{_amount(second)} where the other has {_amount(first)}",
        )  # fmt: skip
    elif first.instrument is not None and second.instrument is None:
        yield Departure(
            kind=Distortion.QUALIFIER_DROPPED, on="amount", loss=-1,
            reason=f"{_amount(second)} where the other says {first.instrument}",
        )  # fmt: skip


def _amount(amount: Amount) -> str:
    bound = "" if amount.bound is AmountBound.EXACT else f"{amount.bound.replace('_', ' ')} "
    high = f" to {amount.high:,.10g}" if amount.high is not None else ""
    return f"{bound}{amount.value:,.10g}{high} {amount.unit}"


def _members(a: Statement, b: Statement) -> Iterator[Departure]:
    if a.members is None or b.members is None:
        return
    first, second = a.members, b.members
    if first.count == second.count:
        return
    if first.count is None or second.count is None:
        less = second.count is None
        yield Departure(
            kind=Distortion.QUALIFIER_DROPPED if less else Distortion.VALUE_CHANGED, on="count", loss=-1 if less else 1,
            reason=f"{b.actor.mention!r} where the other has {a.actor.mention!r}",
        )  # fmt: skip
        return
    swapped = first.of == second.count or second.of == first.count
    yield Departure(
        kind=Distortion.COUNT_TRANSFERRED if swapped else Distortion.VALUE_CHANGED, on="count", loss=0,
        reason=f"{b.actor.mention!r} where the other has {a.actor.mention!r}",
    )  # fmt: skip


def _time(a: Statement, b: Statement) -> Iterator[Departure]:
    if a.when is None or b.when is None or a.when.last is None or b.when.last is None:
        return
    relative = a.when.first is not None and b.when.first is not None and a.report != b.report
    gap = (
        relative and _days(a.when.first, b.when.first) <= 2 and _days(a.when.last, b.when.last) <= 2
    )
    if a.when.last != b.when.last and not gap:
        yield Departure(
            kind=Distortion.VALUE_CHANGED, on="time", loss=0,
            reason=f"until {b.when.last} where the other has {a.when.last}",
        )  # fmt: skip


def _days(a: str | None, b: str | None) -> int:
    from datetime import date

    if not a or not b or a.startswith("--") or b.startswith("--"):
        return 0 if a == b else 99
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


def _place(a: Statement, b: Statement) -> Iterator[Departure]:
    if a.place is None or b.place is None:
        return
    if a.place.relation is not b.place.relation:
        yield Departure(
            kind=Distortion.VALUE_CHANGED, on="place", loss=0,
            reason=f"{b.place.words!r} where the other has {a.place.words!r}",
        )  # fmt: skip


def _attribution(a: Statement, b: Statement) -> Iterator[Departure]:
    told = {Attribution.INDIRECT, Attribution.QUOTE, Attribution.ANONYMOUS}
    if (
        a.attribution in told
        and b.attribution is Attribution.OWN_VOICE
        and a.speaker is not None
        and b.speaker is None
    ):
        yield Departure(
            kind=Distortion.ATTRIBUTION_DROPPED, on=None, loss=-1,
            reason=f"told as fact where the other has {a.speaker.name or a.speaker.role or a.speaker.of!r} say it",
        )  # fmt: skip
