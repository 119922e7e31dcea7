"""Neighbourhoods: which reports share rare terms within a window of days, found as reports come in.

Each report keeps its nearest neighbours. What a report's nearest are, and so what hangs together,
depends on the set of reports alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.group.parting import Links, connected, none_too_large
from onrecord.group.profile import Profile
from onrecord.group.rare_terms import Meetings, RareTerms
from onrecord.group.shelf import Box, Shelf
from onrecord.group.table import Table
from onrecord.group.vocabulary import I32, Vocabulary

__all__ = ["NeighbourRules", "Neighbours"]

F32 = NDArray[np.float32]
_BLOCK = 1_024
_NEAR_BLOCK = 16
_AT_ONCE = 512
_NO_DAY = -1
_NONE = np.int32(-1)


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


_COLUMNS: dict[str, np.generic] = {
    "days": np.int32(_NO_DAY),
    "ties": np.uint64(0),
    "active": np.bool_(False),
    # For each active report the number of one report of all that hang together with it;
    "component": _NONE,
    # the same, for its neighbourhood: a component or a part of one that is too large.
    "part": _NONE,
    # How alike the last of its nearest is, once it has as many as it may.
    "last": np.float32(0),
}


class Neighbours:
    """The nearest neighbours of every active report; reports go by number, from 0 as they are added."""

    def __init__(
        self, vocabulary: Vocabulary, rules: NeighbourRules, profiles: Box[Profile],
        shelf: Shelf | None = None,
    ) -> None:  # fmt: skip
        """`profiles` has those of all reports, by number."""
        self._rules = rules
        self._profiles = profiles
        self._rows = Table("neighbours", _COLUMNS, _BLOCK, shelf, len(profiles))
        self._rows.fetch_all()
        nearest = {
            "to": np.full(rules.nearest, _NONE),
            "alike": np.zeros(rules.nearest, dtype=np.float32),
        }
        self._nearest = Table("near", nearest, _NEAR_BLOCK, shelf, len(profiles))
        self._terms = RareTerms(vocabulary, rules.rarer_than, shelf)
        self._touched: set[int] = set()

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf what changed since it was loaded or last saved."""
        for part in (self._rows, self._nearest, self._terms):
            part.save(shelf)

    def add(
        self, profiles: Sequence[Profile], days: Sequence[int | None], ids: Sequence[str]
    ) -> None:
        """Add reports, not yet active, with their days (None where not surely known)."""
        first, count = len(self._rows), len(profiles)
        new_days = np.array([_NO_DAY if d is None else d for d in days], dtype=np.int32)
        ties = np.array([_tie(i) for i in ids], dtype=np.uint64)
        self._rows.grow(count, days=new_days, ties=ties)
        self._nearest.grow(count)
        self._terms.add(np.arange(first, first + count, dtype=np.int32), profiles, new_days)

    def set_active(self, on: Sequence[int], off: Sequence[int]) -> None:
        """Make some reports neighbours of the active ones, and others no longer so."""
        active = self._rows["active"]
        gone = np.array([n for n in off if active[n]], dtype=np.int64)
        fresh = np.array([n for n in on if not active[n]], dtype=np.int64)
        active[list(on)] = True
        active[list(off)] = False
        self._rows.mark([*on, *off])
        bereft = self._bereft(gone)
        self._forget(np.concatenate([bereft, gone]))
        self._touched.update(fresh.tolist())
        self._search(np.sort(fresh), both_ways=True)
        self._search(bereft, both_ways=False)

    def _bereft(self, gone: NDArray[np.int64]) -> NDArray[np.int64]:
        """The active reports that have one of these among their nearest."""
        met = [other for _, other, _ in self._meetings(gone)]
        rows = np.unique(np.concatenate([np.empty(0, dtype=np.int32), *met])).astype(np.int64)
        rows = rows[self._rows["active"][rows]]
        self._nearest.fetch(rows)
        return rows[np.isin(self._nearest["to"][rows], gone).any(axis=1)]

    def changed_parts(self, again: Iterable[int]) -> list[I32]:
        """The neighbourhoods that are not as they were, or hold one of `again`; each part sorted.

        What does not hang together with a report that was touched is not looked at.
        """
        once_more = np.array(sorted(again), dtype=np.int32)
        seeds = np.array(sorted(self._touched.union(again)), dtype=np.int64)
        self._touched.clear()
        self._nearest.fetch(seeds)
        near = self._nearest["to"][seeds]
        reached = np.concatenate([seeds, near[near >= 0]])
        component, part_of = self._rows["component"], self._rows["part"]
        labels = np.unique(component[reached])
        affected = np.isin(component, labels[labels >= 0])
        affected[reached] = True
        changed = np.flatnonzero(affected)
        self._rows.mark(changed)
        before = part_of.copy()
        component[changed] = part_of[changed] = _NONE
        sizes = np.bincount(before[before >= 0], minlength=len(before))
        rows = changed[self._rows["active"][changed]].astype(np.int32)
        source, target, alike = self._links(rows)
        parts: list[I32] = []
        for whole in connected(rows, source, target):
            component[whole] = whole[0]
            parts += none_too_large(whole, (source, target, alike), self._limits())
        for part in parts:
            part_of[part] = part[0]
        return [p for p in parts if not _as_before(p, before, sizes) or np.isin(once_more, p).any()]

    def _links(self, rows: I32) -> Links:
        """From these reports to the nearest of each."""
        self._nearest.fetch(rows)
        target, alike = self._nearest["to"][rows], self._nearest["alike"][rows]
        source = np.repeat(rows, target.shape[1])
        real = target.ravel() >= 0
        return source[real], target.ravel()[real], alike.ravel()[real]

    def _limits(self) -> tuple[int, float]:
        return self._rules.largest, self._rules.least

    def _forget(self, rows: NDArray[np.int64]) -> None:
        self._nearest.fetch(rows)
        self._nearest["to"][rows], self._nearest["alike"][rows] = _NONE, 0.0
        self._rows["last"][rows] = 0.0
        self._told(rows)

    def _told(self, rows: NDArray[np.int64] | I32) -> None:
        self._touched.update(rows.tolist())
        self._rows.mark(rows)
        self._nearest.mark(rows)

    def _search(self, rows: NDArray[np.int64], *, both_ways: bool) -> None:
        """Find the neighbours of some reports; `both_ways`, and offer them to those found."""
        for one, two, alike in self._meetings(rows):
            use = self._rows["active"][two]
            self._keep(one[use], two[use], alike[use])
            if both_ways:
                self._keep(two[use], one[use], alike[use])

    def _meetings(self, rows: NDArray[np.int64]) -> Iterator[Meetings]:
        """All reports that are alike to some, active or not, and not too far from them in time."""
        days, window = self._rows["days"], self._rules.window_days
        for at in range(0, len(rows), _AT_ONCE):
            part = rows[at : at + _AT_ONCE].astype(np.int32)
            self._profiles.fetch(part.tolist())
            profiles = [self._profiles[n] for n in part.tolist()]
            one, two, alike = self._terms.alike(
                part, profiles, days[part], window, self._rules.least
            )
            gap = np.abs(days[one] - days[two])
            unknown = (days[one] == _NO_DAY) | (days[two] == _NO_DAY)
            use = (one != two) & (unknown | (gap <= window))
            yield one[use], two[use], alike[use]

    def _keep(self, source: I32, target: I32, alike: F32) -> None:
        """Offer neighbours to reports; each keeps the nearest."""
        hopeful = alike >= self._rows["last"][source]
        source, target, alike = source[hopeful], target[hopeful], alike[hopeful]
        if not len(source):
            return
        touched = np.unique(source)
        held = self._links(touched)
        source, target, alike = (
            np.concatenate(pair) for pair in zip(held, (source, target, alike), strict=True)
        )
        # Neighbours of one batch are offered twice, once from each side.
        pairs = source.astype(np.int64) << 32 | target
        once = np.unique(pairs, return_index=True)[1]
        source, target, alike = source[once], target[once], alike[once]
        order = np.lexsort((self._rows["ties"][target], -alike, source))
        source, target, alike = source[order], target[order], alike[order]
        starts = np.searchsorted(source, touched)
        rank = np.arange(len(source)) - np.repeat(starts, np.diff(np.append(starts, len(source))))
        top = rank < self._rules.nearest
        near, likeness = self._nearest["to"], self._nearest["alike"]
        near[touched], likeness[touched] = _NONE, 0.0
        near[source[top], rank[top]] = target[top]
        likeness[source[top], rank[top]] = alike[top]
        self._rows["last"][touched] = likeness[touched, -1]
        self._told(touched)


def _as_before(part: I32, before: I32, sizes: NDArray[np.int64]) -> bool:
    label = before[part[0]]
    return bool(label >= 0 and sizes[label] == len(part) and (before[part] == label).all())


def _tie(report: str) -> int:
    """A number by which equally near neighbours are ordered, whatever order they came in."""
    digest = hashlib.blake2b(report.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")
