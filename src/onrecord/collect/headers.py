"""Bylines, agency credits and datelines: who wrote a text, from where, for whom.

Patterns for whole lines and for stretches inside one. Each asks for a plain sign, so that no sentence
is taken for a credit ("By Friday, Germany will decide" is no byline).
"""

from __future__ import annotations

import re

from onrecord.collect.agencies import AGENCY, AGENCY_LIST

__all__ = [
    "BYLINE", "CONTRIBUTED", "DATE", "DATELINE", "DATELINE_LINE", "DESK", "GLUED_BYLINE",
    "TRAILING_AGENCY", "TRAILING_BYLINE", "is_byline", "is_credit_line", "is_dateline", "is_source_line",
]  # fmt: skip

_UPPER, _LETTER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠȘŢŤȚŪŮŰŹŻŽ", r"[^\W\d_]"
_NAME_WORD = rf"(?-i:(?:(?:O|D|L|Mc|Mac)['’]?)?[{_UPPER}](?:{_LETTER}|['’-])*\.?)"
_NAME = rf"{_NAME_WORD}(?:[ \t]+(?:(?:van|von|de|der|den|del|della|di|da|dos|el|al|bin|ten|le|la|zu)[ \t]+){{0,2}}{_NAME_WORD}){{1,3}}"
_MARK = r"[ \t]*[*_]{0,2}"

BYLINE = re.compile(
    rf"^{_MARK}(?:by|written by|story by|text by|words by|report by)[: \t]+(?P<name>{_NAME}|{AGENCY_LIST}|(?:our )?(?:staff|correspondents?|political|newsroom|news desk)[\w ]{{0,30}})"
    rf"(?P<more>(?:(?:[ \t]*,|[ \t]+and|[ \t]*&|[ \t]*\||[ \t]+in|[ \t]+for|[ \t]*[-–—/(])[ \t]*[^\n]{{0,100}})?)$",
    re.IGNORECASE,
)
_SENTENCE_WORDS = re.compile(
    r"\b(?:will|would|has|have|had|is|are|was|were|be|said|says|must|may|can|could|should|not|does|do|did|to|that)\b"
)
_TIME_WORDS = re.compile(
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december|christmas|easter|law|contrast|comparison)\b",
    re.IGNORECASE,
)

TRAILING_BYLINE = re.compile(
    rf"(?:^|(?<=[.!?\"”'’)]))[ \t]*(?:[-–—][ \t]*)?(?P<name>{_NAME})[ \t]*(?:\((?:in [^()\n]{{2,30}}, )?{AGENCY_LIST}\)|[ \t]?[,/][ \t]?{AGENCY_LIST})[ \t|*_]*$"
)
"""A name and an agency at the end of a paragraph, on a line of its own or glued to the last sentence."""
GLUED_BYLINE = re.compile(rf"^[ \t]*(?P<name>{_NAME})[ \t]*\({AGENCY_LIST}\)(?=[{_UPPER}“\"])")
"""The byline of one text with the next word run into it."""

