"""Which texts carry which sampled 5-gram: sorted arrays that grow by merging, as log stores do."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from onrecord.group.shelf import Shelf, pack, unpack
from onrecord.group.shingles import U32

__all__ = ["I32", "Postings", "distinct", "is_in"]

I32 = NDArray[np.int32]


def distinct(keys: U32) -> U32:
    """The distinct hashes, sorted. (Sorting is several times faster here than numpy's own.)"""
    ordered = np.sort(keys)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(keys) else ordered


def is_in(keys: U32, known: U32) -> NDArray[np.bool_]:
    """Which of the hashes are among the known ones, which are sorted."""
    if not len(known):
        return np.zeros(len(keys), dtype=bool)
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.asarray(known[at] == keys, dtype=bool)


_SPREAD = 4
"""A segment is merged into its elder once it is more than a quarter of its size."""


class Postings:
    """(hash, text) entries, looked up by hash in time that hardly grows with their number."""

    def __init__(self) -> None:
        self._segments: list[tuple[U32, I32]] = []
        self._names: list[int | None] = []
        self._next = 0

    @classmethod
    def of(cls, shelf: Shelf, names: Iterable[int], following: int) -> Postings:
        """The postings that were saved under these segment names; `following` is the next free one."""
        postings = cls()
        postings._names = list(names)
        postings._next = following
        pieces = shelf.get([f"postings/{n}" for n in postings._names])
        for name in postings._names:
            parts = unpack(pieces[f"postings/{name}"])
            postings._segments.append((parts["keys"], parts["texts"]))
        return postings

    def save(self, shelf: Shelf, held: Iterable[int]) -> tuple[list[int], int]:
        """Put the segments that are new on the shelf, and drop of those `held` there what was merged.

        Returns the names of all segments and the next free one, for `of`.
        """
        names: list[int] = []
        for at, name in enumerate(self._names):
            if name is None:
                name, self._next = self._next, self._next + 1
                keys, texts = self._segments[at]
                shelf.put({f"postings/{name}": pack(keys=keys, texts=texts)})
            names.append(name)
        self._names = list(names)
        shelf.drop(f"postings/{n}" for n in held if n not in names)
        return names, self._next

    def __len__(self) -> int:
        return sum(len(keys) for keys, _ in self._segments)

    def add(self, keys: U32, texts: I32) -> None:
        """Take in entries; the order in which they come does not matter to any answer."""
        order = np.argsort(keys, kind="stable")
        self._segments.append((keys[order], texts[order]))
        self._names.append(None)
        while len(self._segments) > 1 and self._crowded():
            self._segments.append(_merged(self._segments.pop(-2), self._segments.pop()))
            self._names[-2:] = [None]

    def _crowded(self) -> bool:
        return len(self._segments[-1][0]) * _SPREAD > len(self._segments[-2][0])

    def counts(self, keys: U32) -> I32:
        """How many texts carry each of the hashes."""
        found = np.zeros(len(keys), dtype=np.int32)
        for held, _ in self._segments:
            found += (np.searchsorted(held, keys, "right") - np.searchsorted(held, keys)).astype(
                np.int32
            )
        return found

    def entries(self, keys: U32) -> tuple[U32, I32]:
        """All entries of the (distinct) hashes, sorted by hash."""
        parts = [_taken(held, texts, keys) for held, texts in self._segments]
        if not parts:
            return np.empty(0, dtype=np.uint32), np.empty(0, dtype=np.int32)
        hashes = np.concatenate([p[0] for p in parts])
        texts = np.concatenate([p[1] for p in parts])
        order = np.lexsort((texts, hashes))
        return hashes[order], texts[order]


def _taken(held: U32, texts: I32, keys: U32) -> tuple[U32, I32]:
    left = np.searchsorted(held, keys)
    counts = np.searchsorted(held, keys, "right") - left
    total = int(counts.sum())
    at = np.repeat(left - (np.cumsum(counts) - counts), counts) + np.arange(total)
    return np.repeat(keys, counts), texts[at]


def _merged(elder: tuple[U32, I32], younger: tuple[U32, I32]) -> tuple[U32, I32]:
    """Two sorted segments as one, without sorting again and with few copies."""
    at = np.searchsorted(elder[0], younger[0], "right") + np.arange(len(younger[0]))
    size = len(elder[0]) + len(younger[0])
    from_elder = np.ones(size, dtype=bool)
    from_elder[at] = False
    keys = np.empty(size, dtype=np.uint32)
    texts = np.empty(size, dtype=np.int32)
    keys[at], texts[at] = younger
    keys[from_elder], texts[from_elder] = elder
    return keys, texts
