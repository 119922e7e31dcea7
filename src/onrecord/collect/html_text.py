"""The words of an HTML page without a tree: linear in its length, whatever the page."""

from __future__ import annotations

import html
import re
from bisect import bisect_left

__all__ = ["headings", "slim", "words_of"]

_DROPPED = "script|style|svg|template|iframe|noscript|object"
_OPENS = re.compile(rf"<(?P<name>{_DROPPED})\b", re.IGNORECASE | re.ASCII)
_CLOSES = re.compile(rf"</(?P<name>{_DROPPED})\b[^<>]{{0,100}}>", re.IGNORECASE | re.ASCII)
_COMMENT = re.compile(r"<!--|-->")
_LONG_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]{0,20})\b[^<>]{2000,}>")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,20})\b[^<>]{0,4000}>|<[!?][^<>]{0,4000}>")
_BLOCKS = frozenset(
    "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 tr table blockquote section article main br hr pre body header title".split()
)
_ASIDE = frozenset("nav footer aside form button select figure head menu dialog".split())
_CELLS = frozenset(("td", "th"))
_ENOUGH_CHARS = 200
_HEADING = re.compile(r"<h[12]\b[^<>]{0,500}>(.{1,600}?)</h[12]>", re.IGNORECASE | re.DOTALL)


def slim(page: str) -> str:
    """The page without scripts, styles, drawings, comments and attributes beyond reason."""
    return _LONG_TAG.sub(r"<\1>", _without_elements(_without_comments(page)))


def headings(page: str) -> list[str]:
    """The words of the page's first- and second-level headings, in order."""
    return [" ".join(_plain(m.group(1)).split()) for m in _HEADING.finditer(page)]


def words_of(page: str) -> str:
    """The text of a slim page, one block a line, without menus, forms, figures and footers.

    Where there is an article or a main part with words, only that.
    """
    for name in ("article", "main"):
        start = re.search(rf"<{name}\b", page, re.IGNORECASE)
        ends = [m.start() for m in re.finditer(rf"</{name}\b", page, re.IGNORECASE)]
        if start and ends and ends[-1] > start.start():
            inner = _blocks(page[start.start() : ends[-1]])
            if len(inner) >= _ENOUGH_CHARS:
                return inner
    return _blocks(page)


def _blocks(page: str) -> str:
    parts: list[str] = []
    position = hidden = 0
    for match in _TAG.finditer(page):
        if not hidden:
            parts.append(html.unescape(page[position : match.start()]))
        position = match.end()
        name = (match.group(2) or "").lower()
        if name in _ASIDE:
            hidden = max(0, hidden + (-1 if match.group(1) else 1))
        if name in _BLOCKS:
            parts.append("\0")
        elif name in _CELLS:
            parts.append(" ")
    if not hidden:
        parts.append(html.unescape(page[position:]))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\0"))
    return "\n".join(line for line in lines if line)


def _plain(fragment: str) -> str:
    return html.unescape(_TAG.sub(" ", fragment))


def _without_comments(page: str) -> str:
    kept: list[str] = []
    position, inside = 0, False
    for match in _COMMENT.finditer(page):
        if match.group() == "<!--" and not inside:
            kept.append(page[position : match.start()])
            inside = True
        elif match.group() == "-->" and inside:
            position, inside = match.end(), False
    if not inside:
        kept.append(page[position:])
    return "".join(kept)


def _without_elements(page: str) -> str:
    """Drops each element of the kinds listed with what is in it; an unclosed one loses its tag only."""
    closes: dict[str, list[tuple[int, int]]] = {}
    for match in _CLOSES.finditer(page):
        closes.setdefault(match.group("name").lower(), []).append((match.start(), match.end()))
    kept: list[str] = []
    position = 0
    for match in _OPENS.finditer(page):
        if match.start() < position:
            continue
        ends = closes.get(match.group("name").lower(), [])
        index = bisect_left(ends, (match.end(), 0))
        kept.append(page[position : match.start()])
        position = ends[index][1] if index < len(ends) else match.start() + 1
    kept.append(page[position:])
    return "".join(kept)
