"""Copies: reports that share their text, by sampled-shingle containment.

Two texts are compared by how many of the shorter one's sampled 5-grams the other has: containment, not
Jaccard, finds abridged and padded copies. 5-grams that very many texts carry are site furniture and
count for nothing. What is found depends on the set of reports alone, never on their order or on how
they came in: `CopyIndex` looks again at every text whose links an addition can change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.group.components import heads
from onrecord.group.dates import day_number
from onrecord.group.postings import I32, Postings, distinct, is_in
from onrecord.group.shared_text import CopyRules, Pair, carries_own_body, pair_counts
from onrecord.group.shingles import SAMPLE, U32, TextSketch, own_text, sketch_texts
from onrecord.model.grouping import CopyKind, CopyLink
from onrecord.model.report import Report

__all__ = ["CopyEntry", "CopyIndex", "copy_links"]

_NO_DAY = np.int32(-1)
_CHUNK = 20_000
_NEARLY_ALL = 0.95
_ABRIDGED, _PADDED = 0.9, 1.1
"""A copy whose length in words is outside these bounds of the first is abridged or padded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyEntry:
    """What the index keeps of a report."""

    report: str
    published: str | None
    sketch: TextSketch

    @property
    def order(self) -> tuple[str, str]:
        """Earlier reports first; those without a full date last."""
        return (self.published or "9", self.report)


def copy_links(reports: Iterable[Report], rules: CopyRules | None = None) -> tuple[CopyLink, ...]:
    """Every pair of distinct texts that are copies, and each exact copy with its earliest report."""
    index = CopyIndex(rules)
    index.add_reports(reports)
    return index.links()


