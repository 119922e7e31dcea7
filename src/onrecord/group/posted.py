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
from onrecord.group.names import Digests
from onrecord.group.postings import I32, Postings, distinct, is_in
from onrecord.group.shared_text import CopyRules
from onrecord.group.shelf import Box, Shelf, pack, unpack
from onrecord.group.shingles import U32, TextSketch
from onrecord.group.table import Table

__all__ = ["NO_DAY", "PostedTexts"]

NO_DAY = np.int32(-1)
_PIECE = "copies"
_BLOCK = 1_024
_COLUMNS: dict[str, np.generic] = {
    # The first and last day of a text,
    "first": NO_DAY,
    "last": NO_DAY,
    # and its sampling rate.
    "rate": np.uint32(1),
}


class PostedTexts:
    """Texts by number, from 0 as they came; reports with the same words share one."""

    def __init__(self, rules: CopyRules, shelf: Shelf | None = None) -> None:
        self.rules = rules
        piece = shelf.get([_PIECE]).get(_PIECE) if shelf is not None else None
        if piece is None:
            shelf = None
        parts = unpack(piece) if piece else {}
        count = int(parts["count"][0]) if parts else 0
        self.common: U32 = parts.get("common", np.empty(0, dtype=np.uint32))
        """5-grams of too many texts, sorted: they count for nothing."""
        self.records = Box("texts", RECORDS, shelf, count)
        self.postings = Postings("postings", shelf)
        self._samples = Box("samples", SAMPLES, shelf, count)
        self._posted = count
        self._digests = Digests("text-digests", shelf, count)
        self._rows = Table("text-rows", _COLUMNS, _BLOCK, shelf, count)
        self._rows.fetch_all()

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf what changed since it was loaded or last saved."""
        for part in (self.records, self.postings, self._samples, self._digests, self._rows):
            part.save(shelf)
        shelf.put({_PIECE: pack(common=self.common, count=np.array([len(self._rows)]))})

    def numbers(self, new: Sequence[tuple[bytes, TextSketch]]) -> list[int]:
        """The numbers of texts, given their digests; new ones are kept with their sketches, not posted yet."""
        found = self._digests.add(digest for digest, _ in new)
        for n, (_, sketch) in zip(found, new, strict=True):
            if n == len(self.records):
                self._samples.append(pack_samples(sketch))
                self.records.append(TextRecord())
                self._rows.grow(1, rate=np.array([sketch.rate], dtype=np.uint32))
        return found

    def post(self, touched: set[int]) -> set[int]:
        """Post the new ones among these texts, and date all.

        The texts with a 5-gram that has just become frequent or too common.
        """
        fresh = [n for n in sorted(touched) if n >= self._posted]
        self._posted = len(self.records)
        for n in touched:
            self._set_days(n)
        self._rows.mark(touched)
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
        return self._rows["rate"]

    def days(self) -> tuple[I32, I32]:
        """The first and last day of every text; -1 where one of its reports has none."""
        return self._rows["first"], self._rows["last"]

    def _set_days(self, n: int) -> None:
        members = self.records[n].members
        days = [d for day, _ in members if (d := day_number(day)) is not None]
        undated = not days or len(days) < len(members)
        first, last = (NO_DAY, NO_DAY) if undated else (min(days), max(days))
        self._rows["first"][n], self._rows["last"][n] = first, last

    def _take_in(self, fresh: Sequence[int]) -> set[int]:
        """Post the new texts; the texts with a 5-gram that has just become frequent or too common."""
        if not fresh:
            return set()
        held = [self.samples(n).values for n in fresh]
        keys = np.concatenate(held)
        once = distinct(keys)
        before = self.postings.counts(once)
        after = before + np.bincount(np.searchsorted(once, keys), minlength=len(once))
        self.postings.add(keys, np.repeat(np.array(fresh, dtype=np.int32), [len(h) for h in held]))
        rules = self.rules
        crossed = once[(before <= rules.max_texts) & (after > rules.max_texts)]
        self.common = np.sort(np.concatenate([self.common, crossed]))
        frequent = once[(before <= rules.frequent) & (after > rules.frequent)]
        return set(self.postings.entries(distinct(np.concatenate([crossed, frequent])))[1].tolist())
