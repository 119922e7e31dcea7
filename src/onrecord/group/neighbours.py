"""Neighbourhoods: which reports share rare terms within a window of days, found as reports come in.

Each report keeps its nearest neighbours. What a report's nearest are, and so what hangs together,
depends on the set of reports alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.group.parting import connected, none_too_large
from onrecord.group.profile import Profile
from onrecord.group.shelf import Shelf, pack, saved_blocks, unpack
from onrecord.group.vectors import Vectors
from onrecord.group.vocabulary import I32, Vocabulary

__all__ = ["NeighbourRules", "Neighbours"]

F32 = NDArray[np.float32]
_BLOCK = 2_048
_NO_DAY = -1
_NONE = np.int32(-1)
_PIECE = "neighbours"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourRules:
    """What makes neighbours; the window is in days."""

    least: float = 0.12
    """Least likeness by general rarity."""
    rarer_than: float = 0.1
    """Terms in a larger share of general news make no neighbours."""
    window_days: int = 45
    nearest: int = 20
    largest: int = 1_200
    """Larger neighbourhoods are cut where their links are weakest."""


class Neighbours:
    """The nearest neighbours of every active report; reports go by number, from 0 as they are added."""

    def __init__(
        self, vocabulary: Vocabulary, rules: NeighbourRules, shelf: Shelf | None = None
    ) -> None:
        self._rules = rules
        self._days = np.empty(0, dtype=np.int32)
        self._ties = np.empty(0, dtype=np.uint64)
        self._active = np.empty(0, dtype=bool)
        self._component = np.empty(0, dtype=np.int32)
        """For each active report the number of one report of all that hang together with it."""
        self._part = np.empty(0, dtype=np.int32)
        """The same, for its neighbourhood: a component or a part of one that is too large."""
        self._near = np.empty((0, rules.nearest), dtype=np.int32)
        self._alike = np.empty((0, rules.nearest), dtype=np.float32)
        if shelf is not None:
            self._load(shelf)
        self._vectors = Vectors(vocabulary, rules.rarer_than, shelf, len(self._days))
        self._touched = np.zeros(len(self._days), dtype=bool)
        self._unsaved = np.zeros(len(self._days), dtype=bool)

    def _load(self, shelf: Shelf) -> None:
        piece = shelf.get([_PIECE]).get(_PIECE)
        if piece is None:
            return
        parts = {name: part.copy() for name, part in unpack(piece).items()}
        self._days, self._ties, self._active = parts["days"], parts["ties"], parts["active"]
        self._component, self._part = parts["component"], parts["part"]
        keys = [f"near/{n}" for n in range(-(-len(self._days) // _BLOCK))]
        found = shelf.get(keys)
        blocks = [unpack(found[key]) for key in keys]
        if blocks:
            self._near = np.concatenate([b["near"] for b in blocks])
            self._alike = np.concatenate([b["alike"] for b in blocks])

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf what changed since it was loaded or last saved."""
        self._vectors.save(shelf)
        shelf.put({_PIECE: pack(
            days=self._days, ties=self._ties, active=self._active,
            component=self._component, part=self._part,
        )})  # fmt: skip
        rows = np.flatnonzero(self._unsaved)
        shelf.put(saved_blocks("near", {"near": self._near, "alike": self._alike}, _BLOCK, rows))
        self._unsaved[:] = False

    def add(
        self, profiles: Sequence[Profile], days: Sequence[int | None], ids: Sequence[str]
    ) -> None:
        """Add reports, not yet active, with their days (None where not surely known)."""
        self._vectors.add(profiles)
        count, width = len(profiles), self._rules.nearest
        new_days = np.array([_NO_DAY if d is None else d for d in days], dtype=np.int32)
        new_ties = np.array([_tie(i) for i in ids], dtype=np.uint64)
        none, true = np.full(count, _NONE), np.ones(count, dtype=bool)
        self._days = np.concatenate([self._days, new_days])
        self._ties = np.concatenate([self._ties, new_ties])
        self._active = np.concatenate([self._active, ~true])
        self._touched = np.concatenate([self._touched, ~true])
        self._unsaved = np.concatenate([self._unsaved, true])
        self._component = np.concatenate([self._component, none])
        self._part = np.concatenate([self._part, none])
        self._near = np.concatenate([self._near, np.full((count, width), _NONE)])
        self._alike = np.concatenate([self._alike, np.zeros((count, width), dtype=np.float32)])

    def set_active(self, on: Sequence[int], off: Sequence[int]) -> None:
        """Make some reports neighbours of the active ones, and others no longer so."""
        gone = np.zeros(len(self._active), dtype=bool)
        gone[list(off)] = True
        gone &= self._active
        fresh = np.array([n for n in on if not self._active[n]], dtype=np.int64)
        self._active[list(on)] = True
        self._active[list(off)] = False
        bereft = np.empty(0, dtype=np.int64)
        if gone.any():
            listed = (self._near >= 0) & gone[np.maximum(self._near, 0)]
            bereft = np.flatnonzero(listed.any(axis=1) & self._active)
            self._forget(np.concatenate([bereft, np.flatnonzero(gone)]))
        self._touched[fresh] = True
        self._search(np.sort(fresh), both_ways=True)
        self._search(bereft, both_ways=False)

    def changed_parts(self, again: Iterable[int]) -> list[I32]:
        """The neighbourhoods that are not as they were, or hold one of `again`; each part sorted.

        What does not hang together with a report that was touched is not looked at.
        """
        seeds = self._touched.copy()
        self._touched[:] = False
        once_more = np.array(sorted(again), dtype=np.int64)
        seeds[once_more] = True
        near = self._near[seeds]
        reached = np.concatenate([np.flatnonzero(seeds), near[near >= 0]])
        labels = np.unique(self._component[reached])
        affected = np.isin(self._component, labels[labels >= 0])
        affected[reached] = True
        rows = np.flatnonzero(affected & self._active).astype(np.int32)
        self._component[np.flatnonzero(affected & ~self._active)] = _NONE
        source = np.repeat(rows, self._near.shape[1])
        target, alike = self._near[rows].ravel(), self._alike[rows].ravel()
        source, target, alike = source[real := target >= 0], target[real], alike[real]
        before = self._part.copy()
        self._part[affected] = _NONE
        sizes = np.bincount(before[before >= 0], minlength=len(before))
        parts: list[I32] = []
        for whole in connected(rows, source, target):
            self._component[whole] = whole[0]
            parts += none_too_large(whole, (source, target, alike), self._limits())
        for part in parts:
            self._part[part] = part[0]
        return [p for p in parts if not _as_before(p, before, sizes) or np.isin(once_more, p).any()]

    def _limits(self) -> tuple[int, float]:
        return self._rules.largest, self._rules.least

    def _forget(self, rows: NDArray[np.int64]) -> None:
        self._near[rows], self._alike[rows] = _NONE, 0.0
        self._touched[rows] = self._unsaved[rows] = True

    def _search(self, rows: NDArray[np.int64], *, both_ways: bool) -> None:
        """Find the neighbours of some reports; `both_ways`, and offer them to those found."""
        window = self._rules.window_days
        for one, two, alike in self._vectors.alike(rows, self._days, window, self._rules.least):
            gap = np.abs(self._days[one] - self._days[two])
            unknown = (self._days[one] == _NO_DAY) | (self._days[two] == _NO_DAY)
            use = (one != two) & self._active[two] & (unknown | (gap <= window))
            self._keep(one[use], two[use], alike[use])
            if both_ways:
                self._keep(two[use], one[use], alike[use])

    def _keep(self, source: I32, target: I32, alike: F32) -> None:
        """Offer neighbours to reports; each keeps the nearest."""
        hopeful = alike >= self._alike[source, -1]
        source, target, alike = source[hopeful], target[hopeful], alike[hopeful]
        if not len(source):
            return
        touched = np.unique(source)
        self._touched[touched] = self._unsaved[touched] = True
        held = self._near[touched]
        source = np.concatenate([np.repeat(touched, held.shape[1]), source])
        target = np.concatenate([held.ravel(), target])
        alike = np.concatenate([self._alike[touched].ravel(), alike])
        source, target, alike = source[real := target >= 0], target[real], alike[real]
        # Neighbours of one batch are offered twice, once from each side.
        pairs = source.astype(np.int64) << 32 | target
        once = np.unique(pairs, return_index=True)[1]
        source, target, alike = source[once], target[once], alike[once]
        order = np.lexsort((self._ties[target], -alike, source))
        source, target, alike = source[order], target[order], alike[order]
        starts = np.searchsorted(source, touched)
        rank = np.arange(len(source)) - np.repeat(starts, np.diff(np.append(starts, len(source))))
        top = rank < self._near.shape[1]
        self._near[touched], self._alike[touched] = _NONE, 0.0
        self._near[source[top], rank[top]] = target[top]
        self._alike[source[top], rank[top]] = alike[top]


def _as_before(part: I32, before: I32, sizes: NDArray[np.int64]) -> bool:
    label = before[part[0]]
    return bool(label >= 0 and sizes[label] == len(part) and (before[part] == label).all())


def _tie(report: str) -> int:
    """A number by which equally near neighbours are ordered, whatever order they came in."""
    digest = hashlib.blake2b(report.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")
