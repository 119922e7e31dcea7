"""Copies: reports that share their text, by sampled-shingle containment.

Two texts are compared by how many of the shorter one's sampled 5-grams the other has: containment, not
Jaccard, finds abridged and padded copies. 5-grams that very many texts carry are site furniture and
count for nothing. What is found depends on the set of reports alone, never on their order or on how
they came in: `CopyIndex` looks again at every text whose links an addition can change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

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
        self._sets: dict[int, tuple[int, ...]] = {}
        self._text: dict[str, int] = {}
        self._common = np.empty(0, dtype=np.uint32)

    def add_reports(self, reports: Iterable[Report]) -> None:
        """Add reports, holding the text of few at a time."""
        waiting = entries(reports)
        while chunk := list(islice(waiting, _CHUNK)):
            self.add(chunk)

    def add(self, new: Iterable[CopyEntry]) -> set[str]:
        """Add entries; the ids of the reports whose copyset or links may have changed."""
        touched = {self._place(entry) for entry in new}
        fresh = [n for n in sorted(touched) if n >= len(self._first)]
        for n in sorted(touched):
            self._set_days(n)
        dirty = touched | self._take_in(fresh)
        parted = {m for n in dirty for m in self._sets.get(n, (n,))}
        self._relink(np.array(sorted(dirty), dtype=np.int32))
        changed = self._gather(parted)
        return {entry.report for n in changed for entry in self._members[n]}

    def links(self, reports: Iterable[str] | None = None) -> tuple[CopyLink, ...]:
        """The copy links of these reports, or all, sorted; `a` is the earlier report of each pair."""
        texts = sorted(
            set(self._text.values()) if reports is None else {self._text[r] for r in reports}
        )
        chosen = set(texts)
        found: list[CopyLink] = []
        for n in texts:
            found += _exact_links(self._members[n])
            others = self._links.get(n, {})
            found += [
                self._link(n, m, share) for m, share in others.items() if n < m or m not in chosen
            ]
        return tuple(sorted(found, key=lambda link: (link.a, link.b)))

    def copyset(self, report: str) -> list[str]:
        """The reports that share the report's text, itself among them, the earliest first."""
        n = self._text[report]
        members = [entry for m in self._sets.get(n, (n,)) for entry in self._members[m]]
        return [entry.report for entry in sorted(members, key=lambda e: e.order)]

    def copyset_heads(self) -> dict[str, str]:
        """For each report the earliest report of its copyset: itself where it has no copy."""
        heads: dict[str, str] = {}
        for report in self._text:
            if report not in heads:
                members = self.copyset(report)
                heads |= dict.fromkeys(members, members[0])
        return heads

    def _gather(self, texts: set[int]) -> set[int]:
        """Make the sets of linked texts anew, from these on; all texts of the sets made."""
        done: set[int] = set()
        for start in texts:
            if start in done:
                continue
            together, waiting = {start}, [start]
            while waiting:
                reached = [m for m in self._links.get(waiting.pop(), ()) if m not in together]
                together.update(reached)
                waiting += reached
            done |= together
            members = tuple(sorted(together))
            for n in members:
                if len(members) > 1:
                    self._sets[n] = members
                else:
                    self._sets.pop(n, None)
        return done

    def _place(self, entry: CopyEntry) -> int:
        # Texts without a word have nothing in common.
        name = (
            entry.sketch.digest
            if entry.sketch.words
            else entry.report.encode("utf-8", "surrogatepass")
        )
        n = self._number.setdefault(name, len(self._members))
        if n == len(self._members):
            self._sketches.append(entry.sketch)
            self._members.append([])
        self._members[n].append(entry)
        self._text[entry.report] = n
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
        """Post the new texts; the texts with a 5-gram that has just become frequent or too common."""
        if not fresh:
            return set()
        keys = np.concatenate([self._sketches[n].samples for n in fresh])
        sizes = [len(self._sketches[n].samples) for n in fresh]
        once = distinct(keys)
        before = self._postings.counts(once)
        self._postings.add(keys, np.repeat(np.array(fresh, dtype=np.int32), sizes))
        after = self._postings.counts(once)
        rules = self._rules
        crossed = once[(before <= rules.max_texts) & (after > rules.max_texts)]
        self._common = np.sort(np.concatenate([self._common, crossed]))
        frequent = once[(before <= rules.frequent) & (after > rules.frequent)]
        return set(
            self._postings.entries(distinct(np.concatenate([crossed, frequent])))[1].tolist()
        )

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
        kept: U32 = samples[~is_in(samples, self._common)]
        return kept

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
