"""Which words of two passages differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

__all__ = ["word_difference"]

Words = list[tuple[str, bool]]


def word_difference(a: str, b: str) -> tuple[Words, Words]:
    """Both passages as (text, differs) pieces; joined, the pieces are the passages again."""
    first, second = re.findall(r"\S+\s*", a), re.findall(r"\S+\s*", b)
    matcher = SequenceMatcher(
        None,
        [w.strip().lower() for w in first],
        [w.strip().lower() for w in second],
        autojunk=False,
    )
    left: Words = []
    right: Words = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if i2 > i1:
            left.append(("".join(first[i1:i2]), tag != "equal"))
        if j2 > j1:
            right.append(("".join(second[j1:j2]), tag != "equal"))
    return left, right
