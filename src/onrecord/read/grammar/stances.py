"""Stances on others' acts: rejection, support, withdrawal, threat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.requests import RequestRules
from onrecord.read.grammar.who import Who

__all__ = ["StanceRules"]


class StanceRules(RequestRules):
    """Stances on others' acts: rejection, support, withdrawal, threat."""

    def _stance(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        if not who or self.mood(verb, governor) == "may":
            return
        negated = tree.is_negated(verb)
        if "rejection" in classes and not negated:
            yield from self._rejection(verb, who, governor)
        elif "support" in classes and not negated and self.mood(verb, governor) not in (
            *tree.FUTURE, "could", "must",
        ):  # fmt: skip
            yield from self._support(verb, who, governor)
        elif (
            "withdrawal" in classes and not negated and tree.modality(verb) not in ("could", "must")
        ):
            yield from self._withdrawal(verb, who, governor)
        elif "threat" in classes and not negated:
            yield from self._threat(verb, who, governor)

    def _rejection(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """Another's act is rejected; one's own ("rejected sending its troops") is refused."""
        inner = self._as_asker(who, governor)
        gerunds = [c for c in tree.complements(verb) if c.pos_ == "VERB"]
        gerunds += [g for p in self.prepositions(verb) for g in tree.children(p, "pcomp")]
        own = [g for g in gerunds if tree.subject(g) is None]
        for node in own:
            yield from self.clause(
                node,
                inner.but(act=Act.REFUSAL, who=who, subject=None, chain=(verb,), rule="refuse"),
            )
        if own:
            return
        nodes = tree.objects(verb) or [
            g for p in self.prepositions(verb) for g in tree.children(p, "pobj")
        ]
        if not nodes and governor.thing is not None:
            nodes = [governor.thing]
        for node in nodes or [verb]:
            yield self.frame(
                Act.REJECTION, node, who, inner, explicit=True, rule="rejection", extra=[verb],
            )  # fmt: skip

    def _support(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        nodes = tree.objects(verb) or [
            g for p in self.prepositions(verb) for g in tree.children(p, "pobj")
        ]
        nodes = nodes or tree.children(verb, "ccomp")
        if not nodes or tree.is_passive(verb):
            return
        inner = self._as_asker(who, governor)
        for node in nodes:
            yield self.frame(
                Act.SUPPORT, node, who, inner, explicit=True, rule="support", extra=[verb],
            )  # fmt: skip

    def _withdrawal(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        passive = tree.is_passive(verb)
        yield self.frame(
            Act.WITHDRAWAL, verb, who, self._as_asker(who, governor), rule="withdrawal",
            passive_subject=tree.subject(verb) if passive else None,
        )  # fmt: skip

    def _threat(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        inner = self._as_asker(who, governor)
        told = self._asked(verb, inner)
        if verb.lemma_ == "warn":
            told_tokens = tree.children(verb, "dobj")
            harmful = list(tree.complements(verb))
            same = bool(told) and bool(who) and told[0].id == who[0].id
            if not (harmful and (same or not told_tokens)):
                return
        nodes = tree.complements(verb) or tree.objects(verb)
        for prep in self.prepositions(verb):
            if prep.lower_ in ("with", "of"):
                nodes = [*tree.children(prep, "pobj"), *tree.children(prep, "pcomp")] or nodes
        for node in nodes or [verb]:
            yield self.frame(
                Act.THREAT, node, who, inner, explicit=True, rule="threat", extra=[verb],
                recipient=told,
            )  # fmt: skip