class CopyIndex:
    """Copies among all reports added so far. Reports with the same words share one entry."""

    def __init__(self, rules: CopyRules | None = None) -> None:
        self._rules = rules or CopyRules()
        self._postings = Postings()
        self._number: dict[bytes, int] = {}
        self._sketches: list[TextSketch] = []
        self._members: list[list[CopyEntry]] = []
        self._first: list[int] = []
        self._last: list[int] = []
        self._links: dict[int, dict[int, float]] = {}
        self._common = np.empty(0, dtype=np.uint32)

    def add_reports(self, reports: Iterable[Report]) -> set[str]:
        """Add reports, holding the text of few at a time; the ids whose links may have changed."""
        changed: set[str] = set()
        waiting: list[CopyEntry] = []
        for entry in entries(reports):
            waiting.append(entry)
            if len(waiting) >= _CHUNK:
                changed |= self.add(waiting)
                waiting = []
        return changed | self.add(waiting)

    def add(self, new: Sequence[CopyEntry]) -> set[str]:
        """Add entries; the ids of the reports whose links may have changed."""
        touched = {self._place(entry) for entry in new}
        fresh = [n for n in sorted(touched) if n >= len(self._first)]
        for n in sorted(touched):
            self._set_days(n)
        dirty = touched | self._take_in(fresh)
        self._relink(np.array(sorted(dirty), dtype=np.int32))
        return {entry.report for n in dirty for entry in self._members[n]}

    def links(self) -> tuple[CopyLink, ...]:
        """All copy links, sorted; `a` is the earlier report of each pair."""
        found = [link for members in self._members for link in _exact_links(members)]
        for n, others in self._links.items():
            found += [self._link(n, m, share) for m, share in others.items() if n < m]
        return tuple(sorted(found, key=lambda link: (link.a, link.b)))

    def copyset_heads(self) -> dict[str, str]:
        """For each report the earliest report of its copyset: itself where it has no copy."""
        pairs = [(n, m) for n, others in self._links.items() for m in others if n < m]
        root = heads(len(self._members), pairs)
        earliest: dict[int, CopyEntry] = {}
        for n, members in enumerate(self._members):
            first = min(members, key=lambda e: e.order)
            held = earliest.get(root[n])
            earliest[root[n]] = first if held is None or first.order < held.order else held
        return {
            entry.report: earliest[root[n]].report
            for n, members in enumerate(self._members)
            for entry in members
        }

    def _place(self, entry: CopyEntry) -> int:
        n = self._number.setdefault(entry.sketch.digest, len(self._members))
        if n == len(self._members):
            self._sketches.append(entry.sketch)
            self._members.append([])
        self._members[n].append(entry)
        return n

    def _set_days(self, n: int) -> None:
        days = [d for e in self._members[n] if (d := day_number(e.published)) is not None]
        undated = len(days) < len(self._members[n])
        first, last = (-1, -1) if undated else (min(days), max(days))
        if n < len(self._first):
            self._first[n], self._last[n] = first, last
        else:
            self._first.append(first)
            self._last.append(last)

    def _take_in(self, fresh: Sequence[int]) -> set[int]:
        """Post the new texts; those old ones that carry a 5-gram which has just become too common."""
        if not fresh:
            return set()
        keys = np.concatenate([self._sketches[n].samples for n in fresh])
        sizes = [len(self._sketches[n].samples) for n in fresh]
        once = distinct(keys)
        before = self._postings.counts(once)
        self._postings.add(keys, np.repeat(np.array(fresh, dtype=np.int32), sizes))
        limit = self._rules.max_texts
        crossed = once[(before <= limit) & (self._postings.counts(once) > limit)]
        self._common = np.sort(np.concatenate([self._common, crossed]))
        return set(self._postings.entries(crossed)[1].tolist())

    def _relink(self, dirty: I32) -> None:
        for n in dirty.tolist():
            for m in self._links.pop(n, {}):
                self._links.get(m, {}).pop(n, None)
        for pair in self._pairs(dirty):
            self._links.setdefault(pair.a, {})[pair.b] = pair.share
            self._links.setdefault(pair.b, {})[pair.a] = pair.share

    def _pairs(self, dirty: I32) -> Iterator[Pair]:
        """Pairs of texts, at least one of them dirty, that share enough to be copies."""
        if not len(dirty):
            return
        keys = distinct(np.concatenate([self._sketches[n].samples for n in dirty.tolist()]))
        hashes, texts = self._postings.entries(keys[~is_in(keys, self._common)])
        left, right, shared = pair_counts(
            hashes, texts, dirty, self._rates(), self._rules.min_shared
        )
        near = self._gaps(left, right) <= self._rules.window_days
        left, right, shared = left[near], right[near], shared[near]
        smaller = self._smaller_sizes(left, right)
        share = np.minimum(shared / np.maximum(smaller, 1), 1.0)
        far = self._gaps(left, right) > self._rules.near_days
        enough = (smaller > 0) & (
            share >= np.where(far, self._rules.far_share, self._rules.min_share)
        )
        for a, b, s in zip(
            left[enough].tolist(), right[enough].tolist(), share[enough].tolist(), strict=True
        ):
            if not self._only_framed_alike(a, b, s):
                yield Pair(a=a, b=b, share=round(s, 4))

    def _rates(self) -> NDArray[np.uint32]:
        return np.fromiter((s.rate for s in self._sketches), np.uint32, len(self._sketches))

    def _gaps(self, left: I32, right: I32) -> I32:
        first, last = np.array(self._first, dtype=np.int32), np.array(self._last, dtype=np.int32)
        gap = np.maximum(first[left] - last[right], first[right] - last[left])
        unknown = (first[left] == _NO_DAY) | (first[right] == _NO_DAY)
        return np.where(unknown, 0, np.maximum(gap, 0)).astype(np.int32)

    def _smaller_sizes(self, left: I32, right: I32) -> I32:
        """For each pair the samples of the shorter text, at their common rate, without common ones."""
        texts = np.flatnonzero(np.bincount(np.concatenate([left, right])))
        held = [self._sketches[n].samples for n in texts.tolist()]
        samples = np.concatenate(held) if held else np.empty(0, dtype=np.uint32)
        of = np.repeat(np.arange(len(held)), [len(h) for h in held])
        of, samples = of[plain := ~is_in(samples, self._common)], samples[plain]
        sizes = [
            np.bincount(of[samples & np.uint32(rate - 1) == 0], minlength=len(held))
            for rate in (1, 2, SAMPLE)
        ]
        rates = self._rates()
        rate = np.maximum(rates[left], rates[right])
        at_left, at_right = np.searchsorted(texts, left), np.searchsorted(texts, right)
        chosen = [np.minimum(size[at_left], size[at_right]) for size in sizes]
        return np.select([rate == 1, rate == 2], chosen[:2], chosen[2]).astype(np.int32)

    def _only_framed_alike(self, a: int, b: int, share: float) -> bool:
        """Whether two texts have a body each of their own, and share only what stands around it."""
        if share >= _NEARLY_ALL:
            return False
        rate = max(self._sketches[a].rate, self._sketches[b].rate)
        one, two = (self._kept(n, rate) for n in (a, b))
        shared = is_in(one, np.sort(two))
        if not carries_own_body(~shared, rate):
            return False
        if not carries_own_body(~is_in(two, np.sort(one)), rate):
            return False
        if share < self._rules.plain_share:
            return True
        return bool(np.median(self._postings.counts(one[shared])) > self._rules.frequent)

    def _kept(self, n: int, rate: int) -> U32:
        samples = self._sketches[n].samples
        samples = samples[samples & np.uint32(rate - 1) == 0]
        return np.asarray(samples[~is_in(samples, self._common)], dtype=np.uint32)

    def _link(self, n: int, m: int, share: float) -> CopyLink:
        one, two = (min(self._members[i], key=lambda e: e.order) for i in (n, m))
        first, second = sorted((one, two), key=lambda e: e.order)
        ratio = second.sketch.words / max(1, first.sketch.words)
        kind = (
            CopyKind.ABRIDGED if ratio < _ABRIDGED
            else CopyKind.PADDED if ratio > _PADDED else CopyKind.EDITED
        )  # fmt: skip
        return CopyLink(a=first.report, b=second.report, kind=kind, share=share)


def entries(reports: Iterable[Report]) -> Iterator[CopyEntry]:
    """What the index keeps of each report, in order."""
    kept: list[tuple[str, str | None]] = []

    def texts() -> Iterator[str]:
        for report in reports:
            kept.append((report.id, report.published))
            yield own_text(report)

    for at, sketch in enumerate(sketch_texts(texts())):
        report, published = kept[at]
        yield CopyEntry(report=report, published=published, sketch=sketch)


def _exact_links(members: Sequence[CopyEntry]) -> Iterator[CopyLink]:
    if len(members) > 1:
        first, *rest = sorted(members, key=lambda e: e.order)
        for other in rest:
            yield CopyLink(a=first.report, b=other.report, kind=CopyKind.EXACT, share=1.0)
