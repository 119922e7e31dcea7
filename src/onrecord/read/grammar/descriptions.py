"""Actors described rather than named: "her country", "the bloc", "British troops"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import Any

from onrecord.codebooks.codebook import ActorKind
from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.mentions import Mention
from onrecord.read.grammar.negatives import is_negative
from onrecord.read.grammar.pronouns import Pronouns
from onrecord.read.grammar.referents import Who, lemma_of
from onrecord.read.grammar.tree import conjuncts

__all__ = ["BODY_NOUNS", "Descriptions"]


_STATES = frozenset(
    "country government nation state side capital republic kingdom neighbour".split()
)
_POINTING = frozenset("the that this these those its their".split())
_BODY = (ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.COALITION)
_ARMED = ((ActorKind.MOVEMENT,), "")
_BODIES: dict[str, tuple[tuple[ActorKind, ...], str]] = {
    "bloc": (_BODY, r"(?i)union|community|league|forum|association|bloc|mercosur|brics|alliance"),
    "union": (_BODY, "Union"),
    "community": (_BODY, "Community"),
    "league": (_BODY, "League"),
    "commission": (_BODY, r"Commission|^European Union"),
    "alliance": (_BODY, r"(?i)alliance|^NATO|coalition"),
    "coalition": (_BODY, r"(?i)coalition|alliance"),
    "group": ((*_BODY, ActorKind.MOVEMENT), ""),
    "grouping": (_BODY, ""),
    "organisation": (_BODY, ""),
    "organization": (_BODY, ""),
    "institution": (_BODY, ""),
    "body": (_BODY, ""),
    "agency": ((ActorKind.ORGANISATION,), r"Agency|Office|Programme|UN|Organi[sz]ation|Works"),
    "bank": ((ActorKind.ORGANISATION,), "Bank"),
    "lender": ((ActorKind.ORGANISATION,), "Bank|IMF"),
    "fund": ((ActorKind.ORGANISATION,), "Fund|Facility"),
    "movement": _ARMED, "militia": _ARMED, "rebel": _ARMED, "insurgent": _ARMED,
    "militant": _ARMED, "paramilitary": _ARMED, "paramilitaries": _ARMED, "guerrilla": _ARMED,
    "fighter": _ARMED, "faction": _ARMED, "islamist": _ARMED, "jihadist": _ARMED,
}  # fmt: skip
"""Which kind of actor a common noun can point back to, and what one of its names must hold."""
BODY_NOUNS = frozenset(_BODIES)
"""Common nouns that can point back to an organisation or movement."""


class Descriptions(Pronouns):
    """Descriptions by a common noun, settled by an owner, an adjective or what was named before."""

    def _described(self, head: Any, base: int, speaker: Who | None) -> tuple[Who, ...]:
        """ "her country", "the country", "the bloc", "the two governments", "British troops"."""
        start, end = self._bounds(head, base)
        lemma = head.lemma_.lower()
        if lemma in _STATES:
            if alias := self._alias(head, base, speaker):
                return alias
            return self._country(head, base, start, end, speaker)
        if lemma in _BODIES:
            if alias := self._alias(head, base, speaker):
                return alias
            return self._body(head, lemma, start, end)
        outside = load_lexicon().noun_classes(head) & {"outsiders", "private"}
        if outside and ("outsiders" in outside or not self.context.codebook.unknown_names):
            return ()
        if (own := self._owned(head, base, speaker)) is not None:
            return own
        for mention in self.context.within(start, end):
            if mention.form == "adjective" and mention.actor_id is not None and (
                mention.start < base + head.idx
            ):  # fmt: skip
                return (
                    replace(
                        self._who(start, end, mention.actor_id),
                        via_adjective=True,
                        negative=is_negative(head),
                    ),
                )
            if mention.form in ("name", "seat", "body") and mention.actor_id is not None:
                owner = any(c.dep_ == "poss" for c in head.children)
                if owner or mention.start == start:
                    return (
                        replace(
                            self._who(start, end, mention.actor_id),
                            via_adjective=True,
                            negative=is_negative(head),
                        ),
                    )
        return ()

    def _owned(self, head: Any, base: int, speaker: Who | None) -> tuple[Who, ...] | None:
        """ "our soldiers", "its ships": what goes somewhere stands for whose it is; None where it is nothing such."""
        if head.lemma_.lower() not in self._movable or head.dep_ not in ("nsubj", "nsubjpass"):
            return None
        for child in head.children:
            if child.dep_ == "poss" and child.pos_ == "PRON":
                return tuple(
                    replace(who, via_adjective=True, negative=is_negative(head))
                    for who in self._pronoun(child, base, speaker)
                )
        return None

    def is_movable(self, noun: Any) -> bool:
        """Whether the noun names what the codebook's actors send somewhere."""
        return noun.lemma_.lower() in self._movable

    @cached_property
    def _movable(self) -> frozenset[str]:
        """The codebook's words for what goes somewhere."""
        return frozenset(
            noun for c in self.context.codebook.contributions if c.moves for noun in c.nouns
            if " " not in noun
        )  # fmt: skip

    def _country(
        self, head: Any, base: int, start: int, end: int, speaker: Who | None
    ) -> tuple[Who, ...]:
        if lemma_of(head) == "neighbour":
            for mention in self.context.within(start, end):
                if mention.form == "adjective" and mention.actor_id is not None:
                    return (self._who(start, end, mention.actor_id),)  # "its Polish neighbour"
            if any(c.dep_ == "poss" for c in head.children):
                return ()
        for child in head.children:
            if child.dep_ == "poss":
                if child.pos_ == "PRON":
                    return tuple(
                        replace(
                            who, start=start, end=end, mention=self.text[start:end], person=None
                        )
                        for who in self._pronoun(child, base, speaker)
                    )
                owner = self._one(child, base, speaker)
                return tuple(
                    replace(w, start=start, end=end, mention=self.text[start:end], person=None)
                    for w in owner
                )
        for mention in self.context.within(start, end):
            if mention.actor_id is not None and mention.form != "person":
                return (self._who(start, end, mention.actor_id),)
        two = any(c.lower_ in ("two", "both") for c in head.children) and head.dep_ == "nsubj"
        if head.tag_ == "NNS" and (lemma_of(head) != "side" or two):
            return tuple(
                replace(who, start=start, end=end, mention=self.text[start:end])
                for who in self._pair_before(start)
            )
        if head.tag_ == "NNS":
            return ()
        if speaker is not None and self.context.is_state(speaker.id):
            return tuple(replace(w, person=None) for w in self._at(speaker, start, end))
        if lemma_of(head) == "government" and self.context.issuer is not None:
            return (self._who(start, end, self.context.issuer),)
        for mentions in self._recent(start):
            for mention in mentions:
                if self.context.is_state(mention.actor_id) and mention.form != "adjective":
                    return (self._who(start, end, mention.actor_id),)
        return ()

    def _alias(self, head: Any, base: int, speaker: Who | None) -> tuple[Who, ...]:
        """ "the islands' alliance, AOSIS", "host country Brazil and Indonesia": the name counts."""
        if lemma_of(head) not in _BODIES and lemma_of(head) not in _STATES:
            return ()
        found: list[Who] = []
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN":
                for name in (child, *conjuncts(child)):
                    found += self._one(name, base, speaker)
        return tuple(w for w in found if w.person is None)

    def _body(self, head: Any, lemma: str, start: int, end: int) -> tuple[Who, ...]:
        """ "the bloc", "that organisation", "the rebels": the last one named that is such a thing."""
        if lemma in ("coalition", "group") and self.context.coalition is not None:
            return (self._who(start, end, self.context.coalition),)
        if not any(c.lower_ in _POINTING for c in head.children):
            return ()
        inside = {m.actor_id for m in self.context.within(start, end)}
        if any(not self.context.is_state(i) for i in inside):
            return tuple(self._who(start, end, i) for i in inside if i is not None)
        for mention in self.context.before(start):
            if mention.form in ("name", "body", "seat") and self._is_body(mention, lemma):
                return (self._who(start, end, mention.actor_id),)
        return ()

    def _is_body(self, mention: Mention, lemma: str) -> bool:
        """Whether the actor mentioned is a thing of this kind."""
        if mention.actor_id is None:
            return False
        try:
            actor = self.context.codebook.actor(mention.actor_id)
        except KeyError:
            return False
        kinds, words = _BODIES[lemma]
        called = any(re.search(words, name) for name in (actor.name, *actor.names))
        return actor.kind in kinds and called
