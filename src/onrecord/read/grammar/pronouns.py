"""Whom pronouns stand for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.model.statement import Members
from onrecord.read.grammar.people import ROLE
from onrecord.read.grammar.referents import Referents, Who

__all__ = ["Pronouns"]

_PERSONAL = frozenset("he she him her his himself herself".split())
_FIRST = frozenset("i we us our me my ourselves".split())
_THEY = frozenset("they them their themselves these those".split())


def _is_officer(who: Who) -> bool:
    return who.person is not None or (who.role is not None and bool(ROLE.search(who.role)))


def _is_person(who: Who, plural: bool) -> bool:
    return not plural and _is_officer(who)


def _is_body(who: Who, plural: bool) -> bool:
    return not plural and who.id is not None and who.members is None and not _is_officer(who)


def _is_plural(who: Who, plural: bool) -> bool:
    return plural


class Pronouns(Referents):
    """ "we", "he", "they", "it", "both": by who speaks and who was named before."""

    def _pronoun(self, token: Any, base: int, speaker: Who | None) -> tuple[Who, ...]:
        start, end = base + token.idx, base + token.idx + len(token)
        word = token.lower_
        for child in token.children:
            if child.dep_ == "appos" and (found := self._one(child, base, speaker)):
                return found  # "We, the leaders of the G7, …"
        if word in _FIRST:
            return self._at(speaker, start, end) if speaker else self._first_person(start, end)
        if word in _PERSONAL:
            if (
                speaker is not None
                and (speaker.person or speaker.role)
                and not speaker.unnamed_source
            ):
                return self._at(speaker, start, end)
            return self._person_before(start, end)
        if word in ("both", "neither"):
            pair = self._pair_before(start)
            return tuple(
                replace(who, start=start, end=end, mention=token.text, negative=word == "neither")
                for who in pair
            )
        if word == "others":
            return (self._who(start, end, None, members=Members()),)
        if word in _THEY:
            if token.dep_ == "pobj" and token.head.lower_ == "of":
                return ()  # "the first of them": who they are is the counted noun's matter
            return self._they(start, end, speaker)
        if word == "it" or word == "its":
            if (
                speaker is not None
                and speaker.person is None
                and (speaker.id is not None or speaker.counts)
            ):
                return self._at(speaker, start, end)
            return self._actor_before(start, end)
        if word in ("nobody", "none"):
            found = self._at(speaker, start, end) if speaker else ()
            return tuple(replace(who, negative=True) for who in found)
        return ()

    def _first_person(self, start: int, end: int) -> tuple[Who, ...]:
        home = self.context.issuer or self.context.home
        return (self._who(start, end, home),) if home is not None else ()

    def _person_before(self, start: int, end: int) -> tuple[Who, ...]:
        for back, mentions in enumerate(self._recent(start, reach=4)):
            if (subject := self._subject_of(start, back, _is_person)) is not None:
                return self._at(subject, start, end)
            persons = [m for m in mentions if m.person is not None and not m.person.former]
            if persons:
                person = persons[0].person
                assert person is not None
                return (
                    self._who(start, end, person.of, person=person, outsider=person.of is None),
                )
        return ()

    def _actor_before(self, start: int, end: int) -> tuple[Who, ...]:
        for back, mentions in enumerate(self._recent(start)):
            if (subject := self._subject_of(start, back, _is_body)) is not None:
                return self._at(subject, start, end)
            for mention in mentions:
                if mention.form in ("name", "seat", "body") and mention.actor_id is not None:
                    return (self._who(start, end, mention.actor_id),)
        return ()

    def _pair_before(self, position: int) -> tuple[Who, ...]:
        """The two actors that "both", "neither" and "the two governments" point back to."""
        for mentions in self._recent(position, reach=2):
            found = {
                m.actor_id: m for m in mentions
                if m.actor_id is not None and m.form in ("name", "seat", "person", "body")
            }  # fmt: skip
            if len(found) >= 2:
                pair = sorted(found.values(), key=lambda m: m.start)[:2]
                return tuple(self._who(m.start, m.end, m.actor_id) for m in pair)
        if len(self._last_actors) >= 2:
            return self._last_actors[-2:]
        start = position
        return tuple(self._who(start, start, side) for side in self.context.pair)

    def _they(self, start: int, end: int, speaker: Who | None) -> tuple[Who, ...]:
        if speaker is not None and (
            speaker.members is not None
            or speaker.counts
            or self._is_many(speaker)
            or _are_officials(speaker)
        ):
            return self._at(speaker, start, end)
        group, pair = self._last_collective, self._last_actors
        latest = max((w.start for w in (group, *pair[:1]) if w is not None), default=-1)
        for back in range(3):
            subject = self._subject_of(start, back, _is_plural)
            if subject is not None and subject.start > latest:
                return self._at(subject, start, end)
        if len(pair) > 1 and pair[-1].end > start - 400 and pair[0].start == latest:
            return tuple(
                replace(who, start=start, end=end, mention=self.text[start:end]) for who in pair
            )
        if group is None and len(pair) < 2:
            sides = {m.actor_id for found in self._recent(start, reach=1) for m in found}
            if len(sides) == 1 and None not in sides:
                return (self._who(start, end, sides.pop()),)  # "Mali's rulers …. They have …"
        return self._at(group, start, end)

    def _is_many(self, who: Who) -> bool:
        """An organisation or movement speaking as such: reports call it "it" or "they"."""
        return _is_body(who, plural=False) and not self.context.is_state(who.id)


def _are_officials(who: Who) -> bool:
    """Officials without a name: "Cuban officials said they would"."""
    return who.person is None and who.role is not None and who.mention.lower().endswith("s")
