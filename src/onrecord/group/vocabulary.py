"""Numbers for terms, so that reports can be compared as arrays."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from onrecord.group.background import background
from onrecord.group.shelf import Shelf

__all__ = ["I32", "Vocabulary"]

I32 = NDArray[np.int32]
F64 = NDArray[np.float64]
_BLOCK = 8_192
_UNKNOWN = -1.0


class Vocabulary:
    """Numbers are given out as terms come; only whether two are equal means anything."""

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self.terms: list[str] = []
        self._numbers: dict[str, int] = {}
        self._shares: F64 = np.empty(0)
        self._saved = 0
        self.numbers(terms)

    @classmethod
    def of(cls, shelf: Shelf, count: int) -> Vocabulary:
        """The vocabulary of so many terms that was saved."""
        keys = [f"terms/{n}" for n in range(-(-count // _BLOCK))]
        found = shelf.get(keys)
        vocabulary = cls(
            t for key in keys for t in found[key].decode("utf-8", "surrogatepass").split("\n")
        )
        vocabulary._saved = count
        return vocabulary

    def save(self, shelf: Shelf) -> None:
        """Keep the terms that are new."""
        blocks = range(self._saved // _BLOCK, -(-len(self.terms) // _BLOCK))
        shelf.put({
            f"terms/{n}": "\n".join(self.terms[n * _BLOCK : (n + 1) * _BLOCK]).encode("utf-8", "surrogatepass")
            for n in blocks
        })  # fmt: skip
        self._saved = len(self.terms)

    def numbers(self, terms: Iterable[str]) -> I32:
        """The number of each term; new terms get the next ones."""
        held = self._numbers
        found = []
        for name in terms:
            number = held.get(name)
            if number is None:
                number = held[name] = len(self.terms)
                self.terms.append(name)
            found.append(number)
        return np.array(found, dtype=np.int32)

    def shares(self, numbers: I32) -> F64:
        """For each numbered term the share of general news that carries it."""
        if len(self._shares) < len(self.terms):
            more = np.full(len(self.terms) - len(self._shares), _UNKNOWN)
            self._shares = np.concatenate([self._shares, more])
        found = self._shares[numbers]
        if (found == _UNKNOWN).any():
            general = background()
            for number in np.unique(numbers[found == _UNKNOWN]).tolist():
                self._shares[number] = general.share(self.terms[number])
            found = self._shares[numbers]
        return np.asarray(found, dtype=np.float64)
