"""Frames: what the grammar finds in a clause, before contributions and spans are worked out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.model.vocabulary import Act, Attribution, What
from onrecord.read.grammar.who import Who

__all__ = ["Frame", "Governor", "compose", "governed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """What governs a clause: who speaks, who acts, and how strongly, as read so far."""

    speaker: Who | None = None
    voice: Who | None = None
    """Who speaks innermost: what Trump said, as an unnamed official (the speaker) tells it."""
    attribution: Attribution = Attribution.OWN_VOICE
    who: tuple[Who, ...] = ()
    subject: Any | None = None
    """Subject token that an infinitive or coordinated verb inherits."""
    act: Act | None = None
    refrain: bool = False
    modality: str = ""
    negated: bool = False
    recipient: tuple[Who, ...] = ()
    told: tuple[Who, ...] = ()
    """Whom it is said to or of, where the verb of saying names them."""
    chain: tuple[Any, ...] = ()
    """Governing predicate tokens, outermost first: the hedge, and part of the evidence."""
    scopes: tuple[Any, ...] = ()
    """Tokens whose condition phrases hold for everything below."""
    rule: str = ""
    thing: Any | None = None
    """What a relative clause is about: the noun it hangs on, where that is its object."""

    def but(self, **changes: Any) -> Governor:
        """The same with some fields changed."""
        return replace(self, **changes)


@dataclass(slots=True, kw_only=True)
class Frame:
    """One act of one or more actors, with the token whose phrase holds the contribution."""

    act: Act
    who: tuple[Who, ...]
    node: Any
    """The verb or noun whose phrase is searched for contributions."""
    governor: Governor
    rule: str
    passive_subject: Any | None = None
    explicit: bool = False
    """A predicate of commitment, not a bare tense, gave the act: a content without code counts."""
    refrain: bool = False
    what: tuple[What, ...] = ()
    recipient: tuple[Who, ...] = ()
    hedge: tuple[int, int] | None = None
    """First and last token of the words that weaken it."""
    alternative: str | None = None
    otherwise: Act | None = None
    """The act where the verb itself is a contribution: "cut emissions" withdraws nothing."""
    extra: list[Any] = field(default_factory=list)
    """Further tokens that the evidence must show."""


_ORDER = [Act.UNDECIDED, Act.OFFER, Act.INTENTION, Act.PLEDGE, Act.DELIVERY]


def compose(outer: Act | None, inner: Act) -> Act:
    """The act of a chain such as "is prepared to consider sending": the weaker governs.

    A refusal of a refusal ("refused to rule out") keeps the matter open.
    """
    if outer is None:
        return inner
    if outer is Act.REFUSAL:
        # Refusing to consider is refusing; refusing to rule out is keeping it open.
        return Act.UNDECIDED if inner is Act.REFUSAL else Act.REFUSAL
    if inner is Act.REFUSAL and outer in _ORDER:
        return Act.UNDECIDED if outer is Act.UNDECIDED else Act.REFUSAL
    if outer in _ORDER and inner in _ORDER:
        return min(outer, inner, key=_ORDER.index)
    return outer


def governed(act: Act, *, negated: bool, refrain: bool) -> tuple[Act, bool]:
    """The act under a governing predicate: a negated promise is a promise not to do."""
    if not negated:
        return act, refrain
    if act is Act.PLEDGE:
        return act, not refrain
    if act in (Act.INTENTION, Act.OFFER, Act.DELIVERY):
        return Act.REFUSAL, False
    if act is Act.REFUSAL:
        return Act.UNDECIDED, False
    return act, refrain
