"""Codebook: contributions and actors of one domain of commitments. Data, never code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Actor", "ActorKind", "Codebook", "Contribution"]


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    """A named set of states without offices of its own (the Baltic states, Europe)."""
    COALITION = "coalition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One code a commitment can be about.

    `nouns` are lemma phrases whose last word heads the object ("troop", "peace agreement");
    `verbs` are lemmas or verb phrases that are the contribution themselves ("train", "send arms").
    A dotted code narrows its parent: any of `modifiers` inside the parent's phrase gives it.
    Phrases are lower case, of lemmas, matched on word boundaries; the longest match wins.
    """

    code: str
    label: str
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    money: bool = False
    """Money without a more telling purpose is coded here."""
    harm: bool = False
    """Announcing it is a threat."""

    @property
    def parent(self) -> str | None:
        """The wider code, or None at the top."""
        return self.code.rpartition(".")[0] or None

    @property
    def top(self) -> str:
        """The top-level code."""
        return self.code.partition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One state, organisation or group, with every name it goes by.

    `names` and `seats` (capitals, seats of government, metonyms) stand for the actor as nouns;
    `adjectives` are demonyms used before a noun ("Italian"), `people` plural or singular nouns for
    its people ("Italians"). `bodies` are parts that speak for it ("European Commission").
    `heads` are (name, role, from, to) of persons who speak for it, dates ISO or None.
    `ambiguous` names need the context to confirm them (Georgia, Jordan, Brussels).
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    heads: tuple[tuple[str, str, str | None, str | None], ...] = ()
    members: tuple[str, ...] = ()
    """Actor ids of the members, for a group or organisation with a known membership."""
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """A domain's contributions and actors, with the version that statements are read by."""

    name: str
    version: str
    title: str
    contributions: tuple[Contribution, ...]
    actors: tuple[Actor, ...]
    fingerprint: str = ""
    """Digest of the data files it was loaded from."""

    def contribution(self, code: str) -> Contribution:
        """The contribution with this code; KeyError if there is none."""
        for contribution in self.contributions:
            if contribution.code == code:
                return contribution
        raise KeyError(code)

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id; KeyError if there is none."""
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)
