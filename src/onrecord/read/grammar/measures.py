"""How much and by when: amounts and dates that belong to an act's own phrase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.model.report import Report
from onrecord.model.statement import Amount, DateRange
from onrecord.read.grammar.content import Content
from onrecord.read.grammar.mentions import ReportContext
from onrecord.text.amounts import find_amounts
from onrecord.text.relative import find_when, resolve_when

__all__ = ["find_when_of", "quantities"]


def quantities(
    text: str, base: int, region: Sequence[Any], content: Content, context: ReportContext
) -> tuple[Amount, ...]:
    """The amounts in the act's phrase, total first."""
    if not region:
        return ()
    start, end = _bounds(region, base)
    inside = {t.i for t in region}
    doc = region[0].doc
    found = []
    for mention in find_amounts(text[start:end]):
        at = start + mention.start - base
        token = next((t for t in doc if t.idx <= at < t.idx + len(t) + 1), None)
        if token is not None and token.i in inside:
            found.append(mention.amount)
    return tuple(found)


def find_when_of(
    report: Report, base: int, region: Sequence[Any], conditions: set[int]
) -> DateRange | None:
    """The first time phrase of the act's own phrase, outside its conditions."""
    if not region:
        return None
    start, end = _bounds(region, base)
    inside = {t.i for t in region}
    doc = region[0].doc
    for left, _, words in find_when(report.text[start:end]):
        at = start + left - base
        token = next((t for t in doc if t.idx <= at < t.idx + len(t) + 1), None)
        if token is None or token.i not in inside or token.i in conditions:
            continue
        if (
            when := resolve_when(words, published=report.published, dates=report.dates)
        ) is not None:
            return when
    return None


def _bounds(region: Sequence[Any], base: int) -> tuple[int, int]:
    return base + region[0].idx, base + region[-1].idx + len(region[-1])
