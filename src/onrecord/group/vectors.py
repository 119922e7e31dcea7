"""The reports as sparse vectors over rare terms, in blocks, and which of them are alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack

from onrecord.group.likeness import general_vectors
from onrecord.group.profile import Profile
from onrecord.group.shelf import Box, Shelf, pack, unpack
from onrecord.group.vocabulary import I32, Vocabulary

__all__ = ["Meetings", "Vectors"]

F32 = NDArray[np.float32]
I64 = NDArray[np.int64]
BLOCK = 2_048
_AT_ONCE = 512

Meetings = tuple[I32, I32, F32]
"""Pairs of reports, by number, and how alike they are."""


def _pack(block: csr_matrix) -> bytes:
    return pack(data=block.data, indices=block.indices, edges=block.indptr)


def _unpack(piece: bytes) -> csr_matrix:
    parts = unpack(piece)
    width = int(parts["indices"].max(initial=0)) + 1
    shape = (len(parts["edges"]) - 1, width)
    return csr_matrix((parts["data"], parts["indices"], parts["edges"]), shape=shape)


class Vectors:
    """One row a report, from 0 as they are added."""

    def __init__(
        self, vocabulary: Vocabulary, rarer_than: float, shelf: Shelf | None = None, count: int = 0
    ) -> None:
        self._vocabulary = vocabulary
        self._rarer_than = rarer_than
        self._blocks: Box[csr_matrix] = Box("vectors", (_pack, _unpack), shelf, -(-count // BLOCK))
        self._count = count

    def add(self, profiles: Sequence[Profile]) -> None:
        """Add rows at the end."""
        at = 0
        while at < len(profiles):
            room = BLOCK - self._count % BLOCK
            new = general_vectors(profiles[at : at + room], self._vocabulary, self._rarer_than)
            if room < BLOCK:
                last = len(self._blocks) - 1
                held = self._blocks[last]
                held.resize(held.shape[0], new.shape[1])
                self._blocks[last] = csr_matrix(vstack([held, new], format="csr"))
            else:
                self._blocks.append(new)
            at += new.shape[0]
            self._count += new.shape[0]

    def save(self, shelf: Shelf) -> None:
        """Keep the blocks that changed."""
        self._blocks.save(shelf)

    def alike(
        self, rows: I64, days: NDArray[np.int32], window: int, least: float
    ) -> Iterator[Meetings]:
        """Every report alike to one of `rows` by at least so much, block by block, twice over included.

        Blocks all of whose reports are further than `window` days from the rows are passed over; -1 is
        a day that is not known.
        """
        for at in range(0, len(rows), _AT_ONCE):
            part = rows[at : at + _AT_ONCE]
            low, high = _span(days[part])
            near = [
                n
                for n in range(len(self._blocks))
                if _meets(self._span_of(n, days), low, high, window)
            ]
            self._blocks.fetch({*near, *np.unique(part // BLOCK).tolist()})
            wanted = self._rows(part).T.tocsr()
            for n in near:
                yield self._met(n, part, wanted, least)

    def _met(self, n: int, part: I64, wanted: csr_matrix, least: float) -> Meetings:
        block = self._blocks[n]
        block.resize(block.shape[0], wanted.shape[0])
        product = block @ wanted
        # Rounding keeps the order of sums out of comparisons.
        alike = np.round(product.data, 6).astype(np.float32)
        use = np.flatnonzero(alike >= least)
        found = np.searchsorted(product.indptr, use, "right") - 1 + n * BLOCK
        return part[product.indices[use]].astype(np.int32), found.astype(np.int32), alike[use]

    def _span_of(self, n: int, days: NDArray[np.int32]) -> tuple[int, int]:
        return _span(days[n * BLOCK : (n + 1) * BLOCK])

    def _rows(self, rows: I64) -> csr_matrix:
        width = len(self._vocabulary.terms)
        parts = []
        for n in np.unique(rows // BLOCK).tolist():
            block = self._blocks[n]
            block.resize(block.shape[0], width)
            parts.append(block[rows[rows // BLOCK == n] - n * BLOCK])
        return csr_matrix(vstack(parts, format="csr"))


def _span(days: NDArray[np.int32]) -> tuple[int, int]:
    if (days < 0).any():
        return 0, 10**7
    return int(days.min()), int(days.max())


def _meets(span: tuple[int, int], low: int, high: int, window: int) -> bool:
    return span[0] - high <= window and low - span[1] <= window
