"""Which day a date stands for: the order of a numeric date, and the year of one without.

4/9 may be 4 September or 9 April. What a report shows by itself goes first (a date with a part over
12, the weekday beside a date, a day also spelt out), then its publication date, then how its numeric
dates lie together, then the other dates it names, then its language. American order alone settles
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.model.report import DateMention
from onrecord.text.time_phrases import looks_ahead
from onrecord.text.weekdays import weekday_beside

__all__ = ["Candidate", "Reading", "anchor_of", "is_day", "iso_of", "settle"]

Reading = tuple[int | None, int, int]
"""(year or None, month, day)."""
Form = Literal["spelt", "iso", "numeric", "dotted"]

_DAY_FIRST_LANGUAGES = frozenset(
    """bg cs da de el es et fi fr hr it lv nb nl nn no pl pt ro ru sk sl sr tr uk vi
    en-au en-gb en-ie en-in en-nz en-za""".split()
)
_CLOSE = 60
"""Days from the publication within which a reading is plainly of the report's own time."""
_APART = 30
"""Days by which the other reading must be further off to lose."""
_TOGETHER, _SCATTERED = 10, 25
"""Days between a report's numeric dates: so few in one order, so many in the other."""
_MOST_COMPARED = 100
"""Other dates of a report that an unsettled one is held against."""
_LEAP = 2024


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A stretch of text that is a date, with each way to read it (day first, then month first)."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    form: Form

    @property
    def is_open(self) -> bool:
        """Whether the order of day and month is not plain from the date alone."""
        return len(self.readings) == 2


def is_day(reading: Reading) -> bool:
    """Whether there is such a day (29 February passes without a year)."""
    year, month, day = reading
    try:
        date(_LEAP if year is None else year, month, day)
    except ValueError:
        return False
    return True


def settle(
    found: Sequence[Candidate], *, text: str, published: str | None, language: str | None
) -> tuple[DateMention, ...]:
    """A mention for each candidate, in order, settled as far as the report allows."""
    anchor = anchor_of(published)
    order = _Order(found, text, anchor, (language or "").lower())
    return tuple(_mention(each, order, anchor, text) for each in found)


def iso_of(reading: Reading, anchor: Reading | None, *, ahead: bool = False) -> str:
    """ISO 8601; a missing year is the one nearest to the anchor, or `--09-04` without one.

    A report tells of what was more than of what will be: a day to come counts as three times as far
    off as one gone by, unless `ahead` says that the words look forward.
    """
    year, month, day = reading
    if year is None:
        year = _year_near(reading, anchor, ahead=ahead)
    return f"--{month:02d}-{day:02d}" if year is None else f"{year:04d}-{month:02d}-{day:02d}"


def anchor_of(published: str | None) -> Reading | None:
    """The (year or None, month, day) of a publication date; None where it is no date."""
    if not published:
        return None
    try:
        if published.startswith("--"):
            reading: Reading = (None, int(published[2:4]), int(published[5:7]))
            return reading if is_day(reading) else None
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    return day.year, day.month, day.day


def _year_near(reading: Reading, anchor: Reading | None, *, ahead: bool = False) -> int | None:
    if anchor is None or anchor[0] is None:
        return None
    years = [
        y
        for y in range(anchor[0] - 1, anchor[0] + 2)
        if 1 <= y <= 9999 and is_day((y, *reading[1:]))
    ]
    if not years:
        return None
    return min(years, key=lambda y: _cost((y, *reading[1:]), anchor, ahead=ahead))


def _offset(reading: Reading, anchor: Reading) -> int:
    """Days from the anchor to the reading, the nearest way round where a year is missing."""
    if reading[0] is not None and anchor[0] is not None:
        return (date(*_whole(reading)) - date(*_whole(anchor))).days
    a, b = (date(_LEAP, r[1], r[2]).timetuple().tm_yday for r in (anchor, reading))
    return (b - a + 183) % 366 - 183


def _whole(reading: Reading) -> tuple[int, int, int]:
    return reading[0] or _LEAP, reading[1], reading[2]


def _cost(reading: Reading, anchor: Reading, *, ahead: bool = False) -> int:
    """How far off a day is for a report of the anchor's day."""
    if reading[0] is None and anchor[0] is not None:
        reading = (_year_near(reading, anchor, ahead=ahead), *reading[1:])
    days = _offset(reading, anchor)
    return -days if days <= 0 else days if ahead else 3 * days


