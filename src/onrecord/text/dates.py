"""Calendar dates in running text, numeric ones settled by what else the report says.

4/9 may be 4 September or 9 April. The report's publication date settles it first (a report tells of
days near its own), then dates spelt out in the text, then other numeric dates that can be read in one
way only. American order alone settles nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.model.report import DateMention

__all__ = ["find_dates", "parse_date"]

_MONTHS = {
    name: index for index, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"), 1
    ) for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SPELT = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y1>(?:19|20)\d\d))?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m2>{_MONTH})\b\.?(?:,?\s+(?P<y2>(?:19|20)\d\d))?)(?!\d)",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?:(?P=sep)(?P<y>(?:19|20)\d\d|\d\d))?(?![\w/%]|[.,]\d)"
)
_NOT_A_DATE = re.compile(r"(?:\b24/7|\b9/11|\b50/50|\b1/2|\b1/3|\b2/3|\b1/4|\b3/4|\b7/7)$")
_BEFORE_DATE = re.compile(
    r"(?:\b(?:on|by|since|from|until|till|to|before|after|of|dated|for|and|between|said|in|the|,|-|–)\s*|\(|^)$",
    re.IGNORECASE,
)
_NEAR_DAYS = 62
"""A numeric date is settled by another date where one reading is near and the other is not."""


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    readings: tuple[tuple[int | None, int, int], ...]
    """(year, month, day), every possible reading."""


def find_dates(
    text: str, *, published: str | None, language: str | None
) -> tuple[DateMention, ...]:
    """The calendar dates named in the text, in order.

    `value` is ISO 8601 (`--09-04` where no year can be known), None where the order of day and month
    can't be settled: then `readings` has both. `settled_by` names what settled a numeric date.
    """
    found = sorted([*_spelt(text), *_iso(text), *_numeric(text)], key=lambda f: f.start)
    found = _without_overlap(found)
    anchors = _anchors(found, published)
    return tuple(_mention(each, found, anchors, published) for each in found)


def parse_date(words: str) -> str | None:
    """The first plain date in the words as ISO 8601, or None. Numeric dates need a year first."""
    for each in [*_iso(words), *_spelt(words)]:
        return _iso_of(each.readings[0], None)
    return None


def _spelt(text: str) -> Iterable[_Found]:
    for match in _SPELT.finditer(text):
        month = _MONTHS[(match.group("m1") or match.group("m2")).lower()]
        day = int(match.group("d1") or match.group("d2"))
        year = match.group("y1") or match.group("y2")
        if _is_date(int(year) if year else None, month, day):
            if (match.group("m1") or match.group("m2")) in ("may", "march", "mar"):
                continue
            yield _Found(match.start(), match.end(), ((int(year) if year else None, month, day),))


def _iso(text: str) -> Iterable[_Found]:
    for match in _ISO.finditer(text):
        year, month, day = (int(match.group(g)) for g in "ymd")
        if _is_date(year, month, day):
            yield _Found(match.start(), match.end(), ((year, month, day),))


def _numeric(text: str) -> Iterable[_Found]:
    for match in _NUMERIC.finditer(text):
        before = text[max(0, match.start() - 14) : match.start()]
        bare = match.group("y") is None
        if _NOT_A_DATE.search(match.group()) or (bare and not _BEFORE_DATE.search(before)):
            continue
        if (bare and match.group("sep") == ".") or re.match(
            r"\s*(?:percent|per cent|million|billion|points?)\b", text[match.end() :]
        ):
            continue
        a, b = int(match.group("a")), int(match.group("b"))
        year = _year(match.group("y"))
        readings = tuple(
            dict.fromkeys(
                (year, month, day) for day, month in ((a, b), (b, a)) if _is_date(year, month, day)
            )
        )
        if match.group("sep") == "." and readings:
            readings = readings[:1]
        if readings:
            yield _Found(match.start(), match.end(), readings)


def _year(words: str | None) -> int | None:
    if words is None:
        return None
    value = int(words)
    return value if value > 99 else 2000 + value if value < 70 else 1900 + value


def _is_date(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or 2024, month, day)
    except ValueError:
        return False
    return True


def _without_overlap(found: list[_Found]) -> list[_Found]:
    kept: list[_Found] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _anchors(found: list[_Found], published: str | None) -> list[tuple[str, date]]:
    """What settles numeric dates, the most telling first: (by what, the day)."""
    year = int(published[:4]) if published and not published.startswith("--") else 2024
    anchors: list[tuple[str, date]] = []
    if published:
        anchors.append(("publication date", _day(_parts(published), year)))
    sure = [f.readings[0] for f in found if len(f.readings) == 1]
    anchors += [("other dates of the report", _day(r, year)) for r in sure]
    return anchors


def _parts(iso: str) -> tuple[int | None, int, int]:
    if iso.startswith("--"):
        return None, int(iso[2:4]), int(iso[5:7])
    return int(iso[:4]), int(iso[5:7]), int(iso[8:10])


def _day(reading: tuple[int | None, int, int], year: int) -> date:
    try:
        return date(reading[0] or year, reading[1], reading[2])
    except ValueError:
        return date(reading[0] or year, reading[1], 28)


def _mention(
    each: _Found, found: list[_Found], anchors: list[tuple[str, date]], published: str | None
) -> DateMention:
    if len(each.readings) == 1:
        return DateMention(
            start=each.start,
            end=each.end,
            value=_iso_of(each.readings[0], published),
            settled_by="itself",
        )
    for by, anchor in anchors:
        near = [r for r in each.readings if abs((_day(r, anchor.year) - anchor).days) <= _NEAR_DAYS]
        if len(near) == 1:
            return DateMention(
                start=each.start, end=each.end, value=_iso_of(near[0], published), settled_by=by
            )
    if settled := _by_each_other(each, found):
        return DateMention(
            start=each.start, end=each.end, value=_iso_of(settled, published),
            settled_by="the report's numeric dates together",
        )  # fmt: skip
    readings = tuple(_iso_of(r, published) for r in each.readings)
    return DateMention(start=each.start, end=each.end, value=None, readings=readings)


def _by_each_other(each: _Found, found: list[_Found]) -> tuple[int | None, int, int] | None:
    """Several ambiguous dates that are days apart in one order and months apart in the other."""
    others = [f for f in found if len(f.readings) == 2 and f is not each]
    if not others:
        return None
    spans = []
    for order in (0, 1):
        days = [_day(f.readings[order], 2024) for f in (each, *others)]
        spans.append((max(days) - min(days)).days)
    if min(spans) <= 10 and max(spans) >= 25:
        return each.readings[spans.index(min(spans))]
    return None


def _iso_of(reading: tuple[int | None, int, int], published: str | None) -> str:
    """ISO 8601; a missing year is the one that puts the date nearest before the publication."""
    year, month, day = reading
    if year is None and published and not published.startswith("--"):
        anchor = date.fromisoformat(published)
        candidates = [anchor.year - 1, anchor.year, anchor.year + 1]
        year = min(candidates, key=lambda y: abs((_day((y, month, day), y) - anchor).days))
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"
