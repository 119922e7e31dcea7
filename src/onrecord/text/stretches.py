"""The core of a time phrase ("next week", "the end of 2026", "4/9") as a stretch of days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from onrecord.model.report import DateMention
from onrecord.text.dates import find_dates
from onrecord.text.periods import Days, later, month_of, part_of, period, season_of, years_of
from onrecord.text.time_phrases import MONTH, MONTHS, PART, SEASON, UNIT, WEEKDAY
from onrecord.text.weekdays import weekday_number

__all__ = ["Hint", "Stretch", "Today", "stretch_of"]

Hint = Literal["ahead", "near", "back"]
"""Where the words around a month or weekday look: forward ("by May"), back ("since May"), or neither."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some days on end; `days` is None where a numeric date can't be settled (see `readings`)."""

    days: Days | None
    has_year: bool = True
    is_end: bool = False
    """Whether the words mean the end of something ("before the end of the year")."""
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The report's own day and what dates it names."""

    day: date | None
    has_year: bool
    published: str | None
    dates: Sequence[DateMention] = ()


def stretch_of(core: str, today: Today, hint: Hint = "near") -> Stretch | None:
    """The days that the words (in lower case) mean in a report of that day; None if none are known.

    Raises OverflowError for years that the calendar does not have.
    """
    core = core.removeprefix("the ") if not core.startswith(("the day", "the coming")) else core
    if _QUARTER.fullmatch(core):
        core = f"{core} of this year"
    if (part := _PART.match(core)) and (whole := stretch_of(core[part.end() :], today, hint)):
        return _part(whole, part.group())
    if found := _years(core) or _month(core, today, hint) or _season(core, today, hint):
        return found
    if today.day is not None and (found := _near(core, today, hint)):
        return found
    return _calendar(core, today)


_PART = re.compile(PART)
_QUARTER = re.compile(r"(?:first|second|third|fourth|last) quarter")
_PART_NAME = re.compile(
    r"early|mid|late|(?:first|second|third|fourth|last) (?:half|quarter)|end|close|start|beginning|middle"
)


def _part(whole: Stretch, words: str) -> Stretch | None:
    name = _PART_NAME.search(words)
    if whole.days is None or name is None:
        return whole
    days = part_of(whole.days, name.group())
    return Stretch(days=days, has_year=whole.has_year, is_end=name.group() in ("end", "close"))


_YEARS = re.compile(r"(\d{4})(?:(?: and | to | through |[-–/])(\d{4}|\d\d))?")


def _years(core: str) -> Stretch | None:
    match = _YEARS.fullmatch(core)
    if match is None:
        return None
    first, second = int(match.group(1)), match.group(2) or match.group(1)
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    return Stretch(days=years_of(first, last)) if first <= last else None


_MONTH = re.compile(rf"(?:(this|next|last|the coming) )?({MONTH.lower()})(?:,? (?:of )?(\d{{4}}))?")


def _month(core: str, today: Today, hint: Hint) -> Stretch | None:
    match = _MONTH.fullmatch(core)
    if match is None:
        return None
    month = [m.lower() for m in MONTHS].index(match.group(2)) + 1
    if match.group(3):
        return Stretch(days=month_of(int(match.group(3)), month))
    if today.day is None:
        return None
    year = _year_of(month, today.day, _hint_of(match.group(1), hint))
    return Stretch(days=month_of(year, month), has_year=today.has_year)


def _hint_of(word: str | None, hint: Hint) -> Hint:
    return "back" if word == "last" else "ahead" if word in ("next", "the coming") else hint


def _year_of(month: int, day: date, hint: Hint) -> int:
    """The year of the month that the words look to; this month is its own year's."""
    if hint == "ahead":
        return day.year + (month < day.month)
    if hint == "back":
        return day.year - (month > day.month)
    distance = (month - day.month + 6) % 12 - 6
    return (later(day.replace(day=1), distance, "month")).year


_SEASON = re.compile(rf"(?:(this|next|last|the coming) )?({SEASON})(?: (?:of )?(\d{{4}}))?")


