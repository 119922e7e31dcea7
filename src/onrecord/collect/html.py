"""HTML pages: the article's text and metadata, by trafilatura."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Page", "looks_like_html", "read_page"]


_MIN_WORDS = 8
"""A page with fewer words than this has a menu, not an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article as found on a page; None where the page says nothing."""

    text: str
    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None


def looks_like_html(text: str) -> bool:
    """Whether the text is an HTML page."""
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(("<!doctype html", "<html", "<?xml")) or (
        head.startswith("<") and ("<body" in text[:20000].lower() or "<p" in text[:20000].lower())
    )


def read_page(html: str) -> Page | None:
    """The page's article; None where no text was found. Nothing is fetched."""
    import trafilatura
    from trafilatura.metadata import extract_metadata

    text = trafilatura.extract(
        html, include_comments=False, include_tables=True, favor_precision=False
    )
    if not text or len(text.split()) < _MIN_WORDS:
        return None
    meta = extract_metadata(html)
    return Page(
        text=text,
        title=getattr(meta, "title", None) or None,
        byline=getattr(meta, "author", None) or None,
        outlet=getattr(meta, "sitename", None) or None,
        published=getattr(meta, "date", None) or None,
        url=getattr(meta, "url", None) or None,
        language=getattr(meta, "language", None) or None,
    )
