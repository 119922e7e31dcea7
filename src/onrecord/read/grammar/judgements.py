"""What others call or do with a thing: "branded it unacceptable", "was dismissed in Moscow", "legitimate targets"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.requests import RequestRules
from onrecord.read.grammar.who import Who

__all__ = ["JudgementRules"]


class JudgementRules(RequestRules):
    """Rules for what is called good, bad or a target, and for what is done with it by whom a passive names."""

    def _by_agent(self, verb: Any, classes: frozenset[str], governor: Governor) -> Iterator[Frame]:
        """ "The request was turned down by Germany", "the plan was welcomed by Poland"."""
        subject = tree.subject(verb)
        if subject is None or not tree.is_passive(verb) or tree.is_negated(verb):
            return
        act = next((a for n, a in (("rejection", Act.REJECTION), ("decline", Act.REJECTION),
                                   ("support", Act.SUPPORT)) if n in classes), None)  # fmt: skip
        if act is Act.REJECTION and self._judges_what_was_done(verb, [subject]):
            return
        who = self._agents(verb) or self._in_capital(verb) if act is not None else ()
        if act is not None and who:
            yield self.frame(act, subject, who, self.sourced_by(who, governor), explicit=True,
                             rule="by agent", extra=[verb])  # fmt: skip

    def _judges_what_was_done(self, verb: Any, things: Sequence[Any]) -> bool:
        """ "condemned the bombing" judges what was done, "blocked a road" does something."""
        return "against" in self.lexicon.verb_classes(verb) and not any(
            "proposed" in self.lexicon.noun_classes(t) for t in things
        )

    def _in_capital(self, verb: Any) -> tuple[Who, ...]:
        """ "was dismissed in Moscow": the capital stands for its government."""
        for prep in tree.prepositions(verb):
            for noun in tree.children(prep, "pobj") if prep.lower_ == "in" else ():
                found = self.resolver.resolve(noun, self.base, None)
                if found and self.resolver.is_seat(found[0]):
                    return found
        return ()

    def _made_target(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "will consider foreign soldiers legitimate targets", "would regard them as targets"."""
        if not who or tree.is_negated(verb) or not classes & {"judge", "undecided", "inert"}:
            return
        if self.mood(verb, governor) not in (*tree.FUTURE, "present"):
            return
        named = [c for c in verb.children if c.dep_ in ("oprd", "attr")]
        named += [
            g for c in tree.children(verb, "ccomp", "xcomp") if c.pos_ == "NOUN" for g in (c,)
        ]
        named += [g for p in tree.prepositions(verb) if p.lower_ == "as"
                  for g in tree.children(p, "pobj")]  # fmt: skip
        smalls = [c for c in verb.children if c.dep_ == "dobj" and tree.subject(c) is not None]
        smalls += [c for c in tree.children(verb, "dobj")
                   if any(g.pos_ == "ADJ" and tree.subject(g) is not None for g in c.children)]  # fmt: skip
        named += smalls
        for noun in named:
            if "harm" in self.lexicon.noun_classes(noun) and noun.lemma_ != "force":
                yield self.frame(
                    Act.THREAT, verb, who, self.sourced_by(who, governor), explicit=True,
                    rule="target", extra=[noun],
                )  # fmt: skip
                return

    def _judgement(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "called the debate premature", "branded their presence unacceptable"."""
        if not who or tree.is_negated(verb) or self.mood(verb, governor) == "may":
            return
        for word, thing in self._called(verb):
            classes = self.lexicon.adjective_classes(word)
            if word.pos_ == "NOUN":
                nouns = self.lexicon.noun_classes(word)
                proposed = "proposed" in self.lexicon.noun_classes(thing)
                classes = frozenset(
                    {"support"} if "praised" in nouns
                    else {"rejection"} if "damned" in nouns and proposed else ()
                )  # fmt: skip
            act = next(
                (a for name, a in (("rejection", Act.REJECTION), ("undecided", Act.UNDECIDED),
                                   ("support", Act.SUPPORT)) if name in classes), None,
            )  # fmt: skip
            if act is None:
                continue
            if any(c.dep_ == "neg" for c in word.children):
                act = Act.SUPPORT if act is Act.REJECTION else Act.REJECTION
            yield self.frame(
                act, thing, who, self.sourced_by(who, governor), explicit=True, rule="judgement",
                extra=[verb, word],
            )  # fmt: skip
            return

    def _called(self, verb: Any) -> Iterator[tuple[Any, Any]]:
        """What is called something, and the word it is called by."""
        for child in verb.children:
            if child.pos_ in ("ADJ", "NOUN") and child.dep_ in ("oprd", "acomp"):
                for thing in tree.children(verb, "dobj"):
                    yield child, thing
            elif child.dep_ in ("ccomp", "xcomp"):
                # A small clause: "branded [their presence unacceptable]".
                thing = tree.subject(child)
                if thing is not None and child.pos_ in ("ADJ", "NOUN"):
                    yield child, thing
            elif child.dep_ == "prep" and child.lower_ == "as":
                for word in child.children:
                    if word.pos_ in ("ADJ", "NOUN") or word.dep_ == "amod":
                        for thing in tree.children(verb, "dobj"):
                            yield word, thing
