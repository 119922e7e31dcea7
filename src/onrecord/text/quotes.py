"""Where a text quotes: pairs of quotation marks, with unclosed and apostrophe marks settled."""

from __future__ import annotations

import re

__all__ = ["quotation_parts", "quoted_spans"]

_OPEN_CLOSE = {"“": "”", "«": "»", "„": "“”", "‘": "’"}
_MARK = re.compile(r"[\"“”«»„]|(?<!\w)‘|’(?!\w)|(?<!\w)'(?=\w)|(?<=[\w,.!?])'(?!\w)")
_ANY_MARK = re.compile(r"[\"“”«»„‘’']")
MAX_QUOTE_CHARS = 2_000


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The spans between paired quotation marks, marks excluded, in order and not nested.

    A quotation ends at the end of its paragraph where its mark is not closed.
    """
    spans: list[tuple[int, int]] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        spans.extend((offset + a, offset + b) for a, b in _in_line(line))
        offset += len(line)
    return spans


def _in_line(line: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    if _ANY_MARK.search(line) is None:
        return spans
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(line):
        mark = match.group()
        if opened is None:
            if mark in "”»’":
                continue
            opened = (match.end(), _OPEN_CLOSE.get(mark, mark))
        elif mark in opened[1]:
            spans.append((opened[0], match.start()))
            opened = None
    if opened is not None and opened[1] not in ("'", "’"):
        end = len(line.rstrip())
        if 0 < end - opened[0] <= MAX_QUOTE_CHARS:
            spans.append((opened[0], end))
    return spans


_QUOTE_FIRST = re.compile(
    r"^[\"“«„](?P<quote>[^\"“”«»„]{12,}?)[,.!?…][\"”»](?P<rest>\s+\S[^\"“”«»„]*)$"
)


def quotation_parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence as one stretch, or as a quotation and the clause that attributes it.

    Only a sentence that begins with its one quotation is parted: ("“We will go,” he said").
    """
    match = _QUOTE_FIRST.match(text[start:end])
    if match is None or len(match.group("rest")) > 220:
        return [(start, end)]
    rest = start + match.start("rest")
    while rest < end and text[rest].isspace():
        rest += 1
    return [(start + match.start("quote"), start + match.end("quote")), (rest, end)]
