"""What money is for: by its phrase, by its verb, by the words around it."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.read.grammar.content_words import INSTRUMENTS, PURPOSE_PREPS, Content, ContentWords
from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.tree import noun_phrase
from onrecord.text.amounts import find_amounts

__all__ = ["MoneyContents", "is_money"]


_NUMBER = re.compile(
    r"\d|[$€£¥₹₽₺]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|(?:m|b|tr)illions?|dozens?|half|"
    r"quarter|third|an?)\b",
    re.IGNORECASE,
)
"""An amount has one of these."""


def is_money(noun: Any) -> bool:
    """Whether the noun heads an amount of money or a share ("$1 billion", "2 per cent")."""
    first = max(0, noun.left_edge.i)
    text = noun.doc[first : min(len(noun.doc), noun.i + 6)].text
    if _NUMBER.search(text) is None:
        return False
    return any(
        (len(m.amount.unit) == 3 and m.amount.unit.isupper())
        or (m.amount.unit.startswith("percent") and not _is_change(noun))
        for m in find_amounts(text)
        if m.start <= noun.idx - noun.doc[first].idx < m.end
    )


class MoneyContents(ContentWords):
    """Finds what amounts of money are for."""

    def _names_money(self, noun: Any) -> bool:
        codes = [m.code for m in self._match([noun], nouns_only=True)]
        return self._money is not None and codes == [self._money]

    def _of_money(self, noun: Any, tokens: Sequence[Any], depth: int) -> Iterator[Content]:
        """Money is coded by its purpose, where its phrase names one that says more than money."""
        inner = [c for c in self._inside(noun, depth) if c.code not in self._vague]
        if not _is_share(noun):  # "C$60 million into a fund for the force" sends nobody
            inner = [c for c in inner if c.code not in self._moving or c.code.startswith("refug")]
        inner = [c for c in inner if not self._is_instrument(c)] or self._spent_on(noun, depth)
        if inner and (_is_share(noun) or not any(self._is_cause(c) for c in inner)):
            yield from inner
            return
        assert self._money is not None
        words = {t.lower_ for t in noun.head.subtree} | {
            t.lemma_.lower() for t in noun.head.subtree
        }
        for code in self._narrow(self._money, words):
            yield Content(code=code, head=noun, first=tokens[0].i, last=noun.right_edge.i)

    def _is_instrument(self, content: Content) -> bool:
        """ "$1.3bn in guarantees": the form of the money, not its purpose."""
        words = content.head.doc[content.first : content.last + 1]
        return words[-1].lemma_.lower() in INSTRUMENTS

    def _is_cause(self, content: Content) -> bool:
        """Money for it has a code of its own: "$5 million for the refugees" is humanitarian aid."""
        words = {t.lemma_.lower() for t in content.head.doc[content.first : content.last + 1]}
        top = content.code.split(".")[0]
        return top != self._money and self._narrow(str(self._money), words) != [self._money]

    def _spent_on(self, money: Any, depth: int) -> list[Content]:
        """ "put €700m into drones": the purpose hangs on the verb."""
        verb = money.head
        if money.dep_ not in ("dobj", "nsubjpass") or verb.pos_ != "VERB":
            return []
        found = [
            c
            for prep in verb.children
            if prep.dep_ == "prep" and prep.lower_ in PURPOSE_PREPS and prep.i > verb.i
            for thing in prep.children
            for c in self._thing(thing, depth)
            if c.code not in self._vague and not c.code.startswith(str(self._money))
        ]
        first = noun_phrase(money)[0].i
        return [
            Content(code=c.code, head=money, first=min(first, c.first), last=max(money.i, c.last))
            for c in found
        ]

    @abstractmethod
    def _inside(self, noun: Any, depth: int) -> list[Content]:
        """The contributions of what the noun carries."""

    @abstractmethod
    def _thing(self, token: Any, depth: int) -> Iterator[Content]:
        """The contributions of the object of a preposition."""


def _is_change(noun: Any) -> bool:
    """ "a cut of 7-10%", "25% fewer pieces": how much more or less of something, no money."""
    around = (noun, noun.head, noun.head.head, noun.head.head.head, *noun.children)
    return any(
        t.tag_ in ("JJR", "RBR") or "withdrawal" in load_lexicon().noun_classes(t) for t in around
    )


def _is_share(noun: Any) -> bool:
    """ "30 percent of its forests": a share of a thing, no money."""
    return any(t.lower_ in ("percent", "%", "per") for t in noun_phrase(noun)[: noun.i + 1])
