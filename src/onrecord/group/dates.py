"""How far apart reports are in time, where that is known, and which came first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.model.report import Report

__all__ = ["day_number", "days_between", "gap_matrix", "may_follow", "time_order"]

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


def _day_of_year(published: str) -> float:
    """Of a date with or without a year; NaN where it is not a date."""
    month, _, day = (published[2:7] if published.startswith("--") else published[5:10]).partition(
        "-"
    )
    try:
        return float(date(_LEAP, int(month), int(day)).timetuple().tm_yday)
    except ValueError:
        return float("nan")


def days_between(first: str | None, second: str | None) -> int | None:
    """Days between two publication dates; None where one is not known.

    Where one has no year, the shorter way round the year.
    """
    if not first or not second:
        return None
    gap = gap_matrix([first, second])[0, 1]
    return None if np.isnan(gap) else int(gap)


def gap_matrix(published: Sequence[str | None]) -> NDArray[np.float64]:
    """Days between every two of the dates, as `days_between`; NaN where one is not known."""
    day = np.array([np.nan if (d := day_number(p)) is None else d for p in published], dtype=float)
    of_year = np.array([_day_of_year(p) if p else np.nan for p in published], dtype=float)
    apart = np.abs(day[:, None] - day)
    round_year = np.abs(of_year[:, None] - of_year)
    either = np.where(np.isnan(apart), np.minimum(round_year, _YEAR - round_year), apart)
    return np.asarray(either, dtype=np.float64)


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
