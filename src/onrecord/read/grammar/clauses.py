"""What more than one family of verb rules asks of a clause: agents, moods, hedges, open matters."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import What
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.negatives import is_negative
from onrecord.read.grammar.open_questions import open_questions
from onrecord.read.grammar.owners import OwnerRules
from onrecord.read.grammar.who import Who

__all__ = ["ClauseRules"]


class ClauseRules(OwnerRules):
    """What more than one family of verb rules asks of a clause: agents, moods, hedges, open matters."""

    def _to_infinitive(self, verb: Any) -> Any | None:
        for child in tree.complements(verb):
            if child.dep_ == "xcomp" and any(c.tag_ == "TO" for c in child.children):
                return child
        return None

    def _has_yet(self, verb: Any) -> bool:
        head = verb.head
        return (
            verb.dep_ == "xcomp" and head.lemma_ in ("have", "be", "remain")
            and any(c.lower_ == "yet" for c in (*head.children, *verb.children))
        )  # fmt: skip

    def _things(self, verb: Any) -> list[Any]:
        """What the verb is about: its objects, or what an idiom ("threw its weight behind") leads to."""
        own = {t.i for t in self.lexicon.particles(verb)}
        objects = [o for o in tree.objects(verb) if o.i not in own]
        if objects:
            return objects
        preps = self.prepositions(verb)
        preps += [p for o in tree.objects(verb) for p in tree.prepositions(o) if p.i in own]
        return [g for p in preps for g in tree.children(p, "pobj")]

    def _no_object(self, verb: Any) -> bool:
        """ "plans no offensive", "will not send a single soldier": the object carries the negation.

        The words of an idiom ("see no reason to") are no object.
        """
        own = {t.i for t in self.lexicon.particles(verb)}
        return any(
            is_negative(c) for c in tree.objects(verb)
            if not any(g.i in own for g in c.children if g.dep_ == "det")
        )  # fmt: skip

    def _no_subject(self, verb: Any) -> bool:
        """ "no soldiers will be sent", "not one euro would go there"."""
        subject = tree.subject(verb)
        return subject is not None and is_negative(subject)

    def _negated(self, verb: Any, governor: Governor) -> bool:
        own = tree.is_negated(verb) or self._no_object(verb) or self._no_subject(verb)
        return own != governor.negated or any(w.negative for w in self.actors(verb, governor))

    def _agents(self, verb: Any) -> tuple[Who, ...]:
        return tuple(
            w for c in tree.children(verb, "agent") for g in tree.children(c, "pobj")
            for w in self.resolver.resolve(g, self.base, None)
        )  # fmt: skip

    def _owner(self, noun: Any, governor: Governor) -> tuple[Who, ...]:
        """Whose contribution it is: "the level of participation of each country"."""
        for token in noun.subtree:
            if token.dep_ == "pobj" and token.head.lower_ in ("of", "by", "from"):
                if found := self.resolver.resolve(token, self.base, governor.voice):
                    return found
        return ()

    def _asked(self, verb: Any, governor: Governor) -> tuple[Who, ...]:
        """Whom the request is made to."""
        candidates = [c for c in verb.children if c.dep_ in ("dobj", "dative", "nsubjpass")]
        for prep in self.prepositions(verb):
            if prep.lower_ in ("on", "upon", "to", "from", "of", "with"):
                candidates += tree.children(prep, "pobj")
        for complement in tree.complements(verb):
            if (subject := tree.subject(complement)) is not None:
                candidates.append(subject)
        for candidate in candidates:
            found = self.resolver.resolve(candidate, self.base, None)
            if found and not found[0].via_adjective:
                return found
        return ()

    def _hedge(self, verb: Any, governor: Governor) -> tuple[int, int] | None:
        """The governing words that weaken the act, from the first of the chain to the verb."""
        tokens = [t for t in governor.chain if t.i != verb.i or len(governor.chain) == 1]
        words = [w for t in tokens for w in (t, *tree.auxiliaries(t), *self.lexicon.particles(t))]
        if not words:
            words = [w for w in tree.auxiliaries(verb) if w.tag_ == "MD"] or [verb]
            if governor.rule == "to be settled" or not tree.auxiliaries(verb):
                words = [verb, *tree.auxiliaries(verb)]
        return tree.span_of(words)

    def unstated(self, subject: Any | None, governor: Governor) -> tuple[Who, ...]:
        """Who stands behind an agentless passive: who promised it, the group that did, if any."""
        for participle in tree.children(subject, "acl", "relcl") if subject is not None else ():
            if "pledge" in self.lexicon.verb_classes(participle) and (
                who := self._agents(participle)
            ):  # fmt: skip
                return who
        if subject is None or subject.pos_ == "PROPN" or subject.lower_ in ("he", "she"):
            return ()  # "Pohiva was evacuated": who did it has promised nothing
        return self.resolver.unstated(subject, self.base, governor.voice)

    @abstractmethod
    def adjective(self, adjective: Any, be: Any, governor: Governor) -> Iterator[Frame]:
        """The frames of a predicate adjective or participle."""

    @abstractmethod
    def nominal(
        self, noun: Any, who: tuple[Who, ...], governor: Governor, light: Any | None
    ) -> Iterator[Frame]:
        """The frames of a predicate noun."""

    def _left_open(self, verb: Any) -> tuple[What, ...]:
        """Which questions stay open, by the question words and nouns below the verb."""
        return open_questions(verb, self.lexicon.particles(verb))
