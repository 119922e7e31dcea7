"""Which reports carry which rare term, and so which are alike: an inverted index by the time of publication.

The likeness of two reports is the cosine of their terms, each weighed by its rarity in general news alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.group.profile import Profile
from onrecord.group.shelf import Shelf
from onrecord.group.term_runs import TermRun, Weighed
from onrecord.group.vocabulary import I32, Vocabulary

__all__ = ["Meetings", "RareTerms"]

F32 = NDArray[np.float32]
_STRETCH = 32
"""Days whose reports are kept together."""
_UNDATED = -1
_SPREAD = 4
_FINE = float(1 << 20)
"""Squared weights are whole numbers of this part, so that their sums are exact in any order."""
_PIECE = "rare"

Meetings = tuple[I32, I32, F32]
"""Pairs of reports, by number, and how alike they are."""


class RareTerms:
    """Reports by number and day; -1 is a day that is not known."""

    def __init__(
        self, vocabulary: Vocabulary, rarer_than: float, shelf: Shelf | None = None
    ) -> None:
        self._vocabulary = vocabulary
        self._rarer_than = rarer_than
        self._shelf = shelf
        self._runs: dict[int, list[TermRun]] = {}
        """For each stretch of days its runs, the eldest first."""
        self._names: dict[int, list[str]] = {}
        """Runs of stretches that were not asked for yet, by their names on the shelf."""
        self._next = 0
        piece = shelf.get([_PIECE]).get(_PIECE) if shelf is not None else None
        if piece is not None:
            names, self._next = json.loads(piece)
            self._names = {int(stretch): listed for stretch, listed in names.items()}
        self._left: list[TermRun] = []
        """Runs on the shelf that have become part of others."""

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf what changed since it was loaded or last saved."""
        for stretch, runs in self._runs.items():
            for run in runs:
                if run.name is None:
                    run.save(shelf, f"{_PIECE}/{stretch}/{self._next}")
                    self._next += 1
        shelf.drop(key for run in self._left for key in run.pieces())
        self._left.clear()
        names = self._names | {s: [run.name for run in runs] for s, runs in self._runs.items()}
        shelf.put({_PIECE: json.dumps([names, self._next]).encode()})

    def add(self, numbers: I32, profiles: Sequence[Profile], days: I32) -> None:
        """Add reports."""
        stretches = _stretches(days)
        self._fetch(stretches.tolist())
        for stretch in np.unique(stretches).tolist():
            at = np.flatnonzero(stretches == stretch).tolist()
            held = [self._weighed(profiles[i]) for i in at]
            runs = self._runs.setdefault(stretch, [])
            runs.append(TermRun.of(numbers[at], held))
            while len(runs) > 1 and _crowded(*runs[-2:]):
                elder, younger = runs[-2:]
                self._left += [run for run in (elder, younger) if run.name is not None]
                runs[-2:] = [elder.joined(younger)]

    def alike(
        self, numbers: I32, profiles: Sequence[Profile], days: I32, window: int, least: float
    ) -> Meetings:
        """For these reports those alike to them by at least so much, themselves among them.

        None that may be published within `window` days is passed over; some that are not are found too.
        """
        held = [self._weighed(profile) for profile in profiles]
        first, last = _stretches(days - window), _stretches(days + window)
        asked_of: dict[int, list[int]] = {}
        for stretch in sorted({*self._names, *self._runs}):
            near = (days < 0) | ((first <= stretch) & (stretch <= last))
            asked_of[stretch] = np.flatnonzero(near | (stretch == _UNDATED)).tolist()
        self._fetch(stretch for stretch, asked in asked_of.items() if asked)
        found = [
            (number, run.alike(held[i], least))
            for stretch, asked in asked_of.items() if asked
            for run in self._runs[stretch]
            for i, number in zip(asked, numbers[asked].tolist(), strict=True)
        ]  # fmt: skip
        one = np.repeat(np.array([n for n, _ in found], np.int32), [len(o) for _, (o, _) in found])
        two = [np.empty(0, dtype=np.int32), *(others for _, (others, _) in found)]
        alike = [np.empty(0, dtype=np.float32), *(shares for _, (_, shares) in found)]
        return one, np.concatenate(two), np.concatenate(alike)

    def _fetch(self, stretches: Iterable[int]) -> None:
        if self._shelf is None:
            return
        names = {s: self._names.pop(s) for s in set(stretches) if s in self._names}
        saved = TermRun.saved(self._shelf, [name for listed in names.values() for name in listed])
        self._runs |= {s: [saved[name] for name in listed] for s, listed in names.items()}

    def _weighed(self, profile: Profile) -> Weighed:
        terms = np.sort(profile.terms)
        shares = self._vocabulary.shares(terms)
        rare = shares < self._rarer_than
        return terms[rare], np.round(np.log(shares[rare]) ** 2 * _FINE)


def _stretches(days: I32) -> I32:
    return np.where(days < 0, _UNDATED, days // _STRETCH).astype(np.int32)


def _crowded(elder: TermRun, younger: TermRun) -> bool:
    return len(younger) * _SPREAD > len(elder) and len(elder) + len(younger) <= TermRun.MOST
