"""What a commitment was, from when, on whose word: the fold of its statements over time.

The policy is written out, with its reasons, in docs/explanation/positions.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.model.decision import Occurrence
from onrecord.model.register import Aligned, Position
from onrecord.model.statement import Amount, Condition, Statement
from onrecord.model.vocabulary import STRENGTH, Act, State
from onrecord.reconcile.figures import one_value
from onrecord.reconcile.relate import days_between
from onrecord.reconcile.sources import SourceRank, Sources

__all__ = ["Told", "fold_positions", "state_of"]

_DISPUTED_ON = frozenset({"act", "amount", "count", "trigger"})
"""Independent origins that disagree on one of these disagree on what the position is."""

_OPEN = (Act.UNDISCLOSED, Act.UNDECIDED)
"""Beside a firmer act of one report these leave its extent open, not the act."""


_SETTLES = 7
"""Days in which a second-hand account that differs from another one is a dispute, not a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of a line's statements from holding reports against each other."""

    sources: Sources
    distorted: frozenset[str] = frozenset()
    """Ids of statements that retell another one wrongly: they are shown, and decide nothing."""
    retold: Mapping[str, str] = field(default_factory=dict)
    """Statement id -> the one that it retells, and from whose day it stands."""
    against: tuple[Aligned, ...] = ()
    """Contradictions between independent reports."""
    occurrences: tuple[Occurrence, ...] = ()


def fold_positions(members: Sequence[Statement], told: Told) -> tuple[Position, ...]:
    """The positions of one line, oldest first; days that say the same make one position.

    A later day changes the position only on a word at least as near to the actor as an unnamed
    source where nearer words stand: what somebody else says of it is kept beside it, as a dispute.
    """
    sound = [s for s in members if s.id not in told.distorted] or list(members)
    days = _days(sound, told)
    positions: list[Position] = []
    ranks: list[SourceRank] = []
    for day in sorted(days):
        order = _by_authority(days[day], told)
        position, rank = _position(day or None, order, told), told.sources.rank(order[0])
        if positions and _restates(positions[-1], position):
            positions[-1] = _joined(positions[-1], position)
            ranks[-1] = min(ranks[-1], rank)
        elif positions and _cannot_replace(rank, ranks[-1], positions[-1].since, day):
            positions[-1] = _beside(positions[-1], position)
        else:
            positions.append(position)
            ranks.append(rank)
    return tuple(_with_state(p, told) for p in positions)


def _days(statements: Sequence[Statement], told: Told) -> dict[str, list[Statement]]:
    """Statements by the day on which they were made; what contradicts is of the earlier one's day.

    A retelling stands from the day of what it retells: to print it again changes nothing.
    Independent reports that disagree about one event may be printed a day apart: neither has changed
    what the other tells.
    """
    day = {s.id: told.sources.day(s) or "" for s in statements}
    for s in statements:
        day[s.id] = day.get(told.retold.get(s.id, s.id), day[s.id])
    for x in told.against:
        if x.on in _DISPUTED_ON and x.a in day and x.b in day:
            day[x.a] = day[x.b] = min(day[x.a], day[x.b])
    days: dict[str, list[Statement]] = {}
    for statement in statements:
        days.setdefault(day[statement.id], []).append(statement)
    return days


# -- one day ---------------------------------------------------------------------------------------


def _by_authority(day: Sequence[Statement], told: Told) -> list[Statement]:
    """The day's statements, the one that decides first.

    What is reported as left open decides only where nothing else is said. Then the source nearest to
    the actor; then the act that more origins tell; then the weaker act: a promise too many is worse
    than one too few.
    """
    settled = {s.report for s in day if s.act not in _OPEN}
    origins: dict[Act, set[str]] = {}
    for s in day:
        origins.setdefault(s.act, set()).add(told.sources.origin(s))

    def authority(s: Statement) -> tuple[bool, int, int, int, str]:
        left_open = s.act is Act.UNDISCLOSED or (s.act is Act.UNDECIDED and s.report in settled)
        return left_open, told.sources.rank(s), -len(origins[s.act]), STRENGTH.get(s.act, 0), s.id

    return sorted(day, key=authority)


def _position(since: str | None, order: Sequence[Statement], told: Told) -> Position:
    lead = order[0]
    agreeing = [s for s in order if s.act is lead.act and s.refrain == lead.refrain]
    ids = {s.id for s in order}
    return Position(
        act=lead.act,
        state=state_of(lead.act, conditional=False),
        since=since,
        statements=tuple(s.id for s in order),
        origins=tuple(dict.fromkeys(told.sources.origin(s) for s in agreeing)),
        refrain=lead.refrain,
        speaker=lead.speaker,
        conditions=next((s.conditions for s in agreeing if s.conditions), ()),
        amounts=_amounts(agreeing),
        place=next((s.place for s in agreeing if s.place is not None), None),
        when=next((s.when for s in agreeing if s.when is not None), None),
        hedge=lead.hedge,
        disputed=any(x.on in _DISPUTED_ON and x.a in ids and x.b in ids for x in told.against),
    )


