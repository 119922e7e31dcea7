"""Predicate nouns and whose they are: "an appeal by the bishops", "messages of sympathy from Athens"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.read.grammar import tree
from onrecord.read.grammar.base import Rules
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.who import Who

__all__ = ["OwnerRules"]

_SAYING = frozenset("offer intention refusal pledge request rejection support threat".split())
_COMING = frozenset("come go issue emanate arrive sound ring emerge pour flow".split())
"""Verbs whose "from" tells whose the appeal, the offer, the threat is."""
_FROM = frozenset("by from among between".split())
_FIRST = frozenset("first latest last only second third next quick swift prompt".split())


class OwnerRules(Rules):
    """What nouns and verbs alike ask: whose a predicate noun is, and who came first to do something."""

    def told_by(self, noun: Any) -> Any | None:
        """The predicate noun: itself, or what a message, a list or a show is of."""
        if self.lexicon.noun_classes(noun) & _SAYING or (
            noun.tag_ == "VBG" and self.lexicon.nouns.get(noun.lower_, frozenset()) & _SAYING
        ):  # fmt: skip
            return noun
        if "utterance" in self.lexicon.noun_classes(noun):
            below = (g for p in tree.prepositions(noun) if p.lower_ == "of"
                     for g in tree.children(p, "pobj"))  # fmt: skip
            return next((g for g in below if self.lexicon.noun_classes(g) & _SAYING), None)
        return None

    def owner_of(
        self, noun: Any, phrase: Any, verb: Any | None, governor: Governor
    ) -> tuple[Who, ...]:
        """Whose the predicate noun is; `phrase` heads the whole phrase, `verb` the clause."""
        heads = list({t.i: t for t in (noun, phrase)}.values())
        owners = [o for t in heads for o in tree.children(t, "poss", "amod", "compound", "nmod")]
        preps = [p for t in heads for p in tree.prepositions(t)]
        if verb is not None and verb.lemma_ in _COMING:
            preps += tree.prepositions(verb)
        owners += [g for p in preps if p.lower_ in _FROM for g in tree.children(p, "pobj")]
        participles = [c for c in phrase.subtree if c.dep_ in ("acl", "advcl") and c.tag_ == "VBN"
                       and "light" in self.lexicon.verb_classes(c)]  # fmt: skip
        owners += [g for c in participles for p in tree.children(c, "agent")
                   for g in tree.children(p, "pobj")]  # fmt: skip
        if any(t.tag_ == "VB" and t.dep_ in ("acl", "relcl", "advcl") for t in noun.subtree) or (
            "request" not in self.lexicon.noun_classes(noun)
            and any(c.tag_ == "VB" and c.dep_ == "advcl" for c in noun.head.children)
        ):
            owners += [g for p in tree.prepositions(noun) if p.lower_ == "of"
                       for g in tree.children(p, "pobj")]  # fmt: skip
        found = (self.resolver.resolve(o, self.base, governor.voice) for o in owners)
        return next((who for who in found if who), ())

    def noun_negated(self, noun: Any, light: Any | None) -> bool:
        """Whether the noun, or the verb that carries it, is negated: "no plans", "gave no promise"."""
        own = any(c.lower_ in ("no", "neither") for c in noun.children) or (
            noun.left_edge.lower_ in ("no", "neither")
        )
        verbal = light is not None and tree.is_negated(light)
        return own != verbal

    def among(self, node: Any) -> tuple[Who, ...]:
        """Those between whom something is: "a truce between Mali and Niger"."""
        for prep in tree.prepositions(node):
            if prep.lower_ in ("between", "among"):
                for noun in tree.children(prep, "pobj"):
                    if found := self.resolver.resolve(noun, self.base, None):
                        return found
        return ()

    def firsts(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "became the first state to open an embassy", "among the first to protest was Peru": done."""
        if tree.is_negated(verb):
            return
        nouns = tree.children(verb, "attr", "acomp", "oprd", "dobj")
        subject = tree.subject(verb)
        for prep in tree.children(verb, "prep"):
            if prep.lower_ == "among" and prep.i < verb.i:
                nouns += tree.children(prep, "pobj")
                last = subject if subject is not None and subject.i > verb.i else None
                named = [last] if last is not None else tree.children(verb, "attr")
                who = who or next(
                    (w for n in named if (w := self.resolver.resolve(n, self.base))), ()
                )
        for noun in nouns if who else ():
            if noun.lower_ in _FIRST or any(c.lower_ in _FIRST for c in noun.children):
                for clause in (*tree.children(noun, "acl", "relcl", "xcomp", "advcl"),
                               *tree.children(verb, "xcomp")):  # fmt: skip
                    if clause.tag_ == "VB" and any(c.tag_ == "TO" for c in clause.children):
                        mood = tree.modality(verb) if tree.modality(verb) != "present" else "past"
                        yield from self.clause(
                            clause, governor.but(who=who, subject=None, modality=mood)
                        )
