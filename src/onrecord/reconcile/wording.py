"""The telling words of a passage, and how many of them two passages share."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.model.statement import Statement

__all__ = ["passage_likeness", "shared_words", "telling_words"]

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*", re.UNICODE)
_LITTLE = frozenset(
    """a an and any are as at be been but by for from had has have he her his if in into is it its
    of on or other our she so some such that the their them they this those to under up was we were
    which who whose will with would could should may might can do does did not no said says say told
    it's s also own""".split()
)
_STEM = 5
"""Letters that stand for a word: "pledged" and "pledges", "troops" and "troopers" are alike."""


@lru_cache(maxsize=65536)
def telling_words(text: str) -> frozenset[str]:
    """The stems of the words of a text that carry meaning, lower case."""
    words = (w.lower() for w in _WORD.findall(text))
    return frozenset(w[:_STEM] for w in words if w not in _LITTLE)


def shared_words(a: str, b: str) -> float:
    """Telling words that the shorter text shares with the longer one, 0..1; 0 where one has none."""
    first, second = telling_words(a), telling_words(b)
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0


def passage_likeness(a: Statement, b: Statement) -> float:
    """How much of the telling words of two statements' passages is common to both, 0..1."""
    first, second = _passage(a), _passage(b)
    either = len(first) + len(second)
    return 2 * len(first & second) / either if either else 0.0


def _passage(statement: Statement) -> frozenset[str]:
    if len(statement.evidence) == 1:
        return telling_words(statement.evidence[0].quote)
    return frozenset().union(*(telling_words(e.quote) for e in statement.evidence))
