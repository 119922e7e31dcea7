"""Stories: reports about one event, across outlets.

Reports that share rare terms are neighbours; a neighbourhood (a topic, for as long as it lasts) is parted
into events by likeness. Its parts depend on its members alone, so a stream of reports ends in the same
stories as one batch, and adding reports costs only the neighbourhoods that they touch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.group.agglomerate import MergeRules, merge_groups, place_strays, shared_neighbours
from onrecord.group.dates import day_number, gap_matrix
from onrecord.group.likeness import F64, LikenessRules, likeness
from onrecord.group.neighbours import NeighbourRules, Neighbours
from onrecord.group.profile import Profile
from onrecord.group.vocabulary import Vocabulary
from onrecord.model.report import Report

__all__ = ["Story", "StoryChanges", "StoryEntry", "StoryIndex", "StoryRules"]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChanges:
    """Stories that are no more, and those in their place."""

    gone: tuple[Story, ...] = ()
    new: tuple[Story, ...] = ()


class StoryIndex:
    """Stories among the reports that count; others (copies) are kept at hand."""

    def __init__(self, vocabulary: Vocabulary, rules: StoryRules | None = None) -> None:
        self._vocabulary = vocabulary
        self._rules = rules or StoryRules()
        self._near = Neighbours(vocabulary, self._rules.neighbours)
        self._entries: list[StoryEntry] = []
        self._number: dict[str, int] = {}
        self._apart: frozenset[tuple[int, int]] = frozenset()
        self._known: dict[int, list[Story]] = {}

    def add(self, entries: Iterable[StoryEntry]) -> None:
        """Add reports, each id at most once; they do not count yet."""
        ordered = sorted(entries, key=lambda e: e.order)
        for entry in ordered:
            self._number[entry.report] = len(self._entries)
            self._entries.append(entry)
        days = [day_number(e.published) if e.sure_date else None for e in ordered]
        self._near.add([e.profile for e in ordered], days, [e.report for e in ordered])

    def update(
        self, on: Iterable[str], off: Iterable[str], apart: Iterable[tuple[str, str]] = ()
    ) -> StoryChanges:
        """From now on the reports `on` count and those `off` do not; pairs `apart` are kept apart.

        Neighbourhoods that stay as they were are not looked at again.
        """
        number = self._number
        self._near.set_active(sorted(number[i] for i in on), sorted(number[i] for i in off))
        banned = frozenset((number[a], number[b]) for a, b in apart)
        again = {n for pair in banned ^ self._apart for n in pair}
        self._apart = banned
        known, self._known = self._known, {}
        new: list[Story] = []
        for part in self._near.neighbourhoods():
            signature = self._near.signature(part)
            stories = known.get(signature)
            if stories is not None and not (again and again.intersection(part.tolist())):
                del known[signature]
            else:
                members = sorted(part.tolist(), key=lambda n: self._entries[n].order)
                stories = self._part(members, [p for p in banned if set(p) <= set(members)])
                new += stories
            self._known[signature] = stories
        gone = [story for stories in known.values() for story in stories]
        return StoryChanges(gone=tuple(gone), new=tuple(new))

    def _part(self, members: Sequence[int], banned: Sequence[tuple[int, int]]) -> list[Story]:
        entries = [self._entries[n] for n in members]
        if len(entries) == 1:
            return [Story(members=(entries[0].report,))]
        rules = self._rules
        profiles = [e.profile for e in entries]
        alike = likeness(profiles, self._vocabulary, rules.likeness) * _nearness(entries, rules)
        alike = np.asarray(np.round(alike, 9), dtype=np.float64)
        apart = np.zeros(alike.shape, dtype=bool)
        for a, b in banned:
            i, j = members.index(a), members.index(b)
            apart[i, j] = apart[j, i] = True
        groups = merge_groups(shared_neighbours(alike, rules.merge), rules.merge, apart)
        groups = place_strays(groups, alike, rules.merge, apart)
        return [self._story(group, entries, alike) for group in groups]

    def _story(self, group: Sequence[int], entries: Sequence[StoryEntry], alike: F64) -> Story:
        members = tuple(entries[i].report for i in group)
        if len(group) == 1:
            return Story(members=members)
        within = np.minimum(alike[np.ix_(group, group)], 1.0)
        np.fill_diagonal(within, 0.0)
        scores = within.sum(axis=1) / (len(group) - 1)
        carriers = _carriers([entries[i].profile for i in group])
        return Story(
            members=members,
            scores=tuple(round(float(s), 3) for s in scores),
            shared=tuple(self._top_terms(entries[i].profile, carriers) for i in group),
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


def _carriers(profiles: Sequence[Profile]) -> dict[int, int]:
    ids, counts = np.unique(np.concatenate([p.terms for p in profiles]), return_counts=True)
    return dict(zip(ids.tolist(), counts.tolist(), strict=True))


def _nearness(entries: Sequence[StoryEntry], rules: StoryRules) -> F64:
    """1 for reports of the same or the next day, less the further apart they are for sure."""
    gap = gap_matrix([e.published for e in entries])
    near = np.exp(-np.maximum(np.nan_to_num(gap) - 1.0, 0.0) / rules.fade_days)
    sure = np.array([e.sure_date for e in entries])
    known = np.where(sure[:, None] & sure, near, 1.0)
    return np.asarray(np.where(np.isnan(gap), rules.unknown_date, known), dtype=np.float64)
