"""What "be" with an adjective, noun or infinitive says: "is ready to", "is against", "is to"."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act, Attribution, What
from onrecord.read.grammar import tree
from onrecord.read.grammar.base import Rules
from onrecord.read.grammar.frames import Frame, Governor, governed
from onrecord.read.grammar.who import Who

__all__ = ["AdjectiveRules"]

_ACTS = (
    ("refusal", Act.REFUSAL), ("rejection", Act.REJECTION), ("undecided", Act.UNDECIDED),
    ("offer", Act.OFFER), ("pledge", Act.PLEDGE), ("intention", Act.INTENTION),
    ("support", Act.SUPPORT),
)  # fmt: skip
_PARTICIPANT = frozenset(
    "part party participant contributor donor guarantor signatory member".split()
)
_NO_WAY = frozenset(
    "question way chance prospect possibility plan intention talk thought scope".split()
)
_EXCLUDED = ("out of the question", "off the table", "off the agenda", "off limits")
_UNDERWAY = frozenset("way route transit place ground".split())
_IN_CHARGE = frozenset("charge responsible host home leader hub".split())


class AdjectiveRules(Rules):
    """Rules for copular clauses."""

    @abstractmethod
    def nominal(
        self, noun: Any, who: tuple[Who, ...], governor: Governor, light: Any | None
    ) -> Iterator[Frame]:
        """The frames of a predicate noun."""

    def copula(self, be: Any, governor: Governor) -> Iterator[Frame]:
        """The frames of a clause with "be"."""
        who = self.actors(be, governor)
        if frames := list(
            self._cleft(be, governor)
            or self._of_doing(be, governor)
            or self._left_open_by(be, governor)
            or self._part_of(be, governor)
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
                yield from self.clause(predicate, self._aimed(be, who, governor))
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
                if frames := list(self._noun_predicate(be, predicate, who, governor)):
                    yield from frames
                    return
        if who and tree.modality(be) == "must" and governor.voice is not None and predicates:
            if not any(w.id == governor.voice.id for w in who):
                yield self.frame(
                    Act.REQUEST, predicates[0], (governor.voice,), governor, explicit=True,
                    rule="obligation", recipient=who, extra=[be],
                )  # fmt: skip
                return
        found = list(self._preposition(be, who, governor))
        yield from found
        if not found and governor.act is not None and who:
            # "undertook to be present on land": the governing predicate gives the act.
            act, refrain = governed(
                governor.act, negated=tree.is_negated(be), refrain=governor.refrain
            )
            yield self.frame(act, be, who, governor, refrain=refrain, hedge=None)

    def _aimed(self, be: Any, who: tuple[Who, ...], governor: Governor) -> Governor:
        """ "Canada's goal is to cut emissions": the subject noun gives the act."""
        inner = governor.but(who=who, subject=None)
        subject = tree.subject(be)
        if subject is None or governor.act is not None:
            return inner
        classes = self.lexicon.noun_classes(subject)
        act = next(
            (a for n, a in _ACTS if n in classes and n in ("intention", "offer", "pledge")), None
        )
        if act is None:
            return inner
        if tree.is_negated(be):
            act = Act.REFUSAL
        return inner.but(act=act, chain=(subject,), rule="noun")

    def _cleft(self, be: Any, governor: Governor) -> list[Frame]:
        """ "What we will provide are minesweepers": the clause acts, the predicate is its object."""
        things = tree.children(be, "attr")
        clauses = [c for c in tree.children(be, "csubj") if c.pos_ == "VERB"]
        if not things or not clauses:
            return []
        inner = governor.but(thing=things[0], scopes=(*governor.scopes, be))
        return [frame for clause in clauses for frame in self.clause(clause, inner)]

    def _giver(self, noun: Any) -> tuple[Who, ...]:
        """ "no boots on the ground from Hungary"."""
        for token in noun.subtree:
            if token.dep_ == "pobj" and token.head.lower_ in ("from", "by"):
                if found := self.resolver.resolve(token, self.base, None):
                    return found
        return ()

    def _of_doing(self, be: Any, governor: Governor) -> list[Frame]:
        """ "Sending soldiers is out of the question", "… is not an option": refused by who says so."""
        gerunds = [c for c in tree.children(be, "csubj", "nsubj") if c.tag_ == "VBG"]
        if not gerunds:
            return []
        out = any(
            p.lower_ in ("out", "off") and any(t.lemma_ in ("question", "table", "agenda")
                                               for t in p.subtree)
            for p in tree.prepositions(be)
        )  # fmt: skip
        option = tree.is_negated(be) and any(
            c.lemma_ in ("option", "possibility", "plan", "intention", "goal")
            for c in tree.children(be, "attr")
        )
        if not (out or option):
            return []
        act = Act.UNDECIDED if out and tree.is_negated(be) else Act.REFUSAL
        found = []
        for gerund in gerunds:
            who = (governor.voice,) if governor.voice is not None else self._whose(gerund)
            if who:
                found.append(self.frame(act, gerund, who, governor, explicit=True,
                                        rule="out of the question", extra=[be]))  # fmt: skip
        return found

    def _left_open_by(self, be: Any, governor: Governor) -> list[Frame]:
        """ "Whether Belgium will send troops remains open": undecided by who would act."""
        clauses = [c for c in tree.children(be, "csubj") if tree.clause_mark(c) == "whether"]
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
                    what=(What.WHETHER,) if unknown else (),
                ))  # fmt: skip
        return found

    def _whose(self, gerund: Any) -> tuple[Who, ...]:
        """Whose soldiers, ships or money the gerund is about."""
        for thing in tree.objects(gerund):
            if who := self.resolver.resolve(thing, self.base, None):
                return who
        return ()

    def _existential(self, be: Any, governor: Governor) -> list[Frame]:
        """ "There will be no French soldiers in Mali": refused by the side whose they would be."""
        if not any(c.dep_ == "expl" for c in be.children):
            return []
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

    def adjective(self, adjective: Any, be: Any, governor: Governor) -> Iterator[Frame]:
        """ "is prepared to monitor", "not available to send", "is unacceptable to Russia"."""
        classes = self.lexicon.adjective_classes(adjective)
        act = next((a for name, a in _ACTS if name in classes), None)
        if "known" in classes and (tree.is_negated(be) or tree.is_negated(adjective)):
            yield from self._too_early(adjective, be, self.actors(be, governor), governor)
            return
        who = self.actors(be, governor)
        if "performing" in classes or "out" in classes:
            yield from self._state_of(adjective, be, classes, who, governor)
            return
        if act is None:
            return
        if act in (Act.REJECTION, Act.SUPPORT):
            yield from self._judged(adjective, be, act, who, governor)
            return
        if act is Act.UNDECIDED:
            yield from self._too_early(adjective, be, who, governor)
            return
        negated = (tree.is_negated(be) or tree.is_negated(adjective) or any(
            w.negative for w in who)) != governor.negated  # fmt: skip
        mod = tree.modality(be)
        if negated:
            act = Act.UNDECIDED if act is Act.REFUSAL else Act.REFUSAL
        elif mod in ("may", "must") and governor.speaker is None:
            return
        inner = self._adjective_governor(adjective, be, who, governor, self.composed(governor, act))
        yield from self._complement(adjective, be, inner, who)

    def _state_of(
        self, adjective: Any, be: Any, classes: frozenset[str], who: tuple[Who, ...],
        governor: Governor,
    ) -> Iterator[Frame]:  # fmt: skip
        """ "is responsible for logistics" does it; "is out" takes no part."""
        if not who or tree.is_negated(be):
            return
        nouns = [
            g
            for p in tree.prepositions(adjective)
            for g in p.children
            if g.dep_ in ("pobj", "pcomp")
        ]
        if "out" in classes and not nouns:
            yield self.frame(Act.REFUSAL, adjective, who, governor, explicit=True, rule="out",
                             extra=[be])  # fmt: skip
        elif "performing" in classes:
            act = Act.PLEDGE if tree.modality(be) in ("will", "would") else Act.DELIVERY
            for noun in nouns:
                yield self.frame(act, noun, who, governor, rule="performing", extra=[adjective])

    def _spoken_by(self, who: tuple[Who, ...], governor: Governor) -> Governor:
        """An official who is said to hold a view is its source, unless a source is given."""
        if governor.speaker is not None or not who or not (who[0].person or who[0].role):
            return governor
        attribution = Attribution.ANONYMOUS if who[0].unnamed_source else Attribution.INDIRECT
        return governor.but(speaker=who[0], attribution=attribution)

    def _adjective_governor(
        self, adjective: Any, be: Any, who: tuple[Who, ...], governor: Governor, act: Act
    ) -> Governor:
        base = governor
        if governor.speaker is None and who and (who[0].person or who[0].role):
            attribution = Attribution.ANONYMOUS if who[0].unnamed_source else Attribution.INDIRECT
            base = governor.but(speaker=who[0], attribution=attribution)
        return base.but(
            act=act, who=who, subject=None, chain=(*governor.chain, adjective),
            scopes=(*governor.scopes, be, adjective), modality="", negated=False, rule="adjective",
        )  # fmt: skip

    def _complement(
        self, adjective: Any, be: Any, inner: Governor, who: tuple[Who, ...]
    ) -> Iterator[Frame]:
        clauses = [c for c in tree.children(adjective, "xcomp", "ccomp", "advcl") if c.pos_ in ("VERB", "AUX")
                   and (c.tag_ == "VB" or c.tag_ == "VBG")]  # fmt: skip
        clauses += [c for c in tree.children(be, "xcomp") if c.tag_ == "VB" and c.i > adjective.i]
        for prep in tree.prepositions(adjective):
            clauses += [g for g in tree.children(prep, "pcomp") if g.pos_ in ("VERB", "AUX")]
        for clause in dict.fromkeys(clauses):
            yield from self.clause(clause, inner)
        if clauses:
            return
        nouns = [g for p in tree.prepositions(adjective) for g in tree.children(p, "pobj")]
        for noun in nouns or [adjective]:
            yield self.frame(
                inner.act or Act.OFFER, noun, who, inner, explicit=True, rule="adjective",
                hedge=tree.span_of(inner.chain),
            )  # fmt: skip

    def _judged(
        self, adjective: Any, be: Any, act: Act, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "X is unacceptable to Russia", "Russia is opposed to X"."""
        if tree.is_negated(be):
            act = Act.SUPPORT if act is Act.REJECTION else Act.REJECTION
        subject = tree.subject(be)
        judges = [g for p in (*tree.prepositions(adjective), *tree.prepositions(be))
                  if p.lower_ in ("to", "for") for g in tree.children(p, "pobj", "pcomp")]  # fmt: skip
        if who and not who[0].via_adjective:
            nodes = [g for p in tree.prepositions(adjective)
                     for g in (*tree.children(p, "pobj"), *tree.children(p, "pcomp"))]  # fmt: skip
            for node in nodes:
                if node.dep_ == "pcomp" and tree.subject(node) is None:
                    act = Act.UNDECIDED if tree.is_negated(be) else Act.REFUSAL
                yield self.frame(act, node, who, governor, explicit=True, rule="stance",
                                 extra=[adjective])  # fmt: skip
            return
        if subject is None:
            return
        judge = tuple(
            w for j in judges for w in self.resolver.resolve(j, self.base, governor.voice)
        )
        judge = judge or ((governor.speaker,) if governor.speaker else ())
        if judge:
            yield self.frame(act, subject, judge, governor, explicit=True, rule="stance",
                             extra=[adjective, *judges])  # fmt: skip

    def _too_early(
        self, adjective: Any, be: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "it is too early to say what X would send", "X is undecided", "it is not clear whether"."""
        clauses = [
            c for t in (adjective, be) for c in tree.children(t, "xcomp", "ccomp", "csubj", "advcl")
        ]
        inside = [t for c in clauses for t in c.subtree]
        found: tuple[Who, ...] = ()
        for token in inside:
            if token.dep_ in ("nsubj", "nsubjpass"):
                found = self.resolver.resolve(token, self.base, governor.voice)
                if found:
                    break
        actors = (
            found
            or tuple(w for w in who if w.id)
            or ((governor.speaker,) if governor.speaker else ())
        )
        if not actors:
            return
        node = next((c for c in clauses), adjective)
        unclear = adjective.lemma_ == "unclear" or "known" in self.lexicon.adjective_classes(
            adjective
        )
        yield self.frame(
            Act.UNDISCLOSED if unclear else Act.UNDECIDED, node, actors, governor, explicit=True,
            rule="too early", hedge=tree.span_of([adjective]), extra=[adjective],
            what=(What.WHETHER,) if unclear else (),
        )  # fmt: skip

    def _noun_predicate(
        self, be: Any, noun: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        if "harm" in self.lexicon.noun_classes(noun) and not tree.is_negated(be):
            by = [g for p in tree.prepositions(noun) if p.lower_ in ("for", "of")
                  for g in tree.children(p, "pobj")]  # fmt: skip
            threatening = tuple(w for b in by for w in self.resolver.resolve(b, self.base, None))
            if not threatening and governor.voice is not None:
                threatening = (governor.voice,)
            if threatening and tree.modality(be) in ("will", "would", "could"):
                yield self.frame(Act.THREAT, noun, threatening, governor, explicit=True,
                                 rule="target", extra=[be])  # fmt: skip
            return
        subject = tree.subject(be)
        if subject is not None and subject.lower_ in ("it", "this", "that"):
            owners = tuple(
                w for o in tree.children(noun, "poss")
                for w in self.resolver.resolve(o, self.base, governor.voice)
            )  # fmt: skip
            if owners and tree.children(noun, "acl", "xcomp"):
                yield from self.nominal(noun, owners, governor, be)
                return
        if (
            noun.lemma_.lower() in _PARTICIPANT
            and who
            and tree.modality(be) in ("will", "would", "could")
        ):
            act = {"could": Act.OFFER}.get(tree.modality(be), Act.PLEDGE)
            if tree.is_negated(be) != governor.negated:
                act = Act.REFUSAL
            if tree.modality(be) == "would" and governor.speaker is None:
                return
            yield self.frame(self.composed(governor, act), noun, who, governor, explicit=True,
                             rule="participant", extra=[be])  # fmt: skip
            return
        if noun.lemma_.lower() in _IN_CHARGE and who and tree.modality(be) in ("present", "past"):
            yield self.frame(
                Act.DELIVERY, noun, who, governor.but(act=None), explicit=False, rule="in charge",
                extra=[be],
            )  # fmt: skip

    def _out_of_the_question(self, be: Any, governor: Governor) -> Iterator[Frame]:
        """ "A truce is out of the question, X said": X says no to it; "not …" keeps it open."""
        words = " ".join(t.lower_ for t in be.doc[be.i + 1 : be.i + 7])
        if governor.voice is None or not any(i in words for i in _EXCLUDED):
            return
        own = [c for c in tree.children(be, "csubj") if c.pos_ == "VERB"]
        act = Act.UNDECIDED if tree.is_negated(be) else Act.REFUSAL if own else Act.REJECTION
        for thing in own or tree.children(be, "nsubj"):
            yield self.frame(act, thing, (governor.voice,), governor, explicit=True,
                             rule="out of the question", extra=[be])  # fmt: skip

    def _preposition(self, be: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "is in charge of logistics", "is against the plan", "will be part of the force"."""
        yield from self._out_of_the_question(be, governor)
        for gerund in [g for p in tree.prepositions(be) if p.lower_ == "against"
                       for g in tree.children(p, "pcomp")]:  # fmt: skip
            if who:
                act = Act.UNDECIDED if tree.is_negated(be) else Act.REFUSAL
                yield self.frame(act, gerund, who, governor, explicit=True, rule="stance",
                                 extra=[be])  # fmt: skip
        for prep in tree.prepositions(be):
            for noun in tree.children(prep, "pobj"):
                if noun.lemma_ == "charge" and who:
                    act = self.composed(governor, Act.DELIVERY)
                    if tree.modality(be) in ("will", "would"):
                        act = Act.PLEDGE
                    yield self.frame(act, noun, who, governor, rule="in charge", extra=[be])
                elif noun.lemma_ in ("favour", "favor", "support") and prep.lower_ == "in" and who:
                    act = Act.REJECTION if tree.is_negated(be) else Act.SUPPORT
                    for p in tree.prepositions(noun):
                        for g in (*tree.children(p, "pobj"), *tree.children(p, "pcomp")):
                            yield self.frame(act, g, who, self._spoken_by(who, governor), explicit=True,
                                             rule="stance", extra=[be])  # fmt: skip
                elif noun.lemma_ == "disposal" and prep.lower_ == "at":
                    thing = tree.subject(be)
                    owners = (
                        self.resolver.resolve(thing, self.base, governor.voice)
                        if thing is not None
                        else ()
                    )
                    if thing is not None and owners and not tree.is_negated(be):
                        yield self.frame(Act.OFFER, thing, owners, governor, explicit=True,
                                         rule="disposal", extra=[be])  # fmt: skip
                elif noun.lemma_ == "position" and who:
                    # "is in no position to send": able or unable, willing or not.
                    unable = tree.is_negated(be) or any(c.lower_ == "no" for c in noun.children)
                    act = Act.REFUSAL if unable != governor.negated else Act.OFFER
                    inner = self._adjective_governor(noun, be, who, governor,
                                                     self.composed(governor, act))  # fmt: skip
                    able = (t for t in be.subtree if t.tag_ == "VB" and t.i > noun.i
                            and any(c.tag_ == "TO" for c in t.children))  # fmt: skip
                    for clause in list(able)[:1]:
                        yield from self.clause(clause, inner)
                elif noun.lemma_ in _UNDERWAY and prep.lower_ in ("on", "in", "en") and who and (
                    not tree.is_negated(be) and tree.modality(be) == "present"
                ):  # fmt: skip
                    thing = tree.subject(be) or noun
                    yield self.frame(Act.DELIVERY, thing, who, governor, rule="under way",
                                     extra=[be])  # fmt: skip
                elif prep.lower_ == "against" and who and not tree.is_negated(be):
                    yield self.frame(
                        Act.REJECTION,
                        noun,
                        who,
                        governor,
                        explicit=True,
                        rule="stance",
                        extra=[prep],
                    )
