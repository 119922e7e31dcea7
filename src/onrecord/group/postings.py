"""Values by key: sorted runs that grow by merging, as log stores do."""

from __future__ import annotations

import json

import numpy as np
from numpy.typing import NDArray

from onrecord.group.runs import I32, Keys, Run, merged
from onrecord.group.shelf import Shelf

__all__ = ["I32", "Keys", "Postings", "distinct", "is_in"]


def distinct(keys: Keys) -> Keys:
    """The distinct keys, sorted. (Sorting is several times faster here than numpy's own.)"""
    ordered = np.sort(keys)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(keys) else ordered


def is_in(keys: Keys, known: Keys) -> NDArray[np.bool_]:
    """Which of the keys are among the known ones, which are sorted."""
    if not len(known):
        return np.zeros(len(keys), dtype=bool)
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.asarray(known[at] == keys, dtype=bool)


_SPREAD = 4
"""A run is merged into its elder once it is more than a quarter of its size,"""
_MOST = 1 << 24
"""unless they have more entries than this together: then merging costs more than looking into both."""


class Postings:
    """(key, value) entries, looked up by key in time that hardly grows with their number."""

    def __init__(self, name: str, shelf: Shelf | None = None) -> None:
        """Empty, or what was saved on the shelf under this name."""
        self._name = name
        self._runs: list[Run] = []
        self._numbers: list[int | None] = []
        """Under which number each run is on the shelf."""
        self._next = 0
        piece = shelf.get([name]).get(name) if shelf is not None else None
        if shelf is not None and piece is not None:
            self._numbers, self._next = json.loads(piece)
            self._runs = [Run.of(shelf, f"{name}/{n}") for n in self._numbers]
        self._merged: list[tuple[Run, int]] = []

    def save(self, shelf: Shelf) -> None:
        """Put the runs that are new on the shelf, and drop those that were merged."""
        for at, run in enumerate(self._runs):
            if self._numbers[at] is None:
                run.save(shelf, f"{self._name}/{self._next}")
                self._numbers[at], self._next = self._next, self._next + 1
        for run, number in self._merged:
            run.drop(shelf, f"{self._name}/{number}")
        self._merged.clear()
        shelf.put({self._name: json.dumps([self._numbers, self._next]).encode()})

    def __len__(self) -> int:
        return sum(map(len, self._runs))

    def add(self, keys: Keys, values: I32) -> None:
        """Take in entries; the order in which they come does not matter to any answer."""
        order = np.argsort(keys, kind="stable")
        self._runs.append(Run(keys[order], values[order]))
        self._numbers.append(None)
        while len(self._runs) > 1 and _crowded(*self._runs[-2:]):
            self._merge()

    def _merge(self) -> None:
        elder, younger = self._runs[-2:]
        pairs = zip(self._runs[-2:], self._numbers[-2:], strict=True)
        self._merged += [(run, n) for run, n in pairs if n is not None]
        self._runs[-2:] = [Run(*merged(elder.whole(), younger.whole()))]
        self._numbers[-2:] = [None]

    def counts(self, keys: Keys) -> I32:
        """How many values each of the keys has."""
        found = np.zeros(len(keys), dtype=np.int32)
        for run in self._runs:
            held, _ = run.around(keys)
            found += (np.searchsorted(held, keys, "right") - np.searchsorted(held, keys)).astype(
                np.int32
            )
        return found

    def entries(self, keys: Keys) -> tuple[Keys, I32]:
        """All entries of the (distinct) keys, sorted by key."""
        parts = [_taken(*run.around(keys), keys) for run in self._runs]
        if not parts:
            return keys[:0], np.empty(0, dtype=np.int32)
        held = np.concatenate([p[0] for p in parts])
        values = np.concatenate([p[1] for p in parts])
        order = np.lexsort((values, held))
        return held[order], values[order]


def _crowded(elder: Run, younger: Run) -> bool:
    return len(younger) * _SPREAD > len(elder) and len(elder) + len(younger) <= _MOST


def _taken(held: Keys, values: I32, keys: Keys) -> tuple[Keys, I32]:
    left = np.searchsorted(held, keys)
    counts = np.searchsorted(held, keys, "right") - left
    total = int(counts.sum())
    at = np.repeat(left - (np.cumsum(counts) - counts), counts) + np.arange(total)
    return np.repeat(keys, counts), values[at]
