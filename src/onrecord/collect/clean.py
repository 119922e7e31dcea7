"""Marking what is not the report's own prose. Nothing is cut: offsets stay those of the text.

A false mark would lose a statement, so every rule asks for a plain sign: markup, a credit word, a
repeated line, a dateline's shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.collect.captions import caption_of, is_credit_alone
from onrecord.collect.headers import (
    CONTRIBUTED,
    DATELINE,
    DATELINE_LINE,
    DESK,
    GLUED_BYLINE,
    TRAILING_AGENCY,
    TRAILING_BYLINE,
    is_byline,
    is_credit_line,
    is_dateline,
    is_source_line,
)
from onrecord.collect.page_furniture import furniture
from onrecord.model.report import SetAside, SetAsideReason

__all__ = ["set_aside"]

_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)[ \t]*\|?")
_LINK = re.compile(
    r"(?<!!)(?P<open>\[)[^\[\]\n]{1,300}(?P<close>\]\((?:https?://|/|mailto:|#)[^()\s]{0,2000}(?:\s\"[^\"\n]{0,200}\")?\))"
)
_EMPHASIS = re.compile(
    r"(?<![\w*_])(?P<open>\*{1,3}|_{1,3})(?=[^\s*_])[^*_\n]{1,500}?(?<=[^\s*_])(?P<close>(?P=open))(?![\w*_])"
)
_LINE_MARK = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+)(?=\S)")
_RULER = re.compile(r"[|\s*_=~+·.:-]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\f\v]")
_HEADER_CHARS = 300
_TAIL_CHARS = 400
_LONGEST_LINE = 500
"""A line longer than this is prose, whatever it begins with."""
_WORTH_REPEATING = 30


def set_aside(text: str) -> tuple[SetAside, ...]:
    """The stretches that the reader skips, in order, not overlapping, each with its reason."""
    return tuple(_without_overlap(list(_Marker(text).marks())))


class _Marker:
    """Goes through a text line by line, knowing the lines before."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen: set[str] = set()
        self._after_image = False

    def marks(self) -> Iterator[SetAside]:
        """The marks of every line; some may overlap."""
        for start, end in _lines(self._text):
            line = self._text[start:end]
            if not line.strip():
                continue
            marks = list(self._line(line))
            yield from (
                SetAside(start=start + a, end=start + b, reason=reason) for a, b, reason in marks
            )
            self._after_image = any(r is SetAsideReason.IMAGE_RESIDUE for _, _, r in marks)
            if len(line) >= _WORTH_REPEATING:
                self._seen.add(_bare(line))

    def _line(self, line: str) -> Iterator[tuple[int, int, SetAsideReason]]:
        whole = self._whole(line) if len(line) <= _LONGEST_LINE else None
        if whole is not None:
            yield 0, len(line), whole
            return
        if (caption := caption_of(line[-_TAIL_CHARS:])) is not None:
            shift = max(0, len(line) - _TAIL_CHARS)
            yield caption[0] + shift, len(line), SetAsideReason.PHOTO_CREDIT
        yield from _inline(line)

    def _whole(self, line: str) -> SetAsideReason | None:
        if _RULER.fullmatch(_IMAGE.sub("", line)):
            return SetAsideReason.IMAGE_RESIDUE
        if reason := furniture(line):
            return reason
        if is_byline(line):
            return SetAsideReason.BYLINE
        if is_credit_line(line) or is_source_line(line):
            return SetAsideReason.AGENCY_CREDIT
        if (dated := DATELINE_LINE.match(line)) and is_dateline(dated):
            return SetAsideReason.DATELINE
        return self._caption(line)

    def _caption(self, line: str) -> SetAsideReason | None:
        repeated = _bare(line) in self._seen
        if is_credit_alone(line):
            return SetAsideReason.PHOTO_CREDIT
        in_cell = line.rstrip().endswith("|") and not line.lstrip().startswith("|")
        if caption_of(line) == (0, len(line)) or (self._after_image and in_cell):
            return SetAsideReason.CAPTION_REPEATED if repeated else SetAsideReason.CAPTION
        return SetAsideReason.CAPTION_REPEATED if repeated and in_cell else None


def _inline(line: str) -> Iterator[tuple[int, int, SetAsideReason]]:
    """Marks inside a line whose other words are read."""
    for match in _IMAGE.finditer(line):
        yield match.start(), match.end(), SetAsideReason.IMAGE_RESIDUE
    for pattern in (_LINK, _EMPHASIS):
        for match in pattern.finditer(line):
            for part in ("open", "close"):
                yield *match.span(part), SetAsideReason.MARKUP
    if mark := _LINE_MARK.match(line):
        yield mark.start(), mark.end(), SetAsideReason.MARKUP
    head = line[:_HEADER_CHARS]
    if (dateline := DATELINE.match(head)) and is_dateline(dateline):
        yield dateline.start(), dateline.end(), SetAsideReason.DATELINE
    if glued := GLUED_BYLINE.match(head):
        yield glued.start(), glued.end(), SetAsideReason.BYLINE
    shift = max(0, len(line) - _TAIL_CHARS)
    for sign, reason in (
        (TRAILING_BYLINE, SetAsideReason.BYLINE),
        (DESK, SetAsideReason.AGENCY_CREDIT),
        (CONTRIBUTED, SetAsideReason.AGENCY_CREDIT),
        (TRAILING_AGENCY, SetAsideReason.AGENCY_CREDIT),
    ):
        if found := sign.search(line[shift:]):
            yield found.start() + shift, found.end() + shift, reason


def _bare(line: str) -> str:
    return re.sub(r"[\s|]+", " ", line).strip().lower()


def _lines(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for match in _BREAK.finditer(text):
        yield position, match.start()
        position = match.end()
    yield position, len(text)


def _without_overlap(found: list[SetAside]) -> Iterator[SetAside]:
    last = 0
    for aside in sorted(found, key=lambda s: (s.start, -s.end)):
        if aside.start >= last and aside.end > aside.start:
            yield aside
            last = aside.end
