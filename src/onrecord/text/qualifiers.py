"""What stands around an amount: how it is bounded, over what time, in what form, as part of what."""

from __future__ import annotations

import re

from onrecord.model.vocabulary import AmountBound, Instrument
from onrecord.text.numbers import parse_number

__all__ = ["bound_of", "instrument_of", "is_part", "period_of"]

_UP_TO = (
    r"(?<!sign )(?<!signs )(?<!signed )(?<!signing )(?<!add )(?<!adds )up to|as (?:much|many) as|at (?:the )?most|(?:no|not) more than|a maximum of|not exceeding|"
    r"(?:may|will|would|should|must|can) not exceed|fewer than|less than|(?<!just )under|below|"
    r"a ceiling of|capped at|a cap of|limited to|max\.?"
)
_AT_LEAST = (
    r"at least|(?<!no )(?<!not )more than|(?<!just )over|(?:no|not) (?:fewer|less) than|a minimum of|"
    r"in excess of|(?:no|not) under|upwards? of|above|north of|well over|just over|exceeding|a floor of|min\.?"
)
_ABOUT = (
    r"about|around|roughly|approximately|some|nearly|almost|close to|an estimated|estimated at|circa|"
    r"just under|in the region of|in the order of|on the order of|approx\.?|somewhere near|"
    r"an average of|a little over|a little under|ca\.|c\.|~|≈|an expected"
)
_FILL = (
    r"(?:(?:a|an|the|another|further|additional|extra|new|total|combined|joint|full|initial|of|its|"
    r"their|whopping|staggering|record|first|annual|yearly|budget|sum|fund|package)\s+){0,4}"
)
_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?P<up_to>{_UP_TO})|(?P<at_least>{_AT_LEAST})|(?P<about>{_ABOUT}))\s*{_FILL}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:(?P<at_least>\+|-?plus\b|or (?:even )?more\b|at (?:the )?(?:least|minimum)\b|minimum\b|and more\b)"
    r"|(?P<up_to>or less\b|or fewer\b|at (?:the )?most\b|maximum\b|or under\b|tops\b)"
    r"|(?P<about>or so\b|or thereabouts\b))",
    re.IGNORECASE,
)


def bound_of(text: str, start: int, end: int) -> AmountBound | None:
    """How the amount at `start..end` is bounded by the words before or after it; None if not."""
    for match in (_BEFORE.search(text[max(0, start - 70) : start]), _AFTER.match(text, end)):
        if match is not None:
            return next(AmountBound(name) for name, words in match.groupdict().items() if words)
    return None


