"""Which words make a time phrase: "by the end of 2026", "in the coming days", "from 4/9".

A phrase is mostly a preposition and a core that names a stretch of time. The words are found here;
`relative` counts the days.
"""

from __future__ import annotations

import re

__all__ = ["CALENDAR", "COUNT", "MONTH", "MONTHS", "NUMBER", "OPENERS", "PART", "SEASON", "UNIT",
           "WEEKDAY", "YEARS", "find_when", "looks_ahead", "spaced"]  # fmt: skip

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MONTH = f"(?:{'|'.join(MONTHS)})"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
WEEKDAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
SEASON = "(?:spring|summer|autumn|fall|winter)"
UNIT = "(?:hour|day|week|month|year|decade)"
NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|"
    r"twenty|thirty|forty|fifty|sixty|ninety|an|a)"
)
COUNT = rf"(?:(?:a few|a couple of|couple of|several|few|{NUMBER})(?:(?: to | or |[-–]){NUMBER})?)"
_YEAR = r"(?:19[5-9]\d|20\d\d)"
YEARS = rf"{_YEAR}(?:(?: and | to | through |[-–/]){_YEAR}|[-–/]\d\d(?![\d-]))?"
PART = (
    r"(?:(?:early|mid|late|end)[- ](?:of )?|(?:the )?(?:very )?(?:end|start|beginning|middle|close) of |"
    r"(?:the )?(?:first|second|third|fourth|last) (?:half|quarter) of )(?:the )?"
)
"""Before a stretch: the part of it that is meant."""
OPENERS = (
    r"(?:no later than|not later than|as early as|not before|as of|as from|starting (?:on|in|from)|starting|"
    r"beginning (?:on|in)|up until|up to|by|before|until|till|through|from|since|after)"
)
"""Prepositions that open or close the stretch; "on", "in" and "during" leave it as it is."""
_IN = r"(?:on|in|at|during|for|over|throughout|across|dated)"

_COUNTS = (
    r"(?! (?:troops|soldiers|men|women|people|personnel|officers|homes|houses|families|villages|vehicles|"
    r"tanks|drones|tonnes|tons|euros|dollars|pounds|kilomet|miles|countries|others)|[.,]\d|[\d%])"
)
"""A number before these is no year."""
_CALENDAR_MONTH = rf"(?-i:{MONTH}\b|{_SHORT})"
CALENDAR = (
    rf"(?:{_YEAR}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}(?:/(?:{_YEAR}|\d\d))?(?![\w/%]|[.,:-]\d)|\d{{1,2}}\.\d{{1,2}}\.{_YEAR}"
    rf"|{_CALENDAR_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?![\d%]|,\d\d\d|[.:]\d)(?:,? {_YEAR}\b)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_CALENDAR_MONTH}(?:,? {_YEAR}\b)?)"
)
_MONTH_YEAR = rf"(?-i:{MONTH})\b(?:,? (?:of )?{_YEAR}\b)?(?! \d{{1,2}}\b)"
_STRETCH = rf"(?:{_MONTH_YEAR}|{YEARS}{_COUNTS}|(?:the )?{SEASON} (?:of )?{_YEAR}\b)"
_NEAR = (
    rf"(?:(?:earlier|later|early|late|the end of|the start of|the beginning of) )?"
    rf"(?:this|next|last|the coming|the following|the current) (?:{UNIT}\b(?!s)|weekend\b)"
)
_DEICTIC = rf"(?:this|next|last|the coming) (?:{SEASON}\b|(?-i:{WEEKDAY}|{MONTH})\b)"
_DAY_WORD = r"(?:the day (?:after tomorrow|before yesterday)|tomorrow|today|tonight|yesterday)\b"
_CORE = (
    rf"(?:(?:the )?{CALENDAR}|(?:{PART})?{_STRETCH}|{PART}(?:this |next |last )?(?:(?:week|month|year|decade)\b|{SEASON}\b)|"
    rf"{_NEAR}|{_DEICTIC}|{_DAY_WORD}|(?-i:{WEEKDAY})\b|(?:the )?{SEASON}\b(?! of)|"
    r"(?:the )?(?:first|second|third|fourth|last) quarter\b(?! of)|Christmas\b)"
)
_PHRASES = (
    rf"(?:between|from) {_CORE} (?:and|to|until|through) {_CORE}",
    rf"(?:an? )?{NUMBER}[- ]{UNIT}(?:-long)?(?! olds?)(?: [a-z]+){{1,3}} (?:from|starting|starting on) {_CORE}",
    rf"(?:within|in|over|during|for|inside) the (?:coming|next|following) (?:{COUNT} )?{UNIT}s?\b",
    rf"(?:within|in|inside) {COUNT} {UNIT}s?\b(?:['’] time)?(?! (?:ago|earlier|of|old|run|row))",
    rf"within {UNIT}s\b", rf"{COUNT} {UNIT}s? ago\b",
    rf"{OPENERS} {_CORE}",
    rf"{_IN} {_CORE}",
    rf"(?:(?:earlier|later|early|late) )?(?:this|next|last) (?:{UNIT}\b(?!s)|weekend\b)",
    _DEICTIC, _DAY_WORD,
    rf"(?:early|mid|late|end)[- ](?:{_MONTH_YEAR}|{YEARS}{_COUNTS})",
    rf"(?<!the )(?<!a )(?-i:{WEEKDAY})\b(?!['’]s)",
)  # fmt: skip

_RECORD = re.compile(
    r"\b(?:times?|first|worst|best|highest|lowest|largest|biggest|ever)\s$", re.IGNORECASE
)
"""Before "in two years": what has not been for so long, not what will be."""


def spaced(pattern: str) -> str:
    """The pattern with each space standing for any one white space, so that wrapped lines match."""
    return pattern.replace(" ", r"\s")


_ANY = re.compile(rf"(?<![\w-])(?:{'|'.join(spaced(p) for p in _PHRASES)})", re.IGNORECASE)


def find_when(text: str) -> list[tuple[int, int, str]]:
    """(start, end, words) of each time phrase in the text, absolute or relative, in order."""
    return [
        (m.start(), m.end(), m.group())
        for m in _ANY.finditer(text)
        if not _RECORD.search(text[max(0, m.start() - 16) : m.start()])
    ]


_AHEAD = re.compile(
    r"\b(?:by|until|till|before|from|starting|beginning|due|deadline|later than|as of|through)\s+(?:on\s+)?$",
    re.IGNORECASE,
)


def looks_ahead(text: str, start: int) -> bool:
    """Whether the words before a date at `start` let it be a day to come."""
    return _AHEAD.search(text[max(0, start - 20) : start]) is not None
