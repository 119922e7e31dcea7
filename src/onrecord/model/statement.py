"""Statement: one report's account of one position of one actor (the coding guide's unit)."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.evidence import Evidence
from onrecord.model.vocabulary import (
    Act,
    AmountBound,
    Attribution,
    ConditionKind,
    CountBound,
    Instrument,
    PlaceRelation,
    Trigger,
    What,
)

__all__ = [
    "ActorRef",
    "Amount",
    "Condition",
    "DateRange",
    "LeftOut",
    "Members",
    "Place",
    "Speaker",
    "Statement",
    "Why",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRef:
    """Who acts: a codebook id (None for an unnamed collective), a name, and the words used here."""

    id: str | None
    name: str
    mention: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """The members of a collective actor: 26 (exactly) of 35, of whom some may be named (ids)."""

    count: int | None = None
    bound: CountBound | None = None
    of: int | None = None
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it would happen: the words, an actor id where the place is one, and the relation."""

    words: str
    id: str | None
    relation: PlaceRelation


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much. `unit` is ISO 4217 for money, or `persons`, `percent_gdp`, `percent`, `items`."""

    value: float
    unit: str
    bound: AmountBound = AmountBound.EXACT
    high: float | None = None
    """The upper end where `bound` is `range`."""
    period: str | None = None
    instrument: Instrument | None = None
    part_of_total: bool = False
    of: str | None = None
    """What the items are, where `unit` is `items`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """First and last day, inclusive, ISO 8601 (`--09-05` where no year can be known).

    Where a numeric date can't be settled both ends are None and `readings` has each possible date.
    """

    first: str | None
    last: str | None
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What must hold first. Conditions joined by "or" share an `alternative` label."""

    kind: ConditionKind
    quote: str
    trigger: Trigger | None = None
    negated: bool = False
    alternative: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The person or office given as the source, and whom they speak for (an actor id)."""

    name: str | None
    role: str | None
    of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Which words gave which field: `field` of the statement, the words' span, and the rule."""

    field: str
    start: int
    end: int
    words: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A sentence with a cue of commitment that gave no statement, and the reason."""

    report: str
    start: int
    end: int
    cue: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One report × one actor × one act × one contribution. Field names follow the coding guide."""

    id: str
    report: str
    reader: str
    act: Act
    actor: ActorRef
    contribution: str
    attribution: Attribution
    evidence: tuple[Evidence, ...]
    object: str | None = None
    refrain: bool = False
    what: tuple[What, ...] = ()
    members: Members | None = None
    recipient: str | None = None
    place: Place | None = None
    amounts: tuple[Amount, ...] = ()
    when: DateRange | None = None
    said_on: DateRange | None = None
    """The day the position was stated, where the report names it."""
    conditions: tuple[Condition, ...] = ()
    alternative: str | None = None
    hedge: str | None = None
    speaker: Speaker | None = None
    why: tuple[Why, ...] = ()
