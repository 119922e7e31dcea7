"""Copyset, Story, Origin and what ties reports to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["CopyKind", "CopyLink", "GroupReason", "Grouping", "Membership", "Renamed"]


class CopyKind(StrEnum):
    """How one report copies another's text."""

    EXACT = "exact"
    ABRIDGED = "abridged"
    PADDED = "padded"
    EDITED = "edited"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupReason:
    """Why reports were put together: a code, a sentence, and a score in 0..1 where there is one."""

    code: str
    detail: str
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLink:
    """Report `b` shares its text with report `a` (the earlier or longer one)."""

    a: str
    b: str
    kind: CopyKind
    share: float
    """Shared 5-grams over those of the shorter text, 0..1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Where one report stands: its copyset, story and origin, and whom it retells."""

    report: str
    copyset: str
    story: str
    origin: str
    retells: str | None = None
    reasons: tuple[GroupReason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """A copyset, story or origin that is no more, and the one that its first report is in now."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """The whole outcome of `group`: one membership a report, and the copy links found."""

    memberships: tuple[Membership, ...]
    copies: tuple[CopyLink, ...] = ()

    def of(self, report: str) -> Membership:
        """The membership of one report; KeyError if it was not grouped."""
        for membership in self.memberships:
            if membership.report == report:
                return membership
        raise KeyError(report)
