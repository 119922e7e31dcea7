"""What is told as long past: background, no position of today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame

__all__ = ["is_history"]

_YEAR = re.compile(r"(?:19|20)\d\d")
_SPANS = frozenset("year decade century generation".split())
_RECENT_DAYS = 180
"""What was said or done within so many days may still be news."""
_OPEN = frozenset({Act.UNDECIDED, Act.UNDISCLOSED})


def is_history(frame: Frame, published: str | None) -> bool:
    """Whether the frame's act is in the past tense with a time long before the report.

    "Signed in 1979", "agreed in 2023 to wrap up talks", "promised a decade ago". False where the
    report has no date and the words no distance.
    """
    if frame.act in _OPEN:
        return False
    told = (*frame.governor.chain, *frame.extra, frame.node)
    verbs = [t for t in told if t.pos_ in ("VERB", "AUX")]
    if not verbs:
        return False
    verb = min(verbs, key=lambda t: t.i)
    if tree.modality(verb) != "past":
        return False
    return any(_is_far(word, published) for word in _times(verb))


def _times(verb: Any) -> Iterator[Any]:
    """The words that may tell when the verb's own clause was."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "since", "during"):
            yield from (g for g in child.children if g.dep_ == "pobj")
        elif child.dep_ in ("advmod", "npadvmod", "prep") and child.lower_ in ("ago", "earlier"):
            yield from (g for g in child.children if g.dep_ == "npadvmod")


def _is_far(word: Any, published: str | None) -> bool:
    if word.lemma_.lower() in _SPANS:
        return word.head.lower_ in ("ago", "earlier")
    numbers = [word, *(c for c in word.children if c.dep_ in ("nummod", "prep", "pobj"))]
    year = next((int(t.text) for t in numbers if _YEAR.fullmatch(t.text)), None)
    if year is None or published is None or len(published) < 10:
        return False
    return (date.fromisoformat(published[:10]) - date(year, 12, 31)).days > _RECENT_DAYS
