"""Events told by their noun: "the deployment of Kenyan troops has begun", "another 20 million will come from Oslo"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.subject_nouns import SubjectNounRules
from onrecord.read.grammar.who import Who

__all__ = ["EventRules"]

_ARRIVING = frozenset("arrive reach land".split())
_RECEIVED = frozenset("get receive obtain".split())
_GOING = frozenset("leave depart withdraw go return come pull".split())
_FLOWING = frozenset("come go flow arrive".split())
_QUANTITIES = frozenset(
    "most bulk half part rest majority share remainder contingent money million billion".split()
)
_PEOPLE = frozenset("refugee migrant person people evacuee deportee patient child".split())
"""Who comes from somewhere is sent by nobody."""


class EventRules(SubjectNounRules):
    """Rules for subjects that are what somebody does, with a verb that tells how far it has come."""

    def _of_event(self, verb: Any, governor: Governor) -> Iterator[Frame]:
        """The frames of such a clause; none where its verb or its subject is another."""
        subject = tree.subject(verb)
        if subject is None or governor.act is not None:
            return
        none = any(c.lower_ == "no" for c in subject.children)
        if verb.lemma_ in _FLOWING and (none or tree.is_negated(verb)):
            yield from self._withheld(subject, verb, governor)
            return
        if tree.is_negated(verb):
            return
        if verb.lemma_ == "come" and self._is_quantity(subject):
            yield from self._coming_from(verb, subject, governor)
            return
        if verb.lemma_ in _ARRIVING and (mood := self.mood(verb, governor)) and not (
            verb.lemma_ == "reach" and mood not in tree.FUTURE
        ):  # fmt: skip
            yield from self._arriving(subject, verb, mood, governor)
            return
        if verb.lemma_ in _GOING and self._goes_home(verb, subject):
            yield from self._going(verb, subject, governor)
            return
        if "stage" not in self.lexicon.verb_classes(verb):
            return
        classes = self.lexicon.noun_classes(subject)
        if not classes & {"event", "withdrawal"}:
            return
        mood = self.mood(verb, governor)
        act = _act_of(mood)
        if act is None:
            return
        if "withdrawal" in classes:
            act = Act.WITHDRAWAL
        who = self._whose_event(subject, governor)
        if who:
            yield self.frame(act, subject, who, governor, rule="event", extra=[verb],
                             explicit=act is not Act.DELIVERY)  # fmt: skip

    def _withheld(self, subject: Any, verb: Any, governor: Governor) -> Iterator[Frame]:
        """ "Berlin said no tanks would go to Ukraine": who says so gives none."""
        who = governor.voice
        if who is None or who.outsider or self.mood(verb, governor) not in tree.FUTURE:
            return
        if subject.pos_ == "NOUN" and not self.resolver.is_actor_noun(subject):
            yield self.frame(
                Act.REFUSAL, subject, (who,), governor, rule="event", extra=[verb], explicit=True
            )

    def _arriving(self, subject: Any, verb: Any, mood: str, governor: Governor) -> Iterator[Frame]:
        """ "Danish tanks will arrive in May": given by those whose they are."""
        act = _act_of(mood)
        people = any(t.lemma_.lower() in _PEOPLE for t in subject.subtree)
        owners = [*tree.children(subject, "poss", "amod", "compound", "nmod")]
        owners += [
            g for p in tree.prepositions(subject) if p.lower_ in ("of", "from")
            for n in tree.children(p, "pobj") for g in (n, *tree.children(n, "poss", "amod"))
        ]  # fmt: skip
        who = next((w for o in owners if (w := self.resolver.resolve(o, self.base, None))), ())
        sides = self.resolver.resolve(subject, self.base, governor.voice)
        who = who or tuple(w for w in sides if w.via_adjective)
        if (
            act is not None
            and who
            and not people
            and not (mood == "would" and governor.speaker is None)
        ):
            yield self.frame(act, subject, who, governor, rule="event", extra=[verb])

    def received(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "Ukraine will get 14 tanks from Denmark": given by whom it names beside the thing."""
        if (
            verb.lemma_ not in _RECEIVED
            or not who
            or tree.is_negated(verb)
            or governor.act is not None
        ):
            return
        to = any(c.tag_ == "TO" for c in verb.children)
        mood = self.mood(verb, governor)
        act = Act.INTENTION if to and verb.head.lemma_ == "be" else _act_of(mood)
        if act is None or (mood == "would" and governor.speaker is None):
            return
        for thing in tree.children(verb, "dobj"):
            from_ = [g for t in (verb, thing) for p in tree.prepositions(t) if p.lower_ == "from"
                     for g in tree.children(p, "pobj")]  # fmt: skip
            givers = next(
                (w for g in from_ if (w := self.resolver.resolve(g, self.base, None))), ()
            )
            side = self.resolver.resolve(thing, self.base, None)
            givers = givers or tuple(w for w in side if w.via_adjective)
            if givers and {w.id for w in givers}.isdisjoint(w.id for w in who):
                yield self.frame(act, thing, givers, governor.but(who=givers, subject=None), rule="received",
                                 recipient=who, extra=[verb])  # fmt: skip

    def _goes_home(self, verb: Any, subject: Any) -> bool:
        """ "French troops will leave Mali": those who were sent go."""
        if not self.resolver.is_movable(subject):
            return False
        words = {t.lower_ for t in (*verb.children, *tree.objects(verb))}
        return verb.lemma_ in ("leave", "depart", "withdraw") or "home" in words or "out" in words

    def _going(self, verb: Any, subject: Any, governor: Governor) -> Iterator[Frame]:
        mood = self.mood(verb, governor)
        if mood not in (*tree.FUTURE, *tree.DONE, "progressive", "present"):
            return
        sides = self.resolver.resolve(subject, self.base, governor.voice)
        who = tuple(w for w in sides if w.via_adjective) or (
            (governor.voice,) if governor.voice is not None else ()
        )
        if who and not (mood == "would" and governor.speaker is None):
            yield self.frame(Act.WITHDRAWAL, subject, who, governor, rule="event", extra=[verb])

    def _whose_event(self, noun: Any, governor: Governor) -> tuple[Who, ...]:
        """Whose the event is: its owner, whose the thing is that it is done with, or who tells it."""
        owners = [*tree.children(noun, "poss", "amod", "compound", "nmod")]
        for prep in tree.prepositions(noun):
            if prep.lower_ in ("of", "by"):
                owners += tree.children(prep, "pobj")
        for owner in owners:
            if found := self.resolver.resolve(owner, self.base, governor.voice):
                return found
        return (governor.voice,) if governor.voice is not None else ()

    def _is_quantity(self, noun: Any) -> bool:
        words = [noun, *tree.noun_phrase(noun)]
        return not any(t.lemma_.lower() in _PEOPLE for t in noun.subtree) and any(
            t.like_num or t.lemma_.lower() in _QUANTITIES for t in words
        )

    def _coming_from(self, verb: Any, subject: Any, governor: Governor) -> Iterator[Frame]:
        """ "Another 20 million euros will come from Sweden", "the bulk of the troops came from Chad"."""
        act = _act_of(self.mood(verb, governor))
        for prep in tree.prepositions(verb) if act is not None else ():
            for noun in tree.children(prep, "pobj") if prep.lower_ == "from" else ():
                who = self.resolver.resolve(noun, self.base, governor.voice)
                if who and act is not None:
                    yield self.frame(act, subject, who, governor, rule="event", extra=[verb, noun])


def _act_of(mood: str) -> Act | None:
    if mood in tree.FUTURE:
        return Act.PLEDGE
    return Act.DELIVERY if mood in (*tree.DONE, "present", "progressive") else None
