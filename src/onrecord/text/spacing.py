"""Runs of spaces inside a text: looked past by what reads it, with every place in the text kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

__all__ = ["at_single_spaces"]

_RUN = re.compile(r"(?<=[ \u00a0])[ \u00a0]+")
Found = TypeVar("Found")


def at_single_spaces(text: str, find: Callable[[str], Sequence[Found]]) -> list[Found]:
    """What `find` finds in the text with each run of spaces as one, at its places in the text itself.

    `find` gives objects with `start`, `end` and `words`, half-open; those of the result are of the
    text as it is. A text without runs is given to `find` as it comes.
    """
    runs = [match.span() for match in _RUN.finditer(text)]
    if not runs:
        return list(find(text))
    places = [at for at in range(len(text)) if not any(a <= at < b for a, b in runs)]
    places.append(len(text))
    single = "".join(text[at] for at in places[:-1])
    return [_placed(each, places, text) for each in find(single)]


def _placed(found: Any, places: Sequence[int], text: str) -> Any:
    start, end = places[found.start], places[found.end - 1] + 1
    return replace(found, start=start, end=end, words=text[start:end])
