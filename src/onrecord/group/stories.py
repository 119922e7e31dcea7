"""Stories: reports about one event, across outlets.

Reports that share rare terms are neighbours; a neighbourhood (a topic, for as long as it lasts) is parted
into events by likeness. Its parts depend on its members alone, so a stream of reports ends in the same
stories as one batch, and adding reports costs only the neighbourhoods that they touch.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from onrecord.group.agglomerate import MergeRules, merge_groups, place_strays, shared_neighbours
from onrecord.group.dates import day_number, gap_matrix
from onrecord.group.likeness import F64, LikenessRules, likeness
from onrecord.group.neighbours import NeighbourRules, Neighbours
from onrecord.group.profile import PROFILES, Profile
from onrecord.group.shelf import Box, Shelf, pack, unpack
from onrecord.group.vocabulary import I32, Vocabulary
from onrecord.model.report import Report

__all__ = ["Story", "StoryEntry", "StoryIndex", "StoryRules"]

_PIECE = "stories"
_TOP_TERMS = 5


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
        self, vocabulary: Vocabulary, rules: StoryRules | None = None, shelf: Shelf | None = None
    ) -> None:
        self._vocabulary = vocabulary
        self._rules = rules or StoryRules()
        self._near = Neighbours(vocabulary, self._rules.neighbours, shelf)
        self._number: dict[str, int] = {}
        self._published: list[tuple[str, str, bool]] = []
        """Publication ("9" where not known), report and whether the date is sure, by number."""
        self._replaced: list[int] = []
        self._apart: frozenset[tuple[int, int]] = frozenset()
        self._story = np.empty(0, dtype=np.int32)
        """For each number that counts the number of the first report of its story."""
        self._profiles = Box("profiles", PROFILES)
        if shelf is not None:
            self._load(shelf)

    def _load(self, shelf: Shelf) -> None:
        piece = shelf.get([_PIECE]).get(_PIECE)
        if piece is None:
            return
        parts = unpack(piece)
        self._story = parts["story"].copy()
        self._apart = frozenset((a, b) for a, b in parts["apart"].tolist())
        entries = json.loads(parts["entries"].tobytes())
        self._published = [(day, report, sure) for day, report, sure in entries]
        self._number = {entry[1]: n for n, entry in enumerate(self._published)}
        self._profiles = Box("profiles", PROFILES, shelf, len(self._published))

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf what changed since it was loaded or last saved."""
        self._near.save(shelf)
        self._profiles.save(shelf)
        entries = json.dumps(self._published).encode()
        shelf.put({_PIECE: pack(
            story=self._story,
            apart=np.array(sorted(self._apart), dtype=np.int32).reshape(-1, 2),
            entries=np.frombuffer(entries, dtype=np.uint8),
        )})  # fmt: skip

    def add(self, entries: Iterable[StoryEntry]) -> None:
        """Add reports; they do not count yet. A report of a known id takes the place of that one."""
        ordered = sorted(entries, key=lambda e: e.order)
        replaced = [self._number[e.report] for e in ordered if e.report in self._number]
        self._near.set_active([], replaced)
        self._replaced += replaced
        for entry in ordered:
            self._number[entry.report] = len(self._published)
            self._published.append((entry.published or "9", entry.report, entry.sure_date))
            self._profiles.append(entry.profile)
        days = [day_number(e.published) if e.sure_date else None for e in ordered]
        self._near.add([e.profile for e in ordered], days, [e.report for e in ordered])
        self._story = np.concatenate([self._story, np.full(len(ordered), -1, dtype=np.int32)])

    def update(
        self, on: Iterable[str], off: Iterable[str], apart: Iterable[tuple[str, str]] = ()
    ) -> list[Story]:
        """From now on the reports `on` count and those `off` do not; pairs `apart` are kept apart.

        The stories of all neighbourhoods that are not as they were; others are not looked at again.
        """
        number = self._number
        gone = sorted(number[i] for i in off)
        replaced, self._replaced = self._replaced, []
        self._near.set_active(sorted(number[i] for i in on), gone)
        banned = frozenset((number[a], number[b]) for a, b in apart)
        again = {n for pair in banned ^ self._apart for n in pair}
        self._apart = banned
        parts = self._near.changed_parts(again)
        self._profiles.fetch(n for part in parts if len(part) > 1 for n in part.tolist())
        before = self._story.copy()
        self._story[gone + replaced] = -1
        sizes = np.bincount(before[before >= 0], minlength=len(before))
        return [story for part in parts for story in self._stories(part, before, sizes)]

    def order(self, report: str) -> tuple[str, str]:
        """Sorts reports by publication, those without a date last, then by id."""
        return self._published[self._number[report]][:2]

    def members(self, report: str) -> tuple[str, ...]:
        """The reports that count of the story of one that does, the earliest first."""
        label = self._story[self._number[report]]
        return tuple(sorted(
            (self._published[n][1] for n in np.flatnonzero(self._story == label).tolist()),
            key=lambda r: self._published[self._number[r]],
        ))  # fmt: skip

    def _stories(self, part: I32, before: I32, sizes: np.ndarray) -> list[Story]:
        members = sorted(part.tolist(), key=lambda n: self._published[n][:2])
        inside = set(members)
        found = self._part(members, [p for p in self._apart if inside.issuperset(p)])
        stories = []
        for group, story in found:
            numbers = np.array([members[i] for i in group])
            label = before[numbers[0]]
            same = label >= 0 and sizes[label] == len(numbers) and (before[numbers] == label).all()
            self._story[numbers] = numbers[0]
            stories.append(replace(story, as_before=bool(same)))
        return stories

    def _part(
        self, members: Sequence[int], banned: Sequence[tuple[int, int]]
    ) -> list[tuple[list[int], Story]]:
        """The members' groups, by their places, each as a story."""
        if len(members) == 1:
            return [([0], Story(members=(self._published[members[0]][1],)))]
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
        ids = [self._published[n][1] for n in members]
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
        names = [self._vocabulary.terms[t] for t in shared.tolist()]
        best = sorted(zip(-weight, names, strict=True))[:_TOP_TERMS]
        return tuple(name for _, name in best)

    def _nearness(self, members: Sequence[int]) -> F64:
        """1 for reports of the same or the next day, less the further apart they are for sure."""
        entries = [self._published[n] for n in members]
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
