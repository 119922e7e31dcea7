"""Subjects that are predicates themselves: "an appeal by the bishops for calm", "the refusal of X to leave"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.requests import RequestRules
from onrecord.read.grammar.who import Who

__all__ = ["SubjectNounRules"]

_DEPENDING = frozenset("sending participation contribution involvement size number role".split())
_STANDING = frozenset("stand hold apply remain exist last".split())
"""What an offer no longer does once it is gone."""


class SubjectNounRules(RequestRules):
    """Rules for predicate nouns that are the subject of a clause."""

    def _of_subject(self, verb: Any, governor: Governor) -> Iterator[Frame]:
        """ "Estonia's readiness to join will not weaken …": the subject noun is the predicate."""
        subject = tree.subject(verb)
        if subject is not None and self._decision_to_come(verb, subject, governor):
            who = self._owner(subject, governor) or self.resolver.resolve(
                subject, self.base, governor.voice
            )
            who = (
                who or self.inside(subject) or tuple(w for w in (governor.voice,) if w is not None)
            )
            if who:
                yield self.frame(
                    Act.UNDECIDED, subject, who, governor, explicit=True, rule="to be decided",
                    extra=[verb], hedge=tree.span_of([verb, *tree.auxiliaries(verb)]),
                )  # fmt: skip
            return
        if subject is not None and verb.lemma_ in ("depend", "hinge") and not tree.is_negated(verb) and (
            self.lexicon.noun_classes(subject) & {"given", "event"} or subject.lemma_.lower() in _DEPENDING
            or subject.tag_ == "VBG"
        ):  # fmt: skip
            # "the sending of a company would depend on a mandate": kept open by whose it is, or who says so
            who = self._owner(subject, governor) or self.owner_of(subject, subject, None, governor)
            who = who or ((governor.voice,) if governor.voice is not None else ())
            if who:
                yield self.frame(Act.UNDECIDED, subject, who, governor, explicit=True,
                                 rule="depends", hedge=tree.span_of([verb]), extra=[verb])  # fmt: skip
            return
        noun = self.told_by(subject) if subject is not None else None
        if noun is None:
            return
        who = self.owner_of(noun, subject, verb, governor)
        classes = self.lexicon.verb_classes(verb)
        if tree.is_passive(verb) and classes & {"rejection", "decline", "refusal"}:
            yield from self._denied_to(verb, noun, who, governor)
        elif who and not (verb.lemma_ in _STANDING and tree.is_negated(verb)):
            yield from self.nominal(noun, who, governor, None)

    def _denied_to(
        self, verb: Any, noun: Any, owner: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "A request by the exiles to visit Burma was denied": by whom it names beside its owner."""
        theirs = {w.start for w in owner}
        inside = (w for t in noun.subtree if t.dep_ in ("pobj", "dobj", "amod", "compound")
                  for w in self.resolver.resolve(t, self.base, None))  # fmt: skip
        who = next(((w,) for w in inside if w.id is not None and w.start not in theirs), ())
        who = who or ((governor.voice,) if governor.voice is not None else ())
        if who and not tree.is_negated(verb):
            yield self.frame(Act.REJECTION, noun, who, governor, explicit=True, rule="denied",
                             recipient=owner, extra=[verb])  # fmt: skip

    def _decision_to_come(self, verb: Any, subject: Any, governor: Governor) -> bool:
        """ "A decision on troops would come later": what is to be decided is not decided."""
        return (
            subject.lemma_ in ("decision", "verdict", "answer", "position")
            and self.mood(verb, governor) in (*tree.FUTURE, "must", "could", "may")
            and (verb.lemma_ in ("come", "follow", "fall", "wait", "take", "make", "reach", "depend")
                 or tree.is_passive(verb))
        )  # fmt: skip
