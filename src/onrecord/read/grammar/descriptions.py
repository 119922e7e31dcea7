"""Actors described rather than named: "her country", "the bloc", "British troops"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.read.grammar.pronouns import Pronouns
from onrecord.read.grammar.referents import Who, lemma_of

__all__ = ["Descriptions"]


class Descriptions(Pronouns):
    """Descriptions by a common noun, settled by an owner, an adjective or what was named before."""

    def _described(self, head: Any, base: int, speaker: Who | None) -> tuple[Who, ...]:
        """ "her country", "the country", "the bloc", "the two governments", "British troops"."""
        start, end = self._bounds(head, base)
        lemma = head.lemma_.lower()
        if lemma in (
            "country",
            "government",
            "nation",
            "state",
            "side",
            "capital",
            "republic",
            "kingdom",
        ):
            return self._country(head, base, start, end, speaker)
        kinds = {
            "bloc": "EU",
            "union": "EU",
            "commission": "EU",
            "alliance": "NATO",
            "coalition": None,
            "group": None,
        }
        if lemma in kinds:
            return self._body(lemma, kinds[lemma], start, end)
        for mention in self.context.within(start, end):
            if mention.form == "adjective" and mention.actor_id is not None:
                return (
                    replace(
                        self._who(start, end, mention.actor_id),
                        via_adjective=True,
                        negative=self._negative(head),
                    ),
                )
            if mention.form in ("name", "seat", "body") and mention.actor_id is not None:
                owner = any(c.dep_ == "poss" for c in head.children)
                if owner or mention.start == start:
                    return (
                        replace(
                            self._who(start, end, mention.actor_id),
                            via_adjective=True,
                            negative=self._negative(head),
                        ),
                    )
        return ()

    def _country(
        self, head: Any, base: int, start: int, end: int, speaker: Who | None
    ) -> tuple[Who, ...]:
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
        if head.tag_ == "NNS" and lemma_of(head) != "side":
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

    def _body(self, lemma: str, default: str | None, start: int, end: int) -> tuple[Who, ...]:
        if lemma in ("coalition", "group") and self.context.coalition is not None:
            return (self._who(start, end, self.context.coalition),)
        for mention in self.context.before(start):
            if mention.actor_id == default and default is not None:
                return (self._who(start, end, default),)
        return ()
