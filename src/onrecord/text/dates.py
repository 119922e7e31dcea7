"""Calendar dates in running text: spelt out, ISO, and numeric.

What stands where is found here; which of two readings a numeric date has is settled in `date_order`.
Fractions, scores, ratios, versions and sayings ("24/7", "9/11") are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.report import DateMention
from onrecord.text.date_order import Candidate, Reading, is_day, settle

__all__ = ["MONTH_NUMBERS", "find_dates", "parse_published"]

MONTH_NUMBERS = {
    name: index for index, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"), 1
    ) for name in names.split()
}  # fmt: skip
"""Number of each English month name and abbreviation, in lower case."""

_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th)?"
_DASH = r"\s?[-–—]\s?|\s+(?:and|to|or)\s+"
_WEEKDAY = r"(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?"
_MONTH_FIRST = re.compile(
    rf"\b(?P<m>{_MONTH})\b\.?[ \t]+(?P<d>\d{{1,2}}){_ORDINAL}(?:(?:{_DASH})(?P<d2>\d{{1,2}}){_ORDINAL}(?=[,.;:)]?(?:\s|$)(?!\s*[a-z]))(?![ \t]+(?:{_MONTH})\b))?"
    rf"(?:(?:,[ \t]*|[ \t]+)(?P<y>{_YEAR})(?![\d%]))?(?!\d|[.:]\d|,\d\d\d)",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"(?<![\w.,/:$€£])(?:(?P<d>\d{{1,2}}){_ORDINAL}(?:{_DASH}))?(?P<d2>\d{{1,2}}){_ORDINAL}(?:[ \t]+of)?(?:[ \t]+|-)(?P<m>{_MONTH})\b"
    rf"(?:\.?(?:,?[ \t]+|-)(?P<y>{_YEAR})(?![\d%]))?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    rf"(?<![\w/.-])(?P<y>{_YEAR})(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?!\d|[-/.]\d)"
)
_NUMERIC = re.compile(
    rf"(?<![\w/.$€£+-])(?<!\d,)(?P<a>\d{{1,2}})(?P<s>[/.-])(?P<b>\d{{1,2}})(?:(?P=s)(?P<y>{_YEAR}|\d\d))?"
    r"(?![\w%€$£]|[/.,:-]\d)"
)
_FIRM = re.compile(
    rf"\b(?:on|since|until|till|before|after|dated|between|from|date|published|posted|updated|{_WEEKDAY})[:,]?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What only a date follows."""
_LOOSE = re.compile(
    r"(?:\b(?:by|to|the|in|of|for|as of|said)\s+|\(|[,;:–—.!?]\s*|^\s*)$", re.IGNORECASE
)
"""What a date may follow, and a fraction or a score too."""
_JOINS = re.compile(r"^\s*(?:and|or|to|until|,|-|–)\s*$")
_SAYINGS = frozenset(("24/7", "9/11", "50/50", "7/7", "26/11", "20/20", "60/40", "10/10"))
_NO_DATE_AFTER = re.compile(
    r"\s*(?:percent|per cent|%|points?|million|billion|trillion|of\s+(?:the|all|those|its|their|a|an|every|his|her)\b|stars?\b|majorit|split\b|chance|odds|"
    r"ratio|scale\b|votes?\b|seats?\b|cases\b|scores?\b|inch|ft\b|feet\b|cups?\b|mile|hours?\b|time\b|times\b|shares?\b|stake|ownership|win\b|draw\b|"
    r"victor|defeat|alert\b|duty\b|call\b|standby|service\b|support\b|coverage|hotline|attack|bombing|basis\b|mm\b|cm\b|kg\b|-)",
    re.IGNORECASE,
)
_NO_DATE_BEFORE = re.compile(
    r"\b(?:scored?|rated|rating|won|lost|beat|drew|led|ratio|odds|page|pages|room|section|article|resolution|no\.|number|"
    r"version|chapter|nearly|almost|about|some|least|than|only|over)\s+$",
    re.IGNORECASE,
)


def find_dates(
    text: str, *, published: str | None, language: str | None
) -> tuple[DateMention, ...]:
    """The calendar dates named in the text, in order.

    `value` is ISO 8601 (`--09-04` where no year can be known), None where the order of day and month
    can't be settled: then `readings` has both. `settled_by` names what settled a numeric date.
    `published` is an ISO date, `--09-05` or None; anything else counts as None.
    """
    found = [*_spelt(text), *_year_first(text)]
    found = _without_overlap([*found, *_numeric(text, found)])
    return settle(found, text=text, published=published, language=language)


