"""Where a text quotes: pairs of quotation marks, with unclosed and apostrophe marks settled."""

from __future__ import annotations

import re

__all__ = ["quoted_spans"]

_OPEN_CLOSE = {"“": "”", "«": "»", "„": "“”", "‘": "’"}
_MARK = re.compile(r"[\"“”«»„]|(?<!\w)‘|’(?!\w)|(?<!\w)'(?=\w)|(?<=[\w,.!?])'(?!\w)")
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
