"""Verbs whose noun or infinitive says the act: "made a commitment", "will continue to train"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.negatives import is_negative
from onrecord.read.grammar.plain_acts import PlainActRules
from onrecord.read.grammar.who import Who

__all__ = ["CarrierRules"]

_REACHING = frozenset("reach meet hit achieve attain fulfil fulfill honour honor miss keep".split())
_KEEPING = frozenset("stick adhere hold live".split())
_TAKING = frozenset("receive get win secure obtain".split())


_APART = frozenset("without despite besides after before since than of".split())


class CarrierRules(PlainActRules):
    """Rules for light verbs and for carriers."""

    def _light(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "made a commitment", "expressed its readiness", "has no plans": the noun decides."""
        passive = tree.is_passive(verb)
        if self.mood(verb, governor) == "must" and any(w.id or w.counts for w in who):
            if not passive and governor.act is None:
                yield from self._obligation(verb, who, governor)  # "must reach an agreement"
            return
        nouns = tree.children(verb, "nsubjpass") if passive else tree.objects(verb)
        if not nouns and not passive and verb.lemma_ in _KEEPING:
            nouns = self._things(verb)  # "is sticking to its promise"
        if verb.lemma_ in _TAKING and not passive:
            return  # "received threats", "won support": not theirs
        for noun in (self.told_by(n) or n for n in nouns):
            classes = self.lexicon.noun_classes(noun)
            if not classes & {"pledge", "intention", "offer", "undecided", "refusal", "request",
                              "rejection", "support", "threat"}:  # fmt: skip
                continue
            if verb.lemma_ in _REACHING and classes == {"intention"}:
                continue  # "will reach the target" is more than having one
            kept = {"pledge", "offer", "intention", "undecided"}
            if self.mood(verb, governor) in tree.FUTURE and not classes & kept:
                continue
            if passive:
                who = self._agents(verb) or self.resolver.resolve(noun, self.base, governor.voice)
                if not who and governor.voice is not None and self._denied(verb, noun):
                    who = (governor.voice,)
            frames = list(self.nominal(noun, who, governor, verb))
            if frames:
                yield from frames
                return

    def _denied(self, verb: Any, noun: Any) -> bool:
        """ "no decision had been made": the speaker's own matter is kept open."""
        return tree.is_negated(verb) or is_negative(noun)

    def _carried_act(self, verb: Any) -> bool:
        return bool(
            [c for c in tree.complements(verb) if c.pos_ == "VERB"] or self._carried_gerunds(verb)
        )

    def _carried_gerunds(self, verb: Any) -> list[Any]:
        """ "contribute to monitoring"; not what stands apart from it: "help without sending troops"."""
        return [
            g for p in self.prepositions(verb) if p.lower_ not in _APART
            for g in tree.children(p, "pcomp")
        ]  # fmt: skip

    def _transparent(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "will continue to train", "help monitor": the mood of the carrier, the act of the carried."""
        mod = governor.modality or tree.modality(verb)
        inner = governor.but(
            who=who, subject=None, modality=mod, chain=(*governor.chain, verb),
            negated=governor.negated != tree.is_negated(verb), scopes=(*governor.scopes, verb),
        )  # fmt: skip
        clauses = [c for c in tree.complements(verb) if c.pos_ == "VERB"]
        clauses += self._carried_gerunds(verb)
        for clause in clauses:
            yield from self.clause(clause, inner)
        yield from self.without(verb, who, governor)
        if clauses and who:
            # "contribute to monitoring a truce and to training activities"
            own = {p.lower_ for p in self.prepositions(verb) if tree.children(p, "pcomp")}
            nouns = [g for p in self.prepositions(verb) if p.lower_ in own
                     for g in tree.children(p, "pobj")]  # fmt: skip
            act, refrain = self._plain_act(verb, frozenset(), governor, negated=inner.negated)
            for noun in nouns:
                if act is not None and act is not Act.REQUEST:
                    yield self.frame(act, noun, who, inner, refrain=refrain, rule="carried")
