"""Codebook: contributions and actors of one domain of commitments. Data, never code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Actor", "ActorKind", "Codebook", "Contribution", "Head", "Sort"]


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    """A named set of states without offices of its own (the Baltic states, Europe)."""
    COALITION = "coalition"
    MOVEMENT = "movement"
    """An armed or political movement that is no state: a party to a conflict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One code a commitment can be about.

    `nouns` are lemma phrases whose last word heads the object ("troop", "peace agreement");
    `verbs` are lemmas or verb phrases that are the contribution themselves ("train", "send arms").
    A dotted code narrows its parent: any of `modifiers` inside the parent's phrase gives it.
    Phrases are lower case, of lemmas, matched on word boundaries; the longest match wins; "..."
    in a phrase stands for up to four words ("lay down ... arm"). Hyphens count as spaces, British
    and American spelling as one.
    """

    code: str
    label: str
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    money: bool = False
    """Money without a more telling purpose is coded here."""
    vague: bool = False
    """Money given for it says nothing more telling: it is coded as money ("€2bn in military aid")."""
    harm: bool = False
    """Announcing it is a threat."""
    backing: bool = False
    """Doing it backs another: it is support (an apology, a recognition)."""
    routine: bool = False
    """Done every day: reported as done and no more ("met in Paris"), it is news, no delivery."""
    siding: bool = False
    """To support an actor, and nothing that it does, is this."""
    moves: bool = False
    """It goes somewhere: "soldiers to Mali" has a place, "money to Mali" a recipient."""
    gift: bool = False
    """It is given to somebody: where a report's gifts are all for one side, it is for that side."""
    handed_over: str = ""
    """The code of its things where they become another's: ships that are sent, ships that are given."""

    field: str = ""
    """The field of life that its words are of ("security", "climate"); none for a code of any."""
    weak: tuple[str, ...] = ()
    """Words of its own that name it only where the report is not clearly of another field."""

    @property
    def parent(self) -> str | None:
        """The wider code, or None at the top."""
        return self.code.rpartition(".")[0] or None

    @property
    def top(self) -> str:
        """The top-level code."""
        return self.code.partition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A person who speaks or spoke for an actor, with the office held and its first and last day.

    `since` and `until` are ISO dates, None where not known or still in office. `short` is the
    part of the name that reports use alone; None where it is not used alone.
    """

    name: str
    role: str
    since: str | None = None
    until: str | None = None
    short: str | None = None

    def in_office(self, on: str) -> bool:
        """Whether the office was held on that ISO date."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One state, organisation or group, with every name it goes by.

    `names` and `seats` (capitals, seats of government, metonyms) stand for the actor as nouns;
    `adjectives` are demonyms used before a noun ("Italian"), `people` plural or singular nouns for
    its people ("Italians"). `bodies` are parts that speak for it ("European Commission").
    `short` names count only in a text that also has one of the others ("the Union").
    `heads` are persons who speak for it.
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
    short: tuple[str, ...] = ()
    heads: tuple[Head, ...] = ()
    members: tuple[str, ...] = ()
    """Actor ids of the members, for a group or organisation with a known membership."""
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """One sort of actors beside states and organisations (rebels, parties, courts).

    `nouns` are single lemmas, lower case: a phrase headed or modified by one of them is an actor of
    this sort, with the id `MLI.rebels` where the phrase names its state, else without an id.
    """

    sort: str
    label: str
    nouns: tuple[str, ...]
    official: bool = False
    """Where the phrase names a state, the state itself is the actor (its army, court, parliament)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """A domain's contributions and actors, with the version that statements are read by."""

    name: str
    version: str
    title: str
    contributions: tuple[Contribution, ...]
    actors: tuple[Actor, ...]
    fingerprint: str = ""
    """Digest of everything it was loaded from: a changed word is another codebook."""
    not_actors: tuple[str, ...] = ()
    """Names that contain an actor's name and are none ("Washington Post"); "* Times" is any
    actor's name with that word after it, "New *" with that word before it."""

    uncoded: str | None = None
    """The code of an act about what no contribution names; None where such an act is left out."""
    sorts: tuple[Sort, ...] = ()
    """Who counts as an actor beside states, organisations and groups."""
    unknown_names: bool = False
    """Whether a name that the codebook does not know counts as an actor, without an id."""

    def contribution(self, code: str) -> Contribution:
        """The contribution with this code; KeyError if there is none."""
        for contribution in self.contributions:
            if contribution.code == code:
                return contribution
        raise KeyError(code)

    def moves(self, code: str) -> bool:
        """Whether what has this code, or what it narrows, goes somewhere. False for an unknown code."""
        return any(c.moves and c.top == code.partition(".")[0] for c in self.contributions)

    def is_gift(self, code: str) -> bool:
        """Whether what has this code, or what it narrows, is given. False for an unknown code."""
        return any(c.gift and c.top == code.partition(".")[0] for c in self.contributions)

    def is_movement(self, actor_id: str) -> bool:
        """Whether this id is an armed group's or movement's. False for an unknown id."""
        return any(a.id == actor_id and a.kind is ActorKind.MOVEMENT for a in self.actors)

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id; KeyError if there is none."""
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)
