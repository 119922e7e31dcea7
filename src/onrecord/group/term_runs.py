"""The reports that carry each of some terms, in as little room as can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.group.shelf import Shelf, pack, unpack

__all__ = ["TermRun", "Weighed"]

I32 = NDArray[np.int32]
F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
Weighed = tuple[I32, F64]
"""A report's rare terms, sorted, and the square of each one's weight."""
_CHUNK = 1 << 17
_ROUNDED = 1e-5


class TermRun:
    """An inverted index that does not change. Reports go by their places in it, which fit in 16 bits."""

    MOST = 1 << 16

    def __init__(
        self, rows: I32, lengths: F64, terms: I32, counts: I32, places: NDArray[np.uint16]
    ) -> None:
        self.name: str | None = None
        """Its name on the shelf, if it is there."""
        self._rows = rows
        """The number of each report."""
        self._lengths = lengths
        """How long the vector of each is."""
        self._terms, self._counts = terms, counts
        self._starts = np.cumsum(counts, dtype=np.int64) - counts
        self._places = places
        """For each term in turn the places of its reports."""

    @classmethod
    def of(cls, rows: I32, held: Sequence[Weighed]) -> TermRun:
        """The index of these reports."""
        terms = np.concatenate([np.empty(0, dtype=np.int32), *(t for t, _ in held)])
        places = np.repeat(np.arange(len(held)), [len(t) for t, _ in held])
        lengths = np.sqrt([squares.sum() for _, squares in held])
        return cls._sorted(rows, lengths, terms, places.astype(np.uint16))

    @classmethod
    def _sorted(cls, rows: I32, lengths: F64, terms: I32, places: NDArray[np.uint16]) -> TermRun:
        order = np.argsort(terms, kind="stable")
        terms = terms[order]
        starts = np.flatnonzero(np.diff(terms, prepend=-1))
        counts = np.diff(starts, append=len(terms)).astype(np.int32)
        return cls(rows, lengths, terms[starts], counts, places[order])

    def joined(self, other: TermRun) -> TermRun:
        """The index of the reports of both."""
        return self._sorted(
            np.concatenate([self._rows, other._rows]),
            np.concatenate([self._lengths, other._lengths]),
            np.concatenate([np.repeat(run._terms, run._counts) for run in (self, other)]),
            np.concatenate([self._places, other._places + np.uint16(len(self))]),
        )

    def __len__(self) -> int:
        return len(self._rows)

    def alike(self, report: Weighed, least: float) -> tuple[I32, F32]:
        """The reports whose cosine with this one is at least so much, and how much it is."""
        terms, squares = report
        at = np.minimum(np.searchsorted(self._terms, terms), max(0, len(self._terms) - 1))
        known = self._terms[at] == terms if len(self._terms) else np.zeros(len(terms), dtype=bool)
        at = at[known]
        counts = self._counts[at]
        places = self._places[_ranges(self._starts[at], counts)]
        shared = np.bincount(places, np.repeat(squares[known], counts), len(self))
        length = np.sqrt(squares.sum())
        # Few are about as alike as asked: only they are looked at closely.
        met = np.flatnonzero(shared > self._lengths * (length * (least - _ROUNDED)))
        # Rounding keeps differences of the last place out of comparisons.
        alike = np.round(shared[met] / (self._lengths[met] * length), 6).astype(np.float32)
        use = alike >= least
        return self._rows[met[use]], alike[use]

    def save(self, shelf: Shelf, name: str) -> None:
        """Put it on the shelf."""
        self.name = name
        pieces = {
            key: self._places[n * _CHUNK : (n + 1) * _CHUNK].tobytes()
            for n, key in enumerate(self._chunks())
        }
        pieces[name] = pack(
            rows=self._rows, lengths=self._lengths, terms=self._terms, counts=self._counts
        )
        shelf.put(pieces)

    @classmethod
    def saved(cls, shelf: Shelf, names: Sequence[str]) -> dict[str, TermRun]:
        """Those that were put on the shelf under these names."""
        heads = shelf.get(names)
        runs = {n: cls(**unpack(heads[n]), places=np.empty(0, dtype=np.uint16)) for n in names}
        for name, run in runs.items():
            run.name = name
        found = shelf.get([key for run in runs.values() for key in run._chunks()])
        for run in runs.values():
            places = b"".join(found[key] for key in run._chunks())
            run._places = np.frombuffer(places, dtype=np.uint16)
        return runs

    def pieces(self) -> Iterable[str]:
        """The names of its pieces on the shelf."""
        return [self.name, *self._chunks()] if self.name is not None else []

    def _chunks(self) -> list[str]:
        return [f"{self.name}/{n}" for n in range(-(-int(self._counts.sum()) // _CHUNK))]


def _ranges(starts: NDArray[np.int64], counts: I32) -> NDArray[np.int64]:
    """All numbers of the ranges that begin at `starts` and have so many."""
    before = np.cumsum(counts, dtype=np.int64) - counts
    return np.repeat(starts - before, counts) + np.arange(int(counts.sum()))