_PER = re.compile(
    r"[^.;()\d]{0,40}?\b(?:(?:a|per|each|every)\s+(?P<unit>year|month|week|quarter|day|annum)"
    r"|(?P<adverb>annually|yearly|monthly|weekly|quarterly))\b",
    re.IGNORECASE,
)
_ANNUAL_BEFORE = re.compile(
    r"\b(?P<adverb>annual|yearly|monthly)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
_ADVERBS = {
    "annually": "year", "yearly": "year", "annual": "year", "annum": "year", "monthly": "month",
    "weekly": "week", "quarterly": "quarter",
}  # fmt: skip
_YEAR = r"(?:19|20)\d\d"
_GAP = r"[^.;:()\n]{0,90}?"
_SPAN = re.compile(
    rf"{_GAP}\b(?:(?:for|in|during|over|from|between|of)\s+(?:the\s+)?(?:period\s+|years\s+)?)?"
    rf"(?P<a>{_YEAR})\s*(?:-|–|—|/|to|and|until|through)\s*(?P<b>{_YEAR}|\d\d)\b"
)
_IN_YEAR = re.compile(rf"{_GAP}\b(?:for|in|during)\s+(?:fiscal\s+|financial\s+)?(?P<a>{_YEAR})\b")
_THROUGH = re.compile(
    rf"{_GAP}\b(?:through|until|up to|to)\s+(?:the\s+end\s+of\s+)?(?P<a>{_YEAR})\b"
)
_OVER = re.compile(
    r"[^.;:()\n\d]{0,60}?\b(?:over|for|during|across|spread over|in)\s+(?:a\s+period\s+of\s+)?"
    r"(?:the\s+)?(?:next|coming|following|first)?\s*(?P<n>\d+|[a-z]+)[\s-]years?\b",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(rf"{_GAP}\b(?P<which>this|next)\s+(?:fiscal\s+)?year\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"\b(?:and|but|while|after|when|because|which|who|that)\b", re.IGNORECASE)


def period_of(text: str, end: int, *, unit: str, published: str | None) -> str | None:
    """Over what time an amount that ends at `end` runs.

    "per year", "2025", "2025-2026", "to 2030", "5 years" or None. "By 2035" is a date, not a
    period. A share is reached in a year, not spent over it: it has no "in 2029".
    """
    rest = text[end : end + 110]
    if per := _PER.match(rest):
        name = (per.group("unit") or per.group("adverb")).lower()
        return f"per {_ADVERBS.get(name, name)}"
    clause = rest
    if this := _THIS_YEAR.match(clause):
        year = _year_of(published, this.group("which"))
        if year and not _CLAUSE_END.search(this.group()):
            return year
    if unit.startswith("percent"):
        return None
    return _years(clause)


def _years(clause: str) -> str | None:
    for pattern in (_SPAN, _IN_YEAR, _THROUGH):
        match = pattern.match(clause)
        if match is None or _CLAUSE_END.search(re.sub(rf"{_YEAR} and {_YEAR}", "", match.group())):
            continue
        first = match.group("a")
        if pattern is _THROUGH:
            return f"to {first}"
        last = match.group("b") if pattern is _SPAN else None
        return f"{first}-{first[:2] + last if len(last) == 2 else last}" if last else first
    over = _OVER.match(clause)
    if over and (count := parse_number(over.group("n"))) is not None:
        return f"{int(count)} years" if count != 1 else "1 year"
    return None


def _year_of(published: str | None, which: str) -> str | None:
    if published is None or not re.match(r"\d{4}", published):
        return None
    return str(int(published[:4]) + (which.lower() == "next"))


_INSTRUMENTS = (
    (Instrument.GUARANTEE, r"(?:loan|credit|financial|export|bond|debt|state)[- ]guarantees?\b"
                           r"|\bin (?:the form of )?guarantees\b"),
    (Instrument.LOAN, r"\bloans?\b|\blends?\b|\blent\b|\blending\b|\bcredits?\b|\bcredit lines?\b"
                      r"|\binterest-free\b|\brepayable\b"),
    (Instrument.GRANT, r"(?<!non-)\bgrants?\b(?! (?:a|the|them|it|him|access))|\bgrant-based\b|\bnon-repayable\b"
                       r"|\bdonations?\b"),
    (Instrument.IN_KIND, r"\bin[- ]kind\b|\bworth of\b"),
)  # fmt: skip
_WORTH = re.compile(r"\b(?:worth|valued at)\s+(?:\w+\s+){0,3}\S{0,4}$", re.IGNORECASE)
_WORTH_OF = re.compile(r"\s+worth of\b", re.IGNORECASE)
_THINGS = re.compile(
    r"\b(?:missiles?|weapons?|arms|ammunition|equipment|systems?|vehicles?|drones?|aid supplies|goods|"
    r"supplies|medicines?|vaccines?|food|shells|tanks|jets|ships|munitions?)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[,;:.–—]\s|\band\b|\bwhile\b|\bbut\b")


def instrument_of(text: str, start: int, end: int) -> Instrument | None:
    """The form of the money at `start..end`: what its own phrase says ("€5m loan", "in grants")."""
    after = _STOP.split(text[end : end + 45], maxsplit=1)[0]
    before = _STOP.split(text[max(0, start - 60) : start])[-1]
    if (_WORTH.search(before) and _THINGS.search(before)) or _WORTH_OF.match(after):
        return Instrument.IN_KIND
    for stretch in (after[:30], before):
        for instrument, pattern in _INSTRUMENTS:
            if re.search(pattern, stretch, re.IGNORECASE):
                return instrument
    return None


_PART_BEFORE = re.compile(
    r"(?:\bof (?:which|that|this|it|them)\b,?|\bincluding\b|\bamong (?:which|it|them)\b|\bwith\b(?=[^.;]{0,30}"
    r"\bof (?:it|that|this)\b))\s*(?:\(?(?:\S+\s+){0,4}\S{0,4})$",
    re.IGNORECASE,
)


def is_part(text: str, start: int) -> bool:
    """Whether the amount at `start` is said to be part of one named before it."""
    before = text[max(0, start - 60) : start]
    match = _PART_BEFORE.search(before)
    return match is not None and not re.search(r"[;:.]\s", match.group())
