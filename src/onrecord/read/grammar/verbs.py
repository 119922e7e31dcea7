"""What verbs say: each family of predicates in the order in which they take precedence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.commitments import CommitmentRules
from onrecord.read.grammar.disclosure import DisclosureRules
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.plain_acts import PlainActRules
from onrecord.read.grammar.speech import SpeechRules
from onrecord.read.grammar.who import Who

__all__ = ["VerbRules"]


_DESTINED = frozenset(
    "set due slated poised scheduled prepared committed obliged inclined disposed minded".split()
)
"""Participles that say of someone what an adjective would ("is set to provide")."""


class VerbRules(SpeechRules, DisclosureRules, CommitmentRules, PlainActRules):
    """What verbs say: each family of predicates in the order in which they take precedence."""

    def verb(self, verb: Any, governor: Governor) -> Iterator[Frame]:
        """The frames of a verbal clause."""
        classes = self.lexicon.verb_classes(verb)
        who = self.actors(verb, governor)
        if frames := list(self._nondisclosure(verb, classes, who, governor)):
            yield from frames
        elif verb.lower_ == "going" and (to := self._to_infinitive(verb)):
            negated = governor.negated != tree.is_negated(verb)
            yield from self.clause(
                to, governor.but(who=who, subject=None, modality="will", negated=negated)
            )
        elif (
            tree.is_passive(verb) and verb.lower_ in _DESTINED
            and (to := self._to_infinitive(verb)) is not None and not tree.is_passive(to)
        ):  # fmt: skip
            yield from self.adjective(verb, verb, governor)
        elif verb.lemma_ in ("expect", "anticipate"):
            yield from self._expectation(verb, who, governor)
        elif verb.lemma_ in ("have", "need", "remain") and (to := self._to_infinitive(verb)):
            yield from self._have_to(verb, to, who, governor)
        elif self._is_directive(verb) and governor.act is None:
            told = self._asked(verb, governor)
            same = bool(told and who) and told[0].id == who[0].id is not None
            if "threat" in classes and same:
                # "warned Russia to continue": a slip for what it will do itself.
                for clause in tree.complements(verb):
                    yield self.frame(
                        Act.THREAT, clause, who, self._as_asker(who, governor), explicit=True,
                        rule="threat", extra=[verb],
                    )  # fmt: skip
            else:
                yield from self._request(verb, who, governor)
        elif (
            (
                governor.act is None
                and (frames := list(self._made_target(verb, classes, who, governor)))
            )
            or (
                "judge" in classes
                and governor.act is None
                and (frames := list(self._judgement(verb, who, governor)))
            )
            or ("light" in classes and (frames := list(self._asked_that(verb, who, governor))))
        ):
            yield from frames
        elif self._is_mandative(verb) and who and governor.act is None:
            yield from self._request(verb, who, governor)
        elif self._is_speech(verb, classes, governor):
            yield from self._speech(verb, who, governor)
        elif (frames := list(self._settling(verb, classes, governor))) or (
            "request" in classes and (frames := list(self._request(verb, who, governor)))
        ):
            yield from frames
        elif governor.rule == "refuse" and "support" in classes and governor.act is Act.REFUSAL:
            yield from self._rejection(verb, who, governor.but(act=None))
        elif (
            (governor.act is None and (frames := list(self._by_agent(verb, classes, governor))))
            or (
                "light" in classes
                and self._carries_commitment(verb)
                and (frames := list(self._light(verb, who, governor)))
            )
            or (
                governor.act is None
                and (frames := list(self._stance(verb, classes, who, governor)))
            )
            or (
                "announce" in classes
                and governor.act is None
                and (frames := list(self._announcement(verb, who, governor)))
            )
        ):
            yield from frames
        elif name := self._commissive(verb, classes, governor):
            yield from self._commitment(verb, name, who, governor)
        elif "light" in classes and (frames := list(self._light(verb, who, governor))):
            yield from frames
        elif "transparent" in classes and self._carried_act(verb):
            yield from self._transparent(verb, who, governor)
        else:
            found = list(self._plain(verb, classes, who, governor))
            yield from found
            if not found and self._impersonal(verb):
                for clause in tree.children(verb, "ccomp"):
                    yield from self.clause(clause, governor)

    def _carries_commitment(self, verb: Any) -> bool:
        """ "reaffirmed its willingness to": not a stance on the willingness, but the willingness."""
        kept = {"pledge", "offer", "intention", "refusal"}
        return any(
            self.lexicon.noun_classes(o) & kept and (
                any(t.tag_ == "VB" or t.dep_ == "pcomp" for t in o.subtree)
                or any(tree.clause_mark(c) == "that" for c in tree.children(verb, "ccomp"))
            )
            for o in tree.children(verb, "dobj")
        )  # fmt: skip

    def _announcement(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "detailed a package of two billion": announcing a thing promises it."""
        if tree.is_negated(verb) or tree.is_passive(verb) or not who:
            return
        for node in tree.children(verb, "dobj"):
            if "withdrawal" in self.lexicon.noun_classes(node):
                continue  # "announced a suspension of aid" takes back
            yield self.frame(Act.PLEDGE, node, who, self._as_asker(who, governor),
                             rule="announcement", extra=[verb])  # fmt: skip

    def _impersonal(self, verb: Any) -> bool:
        """ "…, it emerged": nobody speaks, the clause stands for itself."""
        bare = verb.tag_ in ("VBN", "VBG") and not tree.auxiliaries(verb)
        if bare and verb.dep_ == "ROOT" and tree.subject(verb) is None:
            return True  # "Newly elected President Roa has refused …": the parser's root is no verb
        return any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in verb.children)
