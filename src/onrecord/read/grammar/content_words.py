"""What contributions are looked for with: the codebook's words, and words about any contribution."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from onrecord.codebooks.codebook import Codebook
from onrecord.codebooks.matching import ContributionMatcher, Match
from onrecord.read.grammar.company import Fields

__all__ = [
    "CARRIERS",
    "CONTENT_PREPS",
    "EXPANDERS",
    "GIVING",
    "INFINITIVE",
    "INSTRUMENTS",
    "LIST_WORDS",
    "MAX_DEPTH",
    "PURPOSE_PREPS",
    "SPEAKERS",
    "SUPPORTING",
    "TALK",
    "TEAMS",
    "WHERE_PREPS",
    "Content",
    "ContentWords",
]

CONTENT_PREPS = (
    "with to for in on into towards toward as through by of at over about from against upon under via"
).split()
CARRIERS = frozenset(
    """aid package support contribution role part help effort work assistance activity participation
    involvement presence deployment dispatch provision supply delivery series range number amount total
    sum share component element form kind sort type set round variety majority rest host lot piece
    commitment engagement programme program project initiative scheme fund facility formula task
    use sending decision possibility prospect idea question issue matter extent level
    nature size scale modality detail announcement proposal plan draft offer option batch tranche
    cooperation collaboration pledge promise readiness willingness
    capability capacity million billion trillion per percent % share loan grant sale lifting
    increase reduction cut rise ban list lead support backing readiness draft plan proposal
    case crate sack bag plant factory party team group wave squad handful planeload truckload shipload boatload mandate charge consent approval assent permission roadmap declaration regulation contract licence permission tonne ton
    last first rest half most remainder bulk third quarter dozen hundred thousand couple handful
    worth order contract shipment consignment load stock supply purchase sale release return use transfer handover""".split()
)
LIST_WORDS = frozenset({"on", "at", "in", "by", "the", "and", "or", ",", "both", "either"})
EXPANDERS = frozenset({"including", "include", "like"})
TEAMS = frozenset("team party group wave squad".split())
"""Carriers whose own modifier tells more: "a verification team of 60 officers"."""
TALK = frozenset("talk discussion debate speculation".split())
"""Words about a thing stand for the thing: "any talk of quotas", but "talks on a truce" are talks."""
PURPOSE_PREPS = frozenset({"into", "for"})
WHERE_PREPS = frozenset("at by on in from".split())
SPEAKERS = frozenset(
    """minister secretary ministry department chief official spokesman spokeswoman spokesperson leader
    president chancellor premier envoy ambassador adviser advisor representative delegate diplomat
    expert analyst activist critic lawmaker senator deputy commissioner director chairman chairwoman
    agency committee commission council parliament government fee toll levy tax
    operator company giant trader producer exporter importer investor""".split()
)
"""Heads that are no contribution, whatever stands before them: "the refugee agency"."""
INSTRUMENTS = frozenset("guarantee loan grant credit commitment pledge contribution".split())
GIVING = frozenset("help contribute assist participate serve support act".split())
SUPPORTING = frozenset(
    "support help assist back aid strengthen contribute bolster reinforce supply provide".split()
)
INFINITIVE = ("acl", "relcl", "xcomp")
MAX_DEPTH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One contribution: its code and the tokens (first, last) of its words, head included."""

    code: str
    head: Any
    first: int
    last: int
    loose: bool = False
    """Whether it only stands within the phrase of another thing: "a message blaming the attacks"."""


class ContentWords(ABC):
    """A codebook's words, matched in the parse."""

    def __init__(self, codebook: Codebook) -> None:
        self.fields = Fields(codebook)
        self._matcher = ContributionMatcher(codebook)
        self._money = next((c.code for c in codebook.contributions if c.money), None)
        self._parents = {c.code: c.parent for c in codebook.contributions if c.parent}
        self._moving = {c.code for c in codebook.contributions if codebook.moves(c.code)}
        self._handed_over = {c.code: c.handed_over for c in codebook.contributions if c.handed_over}
        self._harm = {c.code for c in codebook.contributions if c.harm}
        backing = tuple(c for c in codebook.contributions if c.backing)
        self._backing = ContributionMatcher(replace(codebook, contributions=backing))
        self.uncoded = codebook.uncoded
        """The code of what no contribution names; None where that is left out."""
        self._siding = next((c.code for c in codebook.contributions if c.siding), None)
        self._routine = frozenset(c.code for c in codebook.contributions if c.routine)
        self._vague = {c.code for c in codebook.contributions if c.vague}
        self._narrower: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for contribution in codebook.contributions:
            if contribution.parent and contribution.modifiers:
                self._narrower.setdefault(contribution.parent, []).append(
                    (contribution.code, frozenset(contribution.modifiers))
                )

    @property
    def money(self) -> str | None:
        """The code of money without a purpose."""
        return self._money

    @property
    def harm(self) -> list[str]:
        """The codes whose announcement is a threat, in the codebook's order."""
        return sorted(self._harm)

    @property
    def siding(self) -> str | None:
        """The code of supporting an actor as such."""
        return self._siding

    @property
    def moving(self) -> frozenset[str]:
        """The codes of what goes to a place."""
        return frozenset(self._moving)

    @property
    def routine(self) -> frozenset[str]:
        """The codes whose being done is news and no delivery."""
        return self._routine

    def narrower(self, code: str) -> list[tuple[str, frozenset[str]]]:
        """The narrower codes with the words that give them."""
        return self._narrower.get(code, [])

    def _narrow(self, code: str, words: set[str]) -> list[str]:
        """The narrower codes whose words stand in the phrase; the code itself where none does."""
        narrower = [child for child, modifiers in self._narrower.get(code, ()) if modifiers & words]
        return narrower or [code]

    def _match(self, tokens: Iterable[Any], *, nouns_only: bool = False) -> list[Match]:
        listed = list(tokens)
        lemmas, words = [t.lemma_.lower() for t in listed], [t.lower_ for t in listed]
        return self._matcher.match(lemmas, words, nouns_only=nouns_only)

    @abstractmethod
    def _verb(self, verb: Any, passive_subject: Any | None, depth: int) -> Iterator[Content]:
        """The contributions of a verb phrase."""
