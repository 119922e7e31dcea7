"""What a report is about, as story finding sees it: its terms, names, figures and opening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields

import numpy as np
from numpy.typing import NDArray

from onrecord.group.background import Background, background
from onrecord.group.shelf import pack, unpack
from onrecord.group.terms import Line, is_title_case, may_name, term
from onrecord.group.vocabulary import I32, Vocabulary
from onrecord.model.report import Report

__all__ = ["PROFILES", "Profile", "close_pairs", "profile"]

I64 = NDArray[np.int64]
_OPENING_WORDS = 60
_MAX_WORDS = 3_000
"""What a story is about stands in its first pages; a book must not take over the comparison."""
_REACH = 3
"""Content words at most this far apart in a sentence make a pair."""
_BREAK = np.int32(-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A report's distinct terms by kind, as numbers of one vocabulary."""

    terms: I32
    content: I32
    """The content words as they follow each other, with -1 after each sentence."""
    opening: I32
    """Terms of the title and first sentences."""
    names: I32
    name_counts: I32
    opening_names: I32
    figures: I32
    days: I32
    """The calendar days that the text names, with and without their year."""


@dataclass(slots=True)
class _Gathered:
    terms: dict[str, None] = field(default_factory=dict)
    lines: list[list[str]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    opening: dict[str, None] = field(default_factory=dict)
    opening_names: dict[str, None] = field(default_factory=dict)
    figures: dict[str, None] = field(default_factory=dict)


def profile(report: Report, lines: Sequence[Line], vocabulary: Vocabulary) -> Profile:
    """The profile of a report, given its own lines; its new terms enter the vocabulary."""
    found = _gathered(lines)
    return Profile(
        terms=vocabulary.numbers(found.terms),
        content=_content(found.lines, vocabulary),
        opening=vocabulary.numbers(found.opening),
        names=vocabulary.numbers(found.names),
        name_counts=np.array(list(found.names.values()), dtype=np.int32),
        opening_names=vocabulary.numbers(found.opening_names),
        figures=vocabulary.numbers(found.figures),
        days=vocabulary.numbers(dict.fromkeys(_days(report))),
    )


def _gathered(lines: Sequence[Line]) -> _Gathered:
    general = background()
    found = _Gathered()
    seen = 0
    for line in lines:
        if seen > _MAX_WORDS:
            break
        named = _names(line.words, general)
        found.terms.update(dict.fromkeys(line.terms))
        found.lines.append(line.terms)
        found.names.update(named)
        found.figures.update(dict.fromkeys(w for w in line.words if w[0].isdigit()))
        if seen < _OPENING_WORDS:
            found.opening.update(dict.fromkeys(line.terms))
            found.opening_names.update(dict.fromkeys(named))
        seen += len(line.words)
    return found


def _content(lines: Sequence[Sequence[str]], vocabulary: Vocabulary) -> I32:
    parts = [part for line in lines for part in (vocabulary.numbers(line), [_BREAK])]
    return np.concatenate([np.empty(0, dtype=np.int32), *parts]).astype(np.int32)


def close_pairs(profile: Profile) -> I64:
    """Content words that stand close together in a sentence, distinct, as two numbers in one."""
    words = profile.content.astype(np.int64)
    line = np.cumsum(words == _BREAK)
    parts = [np.empty(0, dtype=np.int64)]
    for step in range(1, _REACH + 1):
        one, two = words[:-step], words[step:]
        beside = (line[:-step] == line[step:]) & (one != _BREAK)
        one, two = one[beside], two[beside]
        parts.append(np.minimum(one, two) << 32 | np.maximum(one, two))
    return np.unique(np.concatenate(parts))


def _days(report: Report) -> Iterator[str]:
    for value in sorted({m.value for m in report.dates if m.value}):
        yield f"day {value[-5:]}"
        if not value.startswith("--"):
            yield f"day {value}"


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


def _pack(profile: Profile) -> bytes:
    return pack(**{f.name: getattr(profile, f.name) for f in fields(Profile)})


def _unpack(piece: bytes) -> Profile:
    return Profile(**unpack(piece))


PROFILES = (_pack, _unpack)
