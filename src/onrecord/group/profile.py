"""What a report is about, as story finding sees it: its terms, names and opening, as numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.group.background import Background, background
from onrecord.group.terms import (
    content_terms,
    is_title_case,
    may_name,
    neighbours,
    raw_words,
    term,
)
from onrecord.model.report import Report
from onrecord.text.sentences import sentences

__all__ = ["Profile", "Vocabulary", "own_sentences", "profile"]

I32 = NDArray[np.int32]
_OPENING_WORDS = 60
_MAX_WORDS = 3_000
"""What a story is about stands in its first pages; a book must not take over the comparison."""
_ADDRESS = re.compile(r"https?\b|www\.")


class Vocabulary:
    """Numbers for terms, given out as terms come; only equality of numbers means anything."""

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self.terms: list[str] = []
        self._numbers: dict[str, int] = {}
        self.numbers(terms)

    def numbers(self, terms: Iterable[str]) -> I32:
        """The number of each term; new terms get the next ones."""
        held = self._numbers
        found = []
        for name in terms:
            number = held.get(name)
            if number is None:
                number = held[name] = len(self.terms)
                self.terms.append(name)
            found.append(number)
        return np.array(found, dtype=np.int32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A report's distinct terms by kind, as numbers of one vocabulary."""

    terms: I32
    pairs: I32
    """Content words that stand side by side."""
    opening: I32
    """Terms of the title and first sentences."""
    names: I32
    name_counts: I32
    opening_names: I32


def own_sentences(report: Report) -> list[str]:
    """The title and the sentences of the report's own prose, in order."""
    skip = [(a.start, a.end) for a in report.set_aside]
    found = [report.text[s.start : s.end] for s in sentences(report.text, skip)]
    if report.title and report.title.strip() != (found[0] if found else ""):
        found.insert(0, report.title)
    return found


def profile(report: Report, vocabulary: Vocabulary) -> Profile:
    """The profile of a report; its new terms enter the vocabulary."""
    general = background()
    terms: dict[str, None] = {}
    pairs: dict[str, None] = {}
    names: Counter[str] = Counter()
    opening: dict[str, None] = {}
    opening_names: dict[str, None] = {}
    seen = 0
    for sentence in own_sentences(report):
        if _ADDRESS.match(sentence):
            continue
        words = raw_words(sentence)
        content = content_terms(words)
        here = [t for t in content if t]
        named = _names(words, general)
        terms.update(dict.fromkeys(here))
        pairs.update(dict.fromkeys(neighbours(content)))
        names.update(named)
        if seen < _OPENING_WORDS:
            opening.update(dict.fromkeys(here))
            opening_names.update(dict.fromkeys(named))
        seen += len(words)
        if seen > _MAX_WORDS:
            break
    return Profile(
        terms=vocabulary.numbers(terms),
        pairs=vocabulary.numbers(pairs),
        opening=vocabulary.numbers(opening),
        names=vocabulary.numbers(names),
        name_counts=np.array(list(names.values()), dtype=np.int32),
        opening_names=vocabulary.numbers(opening_names),
    )


def _names(words: Sequence[str], general: Background) -> list[str]:
    found = []
    title = is_title_case(words)
    for at, word in enumerate(words):
        if not may_name(word):
            continue
        name = term(word)
        plain = general.is_plain_word(name)
        if plain or ((title or at == 0) and general.used_in_lower_case(name)):
            continue
        found.append(name)
    return found
