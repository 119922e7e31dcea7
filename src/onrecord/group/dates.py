"""How far apart reports are in time, where that is known, and which came first."""

from __future__ import annotations

from datetime import date

from onrecord.model.report import Report

__all__ = ["day_number", "days_apart", "days_between", "is_later", "may_follow", "time_order"]

_YEAR = 366
_LEAP = 2024


def day_number(published: str | None) -> int | None:
    """The ordinal of a full date; None where there is none or its year is not known."""
    if not published or published.startswith("--"):
        return None
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None


def _day_of_year(published: str) -> int:
    month, day = (
        published[2:7].split("-") if published.startswith("--") else published[5:10].split("-")
    )
    return date(_LEAP, int(month), int(day)).timetuple().tm_yday


def days_between(first: str | None, second: str | None) -> int | None:
    """Days between two publication dates; None where one is not known.

    Where one has no year, the shorter way round the year.
    """
    if not first or not second:
        return None
    a, b = day_number(first), day_number(second)
    if a is not None and b is not None:
        return abs(a - b)
    apart = abs(_day_of_year(first) - _day_of_year(second))
    return min(apart, _YEAR - apart)


def may_follow(a: Report, b: Report) -> bool:
    """Whether b may have been published after a: later, on the same day, or not known."""
    first, second = a.published, b.published
    if not first or not second:
        return True
    if first.startswith("--") or second.startswith("--"):
        return _day_of_year(second) >= _day_of_year(first)
    return second[:10] >= first[:10]


def time_order(report: Report) -> tuple[str, str]:
    """Sorts earlier reports first, those of unknown date last, ties by id."""
    return (report.published or "9", report.id)


def days_apart(a: Report, b: Report) -> int | None:
    """Days between the publications of two reports; None where one is not known."""
    return days_between(a.published, b.published)


is_later = may_follow
