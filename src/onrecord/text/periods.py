"""Stretches of days: weeks, months, years, seasons, and their parts."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from math import ceil

__all__ = ["Days", "later", "month_of", "part_of", "period", "season_of", "years_of"]

Days = tuple[date, date]
"""First and last day, inclusive."""

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each, as on the northern half of the globe, where most reports are written."""


def later(day: date, number: int, unit: str) -> date:
    """The day so many hours (begun days), days, weeks, months, years or decades later. Raises OverflowError past 9999."""
    if unit in ("hour", "day"):
        return day + timedelta(days=ceil(number / 24) if unit == "hour" else number)
    if unit == "week":
        return day + timedelta(weeks=number)
    months = number * {"month": 1, "year": 12, "decade": 120}[unit]
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    if not 1 <= year <= 9999:
        raise OverflowError(f"no such year: {year}")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def month_of(year: int, month: int) -> Days:
    """The days of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def years_of(first: int, last: int) -> Days:
    """The days of some years on end."""
    return date(first, 1, 1), date(last, 12, 31)


def period(unit: str, day: date, shift: int = 0) -> Days:
    """The week (Monday to Sunday), month, year or decade that holds the day, moved by `shift`."""
    moved = later(day.replace(day=1) if unit in ("month", "year", "decade") else day, shift, unit)
    if unit == "week":
        monday = moved - timedelta(days=moved.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return month_of(moved.year, moved.month)
    if unit == "decade":
        return years_of(moved.year // 10 * 10, moved.year // 10 * 10 + 9)
    return (moved, moved) if unit in ("hour", "day") else years_of(moved.year, moved.year)


def season_of(name: str, year: int) -> Days:
    """A season of a year; winter begins in December of it."""
    first = date(year, _SEASONS[name], 1)
    return first, later(first, 3, "month") - timedelta(days=1)


def part_of(days: Days, part: str) -> Days:
    """The part of a stretch that the words mean: "early", "mid", "end of", "second half of".

    Early, mid and late are its thirds; its start and end are the first and last month of a year and
    the first and last week of anything shorter. A half or a quarter is counted by months.
    """
    first, last = days
    if part in _SHARES:
        number, of = _SHARES[part]
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        length = months // of
        start = later(first, (number - 1) * length, "month")
        return start, later(start, length, "month") - timedelta(days=1)
    long = (last - first).days > 300
    if part in ("start", "beginning"):
        return first, (
            later(first, 1, "month") if long else first + timedelta(weeks=1)
        ) - timedelta(1)
    if part in ("end", "close"):
        return (last.replace(day=1) if long else max(first, last - timedelta(days=6))), last
    third = {"early": 0, "mid": 1, "middle": 1, "late": 2}[part]
    if long:
        start = later(first, 4 * third, "month")
        return start, later(start, 4, "month") - timedelta(days=1)
    length = max(1, ((last - first).days + 1) // 3)
    start = first + timedelta(days=third * length)
    return start, last if third == 2 else start + timedelta(days=length - 1)


_SHARES = {
    "first half": (1, 2), "second half": (2, 2), "last half": (2, 2),
    "first quarter": (1, 4), "second quarter": (2, 4), "third quarter": (3, 4),
    "fourth quarter": (4, 4), "last quarter": (4, 4),
}  # fmt: skip
