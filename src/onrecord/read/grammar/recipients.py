"""Toward whom an act is: who is asked, whose proposal is rejected, who is threatened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar.addressees import Addressees
from onrecord.read.grammar.frames import Frame
from onrecord.read.grammar.mentions import ReportContext
from onrecord.read.grammar.places import find_recipient
from onrecord.read.grammar.scope import condition_heads
from onrecord.read.grammar.sorts import Sorts
from onrecord.read.grammar.who import Resolver, Who

__all__ = ["Recipients"]

_FROM = frozenset("by from".split())
_TOLD = ("dobj", "dative", "pobj", "nsubj")


class Recipients:
    """Finds recipients in one report."""

    def __init__(self, context: ReportContext, resolver: Resolver) -> None:
        self.context = context
        self._sorts = Sorts(context.codebook)
        self._addressees = Addressees(context, resolver)

    def of(self, frame: Frame, who: Who, phrase: Sequence[Any], base: int) -> str | None:
        """The id of the one that the act's own phrase names as its other side, or None."""
        told = next((w.id for w in frame.recipient if w.id is not None), None)
        if told is not None or (frame.recipient and not self._sorts.active):
            return told
        if frame.act is Act.REJECTION and (whose := self._proposer(frame.node, who, base)):
            return whose
        found = self._addressees.of(frame, who, base) if self._sorts.active else None
        if found is None and frame.act is not Act.REQUEST:
            found = find_recipient(phrase, base, self.context, who)
        if found is None and self._sorts.active:
            found = next(self._others(frame, who, phrase, base), None)
        return found

    def _proposer(self, node: Any, who: Who, base: int) -> str | None:
        """Whose plan it is: "an Indian proposal", "calls by Kofi Annan", "an offer from Kabul"."""
        if node.pos_ not in ("NOUN", "PROPN"):
            return None
        stretches = [(node.left_edge, node)]
        for child in node.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in _FROM:
                stretches += [(g.left_edge, g) for g in child.children if g.dep_ == "pobj"]
        for first, last in stretches:
            for mention in self.context.within(base + first.idx, base + last.idx + len(last)):
                if mention.actor_id not in (None, who.id):
                    return mention.actor_id
        return None

    def _others(self, frame: Frame, who: Who, phrase: Sequence[Any], base: int) -> Iterator[str]:
        """Where sorts of actors count: whoever else the phrase names, then the conditions."""
        tokens = [*phrase, *sorted(frame.node.subtree, key=lambda t: t.i)]
        for extra in frame.extra:
            tokens += [t for t in extra.subtree if t.i > extra.i]
        scopes = [*frame.governor.scopes, frame.node, *frame.extra]
        conditions = [head for scope in scopes for head in condition_heads(scope)]
        yield from self._named(tokens, who, base)
        for condition in conditions:
            yield from self._named(sorted(condition.subtree, key=lambda t: t.i), who, base)

    def _named(self, tokens: Sequence[Any], who: Who, base: int) -> Iterator[str]:
        for token in tokens:
            if token.dep_ not in _TOLD or who.start <= base + token.idx < who.end:
                continue
            sort = self._sorts.of_phrase(token)
            for side in self._sorts.sides(token, base, self.context):
                own = sort is not None and not sort.official and self.context.is_state(side)
                name = f"{side}.{sort.sort}" if own and sort is not None else side
                if name != who.id:
                    yield name
