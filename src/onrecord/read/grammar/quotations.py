"""Quotations that run over several sentences: who speaks in the sentences that name nobody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.text.sentences import Sentence

__all__ = ["speaking_sentences"]


def speaking_sentences(
    sentences: Sequence[Sentence], quotes: Sequence[tuple[int, int]]
) -> dict[int, tuple[int, ...]]:
    """For each sentence that lies within a quotation, where its speaker may be named.

    Sentence numbers, the likeliest first: where the quotation began, where it ends, and the one
    before the quotation ("…," he said. "We will …").
    """
    found: dict[int, tuple[int, ...]] = {}
    starts = [s.start for s in sentences]
    for start, end in quotes:
        first = max(0, bisect_right(starts, start) - 1)
        last = max(0, bisect_right(starts, max(start, end - 1)) - 1)
        for number in range(first, last + 1):
            sentence = sentences[number]
            alone = sentence.start >= start - 2 and sentence.end <= end + 3
            if alone:
                others = dict.fromkeys((first, last, first - 1))
                found[number] = tuple(n for n in others if n >= 0 and n != number)
    return found
