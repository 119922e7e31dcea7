"""What "be" says of a predicate noun: "it is time that …", "the answer is no", "there were calls for"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.predicatives import PredicativeRules

__all__ = ["SaidOfRules"]


class SaidOfRules(PredicativeRules):
    """Rules for nouns that say by themselves what is asked, refused, threatened."""

    def _said_by_noun(self, be: Any, governor: Governor) -> Iterator[Frame]:
        """ "An appeal by the agency went unheeded": the appeal is told all the same."""
        subject = tree.subject(be)
        told = self.told_by(subject) if subject is not None else None
        if told is not None and subject is not None and governor.act is None:
            if who := self.owner_of(told, subject, be, governor):
                yield from self.nominal(told, who, governor, None)

    def _at_last(self, be: Any, governor: Governor) -> list[Frame]:
        """ "This is their last chance", "all options remain open": who says so threatens."""
        voice = governor.voice
        if voice is None or governor.act is not None:
            return []
        subject = tree.subject(be)
        nouns = [n for n in tree.children(be, "attr") if "chance" in self.lexicon.noun_classes(n)]
        last = [n for n in nouns if any(c.lower_ in ("last", "final") for c in n.children)]
        if subject is not None and "choice" in self.lexicon.noun_classes(subject):
            every = any(c.lower_ in ("all", "every") for c in subject.children)
            words = " ".join(t.lower_ for t in be.doc[be.i + 1 : be.i + 5])
            if every and (words.startswith(("open", "on the table", "still"))):
                last = [subject]
        if subject is not None and "forbearance" in self.lexicon.noun_classes(subject):
            ended = any("ending" in self.lexicon.adjective_classes(c) for c in be.children)
            if ended != tree.is_negated(be):
                last = [subject]
        if not last or (tree.is_negated(be) and last[0] is not subject):
            return []
        return [self.frame(Act.THREAT, last[0], (voice,), governor, explicit=True, rule="last chance",
                           extra=[be])]  # fmt: skip

    def _answered(self, be: Any, governor: Governor) -> list[Frame]:
        """ "The answer is no": says no, whosever the answer is."""
        subject = tree.subject(be)
        if subject is None or subject.lemma_ not in ("answer", "reply", "response", "message"):
            return []
        no = any(t.lower_ in ("no", "never", "nyet") for t in be.doc[be.i + 1 : be.i + 4])
        who = self.resolver.resolve(owner, self.base, governor.voice) if (
            owner := next(iter(tree.children(subject, "poss")), None)
        ) is not None else ()  # fmt: skip
        who = who or ((governor.voice,) if governor.voice is not None else ())
        if not no or not who or tree.is_negated(be):
            return []
        return [self.frame(Act.REJECTION, subject, who, governor, explicit=True, rule="answer",
                           extra=[be])]  # fmt: skip

    def _come_from(self, be: Any, noun: Any, governor: Governor) -> Iterator[Frame]:
        """ "There were calls from the elders for a truce": whose the calls were."""
        told = self.told_by(noun)
        if told is None or self.noun_negated(told, be) or governor.act is not None:
            return
        far = [g for p in tree.prepositions(be) if p.lower_ in ("from", "among", "by")
               for g in tree.children(p, "pobj")]  # fmt: skip
        who = self.owner_of(told, noun, None, governor) or next(
            (w for g in far if (w := self.resolver.resolve(g, self.base, None))), ()
        )
        if who:
            yield from self.nominal(told, who, governor, None)

    def _high_time(self, be: Any, governor: Governor) -> list[Frame]:
        """ "It is time the militias went home": asked of them by who says so."""
        it = any(c.lower_ == "it" for c in be.children)
        times = [c for c in tree.children(be, "attr") if c.lemma_ == "time"
                 and all(g.lower_ in ("high", "about") for g in tree.children(c, "amod", "det", "advmod"))]  # fmt: skip
        if not it or not times or governor.voice is None or tree.is_negated(be):
            return []
        for clause in (c for t in (*times, be) for c in t.children
                       if c.dep_ in ("acl", "relcl", "ccomp", "advcl", "xcomp") and c.pos_ == "VERB"):  # fmt: skip
            subject = tree.subject(clause)
            fors = [g for t in (*times, be) for p in tree.prepositions(t) if p.lower_ == "for"
                    for g in tree.children(p, "pobj")]  # fmt: skip
            asked = next((w for s in (subject, *fors) if s is not None
                          if (w := self.resolver.resolve(s, self.base, None))), ())  # fmt: skip
            if subject is not None or fors:
                return [self.frame(Act.REQUEST, clause, (governor.voice,), governor, explicit=True,
                                   rule="high time", recipient=asked, extra=[be])]  # fmt: skip
        return []
