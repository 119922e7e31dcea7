"""Taking back, stopping and giving more: "froze its aid", "will stop buying oil", "doubled its contribution"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.content_money import is_money
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.requests import RequestRules
from onrecord.read.grammar.who import Who

__all__ = ["OWN", "WithdrawalRules"]

_TAKING = frozenset("buy purchase import procure order".split())
_PROMISED = frozenset(
    "contribution pledge aid support commitment share funding budget assistance help".split()
)
_CUTS = frozenset("cut cutback suspension freeze reduction withdrawal halt".split())
_MEASURES = frozenset("number size strength".split())
_SITES = frozenset("base camp outpost".split())
_TEAMS = frozenset("team detachment garrison battalion".split())
_ENDING = frozenset("end cease discontinue terminate".split())
_SENT = frozenset("trainer instructor adviser advisor expert".split())
_RETURNED = frozenset(
    "refugee migrant national citizen worker people child patient prisoner".split()
)
"""Whom nobody had sent before they are sent home."""
_SENDING = frozenset("send take bring fly ship".split())
OWN = ("its", "their", "our", "his", "her")


def _is_own_site(thing: Any) -> bool:
    """ "its base in Chad": where one is present."""
    return thing.lemma_.lower() in _SITES and any(c.lower_ in OWN for c in thing.children)


class WithdrawalRules(RequestRules):
    """Rules for what is given less, no longer, or more of."""

    def _withdrawal(
        self, verb: Any, who: tuple[Who, ...], governor: Governor, *, rule: str = "withdrawal"
    ) -> Iterator[Frame]:
        passive = tree.is_passive(verb)
        against = [t for t in tree.objects(verb) if self._is_against(t)]
        if against:
            # "abandoned its opposition to sending tanks": open again, and nothing taken back
            for thing in against:
                yield self.frame(Act.UNDECIDED, thing, who, self.sourced_by(who, governor),
                                 rule="opposition given up", extra=[verb])  # fmt: skip
            return
        if any(map(self._takes_back, [*tree.objects(verb), *tree.children(verb, "nsubjpass")])):
            return  # "reversed the cut in aid", "dropped its plan to cut aid": nothing is taken back
        if self._relieves(verb):
            yield self.frame(
                self._future_act(verb, governor), verb, who, self.sourced_by(who, governor),
                rule="relief", passive_subject=tree.subject(verb) if passive else None,
            )  # fmt: skip
            return
        yield self.frame(
            Act.WITHDRAWAL, verb, who, self.sourced_by(who, governor), rule=rule,
            explicit=bool(tree.objects(verb)) and all(o.pos_ == "PRON" for o in tree.objects(verb)),
            otherwise=self._future_act(verb, governor),
            passive_subject=tree.subject(verb) if passive else None,
        )  # fmt: skip

    def _planned(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], governor: Governor
    ) -> Iterator[Frame]:
        """ "plans to end its aid", "promised to stop sending shells": what one plans to take back."""
        things = [*tree.objects(verb), *tree.children(verb, "nsubjpass")]
        gift = any(map(self._is_gift, things))
        if (gift and classes & {"withdrawal", "lessen", "stop", "close"}) or self._sends_home(verb):
            yield from self._withdrawal(verb, who, governor)
        elif "withdrawal" in classes:
            yield from self._withdrawal(verb, who, governor, rule="planned")
        elif verb.lemma_ in _ENDING and tree.objects(verb):
            yield self._withdrawn_if_upheld(verb, who, governor)  # "promised to end arms sales"
        elif "stop" in classes:
            for gerund in tree.complements(verb):
                giving = "perform" in self.lexicon.verb_classes(gerund)
                if gerund.tag_ == "VBG" and giving and gerund.lemma_ not in _TAKING:
                    yield self._stopped(gerund, verb, who, governor)

    def _more(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Iterator[Frame]:
        """ "doubled its contribution to €6 million", "confirmed its aid": more is promised."""
        for thing in tree.objects(verb):
            own = any(c.lower_ in OWN for c in thing.children)
            if (thing.lemma_.lower() in _PROMISED and own) or (
                verb.lemma_.endswith("confirm") and is_money(thing)
            ):
                yield self.frame(Act.PLEDGE, verb, who, self.sourced_by(who, governor),
                                 explicit=True, rule="more")  # fmt: skip

    def _is_left(self, verb: Any, who: tuple[Who, ...]) -> bool:
        """ "has left the talks": what one had joined; "left the coalition bruised" left nothing."""
        if tree.children(verb, "oprd", "acomp", "xcomp", "ccomp") or any(
            w.via_adjective for w in who
        ):
            return False
        things = [
            *tree.objects(verb),
            *(n for p in self.prepositions(verb) for n in tree.children(p, "pobj")),
        ]
        return any("joined" in self.lexicon.noun_classes(t) for t in things)

    def _takes_back(self, thing: Any) -> bool:
        """ "the cut in aid", "its plan to end the mission": what would itself take something back."""
        less = {"withdrawal", "lessen", "stop"}
        below = [
            c for c in thing.children if c.dep_ in ("acl", "xcomp", "relcl") and c.tag_ == "VB"
        ]
        return thing.lemma_.lower() in _CUTS or any(
            self.lexicon.verb_classes(c) & less for c in below
        )

    def _is_taken_back(
        self, verb: Any, classes: frozenset[str], who: tuple[Who, ...], *, taken: bool
    ) -> bool:
        """Whether the verb, not negated, takes back what is given; `taken`, that its passive subject is."""
        if "withdrawal" in classes and tree.modality(verb) not in ("could", "must"):
            return True
        things = tree.objects(verb)
        if classes & {"lessen", "close"} and (taken or any(map(self._is_gift, things))):
            return True
        if "close" in classes and any(map(_is_own_site, things)):
            return True
        left = "leaving" in classes and "augment" not in classes and self._is_left(verb, who)
        return left or self._sends_home(verb) or (taken and "stop" in classes)

    def _is_gift(self, thing: Any) -> bool:
        """ "its aid", "the training mission", "the number of instructors": what is given to others."""
        if thing.lemma_.lower() in _MEASURES:
            return any(
                n.lemma_.lower() not in _RETURNED
                and (self._is_gift(n) or self.resolver.is_movable(n) or n.lemma_.lower() in _SENT)
                for p in tree.prepositions(thing) for n in tree.children(p, "pobj")
            )  # fmt: skip
        if thing.lemma_.lower() in _TEAMS:
            return True
        return "given" in self.lexicon.noun_classes(thing)

    def _sends_home(self, verb: Any) -> bool:
        """ "will send its trainers home": those who had been sent."""
        return verb.lemma_ in _SENDING and any(
            c.lower_ == "home" and c.dep_ in ("advmod", "prt", "dobj", "npadvmod") for c in verb.children
        ) and any(
            o.lemma_.lower() not in _RETURNED and any(c.lower_ in OWN for c in o.children)
            for o in tree.objects(verb)
        )  # fmt: skip

    def _is_against(self, thing: Any) -> bool:
        """ "its opposition", "its refusal", "its decision not to send"."""
        classes = self.lexicon.noun_classes(thing)
        below = [c for c in thing.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VB"]
        return bool(classes & {"refusal", "rejection"}) or any(map(tree.is_negated, below))

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

    def _withdrawn_if_upheld(self, verb: Any, who: tuple[Who, ...], governor: Governor) -> Frame:
        """ "will end arms sales" takes back, "will end its use of coal" promises: by the content."""
        return self.frame(
            Act.WITHDRAWAL, verb, who, self.sourced_by(who, governor), rule="ended",
            otherwise=self._future_act(verb, governor),
        )  # fmt: skip

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
        gerunds = [
            c for c in tree.complements(verb)
            if c.tag_ == "VBG" or (verb.lemma_ == "cease" and c.tag_ == "VB")
        ]  # fmt: skip
        given = [o for o in tree.objects(verb) if "given" in self.lexicon.noun_classes(o)]
        if given and not gerunds:
            yield from self._withdrawal(verb, who, governor)  # "will stop all aid"
            return
        ends = verb.lemma_ in _ENDING and tree.objects(verb) and not gerunds
        if ends and self.mood(verb, governor) in tree.FUTURE:
            yield self._withdrawn_if_upheld(verb, who, governor)
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
            yield self._stopped(gerund, verb, who, governor)

    def _stopped(self, gerund: Any, verb: Any, who: tuple[Who, ...], governor: Governor) -> Frame:
        return self.frame(Act.WITHDRAWAL, gerund, who, self.sourced_by(who, governor),
                          explicit=True, rule="withdrawal", extra=[verb])  # fmt: skip
