"""Copies: reports that share their text, by sampled-shingle containment.

Two texts are compared by how many of the shorter one's sampled 5-grams the other has: containment, not
Jaccard, finds abridged and padded copies. 5-grams that very many texts carry are site furniture and
count for nothing. What is found depends on the set of reports alone, never on their order or on how
they came in: `CopyIndex` looks again at every text whose links an addition can change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from onrecord.group.copy_texts import (
    RECORDS,
    SAMPLES,
    CopyEntry,
    Samples,
    TextRecord,
    copy_link,
    entries,
    exact_links,
    pack_samples,
    unpack_samples,
)
from onrecord.group.dates import day_number
from onrecord.group.postings import I32, Postings, distinct, is_in
from onrecord.group.shared_text import CopyRules, Pair, carries_own_body, pair_counts
from onrecord.group.shelf import Box, Shelf, pack, unpack
from onrecord.group.shingles import SAMPLE, U32
from onrecord.model.grouping import CopyLink
from onrecord.model.report import Report

__all__ = ["CopyIndex", "copy_links"]

_NO_DAY = np.int32(-1)
_CHUNK = 20_000
_NEARLY_ALL = 0.95
_PIECE = "copies"


def copy_links(reports: Iterable[Report], rules: CopyRules | None = None) -> tuple[CopyLink, ...]:
    """Every pair of distinct texts that are copies, and each exact copy with its earliest report."""
    index = CopyIndex(rules)
    index.add_reports(reports)
    return index.links()


class CopyIndex:
    """Copies among all reports added so far. Reports with the same words share one entry."""

    def __init__(self, rules: CopyRules | None = None, shelf: Shelf | None = None) -> None:
        self._rules = rules or CopyRules()
        self._postings = Postings()
        self._number: dict[bytes, int] = {}
        self._samples = Box("samples", SAMPLES)
        self._records = Box("texts", RECORDS)
        self._first: list[int] = []
        self._last: list[int] = []
        self._rate: list[int] = []
        self._text: dict[str, int] = {}
        self._common = np.empty(0, dtype=np.uint32)
        self._segments: list[int] = []
        if shelf is not None:
            self._load(shelf)

    def _load(self, shelf: Shelf) -> None:
        piece = shelf.get([_PIECE]).get(_PIECE)
        if piece is None:
            return
        parts = unpack(piece)
        self._first, self._last, self._rate = (parts[n].tolist() for n in ("first", "last", "rate"))
        names = parts["names"].tobytes().decode().split("\n")
        self._number = {bytes.fromhex(name): n for n, name in enumerate(names)}
        self._common = parts["common"]
        self._samples = Box("samples", SAMPLES, shelf, len(names))
        self._records = Box("texts", RECORDS, shelf, len(names))
        self._segments, following = parts["segments"].tolist(), int(parts["following"][0])
        self._postings = Postings.of(shelf, self._segments, following)

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf what changed since it was loaded or last saved."""
        self._samples.save(shelf)
        self._records.save(shelf)
        self._segments, following = self._postings.save(shelf, self._segments)
        names = "\n".join(name.hex() for name in self._number)
        shelf.put({_PIECE: pack(
            first=np.array(self._first, dtype=np.int32), last=np.array(self._last, dtype=np.int32),
            rate=np.array(self._rate, dtype=np.uint32), common=self._common,
            names=np.frombuffer(names.encode(), dtype=np.uint8),
            segments=np.array(self._segments, dtype=np.int64), following=np.array([following]),
        )})  # fmt: skip

    def texts(self, reports: Iterable[str]) -> I32:
        """The number of each report's text."""
        return np.array([self._text[r] for r in reports], dtype=np.int32)

    def know(self, reports: Iterable[str], texts: I32) -> None:
        """Tell an index that was loaded which reports it holds: with the texts of `texts`."""
        self._text = dict(zip(reports, texts.tolist(), strict=True))

    def add_reports(self, reports: Iterable[Report]) -> None:
        """Add reports, holding the text of few at a time."""
        waiting = entries(reports)
        while chunk := list(islice(waiting, _CHUNK)):
            self.add(chunk)

    def add(self, new: Iterable[CopyEntry]) -> set[str]:
        """Add entries; the ids of the reports whose copyset or links may have changed.

        A report that is there already is given the date that the entry has.
        """
        touched = {n for entry in new for n in self._place(entry)}
        fresh = [n for n in sorted(touched) if n >= len(self._first)]
        for n in sorted(touched):
            self._set_days(n)
        dirty = touched | self._take_in(fresh)
        self._records.fetch(dirty)
        parted = {m for n in dirty for m in self._records[n].together or (n,)}
        self._relink(np.array(sorted(dirty), dtype=np.int32))
        changed = self._gather(parted)
        return {report for n in changed for _, report in self._records[n].members}

    def links(self, reports: Iterable[str] | None = None) -> tuple[CopyLink, ...]:
        """The copy links of these reports, or all, sorted; `a` is the earlier report of each pair."""
        texts = sorted(
            set(self._text.values()) if reports is None else {self._text[r] for r in reports}
        )
        self._records.fetch(texts)
        chosen = set(texts)
        found: list[CopyLink] = []
        for n in texts:
            record = self._records[n]
            found += exact_links(record.members)
            others = record.links.items()
            found += [
                copy_link(self._earliest(n), self._earliest(m), share)
                for m, share in others
                if n < m or m not in chosen
            ]
        return tuple(sorted(found, key=lambda link: (link.a, link.b)))

    def fetch(self, reports: Iterable[str]) -> None:
        """Have the copysets of these reports at hand."""
        texts = [self._text[r] for r in reports]
        self._records.fetch(texts)
        self._records.fetch({m for n in texts for m in self._records[n].together})

    def copyset(self, report: str) -> list[str]:
        """The reports that share the report's text, itself among them, the earliest first."""
        n = self._text[report]
        texts = self._records[n].together or (n,)
        return [report for _, report in sorted(e for m in texts for e in self._records[m].members)]

    def copyset_heads(self) -> dict[str, str]:
        """For each report the earliest report of its copyset: itself where it has no copy."""
        heads: dict[str, str] = {}
        for report in self._text:
            if report not in heads:
                members = self.copyset(report)
                heads |= dict.fromkeys(members, members[0])
        return heads

    def _earliest(self, n: int) -> tuple[tuple[str, str], int]:
        return min(self._records[n].members), unpack_samples(self._samples[n]).words

    def _gather(self, texts: set[int]) -> set[int]:
        """Make the sets of linked texts anew, from these on; all texts of the sets made."""
        done: set[int] = set()
        for start in texts:
            if start in done:
                continue
            together, waiting = {start}, [start]
            while waiting:
                reached = [m for m in self._records[waiting.pop()].links if m not in together]
                together.update(reached)
                waiting += reached
            done |= together
            members = tuple(sorted(together)) if len(together) > 1 else ()
            for n in sorted(together):
                record = self._records[n]
                if record.together != members:
                    record.together = members
                    self._records[n] = record
        return done

    def _place(self, entry: CopyEntry) -> Iterator[int]:
        """Put the report to its text; the texts whose reports changed."""
        # Texts without a word have nothing in common.
        name = (
            entry.sketch.digest
            if entry.sketch.words
            else b"\0" + entry.report.encode("utf-8", "surrogatepass")
        )
        if (before := self._text.get(entry.report)) is not None:
            record = self._records[before]
            record.members = [m for m in record.members if m[1] != entry.report]
            self._records[before] = record
            yield before
        n = self._number.setdefault(name, len(self._records))
        if n == len(self._records):
            self._samples.append(pack_samples(entry.sketch))
            self._records.append(TextRecord())
            self._rate.append(entry.sketch.rate)
        record = self._records[n]
        record.members.append(entry.order)
        self._records[n] = record
        self._text[entry.report] = n
        yield n

    def _set_days(self, n: int) -> None:
        members = self._records[n].members
        days = [d for day, _ in members if (d := day_number(day)) is not None]
        undated = not days or len(days) < len(members)
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
        held = [self._sample(n).values for n in fresh]
        keys = np.concatenate(held)
        once = distinct(keys)
        before = self._postings.counts(once)
        self._postings.add(keys, np.repeat(np.array(fresh, dtype=np.int32), [len(h) for h in held]))
        after = self._postings.counts(once)
        rules = self._rules
        crossed = once[(before <= rules.max_texts) & (after > rules.max_texts)]
        self._common = np.sort(np.concatenate([self._common, crossed]))
        frequent = once[(before <= rules.frequent) & (after > rules.frequent)]
        return set(
            self._postings.entries(distinct(np.concatenate([crossed, frequent])))[1].tolist()
        )

    def _sample(self, n: int) -> Samples:
        return unpack_samples(self._samples[n])

    def _relink(self, dirty: I32) -> None:
        records = self._records
        records.fetch({m for n in dirty.tolist() for m in records[n].links})
        for n in dirty.tolist():
            for m in records[n].links:
                records[m].links.pop(n, None)
                records[m] = records[m]
            records[n].links = {}
            records[n] = records[n]
        for pair in self._pairs(dirty):
            for one, two in ((pair.a, pair.b), (pair.b, pair.a)):
                record = records[one]
                record.links[two] = pair.share
                records[one] = record

    def _pairs(self, dirty: I32) -> Iterator[Pair]:
        """Pairs of texts, at least one of them dirty, that share enough to be copies."""
        if not len(dirty):
            return
        self._samples.fetch(dirty.tolist())
        keys = distinct(np.concatenate([self._sample(n).values for n in dirty.tolist()]))
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
        return np.array(self._rate, dtype=np.uint32)

    def _gaps(self, left: I32, right: I32) -> I32:
        first, last = np.array(self._first, dtype=np.int32), np.array(self._last, dtype=np.int32)
        gap = np.maximum(first[left] - last[right], first[right] - last[left])
        unknown = (first[left] == _NO_DAY) | (first[right] == _NO_DAY)
        return np.where(unknown, 0, np.maximum(gap, 0)).astype(np.int32)

    def _smaller_sizes(self, left: I32, right: I32) -> I32:
        """For each pair the samples of the shorter text, at their common rate, without common ones."""
        texts = np.flatnonzero(np.bincount(np.concatenate([left, right])))
        self._samples.fetch(texts.tolist())
        held = [self._sample(n).values for n in texts.tolist()]
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
        rate = max(self._rate[a], self._rate[b])
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
        samples = self._sample(n).values
        samples = samples[samples & np.uint32(rate - 1) == 0]
        kept: U32 = samples[~is_in(samples, self._common)]
        return kept
