"""Departures in the terms: conditions, counts of members, dates, places, weakeners."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from onrecord.model.statement import Condition, DateRange, Statement
from onrecord.model.vocabulary import (
    Act,
    ConditionKind,
    CountBound,
    Distortion,
    PlaceRelation,
    Trigger,
)
from onrecord.reconcile.departure import Departure, Field
from onrecord.reconcile.wording import shared_words, telling_words

__all__ = [
    "condition_departures",
    "count_departures",
    "hedge_departures",
    "place_departures",
    "time_departures",
]

_DIGITS = re.compile(r"\d+")


def condition_departures(a: Statement, b: Statement) -> Iterator[Departure]:
    """Conditions lost, added or changed; of alternatives, one kept alone."""
    matched, lost, gained = _match(a.conditions, b.conditions)
    lost = [c for c in lost if not _told_among(c, b.conditions)]
    gained = [c for c in gained if not _told_among(c, a.conditions)]
    for first, second in matched:
        if _changed(first, second):
            yield _trigger_changed(first, second)
    kept = {c.alternative for c, _ in matched} - {None}
    collapsed = [c for c in lost if c.alternative in kept]
    dropped = [c for c in lost if c.alternative not in kept]
    if collapsed:
        yield Departure(
            kind=Distortion.DISJUNCTION_COLLAPSED, field=Field.TRIGGER, loss=-1,
            reason=f"'{b.conditions[0].quote}' alone where the other has '{collapsed[0].quote}'",
        )  # fmt: skip
    if dropped:
        yield Departure(
            kind=Distortion.CONDITION_DROPPED, field=Field.TRIGGER, loss=-1,
            reason=f"no condition of the kind where the other has '{dropped[0].quote}'",
        )  # fmt: skip
    if gained:
        yield Departure(
            kind=Distortion.VALUE_CHANGED, field=Field.TRIGGER, loss=1,
            reason=f"'{gained[0].quote}' where the other has no such condition",
        )  # fmt: skip


_Match = tuple[list[tuple[Condition, Condition]], list[Condition], list[Condition]]


def _match(a: Sequence[Condition], b: Sequence[Condition]) -> _Match:
    """Conditions of both that stand for each other, and what is left of each."""
    left, right = list(a), list(b)
    matched: list[tuple[Condition, Condition]] = []
    for alike in (_one_condition, _one_meaning, _one_event):
        for first in list(left):
            second = next((c for c in right if alike(first, c)), None)
            if second is not None:
                matched.append((first, second))
                left.remove(first)
                right.remove(second)
    return matched, left, right


def _told_among(condition: Condition, others: Sequence[Condition]) -> bool:
    """Whether it says what another already says, or stands inside the other's longer words."""
    return any(
        _one_condition(condition, c)
        or (
            condition.kind is not ConditionKind.EVENT
            and shared_words(condition.quote, c.quote) >= 0.5
        )
        for c in others
    )


def _one_condition(a: Condition, b: Condition) -> bool:
    return (a.kind, a.trigger, a.negated) == (b.kind, b.trigger, b.negated)


def _one_meaning(a: Condition, b: Condition) -> bool:
    both_events = ConditionKind.EVENT is a.kind is b.kind
    return not both_events and (a.kind is b.kind or shared_words(a.quote, b.quote) >= 0.5)


def _one_event(a: Condition, b: Condition) -> bool:
    return ConditionKind.EVENT is a.kind is b.kind


def _changed(a: Condition, b: Condition) -> bool:
    if a.kind is not b.kind:
        return False
    if a.trigger is not b.trigger or a.negated != b.negated:
        return None not in (a.trigger, b.trigger) or a.negated != b.negated
    numbers = set(_DIGITS.findall(a.quote)), set(_DIGITS.findall(b.quote))
    if all(numbers):
        return not numbers[0] & numbers[1]
    unlike = not telling_words(a.quote) & telling_words(b.quote)
    return unlike and a.trigger is Trigger.OTHER


def _trigger_changed(a: Condition, b: Condition) -> Departure:
    mistaken = {a.trigger, b.trigger} == {Trigger.CEASEFIRE, Trigger.ARMISTICE}
    return Departure(
        kind=Distortion.TRANSLATION_ERROR if mistaken else Distortion.VALUE_CHANGED,
        field=Field.TRIGGER, loss=0, reason=f"'{b.quote}' where the other has '{a.quote}'",
    )  # fmt: skip


# -- members ---------------------------------------------------------------------------------------


def count_departures(a: Statement, b: Statement, *, told: str = "") -> Iterator[Departure]:
    """Another number of members; one that `told`, the text of a, has of others is transferred."""
    if a.members is None or b.members is None or a.act is Act.UNDISCLOSED:
        return
    first, second = a.members, b.members
    reason = f"'{b.actor.mention or b.actor.name}' where the other has '{a.actor.mention or a.actor.name}'"
    if second.count is None or first.count == second.count:
        if first.count is not None and second.count is None:
            yield Departure(
                kind=Distortion.VALUE_CHANGED, field=Field.COUNT, loss=-1, reason=reason
            )
        elif (
            second.count is not None
            and second.of == second.count
            and first.of not in (None, second.of)
        ):
            yield Departure(
                kind=Distortion.COUNT_TRANSFERRED, field=Field.COUNT, loss=0, reason=reason
            )
        elif _bound_lost(first.bound, second.bound):
            yield Departure(
                kind=Distortion.QUALIFIER_DROPPED, field=Field.COUNT, loss=-1, reason=reason
            )
        return
    transferred = second.count in (first.of, *_numbers(told)) or first.count == second.of
    if first.count is None and (not transferred or second.of == second.count):
        yield Departure(kind=Distortion.VALUE_CHANGED, field=Field.COUNT, loss=1, reason=reason)
        return
    kind = Distortion.COUNT_TRANSFERRED if transferred else Distortion.VALUE_CHANGED
    yield Departure(kind=kind, field=Field.COUNT, loss=0, reason=reason)


