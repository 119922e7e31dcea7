"""Grouping reports as they come in: copysets, stories and origins, and what an addition changes.

The outcome depends on the set of reports, statements and decisions alone: a batch, a stream and any
order end in the same grouping.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np

from onrecord.group.copies import CopyIndex
from onrecord.group.copy_texts import entries
from onrecord.group.placing import (
    PLACED,
    Changes,
    Placed,
    changes,
    place,
    place_again,
    story_reasons,
)
from onrecord.group.profile import profile
from onrecord.group.rulings import Ruling, apply_rulings, rulings
from onrecord.group.shelf import Box, Shelf, pack, unpack
from onrecord.group.stories import Story, StoryEntry, StoryIndex
from onrecord.group.telling import TELLINGS, claims_of, telling
from onrecord.group.terms import own_lines
from onrecord.group.vocabulary import Vocabulary
from onrecord.model.decision import Decision
from onrecord.model.grouping import Grouping, GroupReason
from onrecord.model.report import Report
from onrecord.model.statement import Statement

__all__ = ["Grouper", "group"]

_CHUNK = 1_000
_PIECE = "grouper"


def group(
    reports: Iterable[Report],
    *,
    statements: Mapping[str, Sequence[Statement]] | None = None,
    decisions: Sequence[Decision] = (),
) -> Grouping:
    """One membership a report: its copyset, story and origin, whom it retells, and why.

    Independent of the order of the reports. `statements`, by report id, sharpen the origins.
    `join_stories` and `split_story` decisions are kept; their target and value name reports or stories.
    """
    grouper = Grouper()
    grouper.add(reports, statements=statements, decisions=decisions)
    return grouper.grouping()


class Grouper:
    """Reports grouped so far. `add` costs what the touched stories cost, not what all do.

    With a shelf it goes on from what was saved there, and reads of that only what an addition touches.
    """

    def __init__(self, shelf: Shelf | None = None) -> None:
        piece = shelf.get([_PIECE]).get(_PIECE) if shelf is not None else None
        if piece is None:
            shelf = None
        parts = {} if piece is None else unpack(piece)
        kept: dict[str, Any] = json.loads(parts["kept"].tobytes()) if parts else {}
        ids: list[str] = kept.get("ids", [])
        count = len(ids)
        self._number: dict[str, int] = {report: n for n, report in enumerate(ids)}
        self._ruled: set[str] = set(kept.get("ruled", []))
        self._vocabulary = Vocabulary.of(shelf, kept["terms"]) if shelf else Vocabulary()
        self._copies = CopyIndex(shelf=shelf)
        self._stories = StoryIndex(self._vocabulary, shelf=shelf)
        self._tellings = Box("tellings", TELLINGS, shelf, count)
        self._placed = Box("placed", PLACED, shelf, count)
        if parts:
            self._copies.know(self._number, parts["texts"])

    @staticmethod
    def was_saved(shelf: Shelf) -> bool:
        """Whether the shelf holds a grouping to go on from."""
        return _PIECE in shelf.get([_PIECE])

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf what changed since it was loaded or last saved."""
        kept = {
            "ids": list(self._number), "ruled": sorted(self._ruled),
            "terms": len(self._vocabulary.terms),
        }  # fmt: skip
        shelf.put({_PIECE: pack(
            texts=self._copies.texts(self._number),
            kept=np.frombuffer(json.dumps(kept).encode(), dtype=np.uint8),
        )})  # fmt: skip
        for part in (self._vocabulary, self._copies, self._stories, self._tellings, self._placed):
            part.save(shelf)

    def add(
        self,
        reports: Iterable[Report] = (),
        *,
        statements: Mapping[str, Sequence[Statement]] | None = None,
        decisions: Sequence[Decision] = (),
    ) -> Changes:
        """Take in reports, and statements by report id; `decisions` are all that were ever made.

        Returns what changed. A report whose id is known already is passed over, unless its date is
        another now. Statements count for reports that are known; later ones of a report replace them.
        """
        changed = self._take_in(reports)
        told = self._take_claims(statements or {})
        made = rulings(decisions, self._number)
        found = self._find_stories(changed, made)
        return self._regroup(changed | told, found, made)

    def grouping(self) -> Grouping:
        """The grouping of all reports so far, by publication and id."""
        ordered = self._in_order(self._number)
        placed = [self._placed[self._number[r]] for r in ordered]
        return Grouping(
            memberships=tuple(p.membership for p in placed), copies=self._copies.links()
        )

    def _in_order(self, reports: Iterable[str]) -> list[str]:
        return sorted(reports, key=self._stories.order)

    def _take_in(self, reports: Iterable[Report]) -> set[str]:
        """Read new reports; those whose copyset may have changed."""
        changed: set[str] = set()
        fresh = (r for r in reports if self._is_new(r))
        while chunk := list({r.id: r for r in islice(fresh, _CHUNK)}.values()):
            changed |= self._copies.add(entries(chunk))
            self._stories.add([self._read(report) for report in chunk])
        return changed

    def _is_new(self, report: Report) -> bool:
        known = report.id in self._number
        return not known or self._stories.order(report.id)[0] != (report.published or "9")

    def _read(self, report: Report) -> StoryEntry:
        lines = own_lines(report)
        told = telling(report, lines, self._vocabulary)
        number = self._number.setdefault(report.id, len(self._number))
        if number < len(self._tellings):
            self._tellings[number] = told.with_claims(self._tellings[number].claims)
        else:
            self._tellings.append(told)
        return StoryEntry.of(report, profile(report, lines, self._vocabulary))

    def _take_claims(self, statements: Mapping[str, Sequence[Statement]]) -> set[str]:
        """Keep what was read in reports; those of which something else was known before."""
        known = {r: claims_of(s) for r, s in statements.items() if r in self._number}
        self._tellings.fetch(self._number[r] for r in known)
        told = set()
        for report, claims in known.items():
            held = self._tellings[self._number[report]]
            if held.claims != claims:
                self._tellings[self._number[report]] = held.with_claims(claims)
                told.add(report)
        return told

    def _find_stories(self, changed: set[str], made: Sequence[Ruling]) -> list[Story]:
        """Find stories anew where copysets or rulings changed."""
        self._copies.fetch(changed)
        heads = {r: self._copies.copyset(r)[0] for r in changed}
        pairs = {
            (self._head(r.report), self._head(r.other)) for r in made if r.other and not r.join
        }
        return self._stories.update(
            [r for r, head in heads.items() if head == r],
            [r for r, head in heads.items() if head != r],
            [(a, b) for a, b in sorted(pairs) if a != b],
        )

    def _head(self, report: str) -> str:
        return self._copies.copyset(report)[0]

    def _regroup(
        self, changed: set[str], found: Sequence[Story], made: Sequence[Ruling]
    ) -> Changes:
        """Place all reports of the stories found, and of those of reports changed or ruled on."""
        ruled = {i for r in made for i in (r.report, r.other) if i}
        again = {self._head(r) for r in sorted(changed | ruled | self._ruled)}
        stories = {story.members[0]: story for story in found}
        heads = {report for story in found for report in story.members}
        for head in sorted(again - heads):
            story = Story(members=self._stories.members(head))
            stories[story.members[0]] = story
            heads.update(story.members)
        self._copies.fetch(heads)
        copysets = {head: self._copies.copyset(head) for head in heads}
        why = self._reasons(stories.values(), {s.members[0] for s in found})
        groups: list[list[str]] = []
        now: dict[str, Placed] = {}
        for _, story in sorted(stories.items()):
            members = [r for head in story.members for r in copysets[head]]
            if story.as_before and again.isdisjoint(story.members):
                now |= {r: place_again(self._placed[self._number[r]], why.get(r)) for r in members}
            else:
                groups.append(members)
        if made:
            groups = apply_rulings(groups, made, {r: self._copies.copyset(r) for r in ruled})
        self._ruled = {r for g in groups if made and ruled.intersection(g) for r in g}
        head_of = {r: head for head, members in copysets.items() for r in members}
        self._tellings.fetch(self._number[r] for group in groups for r in group)
        for members in groups:
            now |= {p.membership.report: p for p in self._place(members, head_of, why)}
        return self._keep(now)

    def _reasons(self, stories: Iterable[Story], found: set[str]) -> dict[str, GroupReason]:
        """What ties each report to its story: as found now, else as it was."""
        why: dict[str, GroupReason] = {}
        for story in stories:
            if story.members[0] in found:
                why |= dict(story_reasons(story))
            else:
                why |= self._known_reasons(story.members)
        return why

    def _known_reasons(self, members: Sequence[str]) -> Iterator[tuple[str, GroupReason]]:
        for report in members:
            number = self._number[report]
            if number < len(self._placed):
                reasons = self._placed[number].membership.reasons
                yield from ((report, reason) for reason in reasons if reason.code == "story")

    def _place(
        self, members: Sequence[str], heads: Mapping[str, str], why: Mapping[str, GroupReason]
    ) -> Iterator[Placed]:
        ordered = self._in_order(members)
        inside = set(ordered)
        links = [c for c in self._copies.links(ordered) if {c.a, c.b} <= inside]
        return place([self._tellings[self._number[r]] for r in ordered], heads, links, why)

    def _keep(self, now: Mapping[str, Placed]) -> Changes:
        known = [r for r in now if self._number[r] < len(self._placed)]
        self._placed.fetch(self._number[r] for r in known)
        before = {r: self._placed[self._number[r]] for r in known}
        for report, placed in sorted(now.items(), key=lambda item: self._number[item[0]]):
            number = self._number[report]
            if number == len(self._placed):
                self._placed.append(placed)
            elif before[report] != placed:
                self._placed[number] = placed
        return changes(before, now)
