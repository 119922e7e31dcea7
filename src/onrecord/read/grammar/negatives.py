"""Noun phrases that leave nothing: "no soldiers", "not one crown", "neither troops nor weapons"."""

from __future__ import annotations

from typing import Any

__all__ = ["is_excepted", "is_negative"]

_OPENING = frozenset({"no", "not", "neither"})
_COUNTING = ("amod", "nummod", "det", "quantmod")


def is_negative(noun: Any) -> bool:
    """Whether the noun's phrase denies that there is any; "no fewer than 200" denies nothing."""
    first = noun.left_edge
    if _bounds_amount(first):
        return False
    if first.lower_ in _OPENING and first.head.i != noun.i and (
        first.head.head.i == noun.i and first.head.dep_ in _COUNTING
    ):  # fmt: skip
        return True  # "no more refugees", "not one crown"
    return noun.lower_ in ("nothing", "none", "neither", "nobody") or any(
        (c.lower_ in ("no", "nobody") and c.dep_ in ("det", "amod", "nummod", "poss"))
        or (c.lower_ == "neither" and c.i < noun.i)
        or (c.lower_ == "not" and c.i < noun.i and c.i == noun.left_edge.i)
        for c in noun.children
    )


def is_excepted(noun: Any) -> bool:
    """Whether what is said holds for the others and not for this one: "Britain, but not Italy"."""
    return any(c.lower_ == "not" and c.dep_ == "neg" and c.i < noun.i for c in noun.children)


def _bounds_amount(word: Any) -> bool:
    rest = [t.lower_ for t in word.doc[word.i + 1 : word.i + 3]]
    return len(rest) == 2 and rest[0] in ("fewer", "less", "more") and rest[1] == "than"
