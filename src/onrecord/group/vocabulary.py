"""Numbers for terms, so that reports can be compared as arrays."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from onrecord.group.background import background
from onrecord.group.names import Names
from onrecord.group.shelf import Shelf
from onrecord.group.table import Table

__all__ = ["I32", "Vocabulary"]

I32 = NDArray[np.int32]
F64 = NDArray[np.float64]
_BLOCK = 8_192


class Vocabulary:
    """Numbers are given out as terms come; only whether two are equal means anything."""

    def __init__(self, shelf: Shelf | None = None, count: int = 0) -> None:
        """Empty, or the vocabulary of so many terms that was saved."""
        self._terms = Names("terms", shelf, count)
        columns = {"carriers": np.zeros((), dtype=np.int32)}
        self._general = Table("carriers", columns, _BLOCK, shelf, count)
        """How many texts of general news carry each."""
        self._general.fetch_all()

    def __len__(self) -> int:
        return len(self._terms)

    def save(self, shelf: Shelf) -> None:
        """Keep the terms that are new."""
        self._terms.save(shelf)
        self._general.save(shelf)

    def numbers(self, terms: Iterable[str]) -> I32:
        """The number of each term; new terms get the next ones."""
        first = len(self._terms)
        numbers = self._terms.add(terms)
        if len(self._terms) > first:
            new = (self._terms.name(n) for n in range(first, len(self._terms)))
            carriers = background().carriers
            counts = np.array([carriers.get(t, 0) for t in new], dtype=np.int32)
            self._general.grow(len(counts), carriers=counts)
        return np.array(numbers, dtype=np.int32)

    def look_up(self, terms: Iterable[str]) -> None:
        """Have the numbers of these terms at hand, of those that have one."""
        self._terms.find(list(terms))

    def fetch(self, numbers: Iterable[int]) -> None:
        """Have the terms of these numbers at hand."""
        self._terms.fetch(numbers)

    def terms(self, numbers: I32) -> list[str]:
        """The term of each number."""
        return [self._terms.name(n) for n in numbers.tolist()]

    def shares(self, numbers: I32) -> F64:
        """For each numbered term the share of general news that carries it."""
        return background().shares(self._general["carriers"][numbers])
