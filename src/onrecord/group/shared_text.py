"""How much two texts share: counting common 5-grams of many pairs at once, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.group.postings import I32
from onrecord.group.shingles import U32

__all__ = ["OWN_WORDS", "CopyRules", "Pair", "carries_own_body", "pair_counts"]

OWN_WORDS = 40
"""A run of so many words that another text lacks may be a body of its own."""
_OWN_PART = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRules:
    """When two texts are copies. Shares are of the shorter text's 5-grams; windows are in days."""

    min_share: float = 0.5
    plain_share: float = 0.66
    """From here on it does not matter where the shared words stand, if they are not frequent."""
    frequent: int = 12
    """5-grams in more texts than this may be a site's frame."""
    near_days: int = 31
    far_share: float = 0.9
    """Texts further apart than `near_days` must be nearly the same: forms return every month."""
    window_days: int = 400
    max_texts: int = 200
    """5-grams in more texts than this are site furniture."""
    min_shared: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two texts, by number, and the share of the shorter one's 5-grams that both have."""

    a: int
    b: int
    share: float


def pair_counts(
    hashes: U32, texts: I32, dirty: I32, rates: NDArray[np.uint32], least: int
) -> tuple[I32, I32, I32]:
    """Pairs (left < right) with at least one dirty text, and how many 5-grams they share.

    `hashes` is sorted. Those that the coarser of the two samplings does not keep are left out, and
    pairs that share fewer than `least`.
    """
    is_dirty = np.zeros(len(rates), dtype=bool)
    is_dirty[dirty] = True
    found: list[NDArray[np.uint64]] = []
    at = np.arange(len(hashes) - 1)
    step = 1
    while len(at := at[at + step < len(hashes)]):
        at = at[hashes[at] == hashes[at + step]]
        left, right = texts[at], texts[at + step]
        coarse = np.maximum(rates[left], rates[right]) - np.uint32(1)
        use = (is_dirty[left] | is_dirty[right]) & (hashes[at] & coarse == 0)
        low, high = np.minimum(left, right)[use], np.maximum(left, right)[use]
        found.append(low.astype(np.uint64) << np.uint64(32) | high.astype(np.uint64))
        step += 1
    pairs, counts = _counted(np.concatenate(found) if found else np.empty(0, dtype=np.uint64))
    pairs, counts = pairs[counts >= least], counts[counts >= least]
    left = (pairs >> np.uint64(32)).astype(np.int32)
    right = (pairs & np.uint64(0xFFFFFFFF)).astype(np.int32)
    return left, right, counts.astype(np.int32)


def _counted(values: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    values = np.sort(values)
    starts = (
        np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1])))
        if len(values)
        else values
    )
    return values[starts], np.diff(np.concatenate((starts, [len(values)])))


def carries_own_body(own: NDArray[np.bool_], rate: int) -> bool:
    """Whether what a text does not share stands in one piece: a body of its own between furniture.

    `own` tells for each sampled 5-gram, in text order, whether the other text lacks it. Edits are
    scattered over a text; two articles in one site's frame differ in one long stretch.
    """
    longest = max(map(len, own.tobytes().split(b"\0")))
    own_count = int(np.count_nonzero(own))
    return longest * rate >= OWN_WORDS and longest >= _OWN_PART * own_count
