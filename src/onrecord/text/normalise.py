"""Texts made plainer without moving a character: every offset holds before and after."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["blanked"]


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with each span's characters replaced by as many spaces; its length stays.

    For markup inside a sentence: what is left reads as prose, and a span found in it is one of the text.
    """
    parts: list[str] = []
    position = 0
    for start, end in sorted(spans):
        start, end = max(start, position), min(end, len(text))
        if start < end:
            parts += (text[position:start], " " * (end - start))
            position = end
    parts.append(text[position:])
    return "".join(parts)