def parse_published(words: str) -> tuple[str | None, tuple[str, ...]]:
    """(ISO date, readings) of a publication date as metadata give it; (None, ()) where it is none.

    "2025-09-05T08:00:00Z", "Fri, 05 Sep 2025 08:00:00 GMT" and "5 September 2025" are known dates;
    "4/9/2025" has two readings and no date.
    """
    words = words.strip()
    if yearless := re.fullmatch(r"--(\d\d)-(\d\d)", words):
        month, day = int(yearless[1]), int(yearless[2])
        return (words, ()) if is_day((None, month, day)) else (None, ())
    if compact := re.match(rf"({_YEAR})(\d\d)(\d\d)(?:T\d|$)", words):
        words = "-".join(compact.groups())
    iso = re.match(rf"{_YEAR}-\d\d-\d\d(?=[T ]|$)", words)
    found = find_dates(iso.group() if iso else f"on {words}", published=None, language=None)
    if not found:
        return None, ()
    return found[0].value, found[0].readings


def _spelt(text: str) -> Iterator[Candidate]:
    for match in _MONTH_FIRST.finditer(text):
        if not _is_month_word(match.group("m")) or _counts_things(text, match):
            continue
        yield from _one_or_two(match, ("d", "d2"))
    for match in _DAY_FIRST.finditer(text):
        if _is_month_word(match.group("m")):
            yield from _one_or_two(match, ("d", "d2"))


def _one_or_two(match: re.Match[str], groups: tuple[str, str]) -> Iterator[Candidate]:
    """ "4 September" is one date, "4-6 September" and "September 4 and 6" are two."""
    month = MONTH_NUMBERS[match.group("m").lower()]
    year = int(match.group("y")) if match.group("y") else None
    given = [g for g in groups if match.group(g)]
    days = [(year, month, int(match.group(g))) for g in given]
    if not all(is_day(day) for day in days):
        given, days = given[-1:], [d for d in days[-1:] if is_day(d)]
    if len(days) == 1:
        yield Candidate(start=match.start(), end=match.end(), readings=(days[0],), form="spelt")
        return
    if days:
        cut = match.end(given[0])
        yield Candidate(start=match.start(), end=cut, readings=(days[0],), form="spelt")
        second = match.start(given[1])
        yield Candidate(start=second, end=match.end(), readings=(days[1],), form="spelt")


def _is_month_word(word: str) -> bool:
    """ "may 5" and "march 20 miles" are verbs; other month names pass in any case."""
    return word[0].isupper() or word not in ("may", "march", "mar", "dec", "sep", "jan")


def _counts_things(text: str, match: re.Match[str]) -> bool:
    """ "In September 20 countries agreed": the number counts what follows."""
    if match.group("y") or match.group("d2"):
        return False
    before = text[max(0, match.start() - 12) : match.start()]
    return bool(
        re.search(r"\b(?:in|during|late|early|last|this|next)\s+$", before, re.IGNORECASE)
        and re.match(r"\s+[a-z]", text[match.end() :])
    )


def _year_first(text: str) -> Iterator[Candidate]:
    for match in _YEAR_FIRST.finditer(text):
        reading = (int(match.group("y")), int(match.group("m")), int(match.group("d")))
        if is_day(reading):
            yield Candidate(start=match.start(), end=match.end(), readings=(reading,), form="iso")


def _numeric(text: str, sure: list[Candidate]) -> Iterator[Candidate]:
    last_end = -1
    for match in _NUMERIC.finditer(text):
        readings = _readings(match)
        if not readings or not _is_written_as_date(text, match, last_end):
            continue
        last_end = match.end()
        yield Candidate(
            start=match.start(), end=match.end(), readings=readings,
            form="dotted" if match.group("s") == "." else "numeric",
        )  # fmt: skip


def _readings(match: re.Match[str]) -> tuple[Reading, ...]:
    """Day first, then month first; one reading where both are the same or only one is a date."""
    a, b = int(match.group("a")), int(match.group("b"))
    year = _year(match.group("y"))
    both = ((year, b, a), (year, a, b))
    found = tuple(dict.fromkeys(r for r in both if is_day(r)))
    # Dots are never used for month-first dates.
    return tuple(r for r in found if r == both[0]) if match.group("s") == "." else found


def _is_written_as_date(text: str, match: re.Match[str], last_end: int) -> bool:
    separator, year = match.group("s"), match.group("y")
    if year:
        return separator != "-" or len(year) == 4
    if separator == "-":
        return False
    before = text[max(0, match.start() - 24) : match.start()]
    after = text[match.end() : match.end() + 24]
    if _NO_DATE_AFTER.match(after) or _NO_DATE_BEFORE.search(before):
        return False
    firm = _FIRM.search(before) is not None
    if separator == ".":
        return firm and len(match.group("a")) == len(match.group("b")) == 2
    if last_end >= 0 and _JOINS.match(text[last_end : match.start()]):
        return True
    if match.group() in _SAYINGS:
        return firm and match.group() in ("24/7", "7/7", "26/11")
    return firm or (_LOOSE.search(before) is not None and not _is_fraction(match))


def _is_fraction(match: re.Match[str]) -> bool:
    a, b = int(match.group("a")), int(match.group("b"))
    return a < b and b in (2, 3, 4, 5, 8, 10)


def _year(words: str | None) -> int | None:
    if words is None:
        return None
    value = int(words)
    return value if value > 99 else 2000 + value if value < 70 else 1900 + value


def _without_overlap(found: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for each in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept
