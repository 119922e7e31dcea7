"""Whom a report credits: agencies it prints or cites, and signs that it is a text of its own."""

from __future__ import annotations

import re

from onrecord.model.report import Report

__all__ = ["cited_agencies", "credited_agencies", "is_official", "own_work"]

_NAMES = {
    "Agence France-Presse": "AFP", "AFP": "AFP", "Reuters": "Reuters", "Thomson Reuters": "Reuters",
    "Associated Press": "AP", "The Associated Press": "AP", "AP": "AP", "dpa": "dpa", "DPA": "dpa",
    "Deutsche Presse-Agentur": "dpa", "Press Association": "PA", "PA Media": "PA", "PA": "PA",
    "ANSA": "ANSA", "EFE": "EFE", "PAP": "PAP", "Polish Press Agency": "PAP", "Xinhua": "Xinhua",
    "TASS": "TASS", "Interfax-Ukraine": "Interfax-Ukraine", "Interfax": "Interfax", "RIA Novosti": "RIA Novosti",
    "UPI": "UPI", "ANP": "ANP", "TT": "TT", "NTB": "NTB", "Ritzau": "Ritzau", "STT": "STT", "BTA": "BTA",
    "Lusa": "Lusa", "LUSA": "Lusa", "APA": "APA", "Kyodo": "Kyodo", "Kyodo News": "Kyodo", "Jiji": "Jiji",
    "Yonhap": "Yonhap", "Bloomberg": "Bloomberg", "Belga": "Belga", "CTK": "CTK", "ČTK": "CTK", "MTI": "MTI",
    "Agerpres": "Agerpres", "Ukrinform": "Ukrinform", "Anadolu": "Anadolu", "Anadolu Agency": "Anadolu",
    "IANS": "IANS", "PTI": "PTI", "Press Trust of India": "PTI", "ANI": "ANI", "Keystone-SDA": "Keystone-SDA",
    "SDA": "Keystone-SDA", "Tanjug": "Tanjug", "Hina": "Hina", "BNS": "BNS", "ELTA": "ELTA", "LETA": "LETA",
    "SITA": "SITA", "TASR": "TASR", "SPA": "SPA", "WAM": "WAM", "MENA": "MENA", "AAP": "AAP",
    "The Canadian Press": "CP", "Canadian Press": "CP", "AllAfrica": "AllAfrica", "VNA": "VNA",
}  # fmt: skip
"""Short names are read with their capitals only: "pa" and "sta" are words."""
_ANY = "|".join(re.escape(name) for name in sorted(_NAMES, key=lambda n: (-len(n), n)))
_NAMED = re.compile(rf"(?<![\w-])(?:{_ANY})(?![\w-])")
_CITED = re.compile(
    rf"(?:\b(?:according to|citing|quoted by|cited by|reported by|as reported by|told|via|by)\s+"
    rf"(?:the\s+)?(?:(?:news|wire|press)\s+)?(?:agency\s+|service\s+)?(?P<after>{_ANY})(?![\w-])"
    rf"|(?<![\w-])(?P<before>{_ANY})\s+(?:news agency\s+)?(?:reports?|reported|writes|wrote)\b)"
)
_IN_TEXT = re.compile(rf"\((?P<names>(?:{_ANY})(?:\s*(?:[/,&]|and)\s*(?:{_ANY}))*)\)")
_OFFICIAL = re.compile(
    r"\b(?:ministry|ministries|government|office|presidency|president of|press (?:office|release|service|secretary)|"
    r"council of|commission|department|embassy|kremlin|palazzo chigi|white house|downing street|state department|"
    r"secretariat|senate|parliament|chancellery|central bank|federal reserve|united nations|nato|\.gov|gov\.|"
    r"house of (?:commons|lords|representatives))\b",
    re.IGNORECASE,
)
_OFFICIAL_ADDRESS = re.compile(
    r"https?://[^/]*\.(?:gov|gob|gouv|govt|mil|int)(?:\.|/|$)|https?://[^/]*\bgov\."
)
_PRESS_RELEASE = re.compile(
    r"^\W*(?:press release|for immediate release|joint statement|communiqu[ée])\b", re.IGNORECASE
)
_OWN_WORK = re.compile(
    r"\btold (?:our|this) (?:newspaper|correspondent|reporter|magazine|paper|website|site|programme|station)\b"
    r"|\b(?:our|this (?:newspaper|paper|magazine|station|website)['’]s) (?:correspondent|reporter)s?\b"
    r"|\bin an interview with (?:our|this)\b|\b(?:seen|obtained|reviewed) by (?:our|this) (?:newspaper|paper|magazine|website)\b"
    r"|\b(?:told|tells) us\b",
    re.IGNORECASE,
)


def credited_agencies(report: Report) -> frozenset[str]:
    """The agencies of the report's credit, dateline or byline."""
    found = {_NAMES[m.group()] for m in _NAMED.finditer(report.credit or "")}
    for words in (report.dateline, report.byline, *_aside(report)):
        found |= {_NAMES[m.group()] for m in _NAMED.finditer(words or "")}
    return frozenset(found)


def _aside(report: Report) -> list[str]:
    """Datelines and credit lines that stand in the text."""
    reasons = ("agency_credit", "dateline", "byline")
    return [report.text[a.start : a.end] for a in report.set_aside if a.reason in reasons]


def cited_agencies(text: str) -> frozenset[str]:
    """The agencies that the text gives as its source for something."""
    found = {_NAMES[m.group("after") or m.group("before")] for m in _CITED.finditer(text)}
    for match in _IN_TEXT.finditer(text):
        found |= {_NAMES[m.group()] for m in _NAMED.finditer(match.group("names"))}
    return frozenset(found)


def is_official(report: Report) -> bool:
    """Whether the text is a government's or an organisation's own, not a newsroom's."""
    return bool(
        _OFFICIAL.search(report.outlet or "")
        or _OFFICIAL_ADDRESS.match(report.url or "")
        or _PRESS_RELEASE.match(report.text)
    )


def own_work(text: str) -> bool:
    """Whether the text says that its outlet did its own asking."""
    return bool(_OWN_WORK.search(text))
