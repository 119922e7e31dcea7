"""Harm foretold by one who speaks: "any raid would bring war", "Sudan will face sanctions unless"."""

from __future__ import annotations

from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.clauses import ClauseRules
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.scope import condition_heads, offends
from onrecord.read.grammar.who import Who

__all__ = ["ForebodingRules"]

_TO_COME = (*tree.FUTURE, "could", "may")
_HARM = frozenset({"harm", "hardship"})


class ForebodingRules(ClauseRules):
    """What others are told that they, or what they do, will meet with."""

    def _foretold(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame] | None:
        """A threat by who speaks, where another faces harm or a deed brings it."""
        voice = governor.voice
        if voice is None or governor.act is not None or tree.is_negated(verb):
            return None
        subject = tree.subject(verb)
        if subject is not None and subject.lower_ in ("it", "that", "this"):
            who = ()  # "it would mean war if …"
        if any((w.id or w.name) == (voice.id or voice.name) for w in who):
            return None
        risky = bool(classes & {"risking", "waiting"})
        if not risky and self.mood(verb, governor) not in _TO_COME:
            return None
        node = None
        if who and (risky or "facing" in classes):
            node = self._harm_below(verb, _HARM) or (self._suffered(verb) if risky else None)
        elif not who and "bringing" in classes:
            sure = self._supposed(verb)
            node = self._harm_below(verb, _HARM if sure else frozenset({"harm"}))
        elif "waiting" in classes and subject is not None:
            node = subject if self.lexicon.noun_classes(subject) & _HARM else None
            who = tuple(w for o in tree.objects(verb)
                        for w in self.resolver.resolve(o, self.base, None))  # fmt: skip
        if node is None:
            return None
        return [self.frame(Act.THREAT, node, (voice,), governor, explicit=True, rule="foretold",
                           recipient=who, extra=[verb])]  # fmt: skip

    def _doomed(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> list[Frame]:
        """ "The furnaces will go cold if the arrears aren't paid": foretold by one who can see to it."""
        voice = governor.voice
        if voice is None or governor.act is not None or tree.is_negated(verb):
            return []
        if not self.resolver.anything_counts or self.mood(verb, governor) not in _TO_COME:
            return []
        if who and voice.id is not None and who[0].id == voice.id and "suffering" not in classes:
            return []
        heads = list(condition_heads(verb))
        whoever = any(
            c.tag_ in ("WP", "WDT") for s in tree.children(verb, "csubj") for c in s.children
        )
        offence = any(offends(h) for h in heads)
        if not (
            offence
            or ("suffering" in classes and (heads or whoever or tree.clause_mark(verb) == "that"))
        ):
            return []
        return [self.frame(Act.THREAT, verb, (voice,), governor, explicit=True, rule="foretold",
                           recipient=who)]  # fmt: skip

    def _harm_below(self, verb: Any, classes: frozenset[str]) -> Any | None:
        nouns = tree.objects(verb)
        nouns += [g for p in self.prepositions(verb) for g in tree.children(p, "pobj")]
        return next((n for n in nouns if self.lexicon.noun_classes(n) & classes), None)

    def _suffered(self, verb: Any) -> Any | None:
        """ "risk losing their licences", "stands to be cut off": what would be done to them."""
        clauses = [c for c in tree.complements(verb) if c.pos_ == "VERB"]
        return next(iter(clauses), None)

    def _supposed(self, verb: Any) -> bool:
        """Whether it is told as what would follow from something: "if …", "any …"."""
        subject = tree.subject(verb)
        general = subject is not None and any(
            c.lower_ in ("any", "such", "further", "another") for c in subject.children
        )
        return general or any(True for _ in condition_heads(verb))

    def _warned_of(
        self,
        verb: Any,
        clause: Any,
        who: tuple[Who, ...],
        told: tuple[Who, ...],
        governor: Governor,
    ) -> list[Frame]:
        """ "warned them that supplies would stop": what those warned may expect is a threat."""
        named = any(o.pos_ == "PROPN" for o in tree.objects(verb))
        if not (told or named) or not who or (told and told[0].id == who[0].id is not None):
            return []
        if self.mood(clause, Governor()) not in _TO_COME:
            return []
        return [self.frame(Act.THREAT, clause, who, self.sourced_by(who, governor), explicit=True,
                           rule="warned", recipient=told, extra=[verb])]  # fmt: skip
