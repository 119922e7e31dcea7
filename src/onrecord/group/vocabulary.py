"""Numbers for terms, so that reports can be compared as arrays."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from onrecord.group.background import background

__all__ = ["I32", "Vocabulary"]

I32 = NDArray[np.int32]
F64 = NDArray[np.float64]


class Vocabulary:
    """Numbers are given out as terms come; only whether two are equal means anything."""

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self.terms: list[str] = []
        self._numbers: dict[str, int] = {}
        self._shares: F64 = np.empty(0)
        self.numbers(terms)

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
            general = background()
            new = [general.share(name) for name in self.terms[len(self._shares) :]]
            self._shares = np.concatenate([self._shares, np.array(new)])
        return self._shares[numbers]
