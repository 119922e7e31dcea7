"""Names of the days of the week, and the one that stands beside a date."""

from __future__ import annotations

import re

__all__ = ["WEEKDAYS", "weekday_beside", "weekday_number"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Monday is 0, as in `date.weekday`."""

_NAME = r"(?P<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|s|sday|nesday|rs|rsday|urday)?"
_BEFORE = re.compile(rf"\b{_NAME}\.?,?\s+(?:the\s+)?\(?$", re.IGNORECASE)
_AFTER = re.compile(rf"^\s*[,(]\s*(?:a\s+)?{_NAME}\b", re.IGNORECASE)


def weekday_number(name: str) -> int:
    """0 for Monday to 6 for Sunday, of a name or its abbreviation. Raises StopIteration if none."""
    return next(i for i, day in enumerate(WEEKDAYS) if day.startswith(name.lower()[:3]))


def weekday_beside(text: str, start: int, end: int) -> int | None:
    """The day of the week named right before or after `text[start:end]`, or None."""
    found = _BEFORE.search(text[max(0, start - 20) : start]) or _AFTER.match(text[end : end + 20])
    return weekday_number(found.group("day")) if found else None
