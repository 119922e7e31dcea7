"""Stories out of likenesses: reports and groups merge, the most alike first, while they stay coherent.

A merge must not only be likely enough; it must be about as likely as the parts are coherent in
themselves. So two tight groups that resemble each other (two summits of one kind) stay apart, where a
loose report still joins a loose group.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["MergeRules", "merge_groups", "place_strays", "shared_neighbours"]

F64 = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeRules:
    """When groups of reports are one story. Likenesses are about 1 within a typical story."""

    floor: float = 0.1
    """Groups with a lower average likeness never merge."""
    relative: float = 0.2
    """Nor those with less than this share of their own coherence,"""
    relative_growth: float = 0.2
    """raised by up to this for large groups: one odd report says little, many say much."""
    tighter: float = 0.75
    """How much the more coherent of two groups weighs against the looser one, 0..1."""
    expected: float = 0.7
    """The coherence expected of a group before its own pairs speak."""
    expected_pairs: float = 5.0
    """How many pairs that expectation is worth."""
    loyalty: float = 0.8
    """A group does not merge away from a report that is more like one of its own: the best likeness between
    the two must be this share of the smaller one's best to any other group."""
    self_likeness: float = 0.65
    sharpness: float = 2.0
    """How much more close neighbours count than distant ones when neighbours are compared."""
    most: float = 2.0
    stray: int = 1
    """A group of so few reports may join the story that it resembles most, if one stands out."""
    stray_floor: float = 0.1
    stray_margin: float = 1.5
    stray_doubt: float = 0.05


def shared_neighbours(alike: F64, rules: MergeRules) -> F64:
    """Likeness sharpened by company: two reports belong together if they resemble the same others."""
    own = np.maximum(alike, 0.0) ** rules.sharpness
    np.fill_diagonal(own, 0.0)
    np.fill_diagonal(own, np.maximum(own.max(axis=1), rules.self_likeness**rules.sharpness))
    unit = own / np.linalg.norm(own, axis=1, keepdims=True)
    sharpened = (unit @ unit.T) * np.minimum(alike / rules.self_likeness, rules.most)
    return np.asarray(np.round((sharpened + sharpened.T) / 2, 9), dtype=np.float64)


def merge_groups(
    alike: F64, rules: MergeRules, apart: NDArray[np.bool_] | None = None
) -> list[list[int]]:
    """The groups, each sorted, in the order of their first members.

    `apart` marks pairs that must not be in one group. Ties go to the lower numbers.
    """
    state = _Groups(alike, rules, apart)
    while (best := state.best()) is not None:
        i, j = best
        if state.coherent(i, j):
            state.merge(i, j)
        else:
            state.refuse(i, j)
    return sorted(sorted(group) for group in state.members.values())


