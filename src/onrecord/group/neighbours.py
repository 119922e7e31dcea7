"""Neighbourhoods: which reports share rare terms within a window of days, found as reports come in.

Each report keeps its nearest neighbours. What a report's nearest are, and so what hangs together,
depends on the set of reports alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from scipy.sparse.csgraph import connected_components

from onrecord.group.likeness import general_vectors
from onrecord.group.profile import Profile
from onrecord.group.vocabulary import I32, Vocabulary

__all__ = ["NeighbourRules", "Neighbours"]

F32 = NDArray[np.float32]
_BLOCK = 512
_NO_DAY = -1
_STRONGER = 1.25


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

    def __init__(self, vocabulary: Vocabulary, rules: NeighbourRules) -> None:
        self._vocabulary = vocabulary
        self._rules = rules
        self._blocks: list[csr_matrix] = []
        self._days = np.empty(0, dtype=np.int32)
        self._ties = np.empty(0, dtype=np.uint64)
        self._active = np.empty(0, dtype=bool)
        self._near = np.empty((0, rules.nearest), dtype=np.int32)
        self._alike = np.empty((0, rules.nearest), dtype=np.float32)

    def add(
        self, profiles: Sequence[Profile], days: Sequence[int | None], ids: Sequence[str]
    ) -> None:
        """Add reports, not yet active, with their days (None where not surely known)."""
        for at in range(0, len(profiles), _BLOCK):
            self._append(profiles[at : at + _BLOCK])
        count, width = len(profiles), self._rules.nearest
        new_days = np.array([_NO_DAY if d is None else d for d in days], dtype=np.int32)
        new_ties = np.array([_tie(i) for i in ids], dtype=np.uint64)
        self._days = np.concatenate([self._days, new_days])
        self._ties = np.concatenate([self._ties, new_ties])
        self._active = np.concatenate([self._active, np.zeros(count, dtype=bool)])
        self._near = np.concatenate([self._near, np.full((count, width), -1, dtype=np.int32)])
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
            forget = np.concatenate([bereft, np.flatnonzero(gone)])
            self._near[forget], self._alike[forget] = -1, 0.0
        for at in range(0, len(fresh), _BLOCK):
            self._search(fresh[at : at + _BLOCK], both_ways=True)
        for at in range(0, len(bereft), _BLOCK):
            self._search(bereft[at : at + _BLOCK], both_ways=False)

    def signature(self, part: I32) -> int:
        """A number that tells parts with other members apart."""
        return int(self._ties[part].sum(dtype=np.uint64))

    def neighbourhoods(self) -> list[I32]:
        """The active reports that hang together; each part sorted, none too large."""
        source = np.repeat(np.arange(len(self._near), dtype=np.int32), self._near.shape[1])
        target, alike = self._near.ravel(), self._alike.ravel()
        real = target >= 0
        source, target, alike = source[real], target[real], alike[real]
        found = list(_parts(np.flatnonzero(self._active).astype(np.int32), source, target))
        cut = self._rules.least
        while any(len(part) > self._rules.largest for part in found):
            cut *= _STRONGER
            strong = alike >= cut
            large = [part for part in found if len(part) > self._rules.largest]
            found = [part for part in found if len(part) <= self._rules.largest]
            for part in large:
                found += _parts(part, source[strong], target[strong])
        return found

    def _append(self, profiles: Sequence[Profile]) -> None:
        new = general_vectors(profiles, self._vocabulary, self._rules.rarer_than)
        if self._blocks and self._blocks[-1].shape[0] + new.shape[0] <= _BLOCK:
            last = self._blocks.pop()
            last.resize(last.shape[0], new.shape[1])
            new = csr_matrix(vstack([last, new]))
        self._blocks.append(new)

    def _search(self, rows: NDArray[np.int64], *, both_ways: bool) -> None:
        """Find the neighbours of some reports; `both_ways`, and offer them to those found."""
        rows = np.sort(rows)
        wanted = csr_matrix(self._rows(rows).T)
        low, high = self._span(rows)
        at = 0
        for block in self._blocks:
            numbers = np.arange(at, at + block.shape[0])
            at += block.shape[0]
            block_low, block_high = self._span(numbers)
            if block_low - high <= self._rules.window_days >= low - block_high:
                block.resize(block.shape[0], wanted.shape[0])
                self._meet(rows, wanted, numbers, block, both_ways=both_ways)

    def _rows(self, rows: NDArray[np.int64]) -> csr_matrix:
        width = len(self._vocabulary.terms)
        parts, at = [], 0
        for block in self._blocks:
            inside = rows[(rows >= at) & (rows < at + block.shape[0])] - at
            at += block.shape[0]
            if len(inside):
                block.resize(block.shape[0], width)
                parts.append(block[inside])
        return csr_matrix(vstack(parts))

    def _span(self, numbers: NDArray[np.int64]) -> tuple[int, int]:
        days = self._days[numbers]
        if (days == _NO_DAY).any():
            return 0, 10**7
        return int(days.min()), int(days.max())

    def _meet(
        self, rows: NDArray[np.int64], wanted: csr_matrix, numbers: NDArray[np.int64],
        block: csr_matrix, *, both_ways: bool,
    ) -> None:  # fmt: skip
        found = (block @ wanted).tocoo()
        one, two = rows[found.col].astype(np.int32), numbers[found.row].astype(np.int32)
        # Rounding keeps the order of sums out of comparisons.
        alike = np.round(found.data, 6).astype(np.float32)
        gap = np.abs(self._days[one] - self._days[two])
        unknown = (self._days[one] == _NO_DAY) | (self._days[two] == _NO_DAY)
        use = (alike >= self._rules.least) & (one != two) & self._active[two]
        use &= unknown | (gap <= self._rules.window_days)
        one, two, alike = one[use], two[use], alike[use]
        self._keep(one, two, alike)
        if both_ways:
            self._keep(two, one, alike)

    def _keep(self, source: I32, target: I32, alike: F32) -> None:
        """Offer neighbours to reports; each keeps the nearest."""
        touched = np.unique(source)
        held = self._near[touched]
        source = np.concatenate([np.repeat(touched, held.shape[1]), source])
        target = np.concatenate([held.ravel(), target])
        alike = np.concatenate([self._alike[touched].ravel(), alike])
        real = target >= 0
        source, target, alike = source[real], target[real], alike[real]
        # Neighbours within one block are offered twice, once from each side.
        pairs = source.astype(np.int64) << 32 | target
        once = np.unique(pairs, return_index=True)[1]
        source, target, alike = source[once], target[once], alike[once]
        order = np.lexsort((self._ties[target], -alike, source))
        source, target, alike = source[order], target[order], alike[order]
        starts = np.searchsorted(source, touched)
        rank = np.arange(len(source)) - np.repeat(starts, np.diff(np.append(starts, len(source))))
        top = rank < self._near.shape[1]
        self._near[touched] = -1
        self._near[source[top], rank[top]] = target[top]
        self._alike[source[top], rank[top]] = alike[top]


def _tie(report: str) -> int:
    """A number by which equally near neighbours are ordered, whatever order they came in."""
    digest = hashlib.blake2b(report.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def _parts(members: I32, source: I32, target: I32) -> Iterator[I32]:
    """The members as connected parts by the links among them."""
    inside = np.isin(source, members) & np.isin(target, members)
    one = np.searchsorted(members, source[inside])
    two = np.searchsorted(members, target[inside])
    count = len(members)
    links = csr_matrix((np.ones(len(one), dtype=np.int8), (one, two)), shape=(count, count))
    labels = connected_components(links, directed=False)[1]
    order = np.argsort(labels, kind="stable")
    edges = np.flatnonzero(np.diff(labels[order])) + 1
    yield from np.split(members[order], edges) if count else ()
