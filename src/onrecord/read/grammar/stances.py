"""Stances on others' acts: which of rejection, support, withdrawal and threat a verb states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.judgements import JudgementRules
from onrecord.read.grammar.negatives import is_negative
from onrecord.read.grammar.who import Who
from onrecord.read.grammar.withdrawals import OWN, WithdrawalRules

__all__ = ["StanceRules"]

_GIVEN = frozenset({Act.PLEDGE, Act.INTENTION, Act.OFFER, Act.UNDECIDED, Act.DELIVERY})
_TELLING = frozenset("request offer pledge intention refusal undecided".split())
_CLAIMS = frozenset("accusation allegation claim charge rumour rumor".split())


def _is_claim(noun: Any) -> bool:
    """Whether the noun tells what is said to be so, and not what will be done."""
    clauses = tree.children(noun, "acl", "ccomp", "relcl")
    return noun.lemma_.lower() in _CLAIMS and not any(
        tree.modality(c) in (*tree.FUTURE, "could", "may") for c in clauses
    )


class StanceRules(JudgementRules, WithdrawalRules):
    """Stances on others' acts: rejection, support, withdrawal, threat."""

    def _stance(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        taken = [
            s for s in tree.children(verb, "nsubjpass") if "given" in self.lexicon.noun_classes(s)
            or "event" in self.lexicon.noun_classes(s)
        ] if classes & {"lessen", "stop", "close"} else []  # fmt: skip
        if (("withdrawal" in classes and not who) or taken) and tree.is_passive(verb):
            # "The plan has been shelved": by whose plan it is, else by who says so.
            who = self._owner_of_plan(verb, who, governor)
        if not who or self.mood(verb, governor) == "may":
            return
        negated = tree.is_negated(verb) or governor.negated
        own = any(t.lower_ in OWN for o in tree.objects(verb) for t in o.children)  # fmt: skip
        opposed = "rejection" in self.lexicon.adjective_classes(verb)
        if "rejection" in classes and tree.is_passive(verb) and not opposed:
            return  # "had been dismissed": it is not the subject that rejects
        if "rejection" in classes and not negated:
            if self.mood(verb, governor) == "could" and governor.speaker is None:
                return  # "Poland could reject the plan": it has not
            yield from self._rejection(verb, who, governor)
        elif "rejection" in classes:
            yield from self._not_opposed(verb, who, governor)
        elif "accept" in classes and "pledge" not in classes and negated:
            things = tree.objects(verb) + [
                s for c in tree.complements(verb) if (s := tree.subject(c)) is not None
            ]
            mine = own or any(
                w.id == who[0].id and w.id is not None
                for t in things for w in self.resolver.resolve(t, self.base, None)
            ) or any(
                c.lower_ in OWN and c.dep_ == "poss" for t in things for c in t.children
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
        elif not negated and self._is_taken_back(verb, classes, who, taken=bool(taken)):
            yield from self._withdrawal(verb, who, governor)
        elif "augment" in classes and not negated and tree.modality(verb) in tree.DONE:
            yield from self._more(verb, who, governor)
        elif "stop" in classes and not negated and (against := [
            o for o in tree.objects(verb) if self._is_against(o)
        ]):  # fmt: skip
            for thing in against:  # "dropped its objections to the sanctions"
                rejected = "rejection" in self.lexicon.noun_classes(thing) and not any(
                    tree.subject(g) is None
                    for p in tree.prepositions(thing) for g in tree.children(p, "pcomp")
                )  # fmt: skip
                yield self.frame(
                    Act.SUPPORT if rejected else Act.UNDECIDED, thing, who, self.sourced_by(who, governor),
                    rule="opposition given up", extra=[verb], explicit=True,
                )  # fmt: skip
        elif "stop" in classes and not negated:
            yield from self._stopping(verb, who, governor)
        elif "threat" in classes and not negated:
            yield from self._threat(verb, who, governor)

    def _owner_of_plan(
        self, verb: Any, who: tuple[Who, ...], governor: Governor
    ) -> tuple[Who, ...]:
        """Whose the passive's subject is: by whom it is done, whom the subject names, who speaks."""
        subject = tree.subject(verb)
        owned = tree.children(subject, "poss", "amod", "compound") if subject is not None else []
        who = (
            self._agents(verb)
            or (self._owner(subject, governor) if subject is not None else ())
            or next((w for o in owned if (w := self.resolver.resolve(o, self.base, None))), who)
        )
        return who or ((governor.voice,) if governor.voice is not None else ())

    def _rejection(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """Another's act is rejected; one's own ("rejected sending its troops") is refused."""
        inner = self.sourced_by(who, governor)
        gerunds = [c for c in tree.complements(verb) if c.pos_ == "VERB"]
        gerunds += [g for p in self.prepositions(verb) for g in tree.children(p, "pcomp")]
        own = [g for g in gerunds if tree.subject(g) is None]
        if own and verb.lemma_ == "deny":
            return  # "denied laying the mine" refuses nothing
        for node in own:
            yield from self.clause(
                node,
                inner.but(act=Act.REFUSAL, who=who, subject=None, chain=(verb,), rule="refuse"),
            )
        if own:
            return
        nodes = self._things(verb)
        if nodes and not self.resolver.anything_counts and all(map(_is_claim, nodes)):
            return  # "rejected allegations that it had sent troops": says that they are untrue
        if self._judges_what_was_done(verb, nodes):
            return
        if not nodes and governor.thing is not None:
            nodes = [governor.thing]
        following = verb.doc[verb.i + 2 : verb.i + 3].text
        if not nodes and verb.lemma_ == "say" and following == ":":
            return  # "said no: it will not send": told by what follows
        before = self.last_frame
        kept = not nodes and verb.lemma_ == "say" and before is not None and before.act in _GIVEN
        for node in nodes or [verb]:  # "Tokyo offers ships, Seoul says no": it gives none
            yield self.frame(
                Act.REFUSAL if kept else Act.REJECTION, node, who, inner, explicit=True,
                rule="rejection", extra=[verb],
            )  # fmt: skip
        yield from self._told_of(nodes, verb, who)

    def _not_opposed(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "is no longer opposed to sending its own": kept open; of another's plan it tells nothing."""
        gerunds = [c for c in tree.complements(verb) if c.tag_ == "VBG"]
        gerunds += [g for p in self.prepositions(verb) for g in tree.children(p, "pcomp")]
        for gerund in gerunds:
            if tree.subject(gerund) is None:
                yield self.frame(Act.UNDECIDED, gerund, who, self.sourced_by(who, governor),
                                 explicit=True, rule="not opposed", extra=[verb])  # fmt: skip

    def _told_of(self, nodes: Sequence[Any], verb: Any, who: tuple[Who, ...]) -> Iterator[Frame]:
        """ "rejected Poland's request to end checks", "welcomed Peru's decision to join": theirs, too."""
        for node in dict.fromkeys(c for n in nodes for c in (n, *tree.conjuncts(n))):
            if node.pos_ != "NOUN" or not self.lexicon.noun_classes(node) & _TELLING:
                yield from self._stated_in(node)
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

    def _stated_in(self, noun: Any) -> Iterator[Frame]:
        """ "took note of the statement by Pretoria that its troops would be withdrawn": what it states."""
        if "say" not in self.lexicon.noun_classes(noun):
            return
        clauses = [
            c for c in tree.children(noun, "acl", "ccomp", "relcl") if tree.clause_mark(c) == "that"
        ]
        owners = self.owner_of(noun, noun, None, Governor()) if clauses else ()
        for clause in clauses if owners and owners[0].id is not None else ():
            yield from self.clause(clause, self.spoken(owners, noun, Governor()))

    def _not_taken(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "will accept no refugees" is a refusal where the codebook codes the taking, else a rejection."""
        foreign = any(
            w.id != who[0].id for t in self._things(verb)
            for w in self.resolver.resolve(t, self.base, None)
        )  # fmt: skip
        for frame in self._rejection(verb, who, governor):
            frame.otherwise = None if foreign else Act.REFUSAL
            nobody = is_negative(frame.node) and frame.node.pos_ == "PRON"
            if (frame.node.pos_ in ("NUM", "ADJ", "ADV") or nobody) and not foreign:
                frame.act = Act.REFUSAL  # "would accept no more"
            yield frame

    def _support(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        nodes = self._things(verb) or tree.children(verb, "ccomp")
        if not nodes or tree.is_passive(verb):
            return
        inner = self.sourced_by(who, governor)
        for node in nodes:
            own = any(c.lower_ in OWN and c.dep_ == "poss" for c in node.children)
            if own and "pledge" in self.lexicon.noun_classes(node):
                yield from self.nominal(node, who, governor, None)  # "stands by its promise to"
                continue
            if who[0].id is not None and not self.resolver.anything_counts and any(
                w.id == who[0].id for o in tree.children(node, "poss") if o.pos_ == "PROPN"
                for w in self.resolver.resolve(o, self.base, None)
            ) and not self._is_against(node):  # fmt: skip
                continue  # "defended Trump's policy": its own
            # "stands by its refusal to send tanks", "defended its decision not to": refused still
            act = Act.REFUSAL if own and self._is_against(node) else Act.SUPPORT
            yield self.frame(
                act, node, who, inner, explicit=True, rule="support", extra=[verb],
            )  # fmt: skip
        yield from self._told_of(nodes, verb, who)

    def _threat(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        inner = self.sourced_by(who, governor)
        told = self._asked(verb, inner)
        harm = [
            g for head in (verb, *tree.children(verb, "dobj")) for p in tree.prepositions(head)
            if p.lower_ in ("of", "with") for g in tree.children(p, "pobj")
            if self.lexicon.noun_classes(g) & {"harm", "reprisal"}
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
