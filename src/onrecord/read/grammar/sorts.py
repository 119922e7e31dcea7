"""Who acts beside states and organisations, where the codebook lets them count: rebels, parties, courts."""

from __future__ import annotations

import re
from typing import Any

from onrecord.codebooks.codebook import Codebook, Sort
from onrecord.read.grammar import tree
from onrecord.read.grammar.mentions import Mention, ReportContext
from onrecord.read.grammar.tree import noun_phrase

__all__ = ["Sorts"]

_OF_A_STATE = frozenset("of in from at within inside for across throughout".split())
_MEASURES = frozenset(
    """thousand hundred ten dozen score million majority minority number crowd handful couple lot group
    third half quarter panel board team body host one two three four five""".split()
)
_AND = re.compile(r"(?:\s*,)?\s*(?:and|or|,)?\s*")
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december today""".split()
)


class Sorts:
    """The codebook's sorts of actors, and whom a noun phrase of one report stands for by them."""

    def __init__(self, codebook: Codebook) -> None:
        self._by_noun = {noun: sort for sort in codebook.sorts for noun in sort.nouns}
        self.unknown_names = codebook.unknown_names
        self.active = bool(self._by_noun)
        """Whether the codebook has sorts of actors at all."""

    def of_phrase(self, head: Any) -> Sort | None:
        """The sort of the phrase: of its head, narrowed by what stands before it ("rebel leaders")."""
        if not self._by_noun or head.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return None
        own = self._by_noun.get(head.lemma_.lower()) or self._by_noun.get(head.lower_)
        before = [
            sort for t in noun_phrase(head)
            if t.i < head.i and t.dep_ in ("compound", "amod", "nmod")
            and (sort := self._by_noun.get(t.lemma_.lower())) is not None
        ]  # fmt: skip
        sure = [sort for sort in before if not sort.official]
        if own is None:
            people = head.tag_ in ("NNPS", "NNP") and bool(sure)
            return sure[0] if people else None
        return sure[0] if sure else own

    def counted(self, head: Any) -> Any | None:
        """Whom a number or measure counts ("thousands of students"), where the codebook has sorts."""
        if not self._by_noun or not (head.like_num or head.lemma_.lower() in _MEASURES):
            return None
        nouns = [g for p in head.children if p.lower_ == "of" for g in p.children
                 if g.dep_ == "pobj" and g.tag_ in ("NNS", "NNPS")]  # fmt: skip
        return nouns[0] if nouns else None

    def sides(self, head: Any, base: int, context: ReportContext) -> list[str]:
        """The ids of the actors that the phrase names.

        The one that holds its head ("Hamas movement"), else those before it ("Afghan rebels", "US and
        British forces"), else the one after a preposition ("rebels in the Ivory Coast"), else the
        people that its head names ("Albanians").
        """
        at = base + head.idx
        before = context.within(base + head.left_edge.idx, at + len(head))
        own = [m for m in before if m.start <= at < m.end]
        named = [m for m in own if m.form != "people"] or self._joined(
            [m for m in before if m not in own], base, head
        )
        named = named or self._after(head, base, context) or own
        return list(dict.fromkeys(m.actor_id for m in named if m.actor_id is not None))

    def _joined(self, mentions: list[Mention], base: int, head: Any) -> list[Mention]:
        """The last mention before the head, with those coordinated with it."""
        kept: list[Mention] = []
        for mention in reversed(mentions):
            if kept and not _AND.fullmatch(
                tree.text_of(head.doc), mention.end - base, kept[0].start - base
            ):
                break
            kept.insert(0, mention)
        return kept

    def _after(self, head: Any, base: int, context: ReportContext) -> list[Mention]:
        for preposition in head.children:
            if preposition.dep_ == "prep" and preposition.lower_ in _OF_A_STATE:
                for noun in preposition.children:
                    found = context.within(base + noun.left_edge.idx, base + noun.idx + len(noun))
                    if named := [m for m in found if m.actor_id is not None]:
                        return named[-1:]
        return []

    def is_name(self, head: Any) -> bool:
        """Whether the head is a proper name that counts although nothing is known of it."""
        return self.unknown_names and head.pos_ == "PROPN" and head.lower_ not in _TIMES
