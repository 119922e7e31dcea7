"""What "be" says: with an adjective, a noun, a preposition, a clause as its subject, or "there"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.model.vocabulary import Act, What
from onrecord.read.grammar import tree
from onrecord.read.grammar.adjectives import ACTS
from onrecord.read.grammar.content_money import is_money
from onrecord.read.grammar.frames import Frame, Governor, governed
from onrecord.read.grammar.open_questions import open_questions
from onrecord.read.grammar.said_of import SaidOfRules
from onrecord.read.grammar.who import Who

__all__ = ["CopulaRules"]

_NO_WAY = frozenset(
    "question way chance prospect possibility plan intention talk thought scope room place need reason justification basis ground case".split()
)
_NO_PLACE = frozenset("room place need reason justification basis ground case".split())
_EXCLUDED = ("out of the question", "off the table", "off the agenda", "off limits")
_GIVERS = frozenset("donor contributor giver backer supporter funder lender".split())
_OPTIONS = frozenset("option possibility plan intention goal".split())


class CopulaRules(SaidOfRules):
    """Rules for copular clauses."""

    def copula(self, be: Any, governor: Governor) -> Iterator[Frame]:
        """The frames of a clause with "be"."""
        who = self.actors(be, governor)
        if frames := list(
            list(self.firsts(be, who, governor))
            or self._high_time(be, governor)
            or self._at_last(be, governor)
            or self._answered(be, governor)
            or self._cleft(be, governor)
            or self._excluded(be, governor)
            or self._left_open_by(be, governor)
            or self._part_of(be, governor)
            or self._goal_is(be, governor)
            or self._stays(be, who, governor)
            or self._donates(be, who, governor)
            or self._existential(be, governor)
        ):
            yield from frames
            return
        predicates = [
            c for c in be.children if c.dep_ in ("acomp", "attr", "oprd", "xcomp", "advmod")
        ]
        for predicate in predicates:
            if predicate.tag_ == "VBG" and self.lexicon.verb_classes(predicate):
                negated = governor.negated != tree.is_negated(be)
                inner = governor.but(who=who, subject=None, negated=negated)
                yield from self.clause(predicate, inner)
                return
            if predicate.dep_ == "xcomp" and predicate.pos_ == "VERB":
                inner = self._aimed(be, who, governor)
                if tree.is_negated(be) and inner.act is None and tree.children(be, "attr"):
                    inner = inner.but(negated=True)  # "is not the country to send troops"
                yield from self.clause(predicate, inner)
                return
            adjectival = predicate.pos_ in ("ADJ", "VERB") and predicate.dep_ in (
                "acomp",
                "oprd",
                "attr",
            )
            if adjectival or predicate.lower_ == "out":
                frames = list(self.adjective(predicate, be, governor))
                if frames:
                    yield from frames
                    return
            if predicate.pos_ == "NOUN":
                if frames := list(self.noun_predicate(be, predicate, who, governor)):
                    yield from frames
                    return
        if who and tree.modality(be) == "must" and governor.voice is not None and predicates:
            if not any(w.id == governor.voice.id for w in who):
                yield self.frame(
                    Act.REQUEST, predicates[0], (governor.voice,), governor, explicit=True,
                    rule="obligation", recipient=who, extra=[be],
                )  # fmt: skip
                return
        found = list(self.prepositional(be, who, governor)) or list(
            self._said_by_noun(be, governor)
        )
        yield from found
        if not found:
            for clause in self._known_facts(predicates, be):
                yield from self.clause(clause, governor)
        if not found and governor.act is not None and who:
            # "undertook to be present on land": the governing predicate gives the act.
            act, refrain = governed(
                governor.act, negated=tree.is_negated(be), refrain=governor.refrain
            )
            yield self.frame(act, be, who, governor, refrain=refrain, hedge=None)

    def _known_facts(self, predicates: Sequence[Any], be: Any) -> list[Any]:
        """ "It is clear that …", "they are alarmed that …": the clauses stand for themselves."""
        words = [p for p in predicates if "factive" in self.lexicon.adjective_classes(p)]
        if not words or tree.is_negated(be):
            return []
        clauses = [c for t in (*words, be) for c in tree.children(t, "ccomp")]
        return [c for c in clauses if tree.subject(c) is not None and c.pos_ in ("VERB", "AUX")]

    def _aimed(self, be: Any, who: tuple[Who, ...], governor: Governor) -> Governor:
        """ "Canada's goal is to cut emissions": the subject noun gives the act."""
        inner = governor.but(who=who, subject=None)
        subject = tree.subject(be)
        if subject is None or governor.act is not None:
            return inner
        classes = self.lexicon.noun_classes(subject)
        act = next(
            (a for n, a in ACTS if n in classes and n in ("intention", "offer", "pledge")), None
        )
        if act is None:
            return inner
        if tree.is_negated(be):
            act = Act.REFUSAL
        return inner.but(act=act, chain=(subject,), rule="noun")

    def _goal_is(self, be: Any, governor: Governor) -> list[Frame]:
        """ "India's goal is net zero by 2070", "Oslo's offer is five million": the thing is its content."""
        subject = tree.subject(be)
        things = [t for t in tree.children(be, "attr") if t.pos_ in ("NOUN", "PROPN", "NUM")]
        if subject is None or not things or governor.act is not None or tree.is_negated(be):
            return []
        classes = self.lexicon.noun_classes(subject)
        act = next((a for n, a in ACTS if n in classes and n in ("intention", "offer")), None)
        owners = [o for o in tree.children(subject, "poss") if act is not None]
        who = next((w for o in owners if (w := self.resolver.resolve(o, self.base, None))), ())
        if act is None or not who:
            return []
        return [self.frame(act, thing, who, governor, rule="goal", extra=[be, subject],
                           hedge=tree.span_of([subject])) for thing in things]  # fmt: skip

    def _stays(self, be: Any, who: tuple[Who, ...], governor: Governor) -> list[Frame]:
        """ "French soldiers will be there": by whose soldiers they are, it is promised."""
        subject = tree.subject(be)
        where = [c for c in be.children if c.dep_ in ("advmod", "prep") and c.lower_ in (
            "there", "in", "on", "at", "back")]  # fmt: skip
        sides = tuple(w for w in who if w.via_adjective)
        if subject is None or not where or not sides or governor.act is not None:
            return []
        mood = self.mood(be, governor)
        if mood not in tree.FUTURE or (mood == "would" and governor.speaker is None):
            return []
        act = Act.REFUSAL if tree.is_negated(be) else Act.PLEDGE
        return [self.frame(act, be, sides, governor, passive_subject=subject, rule="presence")]

    def _donates(self, be: Any, who: tuple[Who, ...], governor: Governor) -> list[Frame]:
        """ "With 20 million euros, Sweden is the largest donor": the money is promised."""
        givers = [c for c in tree.children(be, "attr") if c.lemma_ in _GIVERS]
        if not who or not givers or tree.is_negated(be) or governor.act is not None:
            return []
        sums = [
            g for t in (be, *givers) for p in tree.prepositions(t) if p.lower_ in ("with", "at")
            for g in tree.children(p, "pobj") if is_money(g)
        ]  # fmt: skip
        return [self.frame(Act.PLEDGE, each, who, governor, rule="donor", extra=[be, *givers])
                for each in sums]  # fmt: skip

    def _cleft(self, be: Any, governor: Governor) -> list[Frame]:
        """ "What we will provide are minesweepers": the clause acts, the predicate is its object."""
        things = tree.children(be, "attr")
        if (subject := tree.subject(be)) is not None and subject.lower_ == "it":
            # "It was Denmark that promised the tanks"
            for name in (t for t in things if t.pos_ == "PROPN"):
                told = [c for t in (be, name) for c in tree.children(t, "ccomp", "relcl", "acl")
                        if (own := tree.subject(c)) is not None and own.tag_ in ("WDT", "WP")]  # fmt: skip
                who = self.resolver.resolve(name, self.base, None) if told else ()
                if who and not tree.is_negated(be):
                    inner = governor.but(subject=name, who=who)
                    return [f for clause in told for f in self.clause(clause, inner)]
        clauses = [c for c in tree.children(be, "csubj") if c.pos_ == "VERB"]
        if not things or not clauses:
            return []
        inner = governor.but(thing=things[0], scopes=(*governor.scopes, be))
        return [frame for clause in clauses for frame in self.clause(clause, inner)]

    def _excluded(self, be: Any, governor: Governor) -> list[Frame]:
        """ "Sending soldiers is out of the question", "A truce is off the table, X said".

        Doing is refused, a thing is rejected, by who says so, else by whose doing it would be;
        "not out of the question" keeps it open.
        """
        words = " ".join(t.lower_ for t in be.doc[be.i + 1 : be.i + 7])
        out = any(idiom in words for idiom in _EXCLUDED)
        option = tree.is_negated(be) and any(
            c.lemma_ in _OPTIONS for c in tree.children(be, "attr")
        )
        doing = [c for c in tree.children(be, "csubj", "nsubj") if c.pos_ == "VERB"]
        if out and any(c.lower_ == "it" for c in be.children):
            # "It is out of the question for Hungary to send weapons"
            doing = [c for t in be.subtree for c in t.children if c.dep_ in (
                "xcomp", "ccomp", "advcl", "acl", "relcl") and c.tag_ == "VB"][:1] or doing  # fmt: skip
        things = doing or (tree.children(be, "nsubj") if out else [])
        if not (out or (option and doing)):
            return []
        act = Act.REFUSAL if doing else Act.REJECTION
        if out and tree.is_negated(be):
            act = Act.UNDECIDED
        found = []
        for thing in things:
            who = self._doer_for(be, thing)
            who = who or ((governor.voice,) if governor.voice is not None else self._whose(thing))
            if who and (doing or governor.voice is not None):
                found.append(self.frame(act, thing, who, governor, explicit=True,
                                        rule="out of the question", extra=[be]))  # fmt: skip
        return found

    def _doer_for(self, be: Any, doing: Any) -> tuple[Who, ...]:
        """Who is named as the doer: "for Hungary to send weapons"."""
        named = [tree.subject(doing)] if doing.tag_ == "VB" else []
        named += [
            g for p in be.subtree if p.lower_ == "for" and p.i < doing.i
            for g in tree.children(p, "pobj")
        ]  # fmt: skip
        found = (self.resolver.resolve(n, self.base, None) for n in named if n is not None)
        return next((who for who in found if who), ())

    def _whose(self, gerund: Any) -> tuple[Who, ...]:
        """Whose soldiers, ships or money the gerund is about."""
        for thing in tree.objects(gerund):
            if who := self.resolver.resolve(thing, self.base, None):
                return who
        return ()

    def _left_open_by(self, be: Any, governor: Governor) -> list[Frame]:
        """ "Whether Belgium will send troops remains open": undecided by who would act."""
        clauses = [
            c for c in tree.children(be, "csubj")
            if tree.clause_mark(c) == "whether"
            or any(t.tag_ in ("WRB", "WP", "WDT") and t.i <= c.left_edge.i + 1 for t in c.subtree)
        ]  # fmt: skip
        words = [c for c in be.children if c.dep_ in ("acomp", "attr", "oprd")]
        open_ = any(
            w.lower_ == "open" or "undecided" in self.lexicon.adjective_classes(w) for w in words
        )
        known = any("known" in self.lexicon.adjective_classes(w) for w in words)
        unknown = any(w.lower_ in ("unknown", "unclear") for w in words) or (
            known and tree.is_negated(be)
        )
        if not clauses or not (open_ or unknown):
            return []
        found = []
        for clause in clauses:
            subject = tree.subject(clause)
            who = (
                self.resolver.resolve(subject, self.base, governor.voice)
                if subject is not None
                else ()
            )
            if who:
                found.append(self.frame(
                    Act.UNDISCLOSED if unknown else Act.UNDECIDED, clause, who, governor, explicit=True,
                    rule="left open", hedge=tree.span_of(words), extra=[be],
                    what=(open_questions(be) or (What.WHETHER,)) if unknown else (),
                ))  # fmt: skip
        return found

    def _existential(self, be: Any, governor: Governor) -> list[Frame]:
        """ "There will be no French soldiers in Mali": refused by the side whose they would be."""
        if not any(c.dep_ == "expl" for c in be.children):
            return []
        if said := [
            f for noun in tree.children(be, "attr") for f in self._come_from(be, noun, governor)
        ]:
            return said
        found = []
        for noun in tree.children(be, "attr"):
            open_ = "undecided" in self.lexicon.noun_classes(noun)
            if (
                open_
                and any(c.lower_ == "no" for c in noun.children)
                and governor.voice is not None
            ):
                found.append(
                    self.frame(Act.UNDECIDED, noun, (governor.voice,), governor, explicit=True,
                               rule="no decision", hedge=tree.span_of([noun]), extra=[be])
                )  # fmt: skip
            elif governor.voice is not None and noun.lemma_ in _NO_WAY and (
                tree.is_negated(be) or any(c.lower_ == "no" for c in noun.children)
            ):  # fmt: skip
                # "there was no question of going back": refused by who says so.
                if noun.lemma_ in _NO_PLACE:
                    found += [
                        self.frame(Act.REJECTION, thing, (governor.voice,), governor, explicit=True,
                                   rule="no place", extra=[be, noun])
                        for p in tree.prepositions(noun) if p.lower_ in ("for", "in")
                        for thing in tree.children(p, "pobj")
                    ]  # fmt: skip
                for clause in [
                    g for p in tree.prepositions(noun) for g in tree.children(p, "pcomp")
                ]:
                    found.append(self.frame(Act.REFUSAL, clause, (governor.voice,), governor,
                                            explicit=True, rule="no question", extra=[be, noun]))  # fmt: skip
        if found or tree.modality(be) not in ("will", "would", "could"):
            return found
        for noun in tree.children(be, "attr"):
            if not (tree.is_negated(be) or any(c.lower_ == "no" for c in noun.children)):
                continue
            who = self.resolver.resolve(noun, self.base, governor.voice)
            who = tuple(w for w in who if w.via_adjective) or self._giver(noun)
            who = who or ((governor.voice,) if governor.voice is not None else ())
            if who:
                found.append(self.frame(Act.REFUSAL, noun, who, governor, rule="existential",
                                        extra=[be]))  # fmt: skip
        return found

    def _giver(self, noun: Any) -> tuple[Who, ...]:
        """ "no boots on the ground from Hungary"."""
        for token in noun.subtree:
            if token.dep_ == "pobj" and token.head.lower_ in ("from", "by"):
                if found := self.resolver.resolve(token, self.base, None):
                    return found
        return ()

    def _part_of(self, be: Any, governor: Governor) -> list[Frame]:
        """ "Bulgaria's role could be in demining", "their contribution will be medical"."""
        subject = tree.subject(be)
        if subject is None or "part" not in self.lexicon.noun_classes(subject):
            return []
        owners = tree.children(subject, "poss")
        who = tuple(w for o in owners for w in self.resolver.resolve(o, self.base, governor.voice))
        nodes = [
            g for p in tree.prepositions(be) for g in p.children if g.dep_ in ("pobj", "pcomp")
        ]
        nodes += tree.children(be, "attr")
        act = {"will": Act.PLEDGE, "would": Act.PLEDGE, "could": Act.OFFER, "may": Act.OFFER,
               "present": Act.DELIVERY}.get(tree.modality(be))  # fmt: skip
        if act is None or not who or tree.is_negated(be):
            return []
        return [
            self.frame(act, node, who, governor, rule="part", extra=[be],
                       hedge=tree.span_of(tree.auxiliaries(be) or [be]))
            for node in nodes
        ]  # fmt: skip