def _season(core: str, today: Today, hint: Hint) -> Stretch | None:
    match = _SEASON.fullmatch(core)
    if match is None:
        return None
    name = match.group(2)
    if match.group(3):
        return Stretch(days=season_of(name, int(match.group(3))))
    if today.day is None:
        return None
    around = [season_of(name, today.day.year + shift) for shift in (-1, 0, 1)]
    word = match.group(1)
    if word == "last":
        days = max(d for d in around if d[1] < today.day)
    elif word == "next":
        days = min(d for d in around if d[0] > today.day)
    elif word is None and hint == "back":
        days = max(d for d in around if d[0] <= today.day)
    elif word is None and hint == "near":
        days = min(around, key=lambda d: abs((d[0] - today.day).days))  # type: ignore[operator]
    else:
        days = min(d for d in around if d[1] >= today.day)
    return Stretch(days=days, has_year=today.has_year)


_DAY_WORDS = {
    "today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1, "the day after tomorrow": 2,
    "the day before yesterday": -2,
}  # fmt: skip
_UNIT = re.compile(
    rf"(?:(earlier|later|early|late) )?(this|next|last|the coming|coming|following|current|the following|the current)? ?({UNIT}|weekend)"
)
_WEEKDAY = re.compile(rf"(?:(this|next|last|the coming) )?({WEEKDAY.lower()})")


def _near(core: str, today: Today, hint: Hint) -> Stretch | None:
    """Words that are counted from today: "tomorrow", "next week", "later this year", "Friday"."""
    day = today.day
    if day is None:
        return None
    if core in _DAY_WORDS:
        found = day + timedelta(days=_DAY_WORDS[core])
        return Stretch(days=(found, found), has_year=today.has_year)
    if core == "christmas":
        year = day.year - (hint == "back")
        return Stretch(days=(date(year, 12, 25), date(year, 12, 25)), has_year=today.has_year)
    if match := _WEEKDAY.fullmatch(core):
        return _weekday(match.group(2), match.group(1), today, hint)
    if match := _UNIT.fullmatch(core):
        return _unit(match, today)
    return None


def _weekday(name: str, word: str | None, today: Today, hint: Hint) -> Stretch | None:
    """A bare weekday is the one nearest: up to two days to come, else the one gone by."""
    if today.day is None or not today.has_year:
        return None
    ahead = (weekday_number(name) - today.day.weekday()) % 7
    if word == "last" or (word is None and hint == "back"):
        ahead = ahead - 7
    elif word == "next":
        ahead = ahead or 7
    elif word is None and hint == "near" and ahead > 2:
        ahead -= 7
    day = today.day + timedelta(days=ahead)
    return Stretch(days=(day, day))


_SHIFTS = {"next": 1, "the coming": 1, "coming": 1, "the following": 1, "following": 1, "last": -1}


def _unit(match: re.Match[str], today: Today) -> Stretch | None:
    part, word, unit = match.groups()
    shift = _SHIFTS.get(word or "", 0)
    if today.day is None or not (today.has_year or _needs_no_year(unit, shift)):
        return None
    first, last = period("week" if unit == "weekend" else unit, today.day, shift)
    if unit == "weekend":
        first = last - timedelta(days=1)
    if part in ("early", "late"):
        first, last = part_of((first, last), part)
    elif part == "later":
        first = max(first, today.day)
    elif part == "earlier":
        last = min(last, today.day)
    return Stretch(days=(first, last), has_year=today.has_year)


def _needs_no_year(unit: str, shift: int) -> bool:
    """Days and months can be counted without a year; a year only if it is the report's own."""
    return unit in ("hour", "day", "month") or (unit == "year" and shift == 0)


def _calendar(core: str, today: Today) -> Stretch | None:
    """A day of the calendar, read as it was in the whole report."""
    words = f"on {core.title()}"
    alone = find_dates(words, published=None, language=None)
    if not alone:
        return None
    known = [d for d in today.dates if _same_date(alone[0], d)] if alone[0].readings else []
    mention = known[0] if known else find_dates(words, published=today.published, language=None)[0]
    if mention.value is None:
        return Stretch(days=None, readings=mention.readings)
    day = date.fromisoformat(_with_year(mention.value))
    return Stretch(days=(day, day), has_year=not mention.value.startswith("--"))


def _same_date(alone: DateMention, known: DateMention) -> bool:
    """Whether a numeric date of two readings is the one that the report has elsewhere."""
    days = {reading[-5:] for reading in alone.readings}
    if known.value is None:
        return {reading[-5:] for reading in known.readings} == days
    return known.value[-5:] in days


def _with_year(value: str) -> str:
    if not value.startswith("--"):
        return value
    return f"{'2024' if value == '--02-29' else '2023'}{value[1:]}"
