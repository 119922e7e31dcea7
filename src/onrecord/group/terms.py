"""The words of a text as grouping counts them: content words and names.

No parser: a word is a name where it is capitalised inside a sentence and general text does not use it
in lower case. Forms of a word meet in one term ("countries", "country's", "country").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model.report import Report
from onrecord.text.sentences import sentences

__all__ = ["Line", "content_terms", "is_title_case", "may_name", "own_lines", "raw_words", "term"]

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
_ADDRESS = re.compile(r"\s*(?:https?\b|www\.)")


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


def content_terms(words: Iterable[str]) -> list[str]:
    """The terms of the words, in order, without those that every text has."""
    return [form for word in words if (form := _content(word)) is not None]


def is_title_case(words: Sequence[str]) -> bool:
    """Whether most words are capitalised, as in a headline: then capitals show no names."""
    return sum(word[0].isupper() for word in words) > _TITLE_SHARE * len(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence: its words as written, and the terms of its content words, both in order."""

    words: list[str]
    terms: list[str]


def own_lines(report: Report) -> list[Line]:
    """The title and the sentences of the report's own prose, in order."""
    skip = [(a.start, a.end) for a in report.set_aside]
    found = [report.text[s.start : s.end] for s in sentences(report.text, skip)]
    if report.title and report.title.strip() != (found[0] if found else ""):
        found.insert(0, report.title)
    return [
        Line(words=words, terms=content_terms(words))
        for sentence in found
        if not _ADDRESS.match(sentence) and (words := raw_words(sentence))
    ]


@lru_cache(maxsize=200_000)
def may_name(word: str) -> bool:
    """Whether the word is capitalised and neither a day, a month nor a word every text has."""
    return word[0].isupper() and _content(word) is not None and word.lower() not in _CALENDAR
