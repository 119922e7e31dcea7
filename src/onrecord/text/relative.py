"""Time phrases of an act: "in the coming days", "by 2035", "next week", as ranges of days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from onrecord.model.report import DateMention
from onrecord.model.statement import DateRange
from onrecord.text.dates import find_dates
from onrecord.text.numbers import parse_number

__all__ = ["find_when", "resolve_when"]

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|a|an|several|few)"
_UNIT = r"(?:days?|weeks?|months?|years?)"
_MONTH = "|".join(m.capitalize() for m in _MONTHS)
_YEAR = r"(?:19|20)\d\d"
_PHRASES = (
    rf"in the (?:coming|next|following) (?:few )?{_UNIT}",
    rf"(?:over|within|in|during|for) the (?:next|coming) (?:{_NUMBER} )?{_UNIT}",
    rf"(?:within|in|inside) {_NUMBER} {_UNIT}(?:' time)?",
    rf"by the end of (?:the (?:year|month|week|decade)|this (?:year|month|week)|next (?:year|month|week)|(?:{_MONTH})(?: {_YEAR})?|{_YEAR})",
    rf"(?:before|by) (?:{_MONTH})(?: {_YEAR})?\b(?! \d)",
    rf"(?:by|until|through|before) {_YEAR}",
    rf"(?:between|from) {_YEAR} (?:and|to) {_YEAR}|(?:for|in|during) {_YEAR}(?: and {_YEAR}|[-–]{_YEAR})?",
    rf"(?:from|starting in|as of|beginning in|since) (?:next (?:year|month|week)|{_YEAR}|(?:{_MONTH})(?: {_YEAR})?)",
    r"(?:this|next|later this|early next|last) (?:week|month|year|autumn|spring|summer|winter)",
    r"(?:by|on|until|next) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)",
    r"\b(?:tomorrow|today|tonight|yesterday)\b",
    rf"in (?:{_MONTH})(?: {_YEAR})?\b(?! \d)",
    r"(?:on|by|until|from|before|dated) \d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?",
    rf"(?:on|by|until|from|before|dated) (?:(?:{_MONTH}|Jan|Feb|Sept|Oct|Nov|Dec)\.? \d{{1,2}}(?:, {_YEAR})?|\d{{1,2}} (?:{_MONTH})(?: {_YEAR})?)",
    rf"(?:on|by|until) {_YEAR}-\d\d-\d\d",
)  # fmt: skip
_ANY = re.compile(rf"\b(?:{'|'.join(_PHRASES)})", re.IGNORECASE)


def find_when(text: str) -> list[tuple[int, int, str]]:
    """(start, end, words) of each time phrase in the text, in order."""
    return [(m.start(), m.end(), m.group()) for m in _ANY.finditer(text)]


def resolve_when(
    words: str, *, published: str | None, dates: Sequence[DateMention] = ()
) -> DateRange | None:
    """The days a time phrase covers, counted from the report's own date; None where it can't be told.

    "In the coming days" is the report's day and the six after it; "by 2035" runs to the end of 2035
    with an open start. Without a year in the publication date the ends have none either.
    """
    lowered = " ".join(words.lower().split())
    anchor, yearless = _anchor(published)
    for rule in (_years, _named_day, _counted, _ends, _units, _weekday, _months):
        found = rule(lowered, anchor)
        if found is not None:
            first, last = found
            return DateRange(
                first=_iso(first, yearless=yearless), last=_iso(last, yearless=yearless)
            )
    return _calendar(words, published, dates)


_Found = tuple[date | None, date | None] | None


def _anchor(published: str | None) -> tuple[date | None, bool]:
    if not published:
        return None, False
    if published.startswith("--"):
        return date(2023, int(published[2:4]), int(published[5:7])), True
    return date.fromisoformat(published[:10]), False


def _iso(day: date | None, *, yearless: bool) -> str | None:
    if day is None:
        return None
    return f"--{day.month:02d}-{day.day:02d}" if yearless else day.isoformat()


def _years(words: str, anchor: date | None) -> _Found:
    years = [int(y) for y in re.findall(_YEAR, words)]
    if not years or re.search("|".join(_MONTHS), words) or re.search(r"\d-\d\d-\d|/", words):
        return None
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    if words.startswith(("by ", "until", "through")):
        return None, last
    if words.startswith("before"):
        return None, date(years[0] - 1, 12, 31)
    if words.startswith(("from", "starting", "as of", "beginning", "since")) and len(years) == 1:
        return first, None
    return first, last


def _named_day(words: str, anchor: date | None) -> _Found:
    shift = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}.get(words)
    if shift is None or anchor is None:
        return None
    day = anchor + timedelta(days=shift)
    return day, day


_LENGTHS: dict[str, Callable[[date, int], date]] = {
    "day": lambda d, n: d + timedelta(days=n),
    "week": lambda d, n: d + timedelta(weeks=n),
    "month": lambda d, n: _plus_months(d, n),
    "year": lambda d, n: _plus_months(d, 12 * n),
}


def _plus_months(day: date, months: int) -> date:
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _counted(words: str, anchor: date | None) -> _Found:
    """ "within two years", "in the coming days", "over the next five years"."""
    match = re.fullmatch(
        rf"(?:over|within|in|during|for|inside)(?: the)?(?: (?:next|coming|following))?(?: few)?(?: (?P<n>{_NUMBER}))? (?P<u>day|week|month|year)s?(?:' time)?",
        words,
    )
    if match is None or anchor is None:
        return None
    unit = match.group("u")
    number = match.group("n")
    if number in (None, "few", "several"):
        if "the" not in words.split():
            return None
        vague = {"day": (6, "day"), "week": (4, "week"), "month": (6, "month"), "year": (5, "year")}
        plural = words.endswith(("s", "time"))
        count, step = vague[unit] if plural else (1, unit)
        return anchor, _LENGTHS[step](anchor, count)
    value = 1 if number in ("a", "an") else int(parse_number(number) or 0)
    return (anchor, _LENGTHS[unit](anchor, value)) if value else None


def _ends(words: str, anchor: date | None) -> _Found:
    match = re.fullmatch(
        r"by the end of (?:(?P<w>the|this|next) (?P<u>year|month|week|decade))", words
    )
    if match is None or anchor is None:
        return None
    ahead = 1 if match.group("w") == "next" else 0
    return None, _period(match.group("u"), anchor, ahead)[1]


def _period(unit: str, anchor: date, ahead: int) -> tuple[date, date]:
    if unit == "week":
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=ahead)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        first = _plus_months(anchor.replace(day=1), ahead)
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    if unit == "decade":
        return date(anchor.year // 10 * 10, 1, 1), date(anchor.year // 10 * 10 + 9, 12, 31)
    return date(anchor.year + ahead, 1, 1), date(anchor.year + ahead, 12, 31)


def _units(words: str, anchor: date | None) -> _Found:
    match = re.fullmatch(
        r"(?:from )?(?P<w>this|next|later this|early next|last) (?P<u>week|month|year)", words
    )
    if match is None or anchor is None:
        return None
    ahead = {"next": 1, "early next": 1, "last": -1}.get(match.group("w"), 0)
    first, last = _period(match.group("u"), anchor, ahead)
    return (first, None) if words.startswith("from") else (first, last)


def _weekday(words: str, anchor: date | None) -> _Found:
    match = re.fullmatch(rf"(?P<p>by|on|until|next) (?P<d>{'|'.join(_DAYS)})", words)
    if match is None or anchor is None:
        return None
    target = _DAYS.index(match.group("d"))
    ahead = (target - anchor.weekday()) % 7
    if match.group("p") == "on":
        # A report's bare weekday is the one nearest its own day: "on Thursday" may be past or to come.
        ahead = ahead if ahead <= 2 else ahead - 7
    day = anchor + timedelta(days=ahead or (7 if match.group("p") == "next" else 0))
    return (None, day) if match.group("p") in ("by", "until") else (day, day)


def _months(words: str, anchor: date | None) -> _Found:
    match = re.fullmatch(
        rf"(?P<p>by the end of|by|before|in|from|starting in|as of|beginning in|since) (?P<m>{'|'.join(_MONTHS)})(?: (?P<y>{_YEAR}))?",
        words,
    )
    if match is None or (anchor is None and not match.group("y")):
        return None
    month = _MONTHS.index(match.group("m")) + 1
    year = int(match.group("y")) if match.group("y") else anchor.year if anchor else 0
    if not match.group("y") and anchor and month < anchor.month - 6:
        year += 1
    first = date(year, month, 1)
    last = date(year, month, monthrange(year, month)[1])
    preposition = match.group("p")
    if preposition in ("by", "by the end of"):
        return None, last
    if preposition == "before":
        return None, first - timedelta(days=1)
    return (first, None) if preposition != "in" else (first, last)


def _calendar(words: str, published: str | None, dates: Sequence[DateMention]) -> DateRange | None:
    found = find_dates(words, published=published, language=None)
    if not found:
        return None
    mention = found[0]
    known = next((d for d in dates if set(d.readings) & set(mention.readings)), None)
    value = mention.value or _settled_elsewhere(mention, dates)
    if value is None:
        readings = known.readings if known else mention.readings
        return DateRange(first=None, last=None, readings=readings)
    lowered = words.lower()
    if lowered.startswith(("by", "until", "before")):
        return DateRange(first=None, last=value)
    return DateRange(first=value, last=None if lowered.startswith("from") else value)


def _settled_elsewhere(mention: DateMention, dates: Sequence[DateMention]) -> str | None:
    """The value that the whole report gave to the same numeric date."""
    for known in dates:
        if known.value in mention.readings:
            return known.value
    return None
