"""What the text itself says about itself: title, byline, agency, dateline, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.collect.agencies import AGENCY, AGENCY_LIST
from onrecord.collect.headers import (
    BYLINE,
    CONTRIBUTED,
    DATE,
    DATELINE,
    DATELINE_LINE,
    GLUED_BYLINE,
    TRAILING_BYLINE,
    is_source_line,
)
from onrecord.model.report import SetAside, SetAsideReason

__all__ = ["TextMetadata", "from_text", "title_of"]


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


_NUMERIC_DATE = r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4}"
_PUBLISHED = re.compile(
    rf"\b(?:first published|published|posted|issued|press release|last updated|updated|date)(?: on| at)?(?:[:,|–—-]|\s)+"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?P<date>{DATE}|{_NUMERIC_DATE})",
    re.IGNORECASE,
)
_HEADER_LINES = 6
_HEADER_DATE = re.compile(
    rf"^[^\n!?]{{0,80}}?(?:^|[|,•·–—(])\s*(?P<date>{DATE}|{_NUMERIC_DATE})[)\s*_|]*$",
    re.IGNORECASE,
)
"""A line at the top that ends in a full date and is no sentence."""
_IN_BRACKETS = re.compile(rf"\((?P<agency>{AGENCY_LIST})\)")
_MORE_PLACE = re.compile(r"[*_ \t]+$|^[*_ \t]+")


def from_text(text: str, asides: Sequence[SetAside]) -> TextMetadata:
    """Byline, agency credit, dateline and dates that stand in the text."""
    marked = [(text[a.start : a.end], a.reason) for a in asides]
    bylines = [w for w, r in marked if r is SetAsideReason.BYLINE]
    datelines = [w for w, r in marked if r is SetAsideReason.DATELINE]
    dateline = datelines[0] if datelines else None
    return TextMetadata(
        byline=next(filter(None, map(_name, bylines)), None),
        credit=_credit(marked),
        dateline=dateline.strip(" -–—:\t*_") if dateline else None,
        dated=_date_of(dateline) if dateline else None,
        published=_published(text, bylines),
    )


def title_of(text: str, *, markdown: bool) -> str | None:
    """The first line where it plainly is a headline; None otherwise. It stays in the text.

    In Markdown a heading; in plain text a short line without a full stop, set apart by an empty line.
    """
    first, _, rest = text.lstrip("\ufeff\r\n ").partition("\n")
    line = first.strip()
    if markdown and re.match(r"#{1,3}\s+\S", line):
        return line.lstrip("#").strip(" #*_") or None
    apart = rest.startswith(("\n", "\r\n"))
    is_short = 12 <= len(line) <= 140 and len(line.split()) >= 3
    if not (apart and is_short) or line[-1] in '.,;:"”|' or not rest.strip():
        return None
    is_header = BYLINE.match(line) or DATELINE.match(line) or DATELINE_LINE.match(line)
    return None if is_header or line.startswith(("![", "(", "-")) else line.strip("*_ ")


def _name(words: str) -> str | None:
    bare = _MORE_PLACE.sub("", words)
    if match := BYLINE.match(bare):
        more = match.group("more").strip()
        # "By Anna Smith and Tom Askew in London": the second name belongs, the place does not.
        second = re.match(r"(?:and|&|,)\s+[A-ZÀ-Þ][^,\n]*?(?=\s+in\s|,|$)", more)
        joined = f"{match.group('name')} {second.group()}" if second and more[0] in "a&" else None
        return (joined or match.group("name")).strip()
    found = TRAILING_BYLINE.search(bare) or GLUED_BYLINE.match(bare + "A")
    return found.group("name").strip() if found else None


def _credit(marked: Sequence[tuple[str, SetAsideReason]]) -> str | None:
    """The agency that a dateline, a byline or a credit names."""
    for words, reason in marked:
        if reason in (SetAsideReason.DATELINE, SetAsideReason.BYLINE):
            if match := _IN_BRACKETS.search(words):
                return match.group("agency")
    for words, reason in marked:
        if reason is not SetAsideReason.AGENCY_CREDIT:
            continue
        if match := is_source_line(words):
            return match.group("agency").strip()
        if match := CONTRIBUTED.search(words) or re.search(rf"(?P<agency>{AGENCY_LIST})", words):
            if re.search(AGENCY, match.group("agency")):
                return match.group("agency").strip()
    return None


def _date_of(words: str) -> str | None:
    match = re.search(rf"\b{DATE}", words)
    return match.group() if match else None


def _published(text: str, bylines: Sequence[str]) -> str | None:
    if match := _PUBLISHED.search(text):
        return match.group("date")
    for words in bylines:
        if match := re.search(rf"(?P<date>{DATE}|{_NUMERIC_DATE})", words):
            return match.group("date")
    for line in text.split("\n", 2 * _HEADER_LINES)[: 2 * _HEADER_LINES]:
        match = _HEADER_DATE.match(line[:160].strip()) if len(line) <= 160 else None
        if match and re.search(r"\d{4}", match.group("date")):
            return match.group("date")
    return None
