"""What nouns say: "a pledge of", "readiness to", "no plans to", with or without a light verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act, Attribution, What
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.negatives import is_negative
from onrecord.read.grammar.owners import OwnerRules
from onrecord.read.grammar.who import Who

__all__ = ["NominalRules"]

_ACTS = (
    ("refusal", Act.REFUSAL), ("rejection", Act.REJECTION), ("undecided", Act.UNDECIDED),
    ("offer", Act.OFFER), ("intention", Act.INTENTION), ("request", Act.REQUEST),
    ("threat", Act.THREAT), ("pledge", Act.PLEDGE), ("support", Act.SUPPORT),
)  # fmt: skip
_KEEPING = frozenset("keep honour honor fulfil fulfill meet".split())
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NEGATIVE_DETERMINERS = frozenset({"no", "neither", "any"})


class NominalRules(OwnerRules):
    """Rules for predicates that are nouns."""

    def nominal(
        self, noun: Any, who: tuple[Who, ...], governor: Governor, light: Any | None
    ) -> Iterator[Frame]:
        """The frames of a predicate noun; `light` is the verb that carries it, if one does."""
        act = self._nominal_act(noun)
        if act is None or not who:
            return
        if light is None and self.resolver.is_actor_noun(noun):
            return  # "the opposition" is who acts, not what is said
        negated = self.noun_negated(noun, light)
        if negated and act in (Act.PLEDGE, Act.UNDECIDED):
            yield from self._open(noun, act, who, governor, light)
            return
        if negated:
            if act in (Act.REJECTION, Act.REQUEST, Act.THREAT, Act.SUPPORT):
                return
            act = Act.UNDECIDED if act is Act.REFUSAL else Act.REFUSAL
        inner = self._nominal_governor(noun, who, governor, light, self.composed(governor, act))
        yield from self._below(noun, inner, who, act)

    def _nominal_act(self, noun: Any) -> Act | None:
        classes = self.lexicon.noun_classes(noun) or self.lexicon.nouns.get(
            noun.lower_, frozenset()
        )
        if "against" in classes and not any(
            "proposed" in self.lexicon.noun_classes(t) for t in noun.subtree if t.i != noun.i
        ):
            return None  # "condemnation of the raid" judges what was done
        return next((act for name, act in _ACTS if name in classes), None)

    def _open(
        self, noun: Any, act: Act, who: tuple[Who, ...], governor: Governor, light: Any | None
    ) -> Iterator[Frame]:
        """ "made no commitment" leaves open whether; "no decision has been taken" is undecided."""
        extra = [t for t in (noun, light) if t is not None]
        if act is Act.UNDECIDED:
            yield self.frame(
                Act.UNDECIDED, noun, who, governor, explicit=True, rule="no decision", extra=extra,
                hedge=tree.span_of(extra),
            )  # fmt: skip
            return
        if light is not None and light.lemma_ in _KEEPING:
            return  # "did not keep its promise": was made, and not kept
        inner = governor.but(
            speaker=who[0] if who else governor.speaker, attribution=Attribution.OWN_VOICE
        )
        yield self.frame(
            Act.UNDISCLOSED, noun, who, inner, explicit=True, rule="no commitment", extra=extra,
            what=(What.WHETHER,),
        )  # fmt: skip

    def _nominal_governor(
        self, noun: Any, who: tuple[Who, ...], governor: Governor, light: Any | None, act: Act
    ) -> Governor:
        chain = tuple(t for t in (light, noun) if t is not None)
        return self.sourced_by(who, governor).but(
            act=act, who=who, subject=None, chain=(*governor.chain, *chain),
            scopes=(*governor.scopes, *chain), modality="", negated=False, rule="noun",
        )  # fmt: skip

    def _below(self, noun: Any, inner: Governor, who: tuple[Who, ...], act: Act) -> Iterator[Frame]:
        """What the noun governs: an infinitive, "of"/"to"/"for" and a gerund or a noun."""
        clauses = [
            c for c in tree.children(noun, "acl", "xcomp", "ccomp", "relcl") if c.tag_ == "VB"
        ]
        light = inner.chain[-2] if len(inner.chain) > 1 else None
        if not clauses and light is not None:
            clauses = [c for c in tree.children(light, "xcomp") if c.tag_ == "VB"]
        light_verb = inner.chain[-2] if len(inner.chain) > 1 else None
        if act in (Act.PLEDGE, Act.OFFER, Act.THREAT):
            clauses += [
                c for c in tree.children(noun, "acl", "ccomp", "relcl")
                if tree.clause_mark(c) == "that" and c not in clauses
            ]  # fmt: skip
            if light_verb is not None:
                clauses += [c for c in tree.children(light_verb, "ccomp") if c.i > noun.i
                            and tree.clause_mark(c) == "that"]  # fmt: skip
        for prep in tree.prepositions(noun):
            clauses += [g for g in tree.children(prep, "pcomp") if g.pos_ == "VERB"]
        if clauses and act not in (Act.REQUEST, Act.REJECTION, Act.SUPPORT):
            for clause in clauses:
                yield from self.clause(clause, inner)
            return
        if light is not None and not any(
            p.lower_ in ("to", "for", "of") for p in tree.prepositions(noun)
        ):
            # "expressing openness to monitoring": the parser hangs "to" on the light verb.
            nouns = [g for p in tree.prepositions(light) if p.lower_ == "to" and p.i > noun.i
                     for g in tree.children(p, "pobj")]  # fmt: skip
            if nouns and act in (Act.OFFER, Act.INTENTION, Act.PLEDGE):
                yield self.frame(inner.act or act, nouns[0], who, inner, explicit=True, rule="noun",
                                 hedge=tree.span_of(inner.chain))  # fmt: skip
                return
        hedge = tree.span_of(t for t in inner.chain) if inner.chain else None
        yield self.frame(
            inner.act or act, clauses[0] if clauses else noun, who, inner, explicit=True,
            rule="noun", hedge=hedge,
        )  # fmt: skip

    def _is_silence(self, noun: Any) -> bool:
        """ "no word", "no comment", "no details": nothing is said."""
        told = "disclose" in self.lexicon.noun_classes(noun) or noun.lemma_ in ("comment", "answer")
        return told and any(c.lower_ == "no" for c in noun.children)

    def noun_root(self, noun: Any, governor: Governor) -> Iterator[Frame]:
        """A fragment or headline whose head is a noun: "No plans to send troops, says Tusk"."""
        who = governor.who
        for child in noun.children:
            if child.dep_ in ("nsubj", "poss", "compound", "nmod", "amod") and not who:
                who = self.resolver.resolve(child, self.base, governor.voice)
        if not who and self._nominal_act(noun) is Act.UNDECIDED:
            who = self.inside(noun)  # "No decision yet on Dutch troops"
        if self._is_silence(noun):
            # "No word from Beijing on whether it will send ships"
            found = self.owner_of(noun, noun, None, governor)
            if found:
                yield self.frame(Act.UNDISCLOSED, noun, found, governor, what=(What.WHETHER,),
                                 explicit=True, rule="no word")  # fmt: skip
                return
        if not who and governor.speaker is not None:
            who = (governor.speaker,)
        none = noun.left_edge.lower_ == "no" and is_negative(noun)
        if who and none and not self._nominal_act(noun):
            # "No Italian soldiers for Ukraine, says Meloni"
            yield self.frame(Act.REFUSAL, noun, who, governor, rule="no thing")
            return
        yield from self.nominal(noun, who, governor, None)
        for clause in tree.children(noun, "acl"):
            main = tree.children(clause, "dobj") or not (
                tree.children(clause, "agent") or any(t.tag_ in _FINITE for t in noun.doc)
            )
            if clause.tag_ == "VBN" and clause.i > noun.i and main:
                # "Mali's leader accepted on Monday a plan": with an object it is the main verb.
                yield from self.clause(clause, governor.but(subject=noun, modality="past"))
        for clause in tree.children(noun, "acl", "relcl"):
            infinitive = clause.tag_ == "VB" and any(c.tag_ == "TO" for c in clause.children)
            if infinitive and not self._nominal_act(noun):
                actors = self.resolver.resolve(noun, self.base, governor.voice)
                if actors:
                    yield from self.clause(
                        clause, governor.but(act=Act.INTENTION, who=actors, rule="headline")
                    )
