"""What stands after "be" as a noun or a preposition: "is part of", "is in favour of", "is under way"."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.adjectives import AdjectiveRules
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.who import Who

__all__ = ["PredicativeRules"]

_PARTICIPANT = frozenset(
    "part party participant contributor donor guarantor signatory member".split()
)
_UNDERWAY = frozenset("way route transit place ground".split())
_WEIGHED = frozenset(
    "study consideration review discussion examination scrutiny debate negotiation".split()
)
_COMING = frozenset("preparation work pipeline card".split())
_WHOLLY = frozenset("fully firmly squarely solidly wholly four-square foursquare".split())
_IN_CHARGE = frozenset("charge responsible host home leader hub".split())


class PredicativeRules(AdjectiveRules):
    """Rules for nouns and prepositions said of a subject."""

    @abstractmethod
    def nominal(
        self, noun: Any, who: tuple[Who, ...], governor: Governor, light: Any | None
    ) -> Iterator[Frame]:
        """The frames of a predicate noun."""

    def noun_predicate(
        self, be: Any, noun: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "is a target", "it is Germany's intention to", "will be party to", "is host of"."""
        subject = tree.subject(be)
        owners: tuple[Who, ...] = ()
        if subject is not None and subject.lower_ in ("it", "this", "that"):
            owners = tuple(
                w for o in tree.children(noun, "poss")
                for w in self.resolver.resolve(o, self.base, governor.voice)
            )  # fmt: skip
        if "harm" in self.lexicon.noun_classes(noun) and not tree.is_negated(be):
            yield from self._named_target(be, noun, governor)
        elif "praised" in self.lexicon.noun_classes(noun) and governor.voice is not None:
            yield from self._praise(be, noun, who, governor)
        elif "damned" in self.lexicon.noun_classes(noun) and not tree.is_negated(be):
            yield from self._damned(be, noun, governor)
        elif owners and tree.children(noun, "acl", "xcomp"):
            yield from self.nominal(noun, owners, governor, be)
        elif noun.lemma_.lower() in _PARTICIPANT and who and tree.modality(be) in (
            *tree.FUTURE, "could",
        ):  # fmt: skip
            yield from self._participant(be, noun, who, governor)
        elif noun.lemma_.lower() in _IN_CHARGE and who and tree.modality(be) in ("present", "past"):
            yield self.frame(
                Act.DELIVERY, noun, who, governor.but(act=None), explicit=False, rule="in charge",
                extra=[be],
            )  # fmt: skip

    def _praise(
        self, be: Any, noun: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "She is a hero," the bishop said: praise by who says so, of another."""
        voice = governor.voice
        mood = tree.modality(be)
        if voice is None or tree.is_negated(be) or mood not in ("present", "perfect", "past"):
            return
        if any(w.id == voice.id for w in who if w.id is not None):
            return
        yield self.frame(Act.SUPPORT, noun, (voice,), governor, explicit=True, rule="praise",
                         recipient=who, extra=[be])  # fmt: skip

    def _damned(self, be: Any, noun: Any, governor: Governor) -> Iterator[Frame]:
        """ "For Mali the plan is a non-starter": rejected by whom it is one for, or who says so."""
        thing = tree.subject(be)
        judges = [g for t in (be, noun) for p in tree.prepositions(t) if p.lower_ in ("for", "to")
                  for g in tree.children(p, "pobj")]  # fmt: skip
        who = next((w for j in judges if (w := self.resolver.resolve(j, self.base, None))), ())
        who = who or ((governor.voice,) if governor.voice is not None else ())
        proposed = thing is not None and "proposed" in self.lexicon.noun_classes(thing)
        if thing is not None and proposed and who:
            yield self.frame(Act.REJECTION, thing, who, governor, explicit=True, rule="stance",
                             extra=[be, noun])  # fmt: skip

    def _named_target(self, be: Any, noun: Any, governor: Governor) -> Iterator[Frame]:
        """ "would be a target for Russia": who is named threatens it, else who says so."""
        by = [g for p in tree.prepositions(noun) if p.lower_ in ("for", "of")
              for g in tree.children(p, "pobj")]  # fmt: skip
        threatening = tuple(w for b in by for w in self.resolver.resolve(b, self.base, None))
        if not threatening and governor.voice is not None:
            threatening = (governor.voice,)
        if threatening and tree.modality(be) in (*tree.FUTURE, "could"):
            yield self.frame(Act.THREAT, noun, threatening, governor, explicit=True,
                             rule="target", extra=[be])  # fmt: skip

    def _participant(
        self, be: Any, noun: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "will not be party to any new loan"."""
        if tree.modality(be) == "would" and governor.speaker is None:
            return
        act = Act.OFFER if tree.modality(be) == "could" else Act.PLEDGE
        if tree.is_negated(be) != governor.negated:
            act = Act.REFUSAL
        yield self.frame(self.composed(governor, act), noun, who, governor, explicit=True,
                         rule="participant", extra=[be])  # fmt: skip

    def prepositional(self, be: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "is in charge of logistics", "is against the plan", "is in no position to send"."""
        for prep in tree.prepositions(be):
            if prep.lower_ == "against":
                yield from self._against(be, prep, who, governor)
                continue
            if prep.lower_ == "behind":
                yield from self._behind(be, prep, who, governor)
                continue
            for noun in tree.children(prep, "pobj"):
                if noun.lemma_ == "disposal" and prep.lower_ == "at":
                    yield from self._at_disposal(be, governor)
                elif open_ := self._open_matter(be, prep, noun, who, governor):
                    yield open_
                elif who:
                    yield from self._standing(be, prep, noun, who, governor)

    def _open_matter(
        self, be: Any, prep: Any, noun: Any, who: tuple[Who, ...], governor: Governor
    ) -> Frame | None:
        """ "is under study", "are in preparation": kept open or planned by whose it is, or who says so."""
        things = tree.children(be, "nsubj", "csubj")
        weighed = noun.lemma_ in _WEIGHED and prep.lower_ in ("under", "in")
        coming = noun.lemma_ in _COMING and prep.lower_ in ("in", "on")
        held = noun.lemma_ in ("hold", "ice") and prep.lower_ == "on"
        if not things or not (weighed or coming or held) or tree.is_negated(be):
            return None
        who = tuple(w for w in who if w.via_adjective) or (
            (governor.voice,)
            if governor.voice is not None
            else self.owner_of(things[0], things[0], None, governor)
        )
        act = Act.UNDECIDED if weighed else Act.WITHDRAWAL if held else Act.INTENTION
        return self.frame(act, things[0], who, governor, explicit=True, rule="open matter",
                          hedge=tree.span_of([prep, noun]), extra=[be]) if who else None  # fmt: skip

    def _standing(
        self, be: Any, prep: Any, noun: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """Where someone stands: in charge, in favour, in a position to, on its way."""
        if noun.lemma_ == "charge":
            to_come = tree.modality(be) in tree.FUTURE
            act = Act.PLEDGE if to_come else self.composed(governor, Act.DELIVERY)
            yield self.frame(act, noun, who, governor, rule="in charge", extra=[be])
        elif noun.lemma_ in ("favour", "favor", "support") and prep.lower_ == "in":
            act = Act.REJECTION if tree.is_negated(be) else Act.SUPPORT
            things = [g for p in tree.prepositions(noun) for g in tree.children(p, "pobj", "pcomp")]
            for thing in things:
                yield self.frame(act, thing, who, self.sourced_by(who, governor), explicit=True,
                                 rule="stance", extra=[be])  # fmt: skip
        elif noun.lemma_ == "position":
            yield from self._in_position(be, noun, who, governor)
        elif noun.lemma_ in _UNDERWAY and prep.lower_ in ("on", "in", "en") and (
            not tree.is_negated(be) and tree.modality(be) == "present"
        ):  # fmt: skip
            yield self.frame(Act.DELIVERY, tree.subject(be) or noun, who, governor,
                             rule="under way", extra=[be])  # fmt: skip

    def _against(
        self, be: Any, prep: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "is against the plan" rejects it; "is against sending its own" refuses."""
        negated = tree.is_negated(be)
        for gerund in tree.children(prep, "pcomp") if who else ():
            act = Act.UNDECIDED if negated else Act.REFUSAL
            yield self.frame(act, gerund, who, governor, explicit=True, rule="stance", extra=[be])
        for noun in tree.children(prep, "pobj") if who and not negated else ():
            yield self.frame(Act.REJECTION, noun, who, governor, explicit=True, rule="stance",
                             extra=[prep])  # fmt: skip

    def _behind(
        self, be: Any, prep: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "is firmly behind the miners"; "is behind the attack" backs nobody."""
        words = {t.lower_ for t in (*be.children, *prep.children)}
        if not who or tree.is_negated(be) or not words & _WHOLLY:
            return
        for noun in tree.children(prep, "pobj"):
            yield self.frame(Act.SUPPORT, noun, who, self.sourced_by(who, governor), explicit=True,
                             rule="stance", extra=[prep])  # fmt: skip

    def _at_disposal(self, be: Any, governor: Governor) -> Iterator[Frame]:
        """ "its bases will be at the allies' disposal"."""
        thing = tree.subject(be)
        if thing is None or tree.is_negated(be):
            return
        if owners := self.resolver.resolve(thing, self.base, governor.voice):
            yield self.frame(Act.OFFER, thing, owners, governor, explicit=True, rule="disposal",
                             extra=[be])  # fmt: skip

    def _in_position(
        self, be: Any, noun: Any, who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "is in no position to send": able or unable, willing or not."""
        unable = tree.is_negated(be) or any(c.lower_ == "no" for c in noun.children)
        act = Act.REFUSAL if unable != governor.negated else Act.OFFER
        inner = self.stating(noun, be, who, governor, self.composed(governor, act))
        able = (t for t in be.subtree if t.tag_ == "VB" and t.i > noun.i
                and any(c.tag_ == "TO" for c in t.children))  # fmt: skip
        for clause in list(able)[:1]:
            yield from self.clause(clause, inner)
