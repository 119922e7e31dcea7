"""Predicate adjectives: "is ready to", "is responsible for", "is unacceptable to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act, What
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.owners import OwnerRules
from onrecord.read.grammar.who import Who

__all__ = ["ACTS", "AdjectiveRules"]

ACTS = (
    ("refusal", Act.REFUSAL), ("rejection", Act.REJECTION), ("undecided", Act.UNDECIDED),
    ("offer", Act.OFFER), ("pledge", Act.PLEDGE), ("intention", Act.INTENTION),
    ("support", Act.SUPPORT),
)  # fmt: skip
"""The act of each class of adjectives and nouns, the one that decides first."""


_TIMED = frozenset("due set scheduled slated poised".split())
"""Of when or where something is, unless an infinitive says what."""


class AdjectiveRules(OwnerRules):
    """Rules for predicate adjectives."""

    def adjective(self, adjective: Any, be: Any, governor: Governor) -> Iterator[Frame]:
        """ "is prepared to monitor", "not available to send", "is unacceptable to Russia"."""
        classes = self.lexicon.adjective_classes(adjective)
        act = next((a for name, a in ACTS if name in classes), None)
        if "known" in classes and (tree.is_negated(be) or tree.is_negated(adjective)):
            yield from self._too_early(adjective, be, self.actors(be, governor), governor)
            return
        if adjective.lower_ == "able" and governor.speaker is None and not tree.is_negated(be) and (
            be.tag_ == "VBD" and be.lemma_ == "be"
        ):  # fmt: skip
            return  # "were able to restore power": and did, or could have done
        who = self.actors(be, governor)
        if "performing" in classes or "out" in classes:
            yield from self._state_of(adjective, be, classes, who, governor)
            return
        if "request" in classes and governor.act is None and not tree.is_negated(be):
            yield from self._insistence(adjective, be, who, governor)
            return
        if act is None:
            return
        if act in (Act.REJECTION, Act.SUPPORT):
            yield from self._judged(adjective, be, act, who, governor)
            return
        if act is Act.UNDECIDED:
            yield from self._too_early(adjective, be, who, governor)
            return
        negated = (tree.is_negated(be) or tree.is_negated(adjective) or any(
            w.negative for w in who)) != governor.negated  # fmt: skip
        mod = tree.modality(be)
        if negated and adjective.lower_ in ("obliged", "bound"):
            return  # "is not obliged to pay": nor does it say that it won't
        if negated:
            act = Act.UNDECIDED if act is Act.REFUSAL else Act.REFUSAL
        elif mod in ("may", "must") and governor.speaker is None:
            return
        inner = self.stating(adjective, be, who, governor, self.composed(governor, act))
        yield from self._complement(adjective, be, inner, who)

    def _insistence(
        self, adjective: Any, be: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "is adamant that the law be scrapped": asked, where the clause says what should be."""
        for clause in (c for t in (adjective, be) for c in tree.children(t, "ccomp")):
            bare = clause.tag_ == "VB" or any(a.tag_ == "VB" for a in tree.auxiliaries(clause))
            future = tree.modality(clause) in ("will", "would", "could", "may")
            subject = tree.subject(clause)
            if who and subject is not None and not future and (
                bare or tree.modality(clause) == "must"
            ):  # fmt: skip
                asked = self.resolver.resolve(subject, self.base, governor.voice)
                yield self.frame(Act.REQUEST, clause, who, self.sourced_by(who, governor),
                                 explicit=True, rule="request", recipient=asked, extra=[adjective])  # fmt: skip

    def _state_of(
        self, adjective: Any, be: Any, classes: frozenset[str], who: tuple[Who, ...],
        governor: Governor,
    ) -> Iterator[Frame]:  # fmt: skip
        """ "is responsible for logistics" does it; "is out" takes no part."""
        if not who or tree.is_negated(be):
            return
        nouns = [
            g
            for p in tree.prepositions(adjective)
            for g in p.children
            if g.dep_ in ("pobj", "pcomp")
        ]
        if "out" in classes and not nouns:
            yield self.frame(Act.REFUSAL, adjective, who, governor, explicit=True, rule="out",
                             extra=[be])  # fmt: skip
        elif "performing" in classes:
            act = Act.PLEDGE if tree.modality(be) in ("will", "would") else Act.DELIVERY
            for noun in nouns:
                yield self.frame(act, noun, who, governor, rule="performing", extra=[adjective])

    def stating(
        self, adjective: Any, be: Any, who: tuple[Who, ...], governor: Governor, act: Act
    ) -> Governor:
        return self.sourced_by(who, governor).but(
            act=act, who=who, subject=None, chain=(*governor.chain, adjective),
            scopes=(*governor.scopes, be, adjective), modality="", negated=False, rule="adjective",
        )  # fmt: skip

    def _complement(
        self, adjective: Any, be: Any, inner: Governor, who: tuple[Who, ...]
    ) -> Iterator[Frame]:
        clauses = [c for c in tree.children(adjective, "xcomp", "ccomp", "advcl") if c.pos_ in ("VERB", "AUX")
                   and (c.tag_ == "VB" or c.tag_ == "VBG")]  # fmt: skip
        clauses += [c for c in tree.children(be, "xcomp") if c.tag_ == "VB" and c.i > adjective.i]
        for prep in tree.prepositions(adjective):
            clauses += [g for g in tree.children(prep, "pcomp") if g.pos_ in ("VERB", "AUX")]
        for clause in dict.fromkeys(clauses):
            yield from self.clause(clause, inner)
        if clauses:
            return
        nouns = [g for p in tree.prepositions(adjective) for g in tree.children(p, "pobj")]
        if adjective.lower_ in _TIMED:
            return  # "is due in Kyiv on Monday", "is set for May" plan nothing of their own
        for noun in nouns or [adjective]:
            yield self.frame(
                inner.act or Act.OFFER, noun, who, inner, explicit=True, rule="adjective",
                hedge=tree.span_of(inner.chain),
            )  # fmt: skip

    def _judged(
        self, adjective: Any, be: Any, act: Act, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "X is unacceptable to Russia", "Russia is opposed to X"."""
        if tree.is_negated(be):
            act = Act.SUPPORT if act is Act.REJECTION else Act.REJECTION
        subject = tree.subject(be)
        judges = [g for p in (*tree.prepositions(adjective), *tree.prepositions(be))
                  if p.lower_ in ("to", "for") for g in tree.children(p, "pobj", "pcomp")]  # fmt: skip
        if who and not who[0].via_adjective:
            nodes = [g for p in tree.prepositions(adjective)
                     for g in (*tree.children(p, "pobj"), *tree.children(p, "pcomp"))]  # fmt: skip
            for node in nodes:
                if node.dep_ == "pcomp" and tree.subject(node) is None:
                    act = Act.UNDECIDED if tree.is_negated(be) else Act.REFUSAL
                yield self.frame(act, node, who, governor, explicit=True, rule="stance",
                                 extra=[adjective])  # fmt: skip
            return
        if subject is None:
            return
        judge = tuple(
            w for j in judges for w in self.resolver.resolve(j, self.base, governor.voice)
        )
        judge = judge or ((governor.speaker,) if governor.speaker else ())
        if judge:
            yield self.frame(act, subject, judge, governor, explicit=True, rule="stance",
                             extra=[adjective, *judges])  # fmt: skip

    def _too_early(
        self, adjective: Any, be: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "it is too early to say what X would send", "X is undecided", "it is not clear whether"."""
        clauses = [
            c for t in (adjective, be) for c in tree.children(t, "xcomp", "ccomp", "csubj", "advcl")
        ]
        inside = [t for c in clauses for t in c.subtree]
        found: tuple[Who, ...] = ()
        for token in inside:
            if token.dep_ in ("nsubj", "nsubjpass"):
                found = self.resolver.resolve(token, self.base, governor.voice)
                if found:
                    break
        actors = (
            found
            or tuple(w for w in who if w.id)
            or ((governor.speaker,) if governor.speaker else ())
        )
        if not actors:
            return
        node = next((c for c in clauses), adjective)
        unclear = adjective.lemma_ == "unclear" or "known" in self.lexicon.adjective_classes(
            adjective
        )
        yield self.frame(
            Act.UNDISCLOSED if unclear else Act.UNDECIDED, node, actors, governor, explicit=True,
            rule="too early", hedge=tree.span_of([adjective]), extra=[adjective],
            what=(What.WHETHER,) if unclear else (),
        )  # fmt: skip
