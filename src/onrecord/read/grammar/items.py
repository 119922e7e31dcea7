"""What list items and rows of a table say, given what leads them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.model.vocabulary import Act, What
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.verbs import VerbRules
from onrecord.read.grammar.who import Who

__all__ = ["ItemRules", "LeadIn"]

_HOLDING = frozenset("comprise include consist contain cover feature involve be follow".split())
_GATHERINGS = frozenset("summit conference meeting session assembly forum".split())
_OPEN = frozenset(
    "announced confirmed determined decided communicated specified tbc tba pending".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadIn:
    """What a line such as "We will:" or "They call on Iran to:" says of every item below it."""

    act: Act | None
    """None where only who acts is told ("The Council:"): each item has a verb of its own."""
    who: tuple[Who, ...]
    governor: Governor
    recipient: tuple[Who, ...] = ()


class ItemRules(VerbRules):
    """Rules for lists."""

    def lead_in(self, doc: Any, base: int) -> LeadIn | None:
        """What the lead-in says of its items; None where it says nothing of the kind."""
        self.base = base
        verb = next((t for t in reversed(list(doc)) if t.pos_ in ("VERB", "AUX")), None)
        if verb is None:
            return self._body(doc)
        if verb.lemma_ in _HOLDING and self.last_frame is not None:
            before = self.last_frame
            return LeadIn(act=before.act, who=before.who, governor=_without_tokens(before.governor))
        top = verb
        while top.dep_ in ("xcomp", "conj", "advcl") and not tree.subject(top):
            top = top.head
        who = self.actors(top, Governor())
        if not who:
            return None
        return self._leading(verb, top, who)

    def _body(self, doc: Any) -> LeadIn | None:
        """ "The Summit:" names who does what the items tell."""
        for root in (t for t in doc if t.dep_ == "ROOT" and t.pos_ in ("NOUN", "PROPN")):
            who = self.resolver.resolve(root, self.base, None)
            if not who and root.lemma_.lower() in _GATHERINGS and self.resolver.issuer is not None:
                who = (self.resolver.issuer,)
            if who:
                return LeadIn(act=None, who=who, governor=Governor())
        return None

    def _leading(self, verb: Any, top: Any, who: tuple[Who, ...]) -> LeadIn | None:
        governor = self.sourced_by(who, Governor())
        governor = governor.but(voice=governor.speaker)
        classes = self.lexicon.verb_classes(top) | self.lexicon.verb_classes(verb)
        if "request" in classes and not tree.is_negated(top):
            recipient = self._asked(top, governor)
            return LeadIn(act=Act.REQUEST, who=who, governor=governor, recipient=recipient)
        name = (
            self._commissive(top, self.lexicon.verb_classes(top), governor)
            if top.pos_ == "VERB"
            else None
        )
        if name is not None:
            act, refrain, what = self._act_of(top, name, governor)
            if act is None or what:
                return None
            return LeadIn(act=act, who=who, governor=governor.but(refrain=refrain))
        mood = "will" if top.lemma_ in ("will", "shall") else self.mood(top, governor)
        negated = tree.is_negated(top)
        if mood in ("will", "would"):
            act = Act.REFUSAL if negated else Act.PLEDGE
            return LeadIn(act=act, who=who, governor=governor)
        if mood == "could":
            return LeadIn(act=Act.REFUSAL if negated else Act.OFFER, who=who, governor=governor)
        return None

    def item(self, doc: Any, base: int, lead: LeadIn) -> list[Frame]:
        """The frames of one item: a verb takes the act of the lead-in, so does a thing."""
        self.base = base
        self.begin()
        found: list[Frame] = []
        for root in (t for t in doc if t.dep_ == "ROOT"):
            if tree.subject(root) is not None:
                found += self.clause(root, Governor())
            elif root.pos_ in ("VERB", "AUX"):
                found += self._item_clause(root, lead)
            elif lead.act is None:
                continue
            else:
                found.append(self.frame(lead.act, root, lead.who, lead.governor, rule="item",
                                        recipient=lead.recipient))  # fmt: skip
        return found

    def _item_clause(self, root: Any, lead: LeadIn) -> Iterator[Frame]:
        if lead.act is None:
            for verb in (root, *tree.conjuncts(root)):
                if verb.tag_ == "VBN" and not tree.auxiliaries(verb):
                    verb.tag_ = "VBD"  # "called upon all parties": no participle without a noun
            yield from self.clause(root, Governor(who=lead.who))
            return
        if lead.act is Act.REQUEST:
            for node in (root, *tree.conjuncts(root)):
                yield self.frame(Act.REQUEST, node, lead.who, lead.governor, explicit=True,
                                 rule="item", recipient=lead.recipient)  # fmt: skip
            return
        inner = lead.governor.but(act=lead.act, who=lead.who, subject=None, rule="item")
        yield from self.clause(root, inner)

    def row(self, doc: Any, base: int) -> list[Frame]:
        """The frame of a row: an actor first, then what it gives, or that this is still open."""
        self.base = base
        self.begin()
        who = self.resolver.named_at(base)
        if not who:
            return []
        rest = [t for t in doc if base + t.idx >= who[0].end]
        modal = next((t for t in rest if t.tag_ == "MD"), None)
        if modal is not None and modal.head.pos_ == "VERB":
            act = Act.REFUSAL if tree.is_negated(modal.head) else Act.PLEDGE
            return [self.frame(act, modal.head, who, Governor(), explicit=True, rule="row")]
        if any(t.lower_ in _OPEN for t in rest):
            node = next(t for t in rest if t.lower_ in _OPEN)
            return [self.frame(Act.UNDISCLOSED, node, who, Governor(), explicit=True, rule="row",
                               what=(What.HOW_MUCH,))]  # fmt: skip
        done = next((t for t in rest if t.pos_ == "VERB" and t.tag_ in ("VBN", "VBD")), None)
        classes = self.lexicon.verb_classes(done) if done is not None else frozenset()
        act = (
            Act.OFFER
            if "offer" in classes
            else Act.DELIVERY
            if "perform" in classes
            else Act.PLEDGE
        )
        for token in rest:
            if token.like_num or token.pos_ in ("NUM", "SYM"):
                node = token
                while node.head in rest and node.head.i != node.i and node.head.pos_ != "VERB":
                    node = node.head
                return [self.frame(act, node, who, Governor(), rule="row")]
        things = [t for t in rest if t.pos_ == "NOUN"]
        return [self.frame(act, t, who, Governor(), rule="row") for t in things[:1]]


def _without_tokens(governor: Governor) -> Governor:
    """The governor for another sentence: its tokens are of the one that it was read in."""
    return governor.but(chain=(), scopes=(), subject=None, thing=None)
