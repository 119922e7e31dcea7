"""Sentences of a text by rule: fast, deterministic, with offsets of the text as given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["MAX_SENTENCE_CHARS", "Sentence", "sentences"]

MAX_SENTENCE_CHARS = 1_200
"""A longer run without a sentence end is cut at a word boundary, to bound parsing time."""

_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof st sr jr gen sen rep lt col capt maj gov sgt cmdr adm hon rev fr no nos vs
    etc inc ltd co corp dept est approx fig jan feb mar apr jun jul aug sep sept oct nov dec mon
    tue tues wed thu thur thurs fri sat sun e.g i.e cf al u.s u.k u.n e.u u.a.e a.m p.m p.s d.c ph.d
    bn mn ca messrs mt ft pres amb""".split()
)

_END = re.compile(
    r"""((?<![.!?…])[.!?…]++|;)(["'”’»)\]]*+)(\s+)(?=(?:(?<=;\s)|["'“‘«(\[—–-]*(?=[^\sa-z])))"""
)
_CLAUSE_CHARS = 25
"""A semicolon parts two clauses where each is at least this long."""
_LOOKBACK = 40
"""How far back the word before a full stop may begin."""
_BULLET = re.compile(r"^\s*(?:[-*•‣▪–—·]|\(?\d{1,2}[.)]|\(?[a-z]\)|\(?[ivx]{1,4}\))\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """`text[start:end]`, without outer white space; `line` counts the paragraphs of the text."""

    start: int
    end: int
    line: int
    cut: bool = False
    """Part of a run that was cut, since it is longer than MAX_SENTENCE_CHARS."""


def sentences(text: str, skip: Iterable[tuple[int, int]] = ()) -> Iterator[Sentence]:
    """The sentences outside the skipped spans, in order.

    A line break ends a sentence, since reports come one paragraph a line; a line that is wrapped
    (it ends in a lower-case word and the next begins with one) does not.
    """
    line = 0
    for start, end in _open_stretches(text, skip):
        for left, right in _paragraphs(text, start, end):
            line += 1
            for a, b in _split(text, left, right):
                yield from _bounded(text, a, b, line)


def _open_stretches(text: str, skip: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    position = 0
    for start, end in sorted(skip):
        if start > position:
            yield position, start
        position = max(position, end)
    if position < len(text):
        yield position, len(text)


_WRAPPED = re.compile(r"(?<=[a-z,;])[ \t]*\r?\n(?![ \t]*\(?\w{1,3}[.)]\s)(?=[ \t]*[a-z(])")
_BREAK = re.compile(r"[\r\n\u2028\u2029\f\v]+")


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    wrapped = {match.start() for match in _WRAPPED.finditer(text, start, end)}
    position = start
    for match in _BREAK.finditer(text, start, end):
        back = match.start()
        while back > position and text[back - 1] in " \t":
            back -= 1
        if back in wrapped and len(match.group().strip("\r")) <= 1:
            continue
        yield position, match.start()
        position = match.end()
    yield position, end


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    bullet = _BULLET.match(text[start:end])
    position = start + bullet.end() if bullet else start
    for match in _END.finditer(text, position, end):
        if (
            match.group(1) == ";"
            and min(match.start() - position, end - match.end()) < _CLAUSE_CHARS
        ):
            continue
        if _is_abbreviation(text, position, match):
            continue
        yield from _trimmed(text, position, match.end(2))
        position = match.end(3)
    yield from _trimmed(text, position, end)


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    if match.group(1) != "." or match.group(2):
        return False
    before = text[max(start, match.start() - _LOOKBACK) : match.start()]
    word = before[max(before.rfind(" "), before.rfind("(")) + 1 :].lstrip("\"'“‘(")
    if word == "X" and before.endswith(" on X"):
        return False  # "wrote on X."
    initials = word.split(".")  # "P.V. Rao"; three are a body's name
    return word.lower() in _ABBREVIATIONS or (
        len(initials) <= 2 and all(len(each) == 1 and each.isupper() for each in initials)
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _bounded(text: str, start: int, end: int, line: int) -> Iterator[Sentence]:
    """The sentence, cut at white space where it is too long."""
    long = end - start > MAX_SENTENCE_CHARS
    while end - start > MAX_SENTENCE_CHARS:
        cut = text.rfind(" ", start + 1, start + MAX_SENTENCE_CHARS)
        cut = cut if cut > start else start + MAX_SENTENCE_CHARS
        yield Sentence(start=start, end=cut, line=line, cut=True)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Sentence(start=start, end=end, line=line, cut=long)
