"""For whom a title speaks: the actor named before it, after it, or else near it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice

from onrecord.codebooks.gazetteer import ActorMention

__all__ = ["Sides", "side_after", "side_before", "side_in_context"]

_OF = re.compile(r"\s+(?:of|for|to)\s+(?:the\s+)?")
_PORTFOLIO = re.compile(
    r"\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w-]*(?:,?\s+(?:and\s+|&\s+|of\s+)?[A-Z][\w-]*){0,6}"
    r"\s+of\s+(?:the\s+)?(?=[A-Z])"
)
"""What a minister is minister of, before whose: "for Europe and Foreign Affairs of "."""
_FOR_EUROPE = re.compile(r"\s+(?:of|for)\s+(?:Europe|European|EU)\b")
_SENTENCE = 1_200
"""How many characters back a sentence may begin."""


class Sides:
    """The actors named by anything but a person's name, in order, found by their place."""

    def __init__(self, actors: Sequence[ActorMention]) -> None:
        self._named = [m for m in actors if m.form != "person"]
        self._starts = [m.start for m in self._named]
        self._ends = [m.end for m in self._named]

    def last_before(self, position: int) -> ActorMention | None:
        """The last that ends by the position."""
        at = bisect_right(self._ends, position)
        return self._named[at - 1] if at else None

    def between(self, start: int, end: int) -> list[ActorMention]:
        """Those that lie within start..end."""
        return self._named[bisect_left(self._starts, start) : bisect_right(self._ends, end)]

    def next_noun(self, position: int) -> ActorMention | None:
        """The first from the position on that is named by a noun."""
        for mention in islice(self._named, bisect_left(self._starts, position), None):
            if mention.form in ("name", "seat", "body"):
                return mention
        return None


def side_before(text: str, start: int, actors: Sides) -> str | None:
    """The actor named right before the title, across at most three words and no punctuation."""
    mention = actors.last_before(start)
    if mention is None or start - mention.end > _SENTENCE:
        return None
    between = re.sub(r"^['’]s?", "", text[mention.end : start])
    if len(between.split()) <= 3 and not re.search(r"[,.;:()\n]", between):
        return mention.actor_id
    return None


def side_after(text: str, end: int, actors: Sides) -> str | None:
    """ "president of the European Council", "minister for Europe and Foreign Affairs of France"."""
    portfolio = _PORTFOLIO.match(text, end)
    if portfolio is not None:
        mention = actors.next_noun(portfolio.end())
        if mention is not None and mention.start == portfolio.end():
            return mention.actor_id
    mention = actors.next_noun(end)
    if mention is not None and _OF.fullmatch(text, end, mention.start):
        return None if _FOR_EUROPE.match(text, end) else mention.actor_id
    return None


def side_in_context(text: str, start: int, actors: Sides, home: str | None) -> str | None:
    """The first side named earlier in the sentence, else the last of the paragraph, else home's."""
    earliest = max(0, start - _SENTENCE)
    paragraph = max(text.rfind("\n", earliest, start) + 1, earliest)
    opening = max(text.rfind(". ", earliest, start) + 1, paragraph)
    same = actors.between(opening, start)
    named = [m for m in same if m.form != "adjective"] or same
    if named:
        return named[0].actor_id
    above = [m for m in actors.between(paragraph, start) if m.form != "adjective"]
    if above or home is not None:
        return above[-1].actor_id if above else home
    before = actors.last_before(start)
    return before.actor_id if before else None
