"""Stories: reports about one event, across outlets.

Reports that share rare terms are neighbours; a neighbourhood (a topic, for as long as it lasts) is parted
into events by likeness. Its parts depend on its members alone, so a stream of reports ends in the same
stories as one batch, and adding reports costs only the neighbourhoods that they touch.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from onrecord.group.agglomerate import MergeRules, merge_groups, place_strays, shared_neighbours
from onrecord.group.dates import day_number, gap_matrix
from onrecord.group.likeness import F64, LikenessRules, likeness
from onrecord.group.names import Names
from onrecord.group.neighbours import NeighbourRules, Neighbours
from onrecord.group.profile import PROFILES, Profile
from onrecord.group.shelf import Box, Pages, Shelf
from onrecord.group.table import Table
from onrecord.group.vocabulary import I32, Vocabulary
from onrecord.model.report import Report

__all__ = ["Story", "StoryEntry", "StoryIndex", "StoryRules"]

_PIECE = "stories"
_TOP_TERMS = 5
_BLOCK = 1_024
_PAGE = 64
_NONE = np.int32(-1)

Entry = tuple[str, str, bool]
"""Publication ("9" where not known), report and whether the date is sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRules:
    """How neighbourhoods are found and parted into stories."""

    neighbours: NeighbourRules = field(default_factory=NeighbourRules)
    likeness: LikenessRules = field(default_factory=LikenessRules)
    merge: MergeRules = field(default_factory=MergeRules)
    fade_days: float = 1.5
    """Days in which likeness falls to 37 %, from the second day on."""
    unknown_date: float = 0.9
    """What likeness falls to where a date is missing. One read from the text only says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntry:
    """What story finding keeps of a report."""

    report: str
    published: str | None
    sure_date: bool
    """Whether the date was given or stood in metadata, not merely in the text."""
    profile: Profile

    @property
    def order(self) -> tuple[str, str]:
        """Earlier reports first; those without a full date last."""
        return (self.published or "9", self.report)

    @classmethod
    def of(cls, report: Report, profile: Profile) -> StoryEntry:
        """The entry of a report whose profile is known."""
        sure = day_number(report.published) is not None and report.published_by != "text"
        return cls(report=report.id, published=report.published, sure_date=sure, profile=profile)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one event, the earliest first, and how and why each belongs."""

    members: tuple[str, ...]
    scores: tuple[float, ...] = ()
    """For each member its likeness to the others, 0..1; empty where there is one only."""
    shared: tuple[tuple[str, ...], ...] = ()
    """For each member the terms that tie it to the others most."""
    as_before: bool = False
    """Whether it had these members before the last change, and no others."""