class _Groups:
    """Average likeness between groups, kept up to date as they merge."""

    def __init__(self, alike: F64, rules: MergeRules, apart: NDArray[np.bool_] | None) -> None:
        count = len(alike)
        self.rules = rules
        self.members = {i: [i] for i in range(count)}
        self.size = np.ones(count)
        self.inside = np.zeros(count)
        self.between = alike.copy()
        np.fill_diagonal(self.between, 0.0)
        self.closest = self.between.copy()
        self.banned = np.zeros((count, count), dtype=bool) if apart is None else apart.copy()
        np.fill_diagonal(self.banned, True)
        self.mean = np.where(self.banned, -1.0, self.between)
        self.top = self.mean.argmax(axis=1) if count else np.empty(0, dtype=np.int64)
        self.top_mean = self.mean.max(axis=1) if count else np.empty(0)

    def best(self) -> tuple[int, int] | None:
        """The two groups most alike, if they are alike enough."""
        if not len(self.top_mean):
            return None
        i = int(self.top_mean.argmax())
        if self.top_mean[i] < self.rules.floor:
            return None
        return i, int(self.top[i])

    def coherent(self, i: int, j: int) -> bool:
        """Whether the two are about as alike as they are in themselves."""
        rules = self.rules
        low, high = sorted((self._coherence(i), self._coherence(j)))
        coherence = low ** (1 - rules.tighter) * high**rules.tighter
        share = rules.relative + rules.relative_growth * (1 - 1 / min(self.size[i], self.size[j]))
        return bool(self.mean[i, j] >= share * coherence) and self._loyal(i, j)

    def _loyal(self, i: int, j: int) -> bool:
        small, other = (i, j) if self.size[i] <= self.size[j] else (j, i)
        return bool(self.closest[small, other] >= self.rules.loyalty * self.closest[small].max())

    def _coherence(self, group: int) -> float:
        rules, size = self.rules, self.size[group]
        known = self.inside[group] + rules.expected * rules.expected_pairs
        return float(known / (size * (size - 1) / 2 + rules.expected_pairs))

    def refuse(self, i: int, j: int) -> None:
        """Not now: the two may still merge once one of them has grown."""
        self.mean[i, j] = self.mean[j, i] = -1.0
        self._look_again(np.array([i, j]))

    def merge(self, i: int, j: int) -> None:
        """Make j part of i."""
        self.inside[i] += self.inside[j] + self.between[i, j]
        self.size[i] += self.size[j]
        self.members[i] += self.members.pop(j)
        closest = np.maximum(self.closest[i], self.closest[j])
        closest[[i, j]] = 0.0
        self.closest[i] = self.closest[:, i] = closest
        self.closest[j] = self.closest[:, j] = 0.0
        self.between[i] += self.between[j]
        self.between[:, i] = self.between[i]
        self.between[i, i] = 0.0
        self.banned[i] |= self.banned[j]
        self.banned[j] = True
        self.banned[:, i] = self.banned[i]
        self.banned[:, j] = True
        self.mean[j] = self.mean[:, j] = -1.0
        row = np.where(self.banned[i], -1.0, self.between[i] / (self.size[i] * self.size))
        self.mean[i] = self.mean[:, i] = row
        stale = np.flatnonzero((self.top == i) | (self.top == j))
        raised = row > self.top_mean
        self.top[raised], self.top_mean[raised] = i, row[raised]
        self._look_again(np.union1d(stale, [i, j]))

    def _look_again(self, rows: NDArray[np.int64]) -> None:
        self.top[rows] = self.mean[rows].argmax(axis=1)
        self.top_mean[rows] = self.mean[rows, self.top[rows]]


def place_strays(
    groups: list[list[int]], alike: F64, rules: MergeRules, apart: NDArray[np.bool_] | None = None
) -> list[list[int]]:
    """Small groups put into the one group that they resemble clearly more than any other.

    A short report shares little with any other, but what it shares may point to one story only.
    """
    held = np.zeros((len(groups), len(alike)))
    for at, group in enumerate(groups):
        held[at, group] = 1.0
    total = held @ alike @ held.T
    banned = held @ apart @ held.T > 0 if apart is not None else np.zeros(total.shape, dtype=bool)
    size = held.sum(axis=1)
    members = {at: list(group) for at, group in enumerate(groups)}
    while (found := _clearest(total, size, banned, rules)) is not None:
        stray, home = found
        members[home] += members.pop(stray)
        total[home] += total[stray]
        total[:, home] += total[:, stray]
        banned[home] |= banned[stray]
        banned[:, home] |= banned[:, stray]
        size[home] += size[stray]
        size[stray] = 0.0
    return sorted(sorted(group) for group in members.values())


def _clearest(
    total: F64, size: F64, banned: NDArray[np.bool_], rules: MergeRules
) -> tuple[int, int] | None:
    """The small group whose best home stands out most, and that home."""
    rows = np.flatnonzero((size > 0) & (size <= rules.stray))
    if len(rows) == 0 or np.count_nonzero(size) < 2:
        return None
    mean = np.where(size > 0, total[rows] / np.maximum(size[rows, None] * size, 1.0), 0.0)
    mean[np.arange(len(rows)), rows] = 0.0
    best = mean.argmax(axis=1)
    at = np.arange(len(rows))
    first = mean[at, best]
    rest = mean.copy()
    rest[at, best] = 0.0
    ratio = np.round(first / (rest.max(axis=1) + rules.stray_doubt), 9)
    allowed = (
        (first >= rules.stray_floor) & (ratio >= rules.stray_margin)
        & (size[best] >= size[rows]) & ~banned[rows, best]
    )  # fmt: skip
    if not allowed.any():
        return None
    chosen = int(np.where(allowed, ratio, -1.0).argmax())
    return int(rows[chosen]), int(best[chosen])
