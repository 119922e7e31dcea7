"""Text with accents and curly marks folded, with the way back to the text's own offsets."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

__all__ = ["Folded", "fold"]

_PLAIN = str.maketrans(
    "’‘‛ʼ`´‐‑‒–—\u00a0\u202f\u2009øØłŁđĐıßæÆœŒðÐþÞħĦ", "''''''-----   oOlLdDisaAoOdDtThH"
)


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


class Folded:
    """`text` is the folded text; `at` gives a folded position's place in the original."""

    __slots__ = ("_offsets", "text")

    def __init__(self, text: str, offsets: list[int] | None) -> None:
        self.text, self._offsets = text, offsets

    def at(self, position: int) -> int:
        """The original offset of a folded one."""
        return position if self._offsets is None else self._offsets[position]


def fold(text: str) -> Folded:
    """The text without accents, curly apostrophes straight, dashes as hyphens."""
    if text.isascii():
        return Folded(text, None)
    plain = text.translate(_PLAIN)
    if plain.isascii():
        return Folded(plain, None)
    folded = _BEYOND_ASCII.sub(lambda match: _base(match.group()), plain)
    if len(folded) == len(plain):
        return Folded(folded, None)
    letters = [_base(character) for character in plain]
    offsets = [i for i, letter in enumerate(letters) if letter]
    return Folded("".join(letters), [*offsets, len(text)])


@cache
def _base(character: str) -> str:
    """The letter under its accents; nothing for an accent that stands alone."""
    if unicodedata.combining(character):
        return ""
    return unicodedata.normalize("NFD", character)[0]
