"""Time phrases as ranges of days, counted from the report's own day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model.report import DateMention
from onrecord.model.statement import DateRange
from onrecord.text.date_order import anchor_of
from onrecord.text.numbers import parse_number
from onrecord.text.periods import later, period
from onrecord.text.stretches import Hint, Today, stretch_of
from onrecord.text.time_phrases import COUNT, NUMBER, OPENERS, UNIT, find_when, spaced

__all__ = ["find_when", "resolve_when"]

_VAGUE = {"hour": (24, "hour"), "day": (6, "day"), "week": (4, "week"), "month": (6, "month"), "year": (5, "year"),
          "decade": (10, "year")}  # fmt: skip
"""How far "the coming days" and the like reach: the report's day and the six after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ends:
    """First and last day of an answer; an open end is None."""

    first: date | None
    last: date | None
    has_year: bool = True
    readings: tuple[str, ...] = ()


def resolve_when(
    words: str, *, published: str | None, dates: Sequence[DateMention] = ()
) -> DateRange | None:
    """The days a time phrase covers, both ends inclusive; None where that can't be told.

    "In the coming days" is the report's day and the six after it; "by 2035" runs to the end of 2035
    with an open start, "from next month" has an open end. `dates` are those found in the whole
    report: a numeric date is read as it was there. Without a year in the publication date the ends
    have none either, unless the words name one. A date with two readings gives both.
    """
    phrase = " ".join(words.split()).lower().replace("’", "'")
    today = _today(published, dates)
    try:
        ends = _lasting(phrase, today) or _both_ends(phrase, today) or _counted(phrase, today)
        ends = ends or _opened(phrase, today)
    except (OverflowError, ValueError):
        return None
    if ends is None:
        return None
    return DateRange(
        first=_iso(ends.first, has_year=ends.has_year),
        last=_iso(ends.last, has_year=ends.has_year),
        readings=ends.readings,
    )


def _today(published: str | None, dates: Sequence[DateMention]) -> Today:
    anchor = anchor_of(published)
    day = None
    if anchor is not None:
        year, month, of_month = anchor
        # Without a year any will do that has the day; it is never shown.
        day = date(year or (2024 if (month, of_month) == (2, 29) else 2023), month, of_month)
    has_year = anchor is not None and anchor[0] is not None
    return Today(day=day, has_year=has_year, published=published, dates=dates)


def _iso(day: date | None, *, has_year: bool) -> str | None:
    if day is None:
        return None
    return day.isoformat() if has_year else f"--{day.month:02d}-{day.day:02d}"


_LASTING = re.compile(
    spaced(
        rf"(?:an? )?(?P<n>{NUMBER})[- ](?P<u>{UNIT})(?:-long)?(?: [a-z]+)+? (?:from|starting on|starting) (?P<core>.+)"
    )
)


def _lasting(phrase: str, today: Today) -> _Ends | None:
    """ "a 30-day ceasefire from 12 May"."""
    match = _LASTING.fullmatch(phrase)
    start = stretch_of(match.group("core"), today, "ahead") if match else None
    if match is None or start is None:
        return None
    if start.days is None:
        return _Ends(first=None, last=None, readings=start.readings)
    first = start.days[0]
    last = later(first, _number(match.group("n")), match.group("u")) - timedelta(days=1)
    return _Ends(first=first, last=last, has_year=start.has_year)


_BOTH = re.compile(r"(?:between|from) (?P<a>.+?) (?:and|to|until|through) (?P<b>.+)")


def _both_ends(phrase: str, today: Today) -> _Ends | None:
    """ "between 2025 and 2029", "from May to October"."""
    match = _BOTH.fullmatch(phrase)
    if match is None:
        return None
    a, b = stretch_of(match.group("a"), today), stretch_of(match.group("b"), today)
    if a is None or b is None or a.days is None or b.days is None:
        return None
    first, last = a.days[0], b.days[1]
    if last < first and not re.search(r"\d{4}", phrase):
        last = later(last, 1, "year")
    return (
        _Ends(first=first, last=last, has_year=a.has_year and b.has_year) if first <= last else None
    )


_COUNTED = re.compile(
    spaced(
        rf"(?:(?P<p>within|in|over|during|for|inside) )?(?P<the>the (?:coming|next|following) )?"
        rf"(?:(?P<n>{COUNT}) )?(?P<u>{UNIT})(?P<s>s?)(?:' time)?(?P<ago> ago)?"
    )
)


def _counted(phrase: str, today: Today) -> _Ends | None:
    """ "within two years", "in the coming days", "three weeks ago"."""
    match = _COUNTED.fullmatch(phrase)
    if (
        match is None
        or today.day is None
        or not (match.group("n") or match.group("the") or match.group("p") == "within")
    ):
        return None
    unit, words = match.group("u"), match.group("n")
    if not today.has_year and unit in ("year", "decade"):
        return None
    vague = words in ("few", "a few", "several") or (words is None and match.group("s"))
    number, step = _VAGUE[unit] if vague else (_number(words) if words else 1, unit)
    if match.group("ago"):
        return None if vague else _gone(today, number, unit)
    return _Ends(first=today.day, last=later(today.day, number, step), has_year=today.has_year)


def _gone(today: Today, number: int, unit: str) -> _Ends | None:
    """The day "three days ago", or the whole month of "two months ago"."""
    if today.day is None or (unit != "day" and not today.has_year):
        return None
    first, last = period(unit, later(today.day, -number, unit))
    return _Ends(first=first, last=last, has_year=today.has_year)


_OPENER = re.compile(spaced(rf"(?P<p>{OPENERS}) (?P<core>.+)"))
_PLAIN = re.compile(r"(?:(?:on|in|at|during|for|over|throughout|across|of|dated) )?(?P<core>.+)")
_CLOSING = (
    "by",
    "until",
    "till",
    "through",
    "up to",
    "up until",
    "no later than",
    "not later than",
)


def _opened(phrase: str, today: Today) -> _Ends | None:
    """A preposition and a stretch: "by 2035", "from next month", "on Thursday"."""
    match = _OPENER.fullmatch(phrase)
    opener = match.group("p") if match else ""
    plain = match or _PLAIN.fullmatch(phrase)
    hint: Hint = (
        "near" if not opener or opener == "after" else "back" if opener == "since" else "ahead"
    )
    found = stretch_of(plain.group("core"), today, hint) if plain else None
    if found is None:
        return None
    if found.days is None:
        return _Ends(first=None, last=None, readings=found.readings)
    first, last = found.days
    if opener in _CLOSING or (opener == "before" and found.is_end):
        return _Ends(first=None, last=last, has_year=found.has_year)
    if opener == "before":
        return _Ends(first=None, last=first - timedelta(days=1), has_year=found.has_year)
    if opener == "after":
        return _Ends(first=last + timedelta(days=1), last=None, has_year=found.has_year)
    return _Ends(first=first, last=None if opener else last, has_year=found.has_year)


def _number(words: str) -> int:
    """How many: the upper one of "two to three", and one for "a"."""
    last = re.split(r" to | or |[-–]", words)[-1]
    if last in ("a", "an"):
        return 1
    if "couple" in last:
        return 2
    return int(parse_number(last) or 1)
