"""Amounts in running text: money, persons, shares and counted things, with their bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model.statement import Amount
from onrecord.model.vocabulary import AmountBound, Instrument
from onrecord.text.numbers import NumberMention, find_numbers

__all__ = ["AmountMention", "find_amounts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountMention:
    """An amount at one place of a text; `start..end` covers number and unit, not the bound."""

    start: int
    end: int
    words: str
    amount: Amount


_BEFORE = (
    ("USD", r"US\$|U\.S\.\$|USD|US dollars?"), ("CAD", r"C\$|Can\$|CA\$|CAD"), ("AUD", r"A\$|AU\$|AUD"),
    ("NZD", r"NZ\$|NZD"), ("HKD", r"HK\$|HKD"), ("BRL", r"R\$|BRL"), ("USD", r"\$"), ("EUR", r"€|EUR|euros?"),
    ("GBP", r"£|GBP"), ("JPY", r"¥|JPY"), ("CHF", r"CHF|SFr"), ("SEK", r"SEK"), ("NOK", r"NOK"),
    ("DKK", r"DKK"), ("PLN", r"PLN"), ("INR", r"₹|INR|Rs\.?"), ("CNY", r"CNY|RMB"), ("KRW", r"₩|KRW"),
    ("UAH", r"₴|UAH"), ("RUB", r"₽|RUB"), ("TRY", r"TRY"), ("ZAR", r"ZAR"), ("AED", r"AED"), ("SAR", r"SAR"),
)  # fmt: skip
_NATIONAL = {
    "dollars": {"us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD",
                "new zealand": "NZD", "hong kong": "HKD", "singapore": "SGD", "": "USD"},
    "kroner": {"norwegian": "NOK", "danish": "DKK", "": "NOK"},
    "kronor": {"swedish": "SEK", "": "SEK"},
    "kronas": {"swedish": "SEK", "icelandic": "ISK", "": "SEK"},
    "crowns": {"swedish": "SEK", "norwegian": "NOK", "danish": "DKK", "czech": "CZK", "": None},
    "pounds": {"british": "GBP", "egyptian": "EGP", "sterling": "GBP", "": "GBP"},
    "francs": {"swiss": "CHF", "cfa": "XOF", "": "CHF"},
    "pesos": {"mexican": "MXN", "argentine": "ARS", "philippine": "PHP", "": None},
    "rupees": {"indian": "INR", "pakistani": "PKR", "": "INR"},
    "euros": {"": "EUR"}, "yen": {"": "JPY"}, "yuan": {"": "CNY"}, "renminbi": {"": "CNY"},
    "roubles": {"": "RUB"}, "rubles": {"": "RUB"}, "zlotys": {"": "PLN"}, "zloty": {"": "PLN"},
    "hryvnia": {"": "UAH"}, "hryvnias": {"": "UAH"}, "lira": {"": "TRY"}, "lev": {"": "BGN"}, "leva": {"": "BGN"},
    "won": {"": "KRW"}, "rand": {"": "ZAR"}, "reais": {"": "BRL"}, "dirhams": {"": "AED"}, "riyals": {"": "SAR"},
    "shekels": {"": "ILS"}, "forints": {"": "HUF"}, "koruna": {"": "CZK"}, "naira": {"": "NGN"},
    "shillings": {"kenyan": "KES", "": "KES"}, "baht": {"": "THB"}, "ringgit": {"": "MYR"}, "rupiah": {"": "IDR"},
}  # fmt: skip
_SINGULAR = {"dollar": "dollars", "krone": "kroner", "krona": "kronor", "pound": "pounds", "franc": "francs",
             "euro": "euros", "rouble": "roubles", "ruble": "rubles", "rupee": "rupees", "peso": "pesos"}  # fmt: skip
_AFTER = re.compile(
    r"\s*(?:(?P<nation>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|U\.?S\.?)\s+)?(?P<unit>"
    + "|".join(sorted([*_NATIONAL, *_SINGULAR], key=len, reverse=True)) + r")\b(?:\s+sterling)?",
)  # fmt: skip
_CODE_AFTER = re.compile(r"\s*(?P<code>USD|EUR|GBP|CHF|SEK|NOK|DKK|JPY|CAD|AUD|PLN|CZK|HUF|RON|BGN|UAH|RUB|CNY|INR|€|£)(?!\w)")
_GDP = re.compile(r"\s*(?:%|per\s?cent|percent|pc)\s+of\s+(?:its\s+|their\s+|the\s+country's\s+)?(?:annual\s+)?(?:GDP|gross domestic product|economic output|national income)", re.IGNORECASE)
_PERCENT = re.compile(r"\s*(?:%|per\s?cent\b|percent\b|percentage points?)", re.IGNORECASE)
_PERSONS = re.compile(
    r"\s+(?:(?:[a-z]+(?:-[a-z]+)?|[A-Z][a-z]+)\s+){0,3}?(?P<noun>troops|soldiers|personnel|people|peacekeepers|police(?: officers)?|officers|"
    r"men|women|refugees|migrants|asylum seekers|servicemen|instructors|recruits|observers|staff|children|civilians|trainers|experts|"
    r"doctors|pilots|marines|monitors|prisoners|hostages|workers|families|students|medics)\b"
)  # fmt: skip
_ITEMS = re.compile(
    r"\s+(?P<noun>(?:[A-Za-z][\w-]*\s+){0,3}?(?:missiles|tanks|jets|aircraft|helicopters|systems|batteries|launchers|drones|vehicles|shells|"
    r"rounds|howitzers|ships|vessels|frigates|minesweepers|minehunters|warplanes|planes|fighters|rockets|interceptors|guns|boats|"
    r"submarines|battalions|brigades|companies|units|squadrons|generators|doses|tonnes|tons|ambulances|trucks|buses|trees|tents|"
    r"radars|rifles|satellites|F-16s|Patriots|Leopards|vaccines|hospitals|schools|homes|houses|ventilators|masks|beds|kits|Leopard 2s|Gripens|Mirages))\b"
)
_BOUNDS = (
    (AmountBound.UP_TO, r"up to|as (?:much|many) as|at most|no more than|a maximum of|not more than|fewer than|less than|under|below|a maximum"),
    (AmountBound.AT_LEAST, r"at least|more than|over|no fewer than|no less than|a minimum of|in excess of|upwards of|above|not less than|well over"),
    (AmountBound.ABOUT, r"about|around|roughly|approximately|some|nearly|almost|close to|an estimated|circa|just over|just under|in the region of|near|estimated at|approx\.?"),
)  # fmt: skip
_BOUND = re.compile(
    r"(?:" + "|".join(f"(?P<b{i}>{words})" for i, (_, words) in enumerate(_BOUNDS))
    + r")\s+(?:a\s+further\s+|an\s+(?:additional|extra)\s+|another\s+)?(?:[^\w\s]{0,2}|US|Can|A|C|NZ)?$", re.IGNORECASE,
)  # fmt: skip
_BETWEEN = re.compile(r"(?:between|from)\s+\S{0,4}$", re.IGNORECASE)
_RANGE_GAP = re.compile(r"\s*(?:and|to|-|–|—)\s*\S{0,4}$")
_PERIOD_AFTER = re.compile(
    r"[^.;]{0,30}?\b(?P<p>(?:a|per|each|every)\s+(?:year|month|week|quarter)|annually|yearly|per\s+annum|monthly)\b", re.IGNORECASE,
)  # fmt: skip
_YEARS = re.compile(r"[^.;]{0,60}?\b(?:for|in|during)\s+(?P<a>20\d\d)(?:\s*(?:and|to|-|–)\s*(?P<b>20\d\d))?\b")
_THROUGH = re.compile(r"[^.;]{0,40}?\b(?:through|until|to)\s+(?P<a>20\d\d)\b")
_HALF = re.compile(r"\b(?P<w>more than half|over half|most|the majority|half)\s+(?:of|in)\b", re.IGNORECASE)
_INSTRUMENT_NEAR = (
    (Instrument.LOAN, r"\bloans?\b|\blend\b|\bcredits?\b"), (Instrument.GRANT, r"\bgrants?\b|\bnon-repayable\b"),
    (Instrument.GUARANTEE, r"\b(?:loan|credit) guarantees?\b"), (Instrument.IN_KIND, r"\bin[- ]kind\b|\bworth of\b"),
)  # fmt: skip
_PART_BEFORE = re.compile(r"(?:of which|including|among (?:it|them)|as part of which|of that,?)\s+(?:\S+\s+){0,3}$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(\s*(?:about|around|some|roughly|or)?\s*\S{0,4}$")


def find_amounts(text: str) -> list[AmountMention]:
    """The amounts of the text, in order. A conversion in brackets or after "or about" is left out."""
    numbers = find_numbers(text)
    found: list[AmountMention] = []
    skip = -1
    for index, number in enumerate(numbers):
        if index <= skip:
            continue
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        mention, used = _amount(text, number, following)
        if mention is None:
            continue
        skip = index + used
        if found and _is_conversion(text, found[-1], mention):
            continue
        found.append(mention)
    return found


def _is_conversion(text: str, before: AmountMention, after: AmountMention) -> bool:
    """ "1.25 billion pounds ($1.7 billion)", "EUR 522 million, or about SEK 5.8 billion"."""
    gap = text[before.end : after.start]
    other = before.amount.unit != after.amount.unit
    money = len(before.amount.unit) == 3 and len(after.amount.unit) == 3
    return other and money and bool(
        re.fullmatch(r"\s*(?:\(|,?\s*or\s|,|–|—|-)\s*(?:about|around|some|roughly|nearly|approximately|almost)?\s*", gap)
    )


def _amount(
    text: str, number: NumberMention, following: NumberMention | None
) -> tuple[AmountMention | None, int]:
    start, end, value = number.start, number.end, number.value
    high: float | None = None
    used = 0
    if following is not None and _RANGE_GAP.fullmatch(text[end : following.start]) and (
        _BETWEEN.search(text[:start]) or re.fullmatch(r"\s*[-–]\s*|\s+to\s+", text[end : following.start])
    ):  # fmt: skip
        unit = _unit(text, following.start, following.end)
        if unit is not None:
            high, end, used = following.value, unit[2], 1
            if value < 1000 <= high:
                value *= _scale_of(high, following.value, following.words)
            return _mention(text, start, end, value, unit, high), used
    unit = _unit(text, start, end)
    if unit is None:
        return None, 0
    return _mention(text, min(start, unit[1]), unit[2], value, unit, high), used


def _scale_of(high: float, value: float, words: str) -> float:
    match = re.search(r"(thousand|million|billion|trillion|bn|mn)", words, re.IGNORECASE)
    scale = {"thousand": 1e3, "million": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
    return scale[match.group().lower()] if match else 1.0


def _unit(text: str, start: int, end: int) -> tuple[str, int, int, str | None] | None:
    """Unit, first and last offset of number with unit, and what the items are."""
    for code, pattern in _BEFORE:
        before = re.search(rf"(?<![A-Za-z])(?:{pattern})\s?$", text[max(0, start - 12) : start])
        if before:
            return code, max(0, start - 12) + before.start(), end, None
    if after := _CODE_AFTER.match(text, end):
        code = {"€": "EUR", "£": "GBP"}.get(after.group("code"), after.group("code"))
        return code, start, after.end(), None
    if money := _AFTER.match(text, end):
        unit = _SINGULAR.get(money.group("unit"), money.group("unit"))
        nation = (money.group("nation") or "").lower()
        code_of = _NATIONAL[unit]
        code = code_of.get(nation) or code_of.get("") or unit.upper()
        return code, start, money.end(), None
    for name, pattern in (("percent_gdp", _GDP), ("percent", _PERCENT)):
        if share := pattern.match(text, end):
            if name == "percent" and _about_gdp(text):
                name = "percent_gdp"
            return name, start, share.end(), None
    if persons := _PERSONS.match(text, end):
        return "persons", start, persons.end(), None
    if items := _ITEMS.match(text, end):
        return "items", start, items.end(), items.group("noun")
    return None


def _about_gdp(text: str) -> bool:
    """A share in a sentence about output or the spending target is a share of GDP."""
    return bool(re.search(r"\bGDP\b|gross domestic product|defen[cs]e spending|military spending|spending target|on defen[cs]e|military", text))


def _mention(
    text: str, start: int, end: int, value: float, unit: tuple[str, int, int, str | None],
    high: float | None,
) -> AmountMention:  # fmt: skip
    bound = AmountBound.RANGE if high is not None else _bound(text, start)
    before = text[max(0, start - 60) : start]
    amount = Amount(
        value=value, unit=unit[0], bound=bound, high=high,
        period=_period(text, end), instrument=_instrument(text, start, end, unit[0]),
        part_of_total=bool(_PART_BEFORE.search(before)), of=unit[3],
    )  # fmt: skip
    return AmountMention(start=start, end=end, words=text[start:end], amount=amount)


def _bound(text: str, start: int) -> AmountBound:
    match = _BOUND.search(text[max(0, start - 48) : start])
    if match is None:
        return AmountBound.EXACT
    index = next(i for i in range(len(_BOUNDS)) if match.group(f"b{i}"))
    return _BOUNDS[index][0]


def _period(text: str, end: int) -> str | None:
    rest = text[end : end + 90]
    if per := _PERIOD_AFTER.match(rest):
        unit = re.sub(r"^(?:a|each|every|per)\s+", "", per.group("p").lower())
        unit = {"annually": "year", "yearly": "year", "annum": "year", "monthly": "month"}.get(unit, unit)
        return f"per {unit}"
    if years := _YEARS.match(rest):
        return years.group("a") + (f"-{years.group('b')}" if years.group("b") else "")
    return None


def _instrument(text: str, start: int, end: int, unit: str) -> Instrument | None:
    if len(unit) != 3:
        return None
    near = text[max(0, start - 25) : min(len(text), end + 14)]
    clause = re.split(r"[,;.]|\band\b", near)
    stretch = next((c for c in clause if text[start:end][:6] in c), near)
    for instrument, pattern in reversed(_INSTRUMENT_NEAR):
        if re.search(pattern, stretch):
            return instrument
    return None