class _Order:
    """What a report shows of the order of day and month in its numeric dates."""

    def __init__(
        self, found: Sequence[Candidate], text: str, anchor: Reading | None, language: str
    ) -> None:
        self._text, self._anchor, self._language = text, anchor, language
        self._open = [c for c in found if c.is_open]
        self._plain = [c for c in found if not c.is_open]
        self._spelt = {c.readings[0][1:] for c in self._plain if c.form != "numeric"}
        named = dict.fromkeys(c.readings[0] for c in self._plain)
        self._sure = list(named)[:_MOST_COMPARED]
        self._shown = self._by_part_over_twelve()
        self._whole = None if self._shown is not None else self._of_all()

    def choose(self, each: Candidate) -> tuple[int, str] | None:
        """(0 for day first or 1 for month first, what settled it); None where nothing does."""
        if (index := self._by_weekday(each)) is not None:
            return index, "the weekday beside it"
        if self._shown is not None:
            return self._shown, "the report's other numeric dates"
        if (index := self._by_spelt(each)) is not None:
            return index, "the same date spelt out"
        if self._whole is not None:
            return self._whole
        if (index := self._by_neighbours(each)) is not None:
            return index, "the report's other dates"
        if self._language in _DAY_FIRST_LANGUAGES:
            return 0, "the report's language"
        return None

    def _by_part_over_twelve(self) -> int | None:
        """The order of the numeric dates that can be read in one way only, if they agree."""
        votes = set()
        for each in self._plain:
            _, month, day = each.readings[0]
            words = self._text[each.start : each.end]
            if each.form == "numeric" and day > 12 and month != day:
                votes.add(0 if int(words.split("/")[0].split("-")[0]) == day else 1)
        return votes.pop() if len(votes) == 1 else None

    def _by_weekday(self, each: Candidate) -> int | None:
        named = weekday_beside(self._text, each.start, each.end)
        if named is None:
            return None
        days = [_dated(r, self._anchor) for r in each.readings]
        fits = [i for i, day in enumerate(days) if day is not None and day.weekday() == named]
        return fits[0] if len(fits) == 1 and None not in days else None

    def _by_spelt(self, each: Candidate) -> int | None:
        return _only(i for i, r in enumerate(each.readings) if r[1:] in self._spelt)

    def _of_all(self) -> tuple[int, str] | None:
        if not self._open:
            return None
        if (index := self._by_publication()) is not None:
            return index, "the publication date"
        if (index := self._by_each_other()) is not None:
            return index, "the report's numeric dates together"
        return None

    def _by_publication(self) -> int | None:
        """The order in which all of them are of the report's time, where the other is far off."""
        if self._anchor is None:
            return None
        anchor = self._anchor
        costs = [
            max(
                _cost(c.readings[i], anchor, ahead=looks_ahead(self._text, c.start))
                for c in self._open
            )
            for i in (0, 1)
        ]
        near = min(costs)
        return costs.index(near) if near <= _CLOSE and max(costs) >= 2 * near + _APART else None

    def _by_each_other(self) -> int | None:
        """Days apart in one order, months apart in the other."""
        spans = []
        for index in (0, 1):
            readings = [c.readings[index] for c in self._open]
            spans.append(max(abs(_offset(r, readings[0])) for r in readings))
        close = min(spans)
        return spans.index(close) if close <= _TOGETHER and max(spans) >= _SCATTERED else None

    def _by_neighbours(self, each: Candidate) -> int | None:
        """The reading that lies near a date which the report spells out."""
        near = [min((abs(_offset(r, s)) for s in self._sure), default=999) for r in each.readings]
        return _only(
            i for i, days in enumerate(near) if days <= _CLOSE and max(near) >= 2 * days + _APART
        )


def _only(found: Iterator[int]) -> int | None:
    indexes = list(found)
    return indexes[0] if len(indexes) == 1 else None


def _dated(reading: Reading, anchor: Reading | None) -> date | None:
    year = reading[0] if reading[0] is not None else _year_near(reading, anchor)
    return None if year is None or not is_day((year, *reading[1:])) else date(year, *reading[1:])


def _mention(each: Candidate, order: _Order, anchor: Reading | None, text: str) -> DateMention:
    ahead = looks_ahead(text, each.start)
    values = [iso_of(r, anchor, ahead=ahead) for r in each.readings]
    chosen = order.choose(each) if each.is_open else (0, "itself")
    if chosen is None:
        return DateMention(start=each.start, end=each.end, value=None, readings=tuple(values))
    index, by = chosen
    return DateMention(start=each.start, end=each.end, value=values[index], settled_by=by)
