"""Rows of numbers that are fetched from a shelf, and written back, a block at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.group.shelf import Shelf, pack, unpack

__all__ = ["Table"]

Array = NDArray[Any]
Rows = Iterable[int] | Array
_SPARE = 1_000


class Table:
    """Growing columns of numbers. A column is an array of all rows, to be written to in place.

    Of a table on a shelf only the rows that were fetched are there, the others are empty; what is written
    to is kept once it is told by `mark`.
    """

    def __init__(
        self, name: str, columns: Mapping[str, Array | np.generic], block: int,
        shelf: Shelf | None = None, count: int = 0,
    ) -> None:  # fmt: skip
        self._name = name
        self._block = block
        self._empty = dict(columns)
        """What each column holds in a new row."""
        self._shelf = shelf
        self._count = 0
        self._held = {n: np.empty((0, *e.shape), dtype=e.dtype) for n, e in columns.items()}
        self._missing = np.ones(-(-count // block), dtype=bool)
        self._changed: set[int] = set()
        self._stretch(count)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, column: str) -> Array:
        return self._held[column][: self._count]

    def grow(self, count: int, **values: Array) -> None:
        """Add so many rows, with these values in some columns."""
        first = self._count
        if count and first % self._block:
            self.fetch([first - 1])
        self._stretch(first + count)
        for name, empty in self._empty.items():
            self[name][first:] = values.get(name, empty)
        self.mark(range(first, self._count))

    def fetch(self, rows: Rows) -> None:
        """Have these rows at hand."""
        blocks = self._blocks(rows)
        known = blocks[blocks < len(self._missing)]
        self._read(known[self._missing[known]].tolist())

    def fetch_all(self) -> None:
        """Have every row at hand."""
        self._read(np.flatnonzero(self._missing).tolist())

    def mark(self, rows: Rows) -> None:
        """Tell that these rows, which are at hand, were written to."""
        self._changed.update(self._blocks(rows).tolist())

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf the blocks that were written to."""
        shelf.put({
            self._key(n): pack(**{c: self[c][n * self._block : (n + 1) * self._block] for c in self._held})
            for n in sorted(self._changed)
        })  # fmt: skip
        self._changed.clear()

    def _blocks(self, rows: Rows) -> NDArray[np.int64]:
        listed = rows if isinstance(rows, np.ndarray) else np.array(list(rows), dtype=np.int64)
        return np.unique(listed.astype(np.int64) // self._block)

    def _read(self, blocks: list[int]) -> None:
        if not blocks or self._shelf is None:
            return
        found = self._shelf.get([self._key(n) for n in blocks])
        for n in blocks:
            for name, part in unpack(found[self._key(n)]).items():
                at = n * self._block
                self._held[name][at : at + len(part)] = part
        self._missing[blocks] = False

    def _stretch(self, count: int) -> None:
        """Room for so many rows. Rows that are not written to take no memory."""
        for name, held in self._held.items():
            if count > len(held):
                room = max(count + count // 8 + _SPARE, 2 * len(held))
                larger = np.zeros((room, *held.shape[1:]), dtype=held.dtype)
                larger[: self._count] = held[: self._count]
                self._held[name] = larger
        self._count = count

    def _key(self, block: int) -> str:
        return f"{self._name}/{block}"
