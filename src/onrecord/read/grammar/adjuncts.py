"""Phrases before a clause that say what its subject does: "In defiance of the court, …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.nominals import NominalRules

__all__ = ["AdjunctRules"]

_SAYING = frozenset({"rejection", "threat", "request", "support", "refusal"})
_BESIDE = ("prep", "advcl", "amod", "acomp", "ccomp")
_ACTS = (("rejection", Act.REJECTION), ("support", Act.SUPPORT), ("request", Act.REQUEST))


class AdjunctRules(NominalRules):
    """Rules for phrases set before a clause and its subject."""

    def adjuncts(self, head: Any, governor: Governor) -> Iterator[Frame]:
        """The frames of the phrases that stand before the clause's subject and are about it."""
        subject = tree.subject(head)
        if subject is None or governor.act is not None:
            return
        first = subject.left_edge.i
        beside = [
            c for c in head.children
            if (c.i < first and c.dep_ in _BESIDE) or c.pos_ == "ADJ" or c.lower_ == "at"
        ]  # fmt: skip
        who = self.actors(head, governor) if beside else ()
        for child in beside:
            if child.dep_ == "prep" and child.lower_ == "at":
                yield from self._at_request(child, head, governor)
            if child.dep_ == "prep" and child.lower_ == "in" and who:
                for noun in tree.children(child, "pobj"):
                    told = self.told_by(noun)
                    if told is not None and self._is_said(told):
                        yield from self.nominal(told, who, governor, None)
            elif child.pos_ == "ADJ" and child.dep_ in ("advcl", "amod", "acomp", "ccomp") and who:
                if "rejection" in self.lexicon.adjective_classes(child):
                    for noun in (
                        g for p in tree.prepositions(child) for g in tree.children(p, "pobj")
                    ):
                        yield self.frame(Act.REJECTION, noun, who, governor, explicit=True,
                                         rule="adjunct", extra=[child])  # fmt: skip
            elif child.tag_ == "VBN" and child.dep_ == "advcl":
                yield from self._by_others(child, subject, governor)

    def _at_request(self, at: Any, head: Any, governor: Governor) -> Iterator[Frame]:
        """ "At Egypt's request, the EU sent monitors": asked for, too."""
        if head.pos_ != "VERB":
            return
        for noun in tree.children(at, "pobj"):
            if noun.lemma_ not in ("request", "invitation", "urging", "behest", "insistence"):
                continue
            owners = [*tree.children(noun, "poss", "amod"), *(
                g for p in tree.prepositions(noun) if p.lower_ == "of" for g in tree.children(p, "pobj")
            )]  # fmt: skip
            who = next(
                (w for o in owners if (w := self.resolver.resolve(o, self.base, governor.voice))),
                (),
            )
            if who and who[0].id is not None:
                yield self.frame(Act.REQUEST, head, who, Governor(), explicit=True, rule="at request",
                                 extra=[noun])  # fmt: skip

    def _is_said(self, noun: Any) -> bool:
        """Whether the phrase is full enough to say it: "in opposition" and "in a call with" are not."""
        classes = self.lexicon.noun_classes(noun) & _SAYING
        words = {p.lower_ for p in tree.prepositions(noun)}
        if "request" in classes:
            return "for" in words or any(
                c.tag_ == "VB" for c in tree.children(noun, "acl", "relcl")
            )
        return bool(classes) and bool(words - {"with"})

    def _by_others(self, participle: Any, subject: Any, governor: Governor) -> Iterator[Frame]:
        """ "Spurned by the rebels, the offer …": what others did with the subject."""
        classes = self.lexicon.verb_classes(participle)
        act = next((a for name, a in _ACTS if name in classes), None)
        agents = [g for p in tree.children(participle, "agent", "prep") if p.lower_ == "by"
                  for g in tree.children(p, "pobj")]  # fmt: skip
        who = next((w for g in agents if (w := self.resolver.resolve(g, self.base, None))), ())
        if act is not None and who:
            self.done.add(participle.i)
            yield self.frame(act, subject, who, governor, explicit=True, rule="adjunct",
                             extra=[participle])  # fmt: skip

    def aims(self, head: Any, governor: Governor) -> Iterator[Frame]:
        """ "broke years of silence to endorse it": where the verb says nothing, its purpose does."""
        subject = tree.subject(head)
        if head.pos_ != "VERB" or subject is None or governor.act is not None:
            return
        if tree.is_negated(head) or self._is_protest(head):
            return
        for aim in tree.children(head, "advcl"):
            classes = self.lexicon.verb_classes(aim)
            to = aim.tag_ == "VB" and any(c.tag_ == "TO" for c in aim.children)
            if to and classes & {"request", "rejection", "support", "threat"} and aim.i > head.i:
                yield from self.clause(aim, governor.but(subject=subject, modality=""))

    def _is_protest(self, verb: Any) -> bool:
        """ "staged rallies to demand": the protest is what is told."""
        things = (*tree.objects(verb), *(g for p in tree.prepositions(verb) for g in p.children))
        return "protesting" in self.lexicon.verb_classes(verb) or any(
            "protesting" in self.lexicon.noun_classes(t) for t in things
        )

    def is_word_of(self, participle: Any, governor: Governor) -> bool:
        """Whether the participle tells what its noun says, and the noun is nobody who acts."""
        classes = self.lexicon.verb_classes(participle)
        noun = participle.head
        if "protesting" in self.lexicon.noun_classes(noun):
            return False
        if noun.dep_ not in ("dobj", "pobj") or not classes & {"request", "rejection", "support"}:
            return False
        told = any(o.pos_ == "PRON" for o in tree.objects(participle))
        return told or not self.resolver.resolve(noun, self.base, governor.voice)
