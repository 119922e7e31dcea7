"""The distinct texts among which copies are looked for, and which of them carry which 5-gram."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.group.copy_texts import (
    RECORDS,
    SAMPLES,
    Samples,
    TextRecord,
    pack_samples,
    unpack_samples,
)
from onrecord.group.dates import day_number
from onrecord.group.postings import I32, Postings, distinct, is_in
from onrecord.group.shared_text import CopyRules
from onrecord.group.shelf import Box, Shelf, pack, unpack
from onrecord.group.shingles import U32, TextSketch

__all__ = ["NO_DAY", "PostedTexts"]

NO_DAY = np.int32(-1)
_PIECE = "copies"


class PostedTexts:
    """Texts by number, from 0 as they came; reports with the same words share one."""

    def __init__(self, rules: CopyRules, shelf: Shelf | None = None) -> None:
        self.rules = rules
        self.records = Box("texts", RECORDS)
        self.postings = Postings()
        self.common: U32 = np.empty(0, dtype=np.uint32)
        """5-grams of too many texts, sorted: they count for nothing."""
        self._samples = Box("samples", SAMPLES)
        self._number: dict[bytes, int] = {}
        self._first: list[int] = []
        self._last: list[int] = []
        self._rate: list[int] = []
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
        self.common = parts["common"]
        self._samples = Box("samples", SAMPLES, shelf, len(names))
        self.records = Box("texts", RECORDS, shelf, len(names))
        self._segments, following = parts["segments"].tolist(), int(parts["following"][0])
        self.postings = Postings.of(shelf, self._segments, following)

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf what changed since it was loaded or last saved."""
        self._samples.save(shelf)
        self.records.save(shelf)
        self._segments, following = self.postings.save(shelf, self._segments)
        names = "\n".join(name.hex() for name in self._number)
        shelf.put({_PIECE: pack(
            first=np.array(self._first, dtype=np.int32), last=np.array(self._last, dtype=np.int32),
            rate=np.array(self._rate, dtype=np.uint32), common=self.common,
            names=np.frombuffer(names.encode(), dtype=np.uint8),
            segments=np.array(self._segments, dtype=np.int64), following=np.array([following]),
        )})  # fmt: skip

    def number(self, name: bytes, sketch: TextSketch) -> int:
        """The number of the text of this name; a new one is kept with its sketch, but not posted yet."""
        n = self._number.setdefault(name, len(self.records))
        if n == len(self.records):
            self._samples.append(pack_samples(sketch))
            self.records.append(TextRecord())
            self._rate.append(sketch.rate)
        return n

    def post(self, touched: set[int]) -> set[int]:
        """Post the new ones among these texts, and date all.

        The texts with a 5-gram that has just become frequent or too common.
        """
        fresh = [n for n in sorted(touched) if n >= len(self._first)]
        for n in sorted(touched):
            self._set_days(n)
        return self._take_in(fresh)

    def fetch(self, texts: Sequence[int]) -> None:
        """Have the samples of these at hand."""
        self._samples.fetch(texts)

    def samples(self, n: int) -> Samples:
        """A text's samples, common ones among them."""
        return unpack_samples(self._samples[n])

    def kept(self, n: int, rate: int) -> U32:
        """A text's samples at a rate, without common ones, in text order."""
        samples = self.samples(n).values
        samples = samples[samples & np.uint32(rate - 1) == 0]
        kept: U32 = samples[~is_in(samples, self.common)]
        return kept

    def rates(self) -> NDArray[np.uint32]:
        """Every text's sampling rate."""
        return np.array(self._rate, dtype=np.uint32)

    def days(self) -> tuple[I32, I32]:
        """The first and last day of every text; -1 where one of its reports has none."""
        return np.array(self._first, dtype=np.int32), np.array(self._last, dtype=np.int32)

    def _set_days(self, n: int) -> None:
        members = self.records[n].members
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
        held = [self.samples(n).values for n in fresh]
        keys = np.concatenate(held)
        once = distinct(keys)
        before = self.postings.counts(once)
        self.postings.add(keys, np.repeat(np.array(fresh, dtype=np.int32), [len(h) for h in held]))
        after = self.postings.counts(once)
        rules = self.rules
        crossed = once[(before <= rules.max_texts) & (after > rules.max_texts)]
        self.common = np.sort(np.concatenate([self.common, crossed]))
        frequent = once[(before <= rules.frequent) & (after > rules.frequent)]
        return set(self.postings.entries(distinct(np.concatenate([crossed, frequent])))[1].tolist())
