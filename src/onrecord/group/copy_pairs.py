"""Which texts share enough to be copies, looking only at pairs that something has changed for."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from onrecord.group.posted import NO_DAY, PostedTexts
from onrecord.group.postings import I32, distinct, is_in
from onrecord.group.shared_text import OWN_WORDS, Pair, carries_own_body, pair_counts
from onrecord.group.shingles import SAMPLE

__all__ = ["copy_pairs"]

_NEARLY_ALL = 0.95


def copy_pairs(texts: PostedTexts, dirty: I32) -> Iterator[Pair]:
    """Pairs of texts, at least one of them dirty, that share enough to be copies."""
    if not len(dirty):
        return
    rules = texts.rules
    texts.fetch(dirty.tolist())
    keys = distinct(np.concatenate([texts.samples(n).values for n in dirty.tolist()]))
    hashes, carriers = texts.postings.entries(keys[~is_in(keys, texts.common)])
    rates = texts.rates()
    left, right, shared = pair_counts(hashes, carriers, dirty, rates, rules.min_shared)
    gap = _gaps(texts, left, right)
    near = gap <= rules.window_days
    left, right, shared, gap = left[near], right[near], shared[near], gap[near]
    rate = np.maximum(rates[left], rates[right])
    one, two = _sizes(texts, left, right, rate)
    smaller = np.minimum(one, two)
    share = np.minimum(shared / np.maximum(smaller, 1), 1.0)
    least = np.where(gap > rules.near_days, rules.far_share, rules.min_share)
    enough = (smaller > 0) & (share >= least)
    # Only where both have words enough of their own need their places be looked at.
    doubtful = (share < _NEARLY_ALL) & ((smaller - shared) * rate.astype(np.int64) >= OWN_WORDS)
    columns = (left, right, share, rate, doubtful)
    for a, b, part, coarse, look in zip(*(c[enough].tolist() for c in columns), strict=True):
        if not (look and _only_framed_alike(texts, (a, b), part, coarse)):
            yield Pair(a=a, b=b, share=round(part, 4))


def _gaps(texts: PostedTexts, left: I32, right: I32) -> I32:
    first, last = texts.days()
    gap = np.maximum(first[left] - last[right], first[right] - last[left])
    unknown = (first[left] == NO_DAY) | (first[right] == NO_DAY)
    return np.where(unknown, 0, np.maximum(gap, 0)).astype(np.int32)


def _sizes(
    texts: PostedTexts, left: I32, right: I32, rate: NDArray[np.uint32]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each pair the samples of both texts, at their common rate, without common ones."""
    met = np.flatnonzero(np.bincount(np.concatenate([left, right])))
    texts.fetch(met.tolist())
    held = [texts.samples(n).values for n in met.tolist()]
    samples = np.concatenate(held) if held else np.empty(0, dtype=np.uint32)
    of = np.repeat(np.arange(len(held)), [len(h) for h in held])
    of, samples = of[plain := ~is_in(samples, texts.common)], samples[plain]
    sizes = [
        np.bincount(of[samples & np.uint32(coarse - 1) == 0], minlength=len(held))
        for coarse in (1, 2, SAMPLE)
    ]

    def chosen(side: I32) -> NDArray[np.int64]:
        at = np.searchsorted(met, side)
        return np.select([rate == 1, rate == 2], [sizes[0][at], sizes[1][at]], sizes[2][at])

    return chosen(left), chosen(right)


def _only_framed_alike(texts: PostedTexts, pair: tuple[int, int], share: float, rate: int) -> bool:
    """Whether two texts have a body each of their own, and share only what stands around it."""
    one, two = (texts.kept(n, rate) for n in pair)
    shared = is_in(one, np.sort(two))
    if not carries_own_body(~shared, rate):
        return False
    if not carries_own_body(~is_in(two, np.sort(one)), rate):
        return False
    if share < texts.rules.plain_share:
        return True
    return bool(np.median(texts.postings.counts(one[shared])) > texts.rules.frequent)
