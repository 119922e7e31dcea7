"""The words of a text as grouping counts them: content words, names, pairs of neighbours.

No parser: a word is a name where it is capitalised inside a sentence and general text does not use it
in lower case. Forms of a word meet in one term ("countries", "country's", "country").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

__all__ = ["content_terms", "is_title_case", "may_name", "neighbours", "raw_words", "term"]

_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*[^\W_])?|\d+(?:[.,:]\d+)*")
_STOP = frozenset(
    """the a an of to in on at for and or but is was were be been are has have had it its he she his her they
    their that this with as by from will would not who which after said says say new more than one two also
    about out up into over when i you we him them us there what if no can could may all some other our your
    my me so do did does just now how then first last year years day days time people yesterday today
    tomorrow told being while where because through during before against between under since until very
    any each both only most such own same too should these those here mr mrs ms don't it's""".split()
)
_CALENDAR = frozenset(
    """january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu
    fri sat sun est pm am gmt""".split()
)
_TITLE_SHARE = 0.6


def raw_words(sentence: str) -> list[str]:
    """The words and numbers of a sentence as written."""
    return _WORD.findall(sentence)


@lru_cache(maxsize=200_000)
def term(word: str) -> str:
    """The form under which a word is counted: lower case, without possessive and plural endings."""
    low = word.lower().replace("’", "'")
    if low.endswith("'s"):
        low = low[:-2]
    low = low.removesuffix("'")
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


@lru_cache(maxsize=200_000)
def _content(word: str) -> str | None:
    form = term(word)
    stop = form in _STOP or word.lower() in _STOP or len(form) < 2
    return None if stop else form


def content_terms(words: Iterable[str]) -> list[str | None]:
    """The term of each word, None for words that every text has."""
    return [_content(word) for word in words]


def neighbours(terms: Sequence[str | None]) -> Iterator[str]:
    """Each two content words that stand side by side, as one term."""
    for first, second in zip(terms, terms[1:], strict=False):
        if first and second:
            yield f"{first} {second}"


def is_title_case(words: Sequence[str]) -> bool:
    """Whether most words are capitalised, as in a headline: then capitals show no names."""
    return sum(word[0].isupper() for word in words) > _TITLE_SHARE * len(words)


@lru_cache(maxsize=200_000)
def may_name(word: str) -> bool:
    """Whether the word is capitalised and neither a day, a month nor a word every text has."""
    return word[0].isupper() and _content(word) is not None and word.lower() not in _CALENDAR