class StoryIndex:
    """Stories among the reports that count; others (copies) are kept at hand."""

    def __init__(
        self, vocabulary: Vocabulary, reports: Names, rules: StoryRules | None = None,
        shelf: Shelf | None = None,
    ) -> None:  # fmt: skip
        """`reports` numbers the reports; here each has another number for every date it ever had."""
        self._vocabulary = vocabulary
        self._rules = rules or StoryRules()
        piece = shelf.get([_PIECE]).get(_PIECE) if shelf is not None else None
        if piece is None:
            shelf = None
        kept: dict[str, Any] = json.loads(piece) if piece else {"entries": 0, "apart": []}
        count = kept["entries"]
        self._reports = reports
        self._at = Table("story-entries", {"entry": _NONE}, _BLOCK, shelf, len(reports))
        """For each report its number here."""
        self._entries: Pages[Entry] = Pages("entries", _PAGE, shelf, count)
        self._profiles = Box("profiles", PROFILES, shelf, count)
        self._near = Neighbours(vocabulary, self._rules.neighbours, self._profiles, shelf)
        self._replaced: list[int] = []
        self._apart = frozenset((a, b) for a, b in kept["apart"])
        self._story = Table("stories-of", {"first": _NONE}, _BLOCK, shelf, count)
        """For each number that counts the number of the first report of its story."""
        self._at.fetch_all()
        self._story.fetch_all()

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf what changed since it was loaded or last saved."""
        for part in (self._at, self._entries, self._profiles, self._near, self._story):
            part.save(shelf)
        kept = {"entries": len(self._entries), "apart": sorted(self._apart)}
        shelf.put({_PIECE: json.dumps(kept).encode()})

    def add(self, entries: Iterable[StoryEntry]) -> None:
        """Add reports; they do not count yet. A report of a known id takes the place of that one."""
        ordered = sorted(entries, key=lambda e: e.order)
        reports = self._reports.add(e.report for e in ordered)
        self._at.grow(len(self._reports) - len(self._at))
        replaced = [n for n in self._at["entry"][reports].tolist() if n >= 0]
        self._near.set_active([], replaced)
        self._replaced += replaced
        for report, entry in zip(reports, ordered, strict=True):
            self._at["entry"][report] = len(self._entries)
            self._entries.append((entry.published or "9", entry.report, entry.sure_date))
            self._profiles.append(entry.profile)
        self._at.mark(reports)
        days = [day_number(e.published) if e.sure_date else None for e in ordered]
        self._near.add([e.profile for e in ordered], days, [e.report for e in ordered])
        self._story.grow(len(ordered))

    def update(
        self, on: Iterable[str], off: Iterable[str], apart: Iterable[tuple[str, str]] = ()
    ) -> list[Story]:
        """From now on the reports `on` count and those `off` do not; pairs `apart` are kept apart.

        The stories of all neighbourhoods that are not as they were; others are not looked at again.
        """
        gone = sorted(self._numbers(off))
        replaced, self._replaced = self._replaced, []
        self._near.set_active(sorted(self._numbers(on)), gone)
        pairs = list(apart)
        first, second = self._numbers(a for a, _ in pairs), self._numbers(b for _, b in pairs)
        banned = frozenset(zip(first, second, strict=True))
        again = {n for pair in banned ^ self._apart for n in pair}
        self._apart = banned
        parts = self._near.changed_parts(again)
        self._entries.fetch(n for part in parts for n in part.tolist())
        self._profiles.fetch(n for part in parts if len(part) > 1 for n in part.tolist())
        first_of = self._story["first"]
        before = first_of.copy()
        first_of[gone + replaced] = -1
        self._story.mark(gone + replaced)
        sizes = np.bincount(before[before >= 0], minlength=len(before))
        return [story for part in parts for story in self._stories(part, before, sizes)]

    def order(self, report: str) -> tuple[str, str]:
        """Sorts reports by publication, those without a date last, then by id."""
        day, name, _ = self._entries[self._numbers([report])[0]]
        return day, name

    def fetch(self, reports: Iterable[str]) -> None:
        """Have the order of these at hand."""
        self._entries.fetch(self._numbers(reports))

    def stories_of(self, reports: Iterable[str]) -> list[Story]:
        """The stories, as they were found, of reports that count."""
        first_of = self._story["first"]
        labels = np.unique(first_of[self._numbers(reports)])
        numbers = np.flatnonzero(np.isin(first_of, labels)).tolist()
        self._entries.fetch(numbers)
        members: dict[int, list[str]] = {}
        for n in sorted(numbers, key=lambda n: self._entries[n][:2]):
            members.setdefault(int(first_of[n]), []).append(self._entries[n][1])
        return [Story(members=tuple(found)) for found in members.values()]

    def _numbers(self, reports: Iterable[str]) -> list[int]:
        numbers: list[int] = self._at["entry"][self._reports.find(list(reports))].tolist()
        return numbers

    def _stories(self, part: I32, before: I32, sizes: np.ndarray) -> list[Story]:
        members = sorted(part.tolist(), key=lambda n: self._entries[n][:2])
        inside = set(members)
        found = self._part(members, [p for p in self._apart if inside.issuperset(p)])
        stories = []
        for group, story in found:
            numbers = np.array([members[i] for i in group])
            label = before[numbers[0]]
            same = label >= 0 and sizes[label] == len(numbers) and (before[numbers] == label).all()
            self._story["first"][numbers] = numbers[0]
            self._story.mark(numbers)
            stories.append(replace(story, as_before=bool(same)))
        return stories

    def _part(
        self, members: Sequence[int], banned: Sequence[tuple[int, int]]
    ) -> list[tuple[list[int], Story]]:
        """The members' groups, by their places, each as a story."""
        if len(members) == 1:
            return [([0], Story(members=(self._entries[members[0]][1],)))]
        rules = self._rules
        profiles = [self._profiles[n] for n in members]
        alike = likeness(profiles, self._vocabulary, rules.likeness) * self._nearness(members)
        alike = np.asarray(np.round(alike, 9), dtype=np.float64)
        apart = np.zeros(alike.shape, dtype=bool)
        for a, b in banned:
            i, j = members.index(a), members.index(b)
            apart[i, j] = apart[j, i] = True
        groups = merge_groups(shared_neighbours(alike, rules.merge), rules.merge, apart)
        groups = place_strays(groups, alike, rules.merge, apart)
        ids = [self._entries[n][1] for n in members]
        return [(group, self._told(group, ids, profiles, alike)) for group in groups]

    def _told(
        self, group: Sequence[int], ids: Sequence[str], profiles: Sequence[Profile], alike: F64
    ) -> Story:
        members = tuple(ids[i] for i in group)
        if len(group) == 1:
            return Story(members=members)
        within = np.minimum(alike[np.ix_(group, group)], 1.0)
        np.fill_diagonal(within, 0.0)
        scores = within.sum(axis=1) / (len(group) - 1)
        carriers = _carriers([profiles[i] for i in group])
        self._vocabulary.fetch(term for term, held in carriers.items() if held > 1)
        return Story(
            members=members,
            scores=tuple(round(float(s), 3) for s in scores),
            shared=tuple(self._top_terms(profiles[i], carriers) for i in group),
        )

    def _top_terms(self, profile: Profile, carriers: dict[int, int]) -> tuple[str, ...]:
        """The report's terms that most of the others have, the rarest in general news first."""
        shared = np.array([t for t in profile.terms.tolist() if carriers[t] > 1], dtype=np.int32)
        if not len(shared):
            return ()
        held = np.array([carriers[t] - 1 for t in shared.tolist()], dtype=float)
        named = 1.0 + np.isin(shared, profile.names)
        weight = np.round(-np.log(self._vocabulary.shares(shared)) * held * named, 6)
        least = np.sort(weight)[-_TOP_TERMS:][0]
        shared, weight = shared[weight >= least], weight[weight >= least]
        names = self._vocabulary.terms(shared)
        best = sorted(zip(-weight, names, strict=True))[:_TOP_TERMS]
        return tuple(name for _, name in best)

    def _nearness(self, members: Sequence[int]) -> F64:
        """1 for reports of the same or the next day, less the further apart they are for sure."""
        entries = [self._entries[n] for n in members]
        gap = gap_matrix([None if day == "9" else day for day, _, _ in entries])
        near = np.exp(-np.maximum(np.nan_to_num(gap) - 1.0, 0.0) / self._rules.fade_days)
        sure = np.array([entry[2] for entry in entries])
        known = np.where(sure[:, None] & sure, near, 1.0)
        return np.asarray(
            np.where(np.isnan(gap), self._rules.unknown_date, known), dtype=np.float64
        )


def _carriers(profiles: Sequence[Profile]) -> dict[int, int]:
    ids, counts = np.unique(np.concatenate([p.terms for p in profiles]), return_counts=True)
    return dict(zip(ids.tolist(), counts.tolist(), strict=True))
