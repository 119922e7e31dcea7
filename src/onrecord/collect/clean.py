"""Marking what is not the report's own prose. Nothing is cut: offsets stay those of the text.

A false mark would lose a statement, so every rule asks for a plain sign: markup, a credit word, a
repeated line, a dateline's shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.report import SetAside, SetAsideReason

__all__ = ["set_aside"]

_AGENCIES = (
    r"Reuters|AFP|AP|Associated Press|dpa|DPA|ANSA|EFE|PA|PA Media|PAP|Xinhua|TASS|Interfax|UPI|ANP|TT|NTB|"
    r"Ritzau|STT|BTA|LUSA|Lusa|APA|Kyodo|Yonhap|Bloomberg|Belga|CTK|MTI|Agerpres|Ukrinform|Anadolu|IANS|PTI"
)
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)[ \t]*\|?")
_LINK_TARGET = re.compile(r"(?<=\])\((?:https?://|/|mailto:)[^)\s]*\)")
_PHOTO = re.compile(
    r"^[ \t]*(?:\(?(?:photo|picture|image|pictured|photograph|foto|file photo|caption|graphic)\b[^\n:]{0,30}:"
    r"|[^\n]{0,300}?(?:\bphoto(?:graph)?|\bpicture|\bimage|\bcredit|©)[ \t]*:[ \t]*[A-Z][^\n]{0,60}$"
    r"|[^\n]{0,300}?\((?:photo|ap photo|afp photo|reuters photo|file|photo by)[^)\n]*\)[ \t]*\|?$"
    r"|[^\n]{0,300}?[ \t]/[ \t]*(?:Pool|AFP|Reuters|AP|Getty Images)\)?[ \t]*\|?$)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"^[ \t]*(?:share(?:\s+(?:this|on|via|article|page)\b[^\n]{0,80})?|print|tweet|email this|copy link|follow us\b[^\n]{0,80}|"
    r"(?:facebook|twitter|whatsapp|telegram|linkedin|email|x)(?:[ \t]*[|/,·][^\n]{0,80})?|[^\n]{0,40}\|[ \t]*(?:print|share)\b[^\n]{0,80}|"
    r"comments?(?:\s*\(\d+\))?|listen to this article[^\n]{0,40}|supply hyperlink|source link|tags?:[^\n]{0,200})[ \t]*$",
    re.IGNORECASE,
)
_SUBSCRIBE = re.compile(
    r"^[^\n]{0,120}\b(?:sign up (?:for|to) (?:our|the)\b[^\n]{0,80}newsletter|subscribe (?:to|for|now)\b|our newsletter|"
    r"already a subscriber|log in to (?:read|continue)|accept (?:all )?cookies|we use cookies|download (?:our|the) app)",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"^[ \t]*(?:read more|see also|related(?: (?:articles?|stories|links?))?|more on this(?: story)?|also read|read also|"
    r"recommended|most read|up next|don't miss|in pictures|watch)\b[ \t]*(?::|\||$)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^[ \t]*(?:by|written by|story by|text by)[ \t]+[A-Z][\w.'’-]+(?:[ \t]+[A-Z][\w.'’-]+){0,3}"
    r"(?:[ \t]*(?:,|and|&|\|)[ \t]*[^\n]{0,80})?[ \t]*$"
)
_TRAILING_BYLINE = re.compile(
    rf"(?:^|(?<=[.!?\"”'’]))[ \t]*[A-Z][\w.'’-]+(?:[ \t]+[A-Z][\w.'’-]+){{1,3}}[ \t]*\((?:{_AGENCIES})\)[ \t]*$",
    re.MULTILINE,
)
_CREDIT_LINE = re.compile(
    rf"^[ \t]*\(?(?:reporting by|writing by|editing by|additional reporting|compiled by|with (?:files|reporting) from|source:|"
    rf"sources:|with agencies|staff and agencies|with inputs? from)[^\n]{{0,240}}$"
    rf"|^[ \t]*\(?(?:{_AGENCIES})(?:[ \t]*[/,&][ \t]*(?:{_AGENCIES}))*\)?[ \t]*$"
    rf"|^[ \t]*(?:{_AGENCIES})[^\n.]{{0,40}}\b(?:contributed to this report|reported)[^\n]{{0,60}}$"
    rf"|^[ \t]*[a-z]{{2,4}}(?:[/-][a-z]{{2,4}}){{1,4}}[ \t]*$",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_DATELINE = re.compile(
    rf"^[ \t]*(?P<place>[A-ZÀ-Þ][\w.'’À-ɏ-]*(?:[ /][A-ZÀ-Þ][\w.'’À-ɏ-]*){{0,4}}(?:,\s+[A-Z][\w. ]{{1,25}})??)"
    rf"(?:,?\s+(?P<date>{_DATE}))?\s*(?:\((?P<agency>[A-Za-z /&.]{{2,40}})\))?\s*(?:--|[-–—])\s+(?=[\"“'‘]?[A-Z0-9])"
)  # fmt: skip


def set_aside(text: str) -> tuple[SetAside, ...]:
    """The stretches that the reader skips, in order, not overlapping, each with its reason."""
    found: list[SetAside] = []
    seen: set[str] = set()
    for start, end in _lines(text):
        line = text[start:end]
        found.extend(_in_line(text, start, end, line, seen))
        if len(line.strip()) >= 30:
            seen.add(_bare(line))
    return tuple(_without_overlap(found))


def _bare(line: str) -> str:
    return re.sub(r"[\s|]+", " ", line).strip().lower()


def _in_line(text: str, start: int, end: int, line: str, seen: set[str]) -> Iterator[SetAside]:
    if not line.strip():
        return
    reason = _whole_line(text, start, line, seen)
    if reason is not None:
        yield SetAside(start=start, end=end, reason=reason)
        return
    for match in _IMAGE.finditer(line):
        yield _span(start, match, SetAsideReason.IMAGE_RESIDUE)
    for match in _LINK_TARGET.finditer(line):
        yield _span(start, match, SetAsideReason.MARKUP)
    if (dateline := _DATELINE.match(line)) and (dateline.group("date") or dateline.group("agency")):
        yield _span(start, dateline, SetAsideReason.DATELINE)
    if byline := _TRAILING_BYLINE.search(line):
        yield _span(start, byline, SetAsideReason.BYLINE)


def _whole_line(text: str, start: int, line: str, seen: set[str]) -> SetAsideReason | None:
    stripped = line.strip()
    if _IMAGE.fullmatch(stripped) or re.fullmatch(r"[|\s*_=~-]+", stripped):
        return SetAsideReason.IMAGE_RESIDUE
    rules = (
        (_SHARE, SetAsideReason.SHARE_LINE), (_SUBSCRIBE, SetAsideReason.SUBSCRIBE_LINE),
        (_RELATED, SetAsideReason.RELATED_LINKS), (_BYLINE, SetAsideReason.BYLINE),
        (_CREDIT_LINE, SetAsideReason.AGENCY_CREDIT),
    )  # fmt: skip
    for pattern, reason in rules:
        if pattern.match(line):
            return reason
    if _PHOTO.match(line):
        repeated = _bare(line) in seen
        return SetAsideReason.CAPTION_REPEATED if repeated else SetAsideReason.CAPTION
    if _bare(line) in seen and "|" in line:
        return SetAsideReason.CAPTION_REPEATED
    return None


def _span(offset: int, match: re.Match[str], reason: SetAsideReason) -> SetAside:
    return SetAside(start=offset + match.start(), end=offset + match.end(), reason=reason)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for match in re.finditer(r"\r\n|[\r\n\u2028\u2029]", text):
        yield position, match.start()
        position = match.end()
    yield position, len(text)


def _without_overlap(found: list[SetAside]) -> Iterator[SetAside]:
    last = 0
    for aside in sorted(found, key=lambda s: (s.start, -s.end)):
        if aside.start >= last and aside.end > aside.start:
            yield aside
            last = aside.end
