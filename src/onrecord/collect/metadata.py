"""What the text itself says about itself: byline, agency, dateline, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.collect.clean import _AGENCIES, _DATE, _DATELINE
from onrecord.model.report import SetAside, SetAsideReason

__all__ = ["TextMetadata", "from_text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMetadata:
    """Metadata found in the text; None where it says nothing."""

    byline: str | None = None
    credit: str | None = None
    dateline: str | None = None
    dated: str | None = None
    """The dateline's date, as written."""
    published: str | None = None
    """A date that the text calls its publication date, as written."""


_BY = re.compile(
    r"^[ \t]*(?:by|written by|story by|text by)[ \t]+(?P<name>[^\n|]{3,80}?)[ \t]*$", re.IGNORECASE
)
_IN_BRACKETS = re.compile(rf"\((?P<agency>(?:{_AGENCIES})(?:[ ]?[/,&][ ]?(?:{_AGENCIES}))*)\)")
_SOURCE = re.compile(r"^[ \t]*Sources?:[ \t]*(?P<agency>[^\n]{2,60}?)\.?[ \t]*$", re.MULTILINE)
_CONTRIBUTED = re.compile(
    rf"(?P<agency>(?:{_AGENCIES})(?:(?:, | and |/)(?:{_AGENCIES}))*)[^\n.]{{0,40}}contributed to this report"
)
_PUBLISHED = re.compile(
    rf"(?:published|posted|updated|last updated)(?: on)?[:\s]+(?P<date>{_DATE}|\d{{4}}-\d\d-\d\d)",
    re.IGNORECASE,
)
_NAME_AGENCY = re.compile(r"(?P<name>[A-Z][\w.'’-]+(?:[ \t]+[A-Z][\w.'’-]+){1,3})[ \t]*\(")


def from_text(text: str, asides: Sequence[SetAside]) -> TextMetadata:
    """Byline, agency credit, dateline and dates that stand in the text."""
    byline = dateline = dated = None
    for aside in asides:
        words = text[aside.start : aside.end]
        if aside.reason is SetAsideReason.BYLINE and byline is None:
            byline = _name(words)
        if aside.reason is SetAsideReason.DATELINE and dateline is None:
            match = _DATELINE.match(words + "A")
            dateline = words.strip(" -–—\t")
            dated = match.group("date") if match else None
    published = _PUBLISHED.search(text)
    return TextMetadata(
        byline=byline, credit=_credit(text), dateline=dateline, dated=dated,
        published=published.group("date") if published else None,
    )  # fmt: skip


def _name(words: str) -> str | None:
    if match := _BY.match(words.strip()):
        return match.group("name").strip()
    if match := _NAME_AGENCY.search(words):
        return match.group("name").strip()
    return None


def _credit(text: str) -> str | None:
    for pattern in (_IN_BRACKETS, _SOURCE, _CONTRIBUTED):
        if match := pattern.search(text):
            return match.group("agency").strip()
    return None
