"""How much and by when: amounts and dates that belong to an act's own phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from onrecord.model.report import Report
from onrecord.model.statement import Amount, DateRange
from onrecord.read.grammar import tree
from onrecord.read.grammar.content import Content
from onrecord.read.grammar.gapping_repairs import GAPPED
from onrecord.read.grammar.mentions import ReportContext
from onrecord.text.amounts import find_amounts
from onrecord.text.relative import find_when, resolve_when

__all__ = ["find_when_of", "quantities", "said_on"]


def quantities(
    text: str, base: int, region: Sequence[Any], content: Content, context: ReportContext
) -> tuple[Amount, ...]:
    """The amounts in the act's phrase, total first."""
    if not region:
        return ()
    start, _end = _bounds(region, base)
    inside = {t.i for t in region}
    doc = region[0].doc
    sentence_end = base + len(tree.text_of(doc))
    found: list[Amount] = []
    last_end = -1
    for mention in find_amounts(
        text[start:sentence_end],
        published=context.report.published,
        around=f"{tree.text_of(doc)}\n{text}",
    ):
        at = start + mention.start - base
        token = next((t for t in doc if t.idx <= at < t.idx + len(t) + 1), None)
        if token is None or _is_known_sum(text[start : start + mention.start]):
            continue
        if token.i not in inside and _is_gapped(token):
            continue  # "…, Japan $20 million" is Japan's
        in_parts = bool(found) and (
            _PARTS.search(text[last_end : start + mention.start]) is not None
            or mention.amount.part_of_total
            or _OF_IT.match(text, start + mention.end) is not None
        )
        if token.i in inside or in_parts:
            found.append(_fitted(mention.amount, context, part=bool(found) and in_parts))
            last_end = start + mention.end
    return tuple(found)


def _is_gapped(token: Any) -> bool:
    return any(t.dep_ == GAPPED for t in (token, *token.ancestors))


_PARTS = re.compile(
    r"^[^;.]{0,60}?(?:\s[-–—]\s|:|\bof which\b|\bincluding\b)[^;.]{0,40}$|^[^;.]{0,25}\band\b[^;.]{0,12}$"
)


def _is_known_sum(before: str) -> bool:
    """ "over the $9 billion it had aimed for", "as part of a contribution of 2 billion"."""
    return _KNOWN.search(before) is not None


_KNOWN = re.compile(
    r"\b(?:over|above|beyond|exceed\w*|than|against|of|below|under) the\s+\S{0,3}$|\bas part of\b[^,;]*$|"
    r"\bshort of\b[^,;]*$|\b(?:against|compared (?:with|to)|versus|up from|down from|instead of|rather than)\s+"
    r"(?:about\s+|some\s+|just\s+|around\s+)?\S{0,3}$",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"\s+of (?:it|this|that|which|them|the (?:sum|money|total|amount|package|funds))\b"
)


def _fitted(amount: Amount, context: ReportContext, *, part: bool) -> Amount:
    """The amount as this report means it: a share is one of GDP where the report speaks of GDP."""
    if amount.unit == "percent" and re.search(r"\bGDP\b", context.report.text):
        amount = replace(amount, unit="percent_gdp")
    return replace(amount, part_of_total=True) if part else amount


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


def said_on(report: Report, base: int, doc: Any, region: Sequence[Any]) -> DateRange | None:
    """The day on which it was said, where the sentence names a day beside the act's own phrase."""
    inside = {t.i for t in region}
    for mention in report.dates:
        token = next((t for t in doc if base + t.idx == mention.start), None)
        if token is not None and token.i not in inside:
            return DateRange(first=mention.value, last=mention.value, readings=mention.readings)
    for left, _, words in find_when(tree.text_of(doc)):
        token = next((t for t in doc if t.idx >= left), None)
        if token is None or token.i in inside or not words.lower().startswith("on "):
            continue
        if (day := resolve_when(words, published=report.published, dates=report.dates)) is not None:
            return day
    return None


def _bounds(region: Sequence[Any], base: int) -> tuple[int, int]:
    return base + region[0].idx, base + region[-1].idx + len(region[-1])
