"""Verbs of saying and expecting: who is the source of a clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.foreboding import ForebodingRules
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.who import Who

__all__ = ["SpeechRules"]


class SpeechRules(ForebodingRules):
    """Verbs of saying and expecting: who is the source of a clause."""

    def _is_speech(self, verb: Any, classes: frozenset[str], governor: Governor) -> bool:
        if (
            not ({"say", "threat"} & classes)
            or (
                tree.subject(verb) is None
                and not governor.who
                and governor.subject is None
                and (verb.dep_ != "ROOT" or tree.is_passive(verb))
            )
            or governor.act is not None
        ):
            return False
        if not self.carried(verb):
            return False
        if "say" not in classes and (
            not tree.children(verb, "ccomp") or self._to_infinitive(verb) is not None
        ):
            return False  # "threatened to invade" is the threat itself
        passive_object = tree.is_passive(verb) and not tree.children(verb, "agent")
        return not passive_object

    def _is_directive(self, verb: Any) -> bool:
        """ "told them to stop": an infinitive with someone told."""
        if verb.lemma_ not in ("tell", "warn", "advise", "remind", "caution"):
            return False
        told = tree.children(verb, "dobj", "dative")
        infinitive = [c for c in tree.complements(verb) if any(g.tag_ == "TO" for g in c.children)]
        inner = [c for c in infinitive if tree.subject(c) is not None or told]
        return bool(inner) and all(not any(g.tag_ == "MD" for g in c.children) for c in infinitive)

    def _speech(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        if tree.is_negated(verb) and verb.lemma_ not in ("believe", "think"):
            return
        if verb.dep_ == "relcl" and any(c.lower_ == "had" for c in tree.auxiliaries(verb)):
            return  # "…, who only last year had said that none would be closed, announced …"
        subject = tree.subject(verb)
        named = (
            (subject, *tree.children(subject, "compound", "appos")) if subject is not None else ()
        )
        outside = any("outsiders" in self.lexicon.noun_classes(t) for t in named)
        if outside and not any(w.counts for w in who):
            return
        spoken = self.spoken(who, verb, governor)
        warns = "threat" in self.lexicon.verb_classes(verb)
        for clause in self.carried(verb):
            inner = spoken.but(
                subject=tree.subject(verb) if tree.subject(clause) is None else None,
                who=who if tree.subject(clause) is None else (),
                rule="warn" if warns else "speech",
                chain=(verb,) if warns else (),
                negated=tree.is_negated(verb),
            )
            found = list(self.clause(clause, inner))
            if not found and warns:
                found = self._warned_of(verb, clause, who, self._asked(verb, governor), governor)
            yield from found

    def _expectation(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """A source's expectation of another actor is that actor's intention, on the source's word."""
        source = who[0] if who else governor.speaker
        subject = tree.subject(verb)
        if not who and subject is not None and subject.pos_ == "PRON":
            source = self.last_speaker
        if source is None or tree.is_passive(verb) or tree.is_negated(verb):
            return
        if source.members is not None and self.last_speaker is not None and subject is not None and (
            subject.pos_ == "PRON" and self.last_speaker.unnamed_source
        ):  # fmt: skip
            source = self.last_speaker
        inner = self.spoken((source,), verb, governor)
        for clause in tree.complements(verb):
            own = tree.subject(clause)
            actors = self.resolver.resolve(own, self.base, None) if own is not None else ()
            if actors and actors[0].id is None and source.id is not None and not source.members:
                # "Washington expected others to pay more": what it asks of them.
                yield self.frame(
                    Act.REQUEST, clause, (source,), self.sourced_by((source,), governor),
                    explicit=True, rule="expectation", recipient=actors, extra=[verb],
                )  # fmt: skip
            elif actors and actors[0].id != source.id:
                yield from self.clause(
                    clause,
                    inner.but(act=Act.INTENTION, who=actors, chain=(verb,), rule="expectation"),
                )

    def _have_to(
        self, verb: Any, to: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "has yet to decide" keeps open; "has to act" is an obligation; "needs to be settled"."""
        yet = self._has_yet(to)
        passive = tree.is_passive(to)
        yield from self.clause(
            to,
            governor.but(
                who=() if passive else who,
                subject=tree.subject(verb) or governor.subject if passive else None,
                rule="yet" if yet else governor.rule,
                modality="" if yet or passive else "must",
            ),
        )
