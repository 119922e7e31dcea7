"""How far apart reports are."""

from __future__ import annotations

from datetime import date

from onrecord.model.report import Report

__all__ = ["days_apart", "is_later"]


def _day(value: str | None) -> date | None:
    if not value:
        return None
    if value.startswith("--"):
        return date(2024, int(value[2:4]), int(value[5:7]))
    return date.fromisoformat(value[:10])


def days_apart(a: Report, b: Report) -> int | None:
    """Days between the publications; None where one is not known. Without years, within the year."""
    first, second = _day(a.published), _day(b.published)
    if first is None or second is None:
        return None
    if (a.published or "").startswith("--") != (b.published or "").startswith("--"):
        first, second = first.replace(year=2024), second.replace(year=2024)
    return abs((first - second).days)


def is_later(a: Report, b: Report) -> bool:
    """Whether b may have been published after a: later, on the same day, or not known."""
    first, second = _day(a.published), _day(b.published)
    return first is None or second is None or second >= first
