"""Stances on others' acts: rejection, support, withdrawal, threat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.requests import RequestRules
from onrecord.read.grammar.who import Who

__all__ = ["StanceRules"]

_TAKING = frozenset("buy purchase import procure order".split())
_PROMISED = frozenset(
    "contribution pledge aid support commitment share funding budget assistance help".split()
)
_OWN = ("its", "their", "our", "his", "her")


_TELLING = frozenset("request offer pledge refusal undecided".split())


class StanceRules(RequestRules):
    """Stances on others' acts: rejection, support, withdrawal, threat."""

    def _by_agent(self, verb: Any, classes: frozenset[str], governor: Governor) -> Iterator[Frame]:
        """ "The request was turned down by Germany", "the plan was welcomed by Poland"."""
        subject = tree.subject(verb)
        if subject is None or not tree.is_passive(verb) or tree.is_negated(verb):
            return
        act = next((a for n, a in (("rejection", Act.REJECTION), ("decline", Act.REJECTION),
                                   ("support", Act.SUPPORT)) if n in classes), None)  # fmt: skip
        who = self._agents(verb) or self._in_capital(verb) if act is not None else ()
        if act is not None and who:
            yield self.frame(act, subject, who, self.sourced_by(who, governor), explicit=True,
                             rule="by agent", extra=[verb])  # fmt: skip

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

    def _stance(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        if not who and "withdrawal" in classes and tree.is_passive(verb):
            # "The plan has been shelved": by whose plan it is, else by who says so.
            subject = tree.subject(verb)
            who = self._agents(verb) or (
                self._owner(subject, governor) if subject is not None else ()
            )
            who = who or ((governor.voice,) if governor.voice is not None else ())
        if not who or self.mood(verb, governor) == "may":
            return
        negated = tree.is_negated(verb)
        own = any(t.lower_ in _OWN for o in tree.objects(verb) for t in o.children)  # fmt: skip
        opposed = "rejection" in self.lexicon.adjective_classes(verb)
        if "rejection" in classes and tree.is_passive(verb) and not opposed:
            return  # "had been dismissed": it is not the subject that rejects
        if "rejection" in classes and not negated:
            yield from self._rejection(verb, who, governor)
        elif "accept" in classes and "pledge" not in classes and negated:
            things = tree.objects(verb) + [
                s for c in tree.complements(verb) if (s := tree.subject(c)) is not None
            ]
            mine = own or any(
                w.id == who[0].id and w.id is not None
                for t in things for w in self.resolver.resolve(t, self.base, None)
            ) or any(
                c.lower_ in _OWN and c.dep_ == "poss" for t in things for c in t.children
            )  # fmt: skip
            if not mine:
                yield from self._not_taken(verb, who, governor)
            else:
                for thing in things:
                    yield self.frame(
                        Act.REFUSAL, thing, who, self.sourced_by(who, governor), explicit=True,
                        rule="refusal", extra=[verb],
                    )  # fmt: skip
        elif "support" in classes and not negated and self.mood(verb, governor) not in (
            *tree.FUTURE, "could", "must",
        ):  # fmt: skip
            yield from self._support(verb, who, governor)
        elif (
            "withdrawal" in classes and not negated and tree.modality(verb) not in ("could", "must")
        ) or (
            "lessen" in classes
            and not negated
            and any("given" in self.lexicon.noun_classes(o) for o in tree.objects(verb))
        ):
            yield from self._withdrawal(verb, who, governor)
        elif "augment" in classes and not negated and tree.modality(verb) in tree.DONE:
            yield from self._more(verb, who, governor)
        elif "stop" in classes and not negated:
            yield from self._stopping(verb, who, governor)
        elif "threat" in classes and not negated:
            yield from self._threat(verb, who, governor)

    def _rejection(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """Another's act is rejected; one's own ("rejected sending its troops") is refused."""
        inner = self.sourced_by(who, governor)
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
        nodes = self._things(verb)
        if "against" in self.lexicon.verb_classes(verb) and not any(
            "proposed" in self.lexicon.noun_classes(n) for n in nodes
        ):
            return  # "condemned the bombing" judges what was done, "blocked a road" does something
        if not nodes and governor.thing is not None:
            nodes = [governor.thing]
        for node in nodes or [verb]:
            yield self.frame(
                Act.REJECTION, node, who, inner, explicit=True, rule="rejection", extra=[verb],
            )  # fmt: skip
        yield from self._told_of(nodes, verb, who)

    def _told_of(self, nodes: Sequence[Any], verb: Any, who: tuple[Who, ...]) -> Iterator[Frame]:
        """ "rejected Poland's request to end checks", "welcomed Peru's decision to join": theirs, too."""
        for node in nodes:
            if node.pos_ != "NOUN" or not self.lexicon.noun_classes(node) & _TELLING:
                continue
            owners = self.owner_of(node, node, None, Governor())
            if not owners or owners[0].id is None or owners[0].id in {w.id for w in who}:
                continue
            if not _says_what(node):
                continue
            inner = Governor(who=owners)
            if "undecided" in self.lexicon.noun_classes(node):
                for clause in tree.children(node, "acl", "relcl"):
                    if clause.tag_ == "VB":
                        yield from self.clause(clause, inner.but(act=Act.PLEDGE, rule="noun"))
            else:
                yield from self.nominal(node, owners, inner, None)

    def _not_taken(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "will accept no refugees" is a refusal where the codebook codes the taking, else a rejection."""
        foreign = any(
            w.id != who[0].id for t in self._things(verb)
            for w in self.resolver.resolve(t, self.base, None)
        )  # fmt: skip
        for frame in self._rejection(verb, who, governor):
            frame.otherwise = None if foreign else Act.REFUSAL
            yield frame

    def _support(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        nodes = self._things(verb) or tree.children(verb, "ccomp")
        if not nodes or tree.is_passive(verb):
            return
        inner = self.sourced_by(who, governor)
        for node in nodes:
            yield self.frame(
                Act.SUPPORT, node, who, inner, explicit=True, rule="support", extra=[verb],
            )  # fmt: skip
        yield from self._told_of(nodes, verb, who)

    def _withdrawal(
        self, verb: Any, who: tuple[Who, ...], governor: Governor, *, rule: str = "withdrawal"
    ) -> Iterator[Frame]:
        passive = tree.is_passive(verb)
        if self._relieves(verb):
            yield self.frame(
                self._future_act(verb, governor), verb, who, self.sourced_by(who, governor),
                rule="relief", passive_subject=tree.subject(verb) if passive else None,
            )  # fmt: skip
            return
        yield self.frame(
            Act.WITHDRAWAL, verb, who, self.sourced_by(who, governor), rule=rule,
            explicit=all(o.pos_ == "PRON" for o in tree.objects(verb)), otherwise=self._future_act(verb, governor),
            passive_subject=tree.subject(verb) if passive else None,
        )  # fmt: skip

    def _more(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "doubled its contribution to €6 million", "confirmed its aid": more is promised."""
        for thing in tree.objects(verb):
            if thing.lemma_.lower() in _PROMISED and any(c.lower_ in _OWN for c in thing.children):
                yield self.frame(Act.PLEDGE, verb, who, self.sourced_by(who, governor),
                                 explicit=True, rule="more")  # fmt: skip

    def _relieves(self, verb: Any) -> bool:
        """ "suspended import duties", "will pull its guns back from the line": nothing given is taken back."""
        things = [*tree.objects(verb), *tree.children(verb, "nsubjpass")]
        lines = [
            n for p in (*self.prepositions(verb), *(q for t in things for q in tree.prepositions(t)))
            if p.lower_ == "from"
            for n in tree.children(p, "pobj")
        ]  # fmt: skip
        return any("burden" in self.lexicon.noun_classes(t) for t in things) or any(
            "line" in self.lexicon.noun_classes(n) for n in lines
        )

    def _future_act(self, verb: Any, governor: Governor) -> Act:
        """The act by mood and tense alone."""
        if governor.act is not None:
            return governor.act
        mood = self.mood(verb, governor)
        kept = {"could": Act.OFFER, "past": Act.DELIVERY, "perfect": Act.DELIVERY,
                "progressive": Act.DELIVERY}  # fmt: skip
        return kept.get(mood, Act.PLEDGE)

    def _stopping(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "has stopped sharing intelligence" takes it back; "will stop buying oil" promises."""
        gerunds = [c for c in tree.complements(verb) if c.tag_ == "VBG"]
        given = [o for o in tree.objects(verb) if "given" in self.lexicon.noun_classes(o)]
        if given and not gerunds:
            yield from self._withdrawal(verb, who, governor)  # "will stop all aid"
            return
        taking = [g for g in gerunds if g.lemma_ in _TAKING]
        if taking and self.mood(verb, governor) in tree.FUTURE:
            # "will stop buying oil" promises not to
            for gerund in taking:
                yield self.frame(Act.PLEDGE, gerund, who, self.sourced_by(who, governor),
                                 explicit=True, rule="stop", refrain=True, extra=[verb])  # fmt: skip
            return
        done = tree.modality(verb) in tree.DONE or tree.modality(verb) == "progressive"
        giving = any("perform" in self.lexicon.verb_classes(g) for g in gerunds)
        if not gerunds or not (done or (giving and self.mood(verb, governor) in tree.FUTURE)):
            return
        for gerund in gerunds:
            yield self.frame(
                Act.WITHDRAWAL, gerund, who, self.sourced_by(who, governor), explicit=True,
                rule="withdrawal", extra=[verb],
            )  # fmt: skip

    def _threat(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        inner = self.sourced_by(who, governor)
        told = self._asked(verb, inner)
        harm = [
            g for head in (verb, *tree.children(verb, "dobj")) for p in tree.prepositions(head)
            if p.lower_ in ("of", "with") for g in tree.children(p, "pobj") if "harm" in self.lexicon.noun_classes(g)
        ]  # fmt: skip
        sure = any("reprisal" in self.lexicon.noun_classes(g) for g in harm)
        if verb.lemma_ == "warn" and not ((told or sure) and harm):
            told_tokens = tree.children(verb, "dobj")
            harmful = list(tree.complements(verb))
            same = bool(told) and bool(who) and told[0].id == who[0].id
            if not (harmful and (same or not told_tokens)):
                return
        nodes = harm or tree.complements(verb) or tree.objects(verb)
        for prep in self.prepositions(verb):
            if prep.lower_ in ("with", "of"):
                nodes = [*tree.children(prep, "pobj"), *tree.children(prep, "pcomp")] or nodes
        for node in nodes or [verb]:
            yield self.frame(
                Act.THREAT, node, who, inner, explicit=True, rule="threat", extra=[verb],
                recipient=told,
            )  # fmt: skip


def _says_what(noun: Any) -> bool:
    """Whether an infinitive, a clause or "for" tells what the request, offer or promise is."""
    return any(
        c.dep_ in ("acl", "relcl", "ccomp") and c.pos_ == "VERB" for c in noun.children
    ) or any(p.lower_ in ("for", "of") for p in tree.prepositions(noun))