_CREDIT_LINE = re.compile(
    rf"^{_MARK}\(?(?:(?:additional )?(?:reporting|writing|editing|translation|translated|compiled|edited) by[ \t]+(?-i:[{_UPPER}])[^\n]{{0,240}}"
    rf"|with (?:(?:additional )?(?:files|reporting|inputs?|material) from\b[^\n]{{0,120}}|{AGENCY_LIST}|agencies)"
    rf"|(?:[-–—][ \t]*)?{AGENCY_LIST}(?:[ \t]*[/,&][ \t]*(?:staff|agencies|own))?|(?:staff and )?agencies|agency staff"
    rf"|©[ \t]*(?:\d{{4}}[ \t]*)?{AGENCY_LIST})\)?[ \t.|*_]*$",
    re.IGNORECASE,
)
DESK = re.compile(
    r"\((?:additional |reporting |writing )?(?:reporting|writing|editing|compiled) by[^()\n]{3,300}\)",
    re.IGNORECASE,
)
"""The agency's own credits in brackets, after the last sentence."""
CONTRIBUTED = re.compile(
    rf"(?:^|(?<=[.!?\"”] )|(?<=[.!?\"”]))[ \t*_]*(?P<agency>{AGENCY_LIST}|{_NAME})[^\n.]{{0,40}}\bcontributed (?:reporting )?to this (?:report|story|article)\b\.?[*_]*"
)
TRAILING_AGENCY = re.compile(rf"(?<=[.!?\"”] )[(\[]?{AGENCY_LIST}[)\]]?[ \t|*_]*$")
"""An agency's name alone after the last sentence."""
_INITIALS = re.compile(r"^[ \t]*\(?[a-zà-ž]{1,4}(?:[/-][a-zà-ž]{1,4}){1,4}\)?[ \t]*$")
"""An agency desk's initials on the last line: "cw/abc/gv"."""
_SOURCE = re.compile(
    r"^[ \t]*[*_]{0,2}sources?:[*_]{0,2}[ \t]*(?P<agency>[^\n]{2,80}?)\.?[ \t]*$", re.IGNORECASE
)

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATE = rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?:,?\s+\d{{4}})?"
"""Pattern of a spelt date as datelines have it."""
_PLACE_WORD = rf"[{_UPPER}](?:{_LETTER}|[.'’-])*"
_PLACE = rf"{_PLACE_WORD}(?:[ /]{_PLACE_WORD}){{0,4}}(?:,[ \t]+{_PLACE_WORD}(?:[ ]{_PLACE_WORD}){{0,2}})??"
DATELINE = re.compile(
    rf"^[ \t*_]*(?:(?P<place>{_PLACE})(?:,?\s+(?P<date>{DATE}))?|(?P<date2>{DATE}))"
    rf"\s*(?:\((?P<agency>[^()\n]{{2,40}})\)|/[\w -]{{2,20}}/)?\s*(?:--|[-–—:])\s+(?=[\"“'‘«]?[{_UPPER}0-9])"
    rf"|^[ \t*_]*\((?P<agency2>{AGENCY_LIST})\)\s*(?:--|[-–—:])\s+(?=[\"“'‘«]?[{_UPPER}0-9])"
)
DATELINE_LINE = re.compile(
    rf"^[ \t*_]*(?P<place>{_PLACE}),?\s+(?P<date>{DATE})\s*(?:\((?P<agency>[^()\n]{{2,40}})\))?[ \t.:*_]*$"
)
"""Place and date on a line of their own."""
_NO_PLACE = frozenset(
    "on in by at since from until before after as monday tuesday wednesday thursday friday saturday sunday".split()
)
_ACRONYMS = frozenset(
    "THE NATO OSCE UNHCR UNICEF OPEC ASEAN BRICS MERCOSUR ECOWAS USAID AUKUS QUAD CENTCOM EUCOM NOTE UPDATE BREAKING LIVE "
    "ANALYSIS OPINION EXCLUSIVE FACTBOX EXPLAINER CORRECTION WATCH READ MORE".split()
)


def is_byline(line: str) -> bool:
    """Whether a whole line names who wrote the text, and says nothing else."""
    match = BYLINE.match(line)
    if match is None or len(line) > 160:
        return False
    rest = match.group("more")
    return not (
        _TIME_WORDS.match(match.group("name"))
        or _SENTENCE_WORDS.search(rest)
        or _SENTENCE_WORDS.search(match.group("name"))
    )


def is_credit_line(line: str) -> bool:
    """Whether a whole line is an agency's or a desk's credit."""
    return (
        _CREDIT_LINE.match(line) is not None and not _SENTENCE_WORDS.search(line)
    ) or _INITIALS.match(line) is not None


def is_source_line(line: str) -> re.Match[str] | None:
    """The match of "Source: PAP, Radio Vistula"; None for "Sources: Germany to send 5,000 troops"."""
    match = _SOURCE.match(line)
    if match is None:
        return None
    words = re.findall(r"[^\s,/&]+", match.group("agency"))
    named = sum(w[0].isupper() or w in ("and", "with", "dpa") or "." in w for w in words)
    has_agency = re.search(rf"\b{AGENCY}\b", match.group("agency")) is not None
    return match if named == len(words) and (len(words) <= 5 or has_agency) else None


def is_dateline(match: re.Match[str]) -> bool:
    """Whether a match of DATELINE is one: it has a date or an agency, or a town in capitals."""
    groups = match.groupdict()
    place = groups.get("place") or ""
    if place.split(" ")[0].rstrip(",").lower() in _NO_PLACE:
        return False
    if groups.get("date") or groups.get("date2") or groups.get("agency2"):
        return True
    agency = groups.get("agency")
    if agency and re.fullmatch(AGENCY_LIST, agency.strip()):
        return True
    words = re.split(r"[ /]", place.split(",")[0].removeprefix("THE HAGUE") or "HAGUE")
    in_capitals = all(w.isupper() and len(w) > 2 and w not in _ACRONYMS for w in words)
    return in_capitals and len(place) > 4 and match.group().rstrip()[-1:] in "-–—"
