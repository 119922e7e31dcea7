"""A report's text in pieces: what is marked, what is set aside, what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model.report import Report
from onrecord.model.statement import Statement

__all__ = ["Mark", "Piece", "around", "passage", "report_pieces"]

_CONTEXT = 140
"""Characters of the report shown on either side of a marked passage."""
_LONGEST = 420
"""A passage is not stretched over more characters than this to take in a condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One statement's number in its report, and the line and statement it opens."""

    number: int
    commitment: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text: `text`, `mark` (evidence) or `aside`; marks are those that end here."""

    kind: str
    text: str
    reason: str = ""
    marks: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()


def around(text: str, start: int, end: int) -> list[tuple[str, bool]]:
    """The passage, marked, in the words around it, cut at word boundaries of its paragraph."""
    left = max(text.rfind("\n", 0, start) + 1, start - _CONTEXT)
    if left == start - _CONTEXT and left > 0:
        left = text.find(" ", left, start) + 1 or start
    stop = text.find("\n", end)
    right = min(len(text) if stop < 0 else stop, end + _CONTEXT)
    if right == end + _CONTEXT and right < len(text):
        right = max(text.rfind(" ", end, right), end)
    before = ("… " if left else "") + text[left:start]
    after = text[end:right] + (" …" if right < len(text) and text[right] != "\n" else "")
    return [(before, False), (text[start:end], True), (after, False)]


def passage(text: str, statement: Statement) -> str:
    """The first evidence, stretched within its paragraph to take in the conditions' words.

    Without them, two passages that differ by a lost condition would look the same.
    """
    start, end = statement.evidence[0].start, statement.evidence[0].end
    floor = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    for condition in statement.conditions:
        at = text.find(condition.quote, floor, stop)
        if at >= 0:
            left, right = min(start, at), max(end, at + len(condition.quote))
            if right - left <= _LONGEST:
                start, end = left, right
    return text[start:end]


def report_pieces(report: Report, numbered: Sequence[tuple[Mark, Statement]]) -> list[Piece]:
    """The text cut where a mark or a set-aside stretch begins or ends; joined, it is the text."""
    spans = [(e.start, e.end, mark) for mark, s in numbered for e in s.evidence]
    cuts = {0, len(report.text), *(x for a, b, _ in spans for x in (a, b))}
    cuts |= {x for aside in report.set_aside for x in (aside.start, aside.end)}
    edges = sorted(cuts)
    seen: set[str] = set()
    return [_piece(report, spans, seen, span) for span in pairwise(edges)]


def _piece(
    report: Report,
    spans: Sequence[tuple[int, int, Mark]],
    seen: set[str],
    span: tuple[int, int],
) -> Piece:
    left, right = span
    words = report.text[left:right]
    aside = next((a for a in report.set_aside if a.start <= left and right <= a.end), None)
    if aside is not None:
        return Piece(kind="aside", text=words, reason=aside.reason.replace("_", " "))
    covering = [s for s in spans if s[0] <= left and right <= s[1]]
    if not covering:
        return Piece(kind="text", text=words)
    ending = {mark.number: mark for _, end, mark in covering if end == right}
    new = dict.fromkeys(mark.statement for start, _, mark in covering if start == left)
    anchors = tuple(s for s in new if s not in seen)
    seen.update(anchors)
    return Piece(
        kind="mark", text=words, marks=tuple(ending[n] for n in sorted(ending)), anchors=anchors
    )