def _amounts(statements: Iterable[Statement]) -> tuple[Amount, ...]:
    """Every amount told, each once; nothing is summed, and a restated amount is not new money."""
    found: list[Amount] = []
    for amount in (a for s in statements for a in s.amounts):
        if not any(a.unit == amount.unit and one_value(a, amount) for a in found):
            found.append(amount)
    return tuple(found)


# -- from day to day -------------------------------------------------------------------------------


def _restates(before: Position, after: Position) -> bool:
    if after.act is Act.UNDISCLOSED:
        return True  # what is left open takes nothing back
    return (
        before.act is after.act
        and before.refrain == after.refrain
        and not _other_amount(before.amounts, after.amounts)
    )


def _other_amount(a: Sequence[Amount], b: Sequence[Amount]) -> bool:
    """Whether a unit that both have has no value in common; another currency shows nothing."""
    shared = [(x, y) for x in a for y in b if x.unit == y.unit]
    return bool(shared) and not any(one_value(x, y) for x, y in shared)


def _cannot_replace(rank: SourceRank, before: SourceRank, since: str | None, day: str) -> bool:
    """Whether a word that is not the actor's own must leave standing what was told before it.

    Against a nearer word always; against another such word for some days, in which two accounts of
    one thing are likelier than a change of it.
    """
    if rank < SourceRank.ANONYMOUS:
        return False
    days = days_between(since, day)
    return before < rank or (days is not None and days < _SETTLES)


def _joined(before: Position, after: Position) -> Position:
    return replace(
        before,
        statements=(*before.statements, *after.statements),
        origins=tuple(dict.fromkeys((*before.origins, *_origins_of(before, after)))),
        conditions=before.conditions or after.conditions,
        amounts=before.amounts or after.amounts,
        place=before.place or after.place,
        when=before.when or after.when,
        disputed=before.disputed or after.disputed,
    )


def _origins_of(before: Position, after: Position) -> tuple[str, ...]:
    return after.origins if before.act is after.act else ()


def _beside(before: Position, after: Position) -> Position:
    """A claim by somebody else, or unnamed, that differs: kept, not followed; a dispute if independent."""
    independent = bool(set(after.origins) - set(before.origins))
    return replace(
        before,
        statements=(*before.statements, *after.statements),
        disputed=before.disputed or independent,
    )


# -- states ----------------------------------------------------------------------------------------

_STATES = {
    Act.PLEDGE: State.PROMISED, Act.INTENTION: State.PROMISED, Act.OFFER: State.PROMISED,
    Act.UNDECIDED: State.CONSIDERING, Act.REFUSAL: State.REFUSED, Act.REQUEST: State.REQUESTED,
    Act.REJECTION: State.REJECTED, Act.THREAT: State.THREATENED, Act.SUPPORT: State.SUPPORTED,
    Act.DELIVERY: State.DELIVERED, Act.WITHDRAWAL: State.WITHDRAWN, Act.UNDISCLOSED: State.UNDISCLOSED,
}  # fmt: skip


def state_of(act: Act, *, conditional: bool, refrain: bool = False) -> State:
    """The mark of a position: a promise, plan or offer that waits for something is conditional.

    A promise not to do something is a refusal of it.
    """
    if act in (Act.PLEDGE, Act.INTENTION, Act.OFFER):
        if refrain:
            return State.REFUSED
        if conditional:
            return State.CONDITIONAL
    return _STATES[act]


def _with_state(position: Position, told: Told) -> Position:
    if position.disputed:
        return replace(position, state=State.DISPUTED)
    waiting = _waits(position.conditions, position.since, told.occurrences)
    state = state_of(position.act, conditional=waiting, refrain=position.refrain)
    return replace(position, state=state)


def _waits(
    conditions: Sequence[Condition], since: str | None, occurrences: Sequence[Occurrence]
) -> bool:
    """Whether some condition still has to come about; of alternatives, one is enough.

    Only what happened on the position's first day or later counts: it waited for that.
    """
    happened = {o.trigger for o in occurrences if since is None or o.on >= since}
    groups: dict[str, list[bool]] = {}
    for number, condition in enumerate(conditions):
        met = not condition.negated and condition.trigger in happened
        groups.setdefault(condition.alternative or str(number), []).append(met)
    return not all(any(met) for met in groups.values())
