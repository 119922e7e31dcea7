"""Commitment, Position, Disagreement, Collective and the Register that holds them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.grouping import Grouping
from onrecord.model.report import Report
from onrecord.model.statement import (
    Amount,
    Condition,
    DateRange,
    Members,
    Place,
    Speaker,
    Statement,
)
from onrecord.model.vocabulary import Act, Distortion, RelationKind, State

__all__ = [
    "Aligned",
    "Collective",
    "Commitment",
    "Comparison",
    "Disagreement",
    "Position",
    "Register",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What a commitment was, from when, on whose word."""

    act: Act
    state: State
    since: str | None
    """ISO date from which it holds; None where no report gives a date."""
    statements: tuple[str, ...]
    """Statement ids behind it, the most authoritative first."""
    origins: tuple[str, ...]
    """Origins that state it for themselves: the independent sources."""
    refrain: bool = False
    speaker: Speaker | None = None
    conditions: tuple[Condition, ...] = ()
    amounts: tuple[Amount, ...] = ()
    place: Place | None = None
    when: DateRange | None = None
    hedge: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One line of the register: an actor's position on one contribution toward one recipient."""

    id: str
    actor: str | None
    actor_name: str
    contribution: str
    recipient: str | None
    members: Members | None
    positions: tuple[Position, ...]
    """Oldest first; the last one is current."""
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    origins: tuple[str, ...]

    @property
    def current(self) -> Position:
        """The newest position."""
        return self.positions[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Two statements of two reports about the same position; `b` is the later or retelling one."""

    a: str
    b: str
    relation: RelationKind
    kind: Distortion | None
    on: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Reports against each other: aligned pairs, and what only one report has."""

    aligned: tuple[Aligned, ...]
    only: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A typed departure between statements of one commitment."""

    id: str
    commitment: str
    a: str
    b: str
    relation: RelationKind
    kind: Distortion | None
    on: str | None
    reason: str
    weight: float
    """How much the register would change × origins; the queue's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collective:
    """The reconciliation of a collective's claim with what its members say for themselves."""

    commitment: str
    claimed: int | None
    of: int | None
    named: tuple[str, ...]
    """Members named by some report, and states with a like position of their own."""
    refusing: tuple[str, ...]
    """States told of in the claim's reports that refuse this contribution themselves: members that
    some report names, members of the group, or, where nobody knows the members, any of them."""
    unnamed_low: int | None
    unnamed_high: int | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """`fold(statements, decisions, occurrences, codebook, as_of)`, with what it rests on."""

    name: str
    codebook: str
    as_of: str | None
    reports: tuple[Report, ...]
    grouping: Grouping
    statements: tuple[Statement, ...]
    commitments: tuple[Commitment, ...]
    disagreements: tuple[Disagreement, ...]
    collectives: tuple[Collective, ...]
    only: dict[str, tuple[str, ...]]
    """For each report of a story with several: ids of the statements that it alone has."""
