"""On whose word a statement rests: ranks of sources, and origins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from onrecord.codebooks import Codebook
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import Attribution

__all__ = ["SourceRank", "Sources", "own_texts"]

_OFFICES = (
    "government", "ministry", "foreign ministry", "defence ministry", "defense ministry",
    "prime minister's office", "office of the prime minister", "presidency", "president's office",
    "embassy", "parliament", "cabinet",
)  # fmt: skip


class SourceRank(IntEnum):
    """How near a statement stands to its actor's mouth; the lower, the nearer."""

    OWN_TEXT = 0
    QUOTE = 1
    INDIRECT = 2
    ANONYMOUS = 3
    ANOTHERS_WORD = 4


_ATTRIBUTED = {
    Attribution.QUOTE: SourceRank.QUOTE, Attribution.INDIRECT: SourceRank.INDIRECT,
    Attribution.OWN_VOICE: SourceRank.INDIRECT, Attribution.ANONYMOUS: SourceRank.ANONYMOUS,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The reports of a register, their origins, and those that are an actor's own text."""

    reports: Mapping[str, Report]
    origins: Mapping[str, str]
    own_texts: Mapping[str, str]
    """Actor id by report id."""

    def origin(self, statement: Statement) -> str:
        """The origin of the statement's report; an ungrouped report is its own."""
        return self.origins.get(statement.report, statement.report)

    def day(self, statement: Statement) -> str | None:
        """ISO date on which the position was stated: as the report says, else the report's own."""
        if statement.said_on is not None and statement.said_on.first is not None:
            return statement.said_on.first
        return self.reports[statement.report].published

    def rank(self, statement: Statement) -> SourceRank:
        """What the statement rests on; who speaks for a member of a collective speaks for itself."""
        actor, speaker = statement.actor.id, statement.speaker
        if actor is not None and self.own_texts.get(statement.report) == actor:
            return SourceRank.OWN_TEXT
        if statement.attribution is Attribution.ANONYMOUS:
            return SourceRank.ANONYMOUS
        if speaker is not None and speaker.of is not None and speaker.of != actor:
            return SourceRank.ANOTHERS_WORD
        return _ATTRIBUTED[statement.attribution]


def own_texts(reports: Sequence[Report], codebook: Codebook) -> dict[str, str]:
    """Actor id by id of those reports whose outlet is the actor itself or an office of it.

    "Palazzo Chigi", "Government of Norway" and "Norwegian Ministry of Finance" are; "Washington Post"
    is not.
    """
    outlets = {r.outlet for r in reports if r.outlet}
    if not outlets:
        return {}
    offices = _offices(codebook)
    return {
        r.id: offices[name]
        for r in reports
        if r.outlet and (name := _office_name(r.outlet, offices)) is not None
    }


def _offices(codebook: Codebook) -> dict[str, str]:
    """Actor id by the lower-case names under which the actor publishes."""
    found: dict[str, str] = {}
    for actor in codebook.actors:
        for name in (actor.name, *actor.names, *actor.seats, *actor.bodies):
            found.setdefault(name.lower(), actor.id)
        for name in (actor.name, *actor.names, *actor.adjectives):
            for office in _OFFICES:
                found.setdefault(f"{name.lower()} {office}", actor.id)
    return found


_LEAD = re.compile(r"^(?:the |government of |press office of |office of |presidency of )+")
_TAIL = re.compile(r"(?: press(?: office| release| service)?|,.*| of (?!the ).*)$")


def _office_name(outlet: str, offices: Mapping[str, str]) -> str | None:
    name = outlet.lower().strip()
    bare = _LEAD.sub("", name)
    for candidate in (name, bare, _TAIL.sub("", bare)):
        if candidate in offices:
            return candidate
    return None
