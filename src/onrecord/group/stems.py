"""A crude English stem, so that "pledged" meets "pledges" and "deployment" meets "deploy"."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["stem"]

_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ities", "ity", "ied", "ers", "er", "ed", "es", "ly",
)  # fmt: skip
_LEAST = 3


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The word without the first of the endings it has, if at least three letters remain."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word
