"""Which words of two passages differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

__all__ = ["word_difference"]

Words = list[tuple[str, bool]]

_EDGES = ".,;:!?\"'“”‘’()"


def word_difference(a: str, b: str) -> tuple[Words, Words]:
    """Both passages as (text, differs) pieces; joined, the pieces are the passages again.

    Case and the marks around a word make no difference.
    """
    first, second = _words(a), _words(b)
    matcher = SequenceMatcher(
        None, [_bare(w) for w in first], [_bare(w) for w in second], autojunk=False
    )
    left: Words = []
    right: Words = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        left.extend(_pieces(first[i1:i2], differs=tag != "equal"))
        right.extend(_pieces(second[j1:j2], differs=tag != "equal"))
    return left, right


def _words(text: str) -> list[str]:
    return re.findall(r"^\s+|\S+\s*", text)


def _bare(word: str) -> str:
    return word.strip().casefold().strip(_EDGES) or word.strip()


def _pieces(words: list[str], *, differs: bool) -> Words:
    """The words as one piece; the space after a piece that differs is a piece of its own."""
    text = "".join(words)
    bare = text.rstrip()
    if not text or not differs or bare == text:
        return [(text, differs)] if text else []
    return [(bare, True), (text[len(bare) :], False)] if bare else [(text, False)]
