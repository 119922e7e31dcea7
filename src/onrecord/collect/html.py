"""HTML pages: the article's text and metadata, by trafilatura, in bounded time. Nothing is fetched."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from onrecord.collect.html_meta import canonical_url, page_date, page_language, page_name
from onrecord.collect.html_text import headings, slim, words_of

__all__ = ["Page", "is_feed", "looks_like_html", "read_page"]

_MIN_WORDS = 8
"""A page with fewer words than this has a menu, not an article."""
_MAX_TAGS, _MAX_CHARS = 20_000, 1_500_000
"""A longer page is read without a tree, in time that grows with its length and no faster."""
_HIDDEN_WORDS = 0.5
"""Where less than this part of a short page's words came through, they are taken without a tree."""
_SHORT_PAGE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article as found on a page; None where the page says nothing."""

    text: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_readings: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None


def looks_like_html(text: str, *, named: bool = False) -> bool:
    """Whether the text is an HTML page; `named` says that its file's name does."""
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    if head.startswith(("<!doctype html", "<html", "<?xml", "<head", "<body")):
        return True
    has_tags = re.search(r"<(?:body|p|div|article|br)\b", text[:20_000], re.IGNORECASE) is not None
    return has_tags and (named or head.startswith("<"))


def is_feed(text: str) -> bool:
    """Whether the text is an RSS or Atom feed rather than a page."""
    return re.search(r"<(?:rss|feed|rdf:RDF)\b", text[:1000], re.IGNORECASE) is not None


def read_page(html: str) -> Page | None:
    """The page's article; None where no text was found. The title leads the text, as on the page."""
    light = slim(html)
    if light.count("<") > _MAX_TAGS or len(light) > _MAX_CHARS:
        found = Page(text=words_of(light))
    else:
        found = _by_tree(light)
    text = _with_title(found, light)
    if len(text.split()) < _MIN_WORDS:
        return None
    published, readings = page_date(html)
    return Page(
        text=text, title=found.title or next(iter(headings(light)), None), byline=found.byline or page_name(html, "author"),
        outlet=found.outlet or page_name(html, "publisher"), published=published, published_readings=readings,
        url=canonical_url(html), language=page_language(html),
    )  # fmt: skip


def _by_tree(light: str) -> Page:
    """Text, title, byline and outlet by trafilatura, and the text without a tree where it fails."""
    import trafilatura
    from trafilatura.metadata import extract_metadata

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    try:
        text = trafilatura.extract(
            light, include_comments=False, include_tables=True, favor_recall=True
        )
        meta = extract_metadata(light, date_config={"extensive_search": False}, extensive=False)
    except Exception:  # a page may break a parser in any way; it must not stop the other reports
        text, meta = None, None
    if text is None or len(text.split()) < _SHORT_PAGE:
        plain = words_of(light)
        if len((text or "").split()) < _HIDDEN_WORDS * len(plain.split()):
            text = plain
    return Page(
        text=text or "", title=_clean(getattr(meta, "title", None)),
        byline=_clean(getattr(meta, "author", None)), outlet=_clean(getattr(meta, "sitename", None)),
    )  # fmt: skip


def _clean(value: object) -> str | None:
    return " ".join(str(value).split()) or None if value else None


def _with_title(page: Page, light: str) -> str:
    """The text led by the page's headline, where that stands on the page and not yet in the text."""
    title = page.title
    if title is None or len(title.split()) < 3:
        return page.text
    shown = any(_folded(title) in _folded(heading) for heading in headings(light))
    if not shown or _folded(title) in _folded(page.text[: len(title) + 400]):
        return page.text
    return f"{title}\n{page.text}"


def _folded(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower()
