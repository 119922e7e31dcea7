"""What a number counts: money, persons, shares or things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.text.currencies import currency_after, currency_before

__all__ = ["FRACTION", "FRACTIONS", "Unit", "one_item", "speaks_of_gdp", "unit_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of the coding guide beside a number; `start..end` covers the number and its words."""

    code: str
    start: int
    end: int
    of: str | None = None


_PERCENT = r"\s*(?:%|per[\s-]?cent\b|percent\b|pct\b|pc\b|percentage[\s-]points?\b)"
_GDP = re.compile(
    rf"{_PERCENT}\s+of\s+(?:(?:its|their|the|our|annual|national|country['’]s|\w+['’]s?)\s+){{0,3}}"
    r"(?:GDP|GNI|GNP|gross\s+(?:domestic|national)\s+(?:product|income)|economic\s+output|national\s+income|"
    r"output)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(_PERCENT, re.IGNORECASE)
_SPENDING = re.compile(
    r"\bGDP\b|gross domestic product|(?:defen[cs]e|military)\s+(?:spending|budget|investment|expenditure)|"
    r"spending\s+(?:target|goal|pledge)|on (?:its |their )?(?:defen[cs]e|the military|core defen[cs]e)",
    re.IGNORECASE,
)
_PERSON_NOUNS = (
    "troops|soldiers|personnel|people|persons|peacekeepers|police|policemen|officers|men|women|refugees|"
    "migrants|asylum seekers|servicemen|service members|servicewomen|instructors|recruits|observers|"
    "monitors|staff|children|civilians|trainers|experts|doctors|nurses|pilots|marines|prisoners|"
    "hostages|detainees|captives|workers|families|students|medics|paratroopers|reservists|fighters|"
    "engineers|sailors|evacuees|advisers|advisors|inspectors|volunteers|specialists|conscripts|"
    "residents|citizens|nationals|patients|teachers|rangers|firefighters|rescuers|contractors|"
    "mercenaries|guards|gendarmes|Ukrainians|Afghans|Syrians|Palestinians|returnees|sappers|deminers|"
    "commandos|airmen|builders|militiamen|militia|labourers|laborers|craftsmen|masons|electricians|firemen|"
    "midwives|surgeons|paramedics|veterans|peace-keepers|technicians|carabinieri|legionnaires|rebels|miners|"
    "settlers|pupils|trainees|interns|scientists|forecasters|agents|delegates|militants|insurgents|cadets|households|inhabitants|farmers|infants|girls|boys|jobs|posts"
)
# Words that end the noun phrase a number counts: "ten countries will send soldiers" counts none.
_ENDS = (
    "of|and|or|to|in|for|from|with|by|on|at|the|a|an|will|would|could|can|may|might|has|have|had|was|were|"
    "is|are|that|which|who|whose|as|but|after|before|than|send|sent|sends|countries|states|nations|members|"
    "governments|leaders|allies|days|weeks|months|years|hours|minutes|times|percent|per|million|billion"
)
_WORDS = rf"(?:(?!(?:{_ENDS})\s)(?:[a-z]+(?:-[a-z]+)*|[A-Z][\w-]*)\s+)"
_PERSONS = re.compile(
    rf"(?:\s+or\s+(?:even\s+)?more)?[\"”’']?\s+(?:of\s+)?(?:more\s+)?{_WORDS}{{0,3}}?(?:{_PERSON_NOUNS})\b(?!\s+(?:jets?|aircraft))"
)
_STRONG = re.compile(
    r"(?:[- ]strong\b(?! \w+ (?:of|for))|-(?:soldier|man|troop|person|member)\b)", re.IGNORECASE
)
_FORCE_OF = re.compile(
    r"\b(?:force|contingent|army|mission|garrison|deployment|military)\s+(?:of|numbering)\s+"
    r"(?:(?:up to|about|around|some|at least|more than|over|roughly|nearly|as many as|between)\s+)?$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    rf"\bnumber of (?:[\w-]+\s+){{0,2}}?(?:{_PERSON_NOUNS})\b[^.;]{{0,30}}\b(?:to|at)\s+"
    r"(?:(?:up to|about|around|some|at least|more than|over|roughly|nearly)\s+)?$"
)
_WORD_AFTER = re.compile(r"[\s-]*\w")
_ONE_IN = re.compile(
    r"\b(?:one|two|three|nine|\d+)\s+(?:in|out of)(?:\s+every)?\s+$", re.IGNORECASE
)
_ARMS = (
    "missiles|tanks|jets|aircraft|helicopters|systems|batteries|launchers|drones|UAVs|vehicles|shells|"
    "rounds|howitzers|guns|rifles|rockets|interceptors|warplanes|planes|fighters|bombers|warheads|mines|"
    "mortars|pistols|grenades|bombs|radars|cannons|carriers|ammunition|munitions|F-16s|F-35s|Patriots|"
    "Leopards|Gripens|Mirages|Rafales|Abrams|HIMARS|ATACMS|Caesars|Bradleys|Marders|Challengers|MiGs|"
    "Eurofighters|Typhoons|Tomahawks|missile systems|cruise missiles"
)
_SHIPS = (
    "ships|warships|vessels|frigates|corvettes|destroyers|minesweepers|minehunters|boats|submarines|"
    "icebreakers|tankers|ferries|gunboats|cutters"
)
_FORMATIONS = "battalions|brigades|companies|units|squadrons|platoons|divisions|regiments|battlegroups|battle groups|contingents|teams"
_GOODS = (
    "doses|tonnes|tons|kilograms|litres|liters|barrels|cubic metres|cubic meters|ambulances|trucks|lorries|"
    "buses|cars|trees|tents|satellites|vaccines|hospitals|clinics|schools|homes|houses|apartments|flats|"
    "ventilators|masks|beds|kits|generators|transformers|shelters|blankets|meals|rations|parcels|"
    "containers|sacks|boxes|pumps|turbines|panels|plants|reactors|stations|chargers|tests|tablets|nets|"
    "hectares|acres|square kilometres|square kilometers|megawatts|gigawatts|MW|GW|terawatt hours|flights|"
    "scholarships|visas|places|laptops|computers|excavators|tractors|power units|bridges|locomotives|"
    "carriages|trains|convoys|truckloads|planeloads|centres|centers|hubs|bases"
)
_ITEM_NOUNS = f"{_ARMS}|{_SHIPS}|{_FORMATIONS}|{_GOODS}"
_ITEM_WORDS = rf"(?:(?!(?:{_ENDS})\s)[A-Za-z0-9][\w/-]*\s+)"
_ITEMS = re.compile(
    rf"[\s-]+(?:of\s+)?(?:more\s+|additional\s+|further\s+|new\s+)?"
    rf"(?P<of>{_ITEM_WORDS}{{0,4}}?(?:{_ITEM_NOUNS})\b(?:\s+of\s+(?:[a-z]+\s+){{0,2}}?(?:grain|wheat|food|aid|"
    r"ammunition|supplies|flour|medicine|fuel|oil|gas|rice|fertili[sz]er|CO2|carbon|vaccine|steel|forest|land|"
    r"artillery|infantry|troops|soldiers|engineers)\b)?)"
)
_ONE = re.compile(
    r"\b(?:a|an|another)\s+(?P<of>(?:[a-z]+(?:-[a-z]+)*\s+){0,3}?(?:combat unit|battalion|brigade|company|"
    r"platoon|squadron|battlegroup|battle group|frigate|warship|minesweeper|minehunter|destroyer|corvette|"
    r"submarine|field hospital|aircraft carrier|air defen[cs]e system|(?:Patriot|IRIS-T|NASAMS|SAMP/T)\s+"
    r"(?:battery|system)|Patriot battery))\b(?!-|\s+(?:command|commander|of\s+the))"
)
_COMPANY = re.compile(r"(?<!-)\bcompany$")
FRACTIONS = {
    "half": 50.0, "a third": 33.3, "one third": 33.3, "two thirds": 66.7, "a quarter": 25.0,
    "one quarter": 25.0, "three quarters": 75.0, "a fifth": 20.0, "one fifth": 20.0, "two fifths": 40.0,
    "three fifths": 60.0, "four fifths": 80.0, "a tenth": 10.0,
}  # fmt: skip
_SHARES = "|".join(
    sorted((re.escape(f).replace(r"\ ", r"[\s-]") for f in FRACTIONS), key=len, reverse=True)
)
FRACTION = re.compile(
    rf"\b(?P<share>{_SHARES}|most|the bulk|the majority)\s+of\s+"
    r"(?:it|this|that|which|the\s+(?:money|sum|total|amount|funds|funding|package|pledge|aid|grants?))\b",
    re.IGNORECASE,
)


def unit_of(
    text: str, start: int, end: int, *, around: str = "", of_gdp: bool = False
) -> Unit | None:
    """The unit of the number at `start..end`, or None where nothing tells what it counts.

    `around` is the text that settles a shared currency name; with `of_gdp` a bare share is one of
    gross domestic product.
    """
    return (
        _money(text, start, end, around)
        or _share(text, start, end, of_gdp=of_gdp)
        or _persons(text, start, end)
        or _items(text, start, end)
    )


def _money(text: str, start: int, end: int, around: str) -> Unit | None:
    if (before := currency_before(text, start)) is not None:
        return Unit(code=before[0], start=before[1], end=end)
    if (after := currency_after(text, end, around=around)) is not None:
        return Unit(code=after[0], start=start, end=after[1])
    return None


@lru_cache(maxsize=32)
def speaks_of_gdp(text: str) -> bool:
    """Whether the text is about output or the spending target, so that a share is one of GDP."""
    return _SPENDING.search(text) is not None


def _share(text: str, start: int, end: int, *, of_gdp: bool) -> Unit | None:
    if (gdp := _GDP.match(text, end)) is not None:
        return Unit(code="percent_gdp", start=start, end=gdp.end())
    if (share := _SHARE.match(text, end)) is not None:
        code = "percent_gdp" if of_gdp else "percent"
        return Unit(code=code, start=start, end=share.end())
    return None


def _persons(text: str, start: int, end: int) -> Unit | None:
    before = text[max(0, start - 80) : start]
    if _ONE_IN.search(before):
        return None
    if (strong := _STRONG.match(text, end)) is not None:
        return Unit(code="persons", start=start, end=strong.end())
    persons = _PERSONS.match(text, end)
    items = _ITEMS.match(text, end)
    if persons and not (items and items.end() <= persons.end()):
        return Unit(code="persons", start=start, end=persons.end())
    if (_FORCE_OF.search(before) or _NUMBER_OF.search(before)) and not re.match(
        r"[\s-]*\w", text[end:]
    ):
        return Unit(code="persons", start=start, end=end)
    return None


def _items(text: str, start: int, end: int) -> Unit | None:
    items = _ITEMS.match(text, end)
    if items is None:
        return None
    of = " ".join(items.group("of").split())
    return Unit(code="items", start=start, end=items.end(), of=of)


def one_item(text: str) -> Iterator[tuple[int, int, str]]:
    """Where "a" counts: (start, end, what) of formations and large things named with an article."""
    for match in _ONE.finditer(text):
        # A bare "company" is a firm far more often than a formation.
        if _COMPANY.search(match.group("of")) and "-" not in match.group("of"):
            continue
        yield match.start(), match.end(), " ".join(match.group("of").split())
