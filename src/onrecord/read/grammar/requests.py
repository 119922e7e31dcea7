"""Requests: who asks what of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.clauses import ClauseRules
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.triggers import is_approval
from onrecord.read.grammar.who import Who

__all__ = ["RequestRules"]


_MANDATIVE = frozenset("insist demand request urge ask propose recommend require stipulate".split())


class RequestRules(ClauseRules):
    """Requests: who asks what of whom."""

    def _request(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        if governor.act is not None and governor.act is not Act.INTENTION:
            return
        if tree.is_negated(verb):
            return
        if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not tree.auxiliaries(verb) and (
            not tree.children(verb, "agent") and verb.head.dep_ != "ROOT"
        ):  # fmt: skip
            return  # "The president, asked about it, said": who asked is not told
        mod = tree.modality(verb)
        if verb.lemma_ in ("require", "need") and not self._asks_for_need(verb, governor):
            return
        if tree.is_passive(verb):
            yield from self._passive_request(verb, governor)
            return
        if verb.lemma_ in ("require", "need"):
            voice = governor.voice
            others = voice is not None and any(
                w.id not in (None, voice.id) and not w.via_adjective for w in who
            )
            who = (voice,) if voice is not None and not others else ()
            if not who:
                return  # "Kyiv needs 137 billion, according to the IMF": an estimate
        elif mod == "may" or (mod == "could" and governor.voice is None) or not who:
            return  # "could ask for more": has not
        inner = self.sourced_by(who, governor)
        if verb.lemma_ in ("order", "direct", "instruct", "decree") and (
            ended := [c for c in tree.complements(verb) if tree.is_passive(c)
                      and "withdrawal" in self.lexicon.verb_classes(c)]
        ):  # fmt: skip
            # "ordered intelligence sharing to be suspended": its own decision
            for clause in ended:
                yield self.frame(
                    Act.WITHDRAWAL, clause, who, inner, explicit=True, rule="withdrawal",
                    extra=[verb], passive_subject=tree.subject(clause),
                )  # fmt: skip
            return
        halts = [o for o in tree.objects(verb) if "withdrawal" in self.lexicon.noun_classes(o)]
        if verb.lemma_ == "order" and halts and not tree.complements(verb):
            for halt in halts:  # "ordered a halt to the flights": its own, too
                yield self.frame(Act.WITHDRAWAL, halt, who, inner, explicit=True,
                                 rule="withdrawal", extra=[verb])  # fmt: skip
            return
        recipient = self._asked(verb, inner)
        nodes = self._asked_for(verb)
        if not nodes and recipient and any(c.lower_ == "out" for c in verb.children):
            nodes = [verb]  # "wants them out of the valley"
        for node in nodes:
            if not recipient and tree.is_passive(node) and tree.is_negated(node):
                continue  # "asked not to be named": a courtesy for oneself
            yield self.frame(
                Act.REQUEST, node, who, inner, explicit=True, rule="request",
                recipient=self._asked_below(node, recipient, inner), extra=[verb],
                refrain=False,
            )  # fmt: skip

    def _asked_that(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "reiterated its demand that they ease the rules", "issued a reminder that they must"."""
        if not who or tree.is_negated(verb) or governor.act is not None:
            return
        nouns = [o for o in tree.objects(verb) if "request" in self.lexicon.noun_classes(o)]
        clauses = [
            c for head in (verb, *nouns) for c in tree.children(head, "ccomp", "acl", "relcl")
            if tree.clause_mark(c) == "that" and tree.subject(c) is not None
        ]  # fmt: skip
        for clause in clauses if nouns else ():
            asked = self.resolver.resolve(tree.subject(clause), self.base, None)
            yield self.frame(
                Act.REQUEST, clause, who, self.sourced_by(who, governor), explicit=True,
                rule="request", recipient=asked or self._asked(verb, governor),
                extra=[verb, nouns[0]],
            )  # fmt: skip

    def _is_mandative(self, verb: Any) -> bool:
        """ "insisted that the union be formed": a bare verb under "that" is what is asked for."""
        if verb.lemma_ not in _MANDATIVE:
            return False
        clauses = [c for c in tree.complements(verb) if tree.subject(c) is not None]
        return any(
            tree.modality(c) == "must"
            or (not any(a.tag_ in ("MD", "TO", "VBZ", "VBP", "VBD") for a in tree.auxiliaries(c))
                and (c.tag_ == "VB" or _subjunctive(c) or any(a.tag_ == "VB" for a in tree.auxiliaries(c))))
            for c in clauses
        )  # fmt: skip

    def _asks_for_need(self, verb: Any, governor: Governor) -> bool:
        """ "any force would need a US guarantee": a condition put as a demand by a speaker."""
        objects = tree.children(verb, "dobj")
        if any(is_approval(t.lemma_.lower() for t in o.subtree) for o in objects):
            return False
        return (
            governor.speaker is not None
            and bool(objects)
            and (tree.modality(verb) in ("would", "will", "present", "must", "past"))
        )

    def _asked_below(
        self, node: Any, recipient: tuple[Who, ...], governor: Governor
    ) -> tuple[Who, ...]:
        """The addressee inside the thing asked for: "assurances from the US"."""
        if recipient:
            return recipient
        for token in node.subtree:
            if token.dep_ == "pobj" and token.head.lower_ in ("from", "by"):
                if found := self.resolver.resolve(token, self.base, None):
                    return found
        found = (
            self.resolver.resolve(node, self.base, None) if node.pos_ in ("NOUN", "PROPN") else ()
        )
        return tuple(w for w in found if w.via_adjective)

    def _asked_for(self, verb: Any) -> list[Any]:
        """The clauses or nouns asked for."""
        clauses = [c for c in tree.complements(verb) if c.pos_ in ("VERB", "AUX", "ADJ")]
        clauses = clauses or [
            c for c in tree.children(verb, "advcl") if tree.clause_mark(c) == "for"
        ]  # "called for the treaty to be ratified"
        if not clauses and self._addressed(verb):
            clauses = [
                c for c in tree.children(verb, "advcl")
                if c.tag_ == "VB" and any(g.tag_ == "TO" for g in c.children)
            ]  # fmt: skip
        if clauses and self._for_a_purpose(verb, clauses):
            clauses = []
        if clauses:
            return [
                each for c in clauses for each in (c, *tree.conjuncts(c)) if each.pos_ != "NOUN"
            ]
        nouns = []
        for prep in self.prepositions(verb):
            if (prep.lower_ in ("for", "on") and verb.lemma_ != "call") or prep.lower_ == "for":
                nouns += [*tree.children(prep, "pobj"), *tree.children(prep, "pcomp")]
        for thing in tree.children(verb, "dobj"):
            if self._is_addressee(thing) or self._is_somebody(
                thing
            ):  # "begged allies for more jets"
                nouns += [g for p in tree.prepositions(thing) if p.lower_ == "for"
                          for g in tree.children(p, "pobj")]  # fmt: skip
        if not nouns:
            nouns = [c for c in tree.children(verb, "dobj") if not self._is_addressee(c)]
        infinitives = [
            g for c in tree.children(verb, "dobj", "pobj") for g in tree.children(c, "acl")
        ]
        for prep in self.prepositions(verb):
            for noun in tree.children(prep, "pobj"):
                infinitives += [g for g in tree.children(noun, "acl") if g.pos_ == "VERB"]
        if not infinitives and not nouns and tree.children(verb, "dobj"):
            # "petitioned the court to annul the vote": the parser takes it for a purpose.
            infinitives = [c for c in tree.children(verb, "advcl") if c.tag_ == "VB"]
        return infinitives or nouns

    def _for_a_purpose(self, verb: Any, clauses: Sequence[Any]) -> bool:
        """ "appealed for $1.5 billion to respond to emergencies": the money, and what it is for."""
        wanted = [
            p for p in self.prepositions(verb) if p.lower_ == "for" and tree.children(p, "pobj")
        ]
        return bool(wanted) and not self._addressed(verb) and all(
            c.i > wanted[0].i and tree.subject(c) is None and c.tag_ == "VB" for c in clauses
        )  # fmt: skip

    def _addressed(self, verb: Any) -> bool:
        """ "call upon Iran to refrain": someone is named whom the request is made to."""
        return any(
            p.lower_ in ("on", "upon", "to", "with") and tree.children(p, "pobj")
            for p in self.prepositions(verb)
        )

    def _is_somebody(self, noun: Any) -> bool:
        """Whether the plural noun names those who can be asked, if not which: "allies", "donors"."""
        return noun.tag_ == "NNS" and bool(self.resolver.apart().resolve(noun, self.base, None))

    def _is_addressee(self, noun: Any) -> bool:
        at = self.base + noun.idx
        return any(
            w.start <= at < w.end and not w.via_adjective
            for w in self.resolver.resolve(noun, self.base, None)[:1]
        )

    def _passive_request(self, verb: Any, governor: Governor) -> Iterator[Frame]:
        agents = [g for c in tree.children(verb, "agent") for g in tree.children(c, "pobj")]
        who = tuple(w for a in agents for w in self.resolver.resolve(a, self.base, None))
        if not who:
            return
        subject = tree.subject(verb)
        recipient = self.resolver.resolve(subject, self.base, None) if subject is not None else ()
        for node in tree.complements(verb) or ([subject] if subject is not None else []):
            yield self.frame(
                Act.REQUEST, node, who, self.sourced_by(who, governor), explicit=True,
                rule="request", recipient=recipient, extra=[verb],
            )  # fmt: skip

    def _obligation(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "Europe must stop buying oil, Trump said": the speaker asks it of the subject."""
        voice = governor.voice or self.resolver.issuer
        if voice is None or any((w.id or w.name) == (voice.id or voice.name) for w in who):
            return
        yield self.frame(
            Act.REQUEST, verb, (voice,), governor, explicit=True, rule="obligation",
            recipient=who,
        )  # fmt: skip


def _subjunctive(clause: Any) -> bool:
    """ "that Azerbaijan lift": a plural form under a singular name."""
    subject = tree.subject(clause)
    return (
        clause.tag_ == "VBP" and subject is not None and subject.tag_ in ("NN", "NNP")
        and not any(True for _ in tree.conjuncts(subject))
    )  # fmt: skip