def _bound_lost(a: CountBound | None, b: CountBound | None) -> bool:
    telling = (CountBound.AT_LEAST, CountBound.AT_MOST)
    return a in telling and b not in telling


def _numbers(text: str) -> set[int]:
    return {int(n) for n in _DIGITS.findall(text) if len(n) < 5}


# -- time, place, weakeners ------------------------------------------------------------------------


def time_departures(a: Statement, b: Statement) -> Iterator[Departure]:
    """Another date; a span counted from another day of publication is the same one."""
    if (a.when is None) != (b.when is None):
        if Act.DELIVERY in (a.act, b.act):
            return  # the day of a thing done is no term that a retelling must keep
        less = b.when is None
        yield Departure(
            kind=Distortion.VALUE_CHANGED, field=Field.TIME, loss=-1 if less else 1,
            reason=f"{_until(b.when)} where the other has {_until(a.when)}",
        )  # fmt: skip
    elif a.when is not None and b.when is not None and not _one_time(a.when, b.when):
        yield Departure(
            kind=Distortion.VALUE_CHANGED, field=Field.TIME, loss=0,
            reason=f"{_until(b.when)} where the other has {_until(a.when)}",
        )  # fmt: skip


def _until(when: DateRange | None) -> str:
    if when is None:
        return "no date"
    first, last = when.first, when.last
    return f"'{first}'" if first == last else f"'{first or '…'} to {last or '…'}'"


def _one_time(a: DateRange, b: DateRange) -> bool:
    if a.last is None or b.last is None or (a.first, a.last) == (b.first, b.last):
        return a.last is None or b.last is None or a.last == b.last
    if None in (a.first, b.first):
        return a.last == b.last
    starts, ends, length = _days(a.first, b.first), _days(a.last, b.last), _days(a.first, a.last)
    floating = length is not None and length >= 3 and starts == ends
    return floating and ends is not None and ends <= 2


def _days(a: str | None, b: str | None) -> int | None:
    if not a or not b or a.startswith("--") or b.startswith("--"):
        return None
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


def place_departures(a: Statement, b: Statement) -> Iterator[Departure]:
    """Another place, or "outside" it where the other has "in" it."""
    if a.place is None or b.place is None:
        outside = PlaceRelation.OUTSIDE
        if a.place is not None and a.place.relation is outside:
            yield Departure(
                kind=Distortion.QUALIFIER_DROPPED, field=Field.PLACE, loss=-1,
                reason=f"no word of where, where the other has '{a.place.words}'",
            )  # fmt: skip
        elif b.place is not None and b.place.relation is outside:
            yield Departure(
                kind=Distortion.VALUE_CHANGED, field=Field.PLACE, loss=1,
                reason=f"'{b.place.words}' where the other does not say where",
            )  # fmt: skip
        return
    moved = a.place.relation is not b.place.relation and PlaceRelation.OUTSIDE in (
        a.place.relation, b.place.relation,
    )  # fmt: skip
    if moved or _elsewhere(a, b):
        yield Departure(
            kind=Distortion.VALUE_CHANGED, field=Field.PLACE, loss=0,
            reason=f"'{b.place.words}' where the other has '{a.place.words}'",
        )  # fmt: skip


def _elsewhere(a: Statement, b: Statement) -> bool:
    if a.place is None or b.place is None:
        return False
    if a.place.id is not None and b.place.id is not None:
        return a.place.id != b.place.id
    names = [{w for w in s.split() if w[:1].isupper()} for s in (a.place.words, b.place.words)]
    return a.place.id is b.place.id is None and all(names) and not names[0] & names[1]


def hedge_departures(a: Statement, b: Statement) -> Iterator[Departure]:
    """A further weakener of the same act lost ("for now"); governing words are the act's own."""
    if a.act is not b.act:
        return
    governed = a.act in (Act.OFFER, Act.INTENTION, Act.UNDECIDED)
    weakener = None if governed or b.hedge else a.hedge
    if weakener is None and not _weakener(b):
        weakener = _weakener(a)
    if weakener:
        yield Departure(
            kind=Distortion.QUALIFIER_DROPPED, field=Field.HEDGE, loss=-1,
            reason=f"no such word where the other has '{weakener}'",
        )  # fmt: skip


_WEAKENER = re.compile(
    r"\b(?:in principle|for now|for the time being|at (?:the|this) (?:moment|stage|point)|at present"
    r"|in theory|possibly|perhaps|as things stand|tentatively|provisionally)\b",
    re.IGNORECASE,
)


def _weakener(statement: Statement) -> str | None:
    told = (statement.hedge or "", *(e.quote for e in statement.evidence))
    return next((found for words in told if (found := _weakening(words)) is not None), None)


@lru_cache(maxsize=65536)
def _weakening(words: str) -> str | None:
    found = _WEAKENER.search(words)
    return found[0] if found else None
