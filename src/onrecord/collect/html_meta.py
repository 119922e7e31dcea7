"""What a page's head says of the report: date, language, canonical address.

Read here rather than guessed: the same page gives the same date on every day.
"""

from __future__ import annotations

import html
import re

from onrecord.text.dates import parse_published

__all__ = ["canonical_url", "page_date", "page_language", "page_name"]

_HEAD_CHARS = 400_000
_TAG = re.compile(r"<(meta|link|time|html)\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([\w:.-]{1,40})\s*=\s*(?:"([^"]{0,1000})"|'([^']{0,1000})'|([^\s"'>]{1,500}))"""
)
_IN_JSON = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_NAMED_IN_JSON = {
    role: re.compile(
        rf'"{role}"\s*:\s*[\[{{\s]{{1,20}}[^\]}}]{{0,400}}?"name"\s*:\s*"([^"]{{2,100}})"'
    )
    for role in ("author", "publisher")
}
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "article.published",
    "publish-date", "publish_date", "publication_date", "publicationdate", "pubdate", "date", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "sailthru.date", "parsely-pub-date",
    "cxenseparse:recs:publishtime", "article:published", "og:published_time",
)  # fmt: skip
"""What pages call their publication date, the most telling first."""


def _tags(page: str) -> list[tuple[str, dict[str, str]]]:
    found = []
    for match in _TAG.finditer(page[:_HEAD_CHARS]):
        pairs = _ATTRIBUTE.findall(match.group(2))
        attributes = {name.lower(): html.unescape(a or b or c).strip() for name, a, b, c in pairs}
        found.append((match.group(1).lower(), attributes))
    return found


def page_date(page: str) -> tuple[str | None, tuple[str, ...]]:
    """(ISO date, readings) of the publication date that the page declares; (None, ()) if none."""
    tags = _tags(page)
    named = {
        (a.get("property") or a.get("name") or a.get("itemprop") or "").lower(): a["content"]
        for tag, a in reversed(tags)
        if tag == "meta" and a.get("content")
    }
    in_json = _IN_JSON.search(page)
    times = [a for tag, a in tags if tag == "time" and a.get("datetime")]
    plain = [a["datetime"] for a in times if "pubdate" in a or a.get("itemprop") == "datePublished"]
    candidates = [
        *(named[n] for n in _DATE_NAMES[:3] if n in named),
        *([in_json.group(1)] if in_json else []),
        *(named[n] for n in _DATE_NAMES[3:] if n in named),
        *plain,
        *([times[0]["datetime"]] if len(times) == 1 else []),
    ]
    ambiguous: tuple[str, ...] = ()
    for words in candidates:
        value, readings = parse_published(words)
        if value is not None and not value.startswith("--"):
            return value, ()
        ambiguous = ambiguous or readings
    return None, ambiguous


def page_language(page: str) -> str | None:
    """The language tag of the page ("en-GB"); None if it gives none."""
    for tag, attributes in _tags(page[:20_000]):
        language = attributes.get("lang") or attributes.get("xml:lang")
        if (
            tag == "html"
            and language
            and re.fullmatch(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?", language)
        ):
            return language
    return None


def canonical_url(page: str) -> str | None:
    """The address that the page gives as its own; None if it gives none that is a web address."""
    tags = _tags(page)
    links = [
        a.get("href", "")
        for tag, a in tags
        if tag == "link" and a.get("rel", "").lower() == "canonical"
    ]
    graph = [
        a.get("content", "")
        for tag, a in tags
        if tag == "meta" and a.get("property", "").lower() == "og:url"
    ]
    return next((url for url in links + graph if re.match(r"https?://[^\s<>\"']+$", url)), None)


def page_name(page: str, role: str) -> str | None:
    """The name that the page's structured data gives its "author" or "publisher"; None if none."""
    match = _NAMED_IN_JSON[role].search(page)
    return " ".join(html.unescape(match.group(1)).split()) if match else None
