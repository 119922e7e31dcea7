"""Toward whom an act is where parties, rebels and courts count too: the other side that its words name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame
from onrecord.read.grammar.mentions import ReportContext
from onrecord.read.grammar.scope import condition_heads
from onrecord.read.grammar.sorts import Sorts
from onrecord.read.grammar.titles import ROLE_NOUNS
from onrecord.read.grammar.who import Resolver, Who

__all__ = ["Addressees"]

_TOWARD = frozenset("to with against toward towards at behind on upon for round around".split())
_OF = frozenset("of by from over among between".split())
_MUTUAL = frozenset({Act.PLEDGE, Act.INTENTION, Act.OFFER, Act.SUPPORT})
_OWN = frozenset("the its their his her our this that".split())
_GOING = frozenset("send go travel fly come return head move dispatch bring".split())
_TOLD = frozenset("tell assure inform promise notify remind warn".split())


class Addressees:
    """Finds the other side of an act in one report."""

    def __init__(self, context: ReportContext, resolver: Resolver) -> None:
        self.context = context
        self.resolver = resolver
        self.sorts = Sorts(context.codebook)

    def of(self, frame: Frame, who: Who, base: int) -> str | None:
        """The id of whom the predicate is directed at by its own arguments; None where nobody is."""
        tokens = [t for t in dict.fromkeys(_arguments(frame))
                  if not who.start <= base + t.idx < who.end]  # fmt: skip
        for token in sorted(tokens, key=self._is_destination(base)):
            if (found := self.named(token, who, base)) is not None:
                return found
        others = [w.id for w in frame.who if w.id not in (None, who.id)]
        if frame.act in _MUTUAL and len(others) == 1:
            return others[0]
        conditions = [t for t in _supposed(frame) if not who.start <= base + t.idx < who.end]
        if frame.act is Act.THREAT:
            tokens = [*conditions, *tokens]
            if found := next((i for t in conditions if (i := self.named(t, who, base))), None):
                return found
        spoken_to = (w.id for w in frame.governor.told if w.id not in (None, who.id))
        state = self._state_of(who, base)
        tokens += _deeper(frame)
        at_home = (i for t in tokens if state and (i := self._at_home(t, state)))
        return next(at_home, None) or next(spoken_to, None)

    def named(self, token: Any, who: Who, base: int) -> str | None:
        """The id of whom the noun phrase stands for by what it names; None where it is who acts."""
        state, _, part = (who.id or "").partition(".")
        if part and (home := self._at_home(token, state)) is not None and home != who.id:
            return home  # to Malian rebels "the government" is Mali's, wherever they go
        if self._is_anybody(token, base):
            return None
        for found in self.resolver.apart().resolve(token, base, None):
            if found.id not in (None, who.id) and not found.via_adjective:
                return found.id
        return None

    def _is_anybody(self, token: Any, base: int) -> bool:
        """ "will send envoys": officials that the phrase neither names nor points to."""
        phrase = tree.noun_phrase(token)
        first, last = base + phrase[0].idx, base + phrase[-1].idx + len(phrase[-1])
        pointed = any(c.lower_ in _OWN for c in token.children)
        return token.pos_ == "NOUN" and not pointed and not self.context.within(first, last)

    def _is_destination(self, base: int) -> Callable[[Any], bool]:
        def destination(token: Any) -> bool:
            """ "sent a delegation to Rome for talks with the rebels": where, not to whom."""
            at = base + token.idx
            seat = any(m.form == "seat" for m in self.context.within(at, at + len(token)))
            above = token.head.head
            going = above.lemma_ in _GOING or above.head.lemma_ in _GOING
            return seat and token.head.lower_ == "to" and going

        return destination

    def _state_of(self, who: Who, base: int) -> str | None:
        """The state of who acts: its own, else the first that its sentence names."""
        state = (who.id or "").partition(".")[0]
        if who.id is not None:
            return state if self.context.is_state(state) else None
        sentence = self.context.sentences[self.context.sentence_at(base)]
        named = (m.actor_id for m in self.context.within(sentence.start, sentence.end))
        return next((i for i in named if self.context.is_state(i)), None)

    def _at_home(self, token: Any, state: str) -> str | None:
        """ "the government", "their employers": an unnamed body is of the state of who acts."""
        if token.pos_ not in ("NOUN", "PROPN") or self._names_another(token):
            return None
        sort = self.sorts.of_phrase(token)
        official = sort.official if sort is not None else token.lemma_.lower() in ROLE_NOUNS
        bare = official and token.tag_ == "NN" and not tree.children(token, "det", "poss")
        if not bare and not any(c.lower_ in _OWN for c in token.children):
            return None
        if sort is not None and not sort.official:
            return f"{state}.{sort.sort}"
        return state if official else None

    def _names_another(self, token: Any) -> bool:
        return any(
            c.ent_type_ in ("GPE", "NORP") or (c.pos_ == "PROPN" and token.pos_ != "PROPN")
            for c in tree.noun_phrase(token) if c.i != token.i
        )  # fmt: skip


def _arguments(frame: Frame) -> Iterator[Any]:
    """The heads of the phrases that the predicate governs, the likeliest addressee first."""
    predicates = _predicates(frame)
    for predicate in predicates:
        yield from tree.children(predicate, "dative")
    for predicate in predicates:
        if predicate.pos_ == "VERB":
            yield from _direct(predicate, frame)
    for words in (_TOWARD, _OF):
        for predicate in predicates:
            yield from _behind(predicate, words)
    things = [t for p in predicates for t in (*tree.objects(p), *_behind(p, _TOWARD | _OF))]
    if frame.node.pos_ in ("NOUN", "PROPN"):
        things.insert(0, frame.node)
    for thing in dict.fromkeys(things):
        yield from tree.children(thing, "poss", "compound")
        yield from _behind(thing, _TOWARD)
        yield from _behind(thing, _OF)
        for below in _behind(thing, _OF):
            yield from tree.children(below, "poss")
    yield from _told(frame)


def _predicates(frame: Frame) -> list[Any]:
    """The words that gave the act, then what they govern."""
    words = [*frame.extra, *reversed(frame.governor.chain), frame.node]
    top = frame.node
    while top.dep_ in ("pobj", "prep") and top.head.pos_ in ("NOUN", "ADP"):
        top = top.head  # "messages of sympathy"
    if top.dep_ == "nsubj" and top.head.pos_ == "VERB":
        words.append(top.head)  # "their appeal reached Ankara"
    return list({t.i: t for t in words}.values())


def _direct(verb: Any, frame: Frame) -> Iterator[Any]:
    subject = tree.subject(verb)
    if tree.is_passive(verb) and subject is not None:
        yield subject
    yield from tree.children(verb, "dobj")


def _behind(token: Any, words: frozenset[str]) -> list[Any]:
    """The nouns behind the token's prepositions, and behind those of its particle."""
    preps = tree.prepositions(token)
    preps += [
        p for c in tree.children(token, "prt", "advmod", "acomp") for p in tree.prepositions(c)
    ]
    preps += [g for p in preps for g in tree.prepositions(p)]
    return [g for p in preps if p.lower_ in words for g in tree.children(p, "pobj")]


def _told(frame: Frame) -> Sequence[Any]:
    """ "assured the envoy that …": whom it is said to, by the verb of saying above it."""
    for verb in frame.node.ancestors:
        if verb.pos_ == "VERB" and verb.lemma_ in _TOLD:
            return tree.children(verb, "dobj", "dative")
    return ()


def _supposed(frame: Frame) -> list[Any]:
    """The subjects of the conditions: who must do or leave something."""
    scopes = [*frame.governor.scopes, frame.node, *frame.extra]
    heads = [head for scope in scopes for head in condition_heads(scope)]
    return [s for head in heads if (s := tree.subject(head)) is not None]


def _deeper(frame: Frame) -> list[Any]:
    """Whoever stands further down behind a preposition of direction."""
    tokens = sorted({t for w in (frame.node, *frame.extra) for t in w.subtree}, key=lambda t: t.i)
    return [t for t in tokens if t.dep_ == "pobj" and t.head.lower_ in _TOWARD]
