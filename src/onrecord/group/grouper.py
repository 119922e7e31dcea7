"""Grouping reports as they come in: copysets, stories and origins, and what an addition changes.

The outcome depends on the set of reports, statements and decisions alone: a batch, a stream and any
order end in the same grouping.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any

from onrecord.group.copies import CopyIndex
from onrecord.group.copy_texts import entries
from onrecord.group.named import Named
from onrecord.group.names import Names
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
from onrecord.group.shelf import Box, Shelf
from onrecord.group.stories import Story, StoryEntry, StoryIndex
from onrecord.group.telling import TELLINGS, claims_of, telling, terms_of
from onrecord.group.terms import Line, own_lines
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
        kept: dict[str, Any] = json.loads(piece) if piece else {}
        count = kept.get("reports", 0)
        self._reports = Names("reports", shelf, count)
        self._named = Named(self._reports, shelf)
        self._ruled: set[str] = set(kept.get("ruled", []))
        self._vocabulary = Vocabulary(shelf, kept.get("terms", 0))
        self._copies = CopyIndex(reports=self._reports, shelf=shelf)
        self._stories = StoryIndex(self._vocabulary, self._reports, shelf=shelf)
        self._tellings = Box("tellings", TELLINGS, shelf, count)
        self._placed = Box("placed", PLACED, shelf, count)

    @staticmethod
    def was_saved(shelf: Shelf) -> bool:
        """Whether the shelf holds a grouping to go on from."""
        return _PIECE in shelf.get([_PIECE])

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf what changed since it was loaded or last saved."""
        kept = {
            "reports": len(self._reports), "ruled": sorted(self._ruled),
            "terms": len(self._vocabulary),
        }  # fmt: skip
        shelf.put({_PIECE: json.dumps(kept).encode()})
        for part in (
            self._reports, self._named, self._vocabulary, self._copies, self._stories, self._tellings, self._placed,
        ):  # fmt: skip
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
        made = rulings(decisions, self._named.find)
        found = self._find_stories(changed, made)
        return self._regroup(changed | told, found, made)

    def grouping(self) -> Grouping:
        """The grouping of all reports so far, by publication and id."""
        self._placed.fetch(range(len(self._placed)))
        ordered = self._in_order(self._reports)
        placed = [self._placed[n] for n in self._reports.find(ordered)]
        return Grouping(
            memberships=tuple(p.membership for p in placed), copies=self._copies.links()
        )

    def _in_order(self, reports: Iterable[str]) -> list[str]:
        reports = list(reports)
        self._stories.fetch(reports)
        return sorted(reports, key=self._stories.order)

    def _take_in(self, reports: Iterable[Report]) -> set[str]:
        """Read new reports; those whose copyset may have changed."""
        changed: set[str] = set()
        waiting = iter(reports)
        while chunk := list({r.id: r for r in islice(waiting, _CHUNK)}.values()):
            if fresh := self._fresh(chunk):
                changed |= self._copies.add(entries(fresh))
                lines = [own_lines(report) for report in fresh]
                self._vocabulary.look_up(terms_of(line for own in lines for line in own))
                self._stories.add(list(map(self._read, fresh, lines)))
        return changed

    def _fresh(self, reports: Sequence[Report]) -> list[Report]:
        """Those that are not known, or have another date now."""
        numbers = self._reports.find([r.id for r in reports])
        known = {r.id for r, n in zip(reports, numbers, strict=True) if n >= 0}
        self._stories.fetch(known)
        return [
            r for r in reports
            if r.id not in known or self._stories.order(r.id)[0] != (r.published or "9")
        ]  # fmt: skip

    def _read(self, report: Report, lines: Sequence[Line]) -> StoryEntry:
        told = telling(report, lines, self._vocabulary)
        number = self._reports.number(report.id)
        if number < len(self._tellings):
            self._tellings[number] = told.with_claims(self._tellings[number].claims)
        else:
            self._tellings.append(told)
        return StoryEntry.of(report, profile(report, lines, self._vocabulary))

    def _take_claims(self, statements: Mapping[str, Sequence[Statement]]) -> set[str]:
        """Keep what was read in reports; those of which something else was known before."""
        numbers = zip(statements, self._reports.find(list(statements)), strict=True)
        known = {report: n for report, n in numbers if n >= 0}
        self._tellings.fetch(known.values())
        told = set()
        for report, number in known.items():
            held, claims = self._tellings[number], claims_of(statements[report])
            if held.claims != claims:
                self._tellings[number] = held.with_claims(claims)
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
        self._copies.fetch(changed | ruled | self._ruled)
        again = {self._head(r) for r in sorted(changed | ruled | self._ruled)}
        stories = {story.members[0]: story for story in found}
        heads = {report for story in found for report in story.members}
        for story in self._stories.stories_of(sorted(again - heads)):
            stories[story.members[0]] = story
            heads.update(story.members)
        self._copies.fetch(heads)
        copysets = {head: self._copies.copyset(head) for head in heads}
        self._placed.fetch(self._known(r for members in copysets.values() for r in members))
        why = self._reasons(stories.values(), {s.members[0] for s in found})
        groups: list[list[str]] = []
        now: dict[str, Placed] = {}
        for _, story in sorted(stories.items()):
            members = [r for head in story.members for r in copysets[head]]
            if story.as_before and again.isdisjoint(story.members):
                now |= {r: place_again(self._place_of(r), why.get(r)) for r in members}
            else:
                groups.append(members)
        if made:
            groups = apply_rulings(groups, made, {r: self._copies.copyset(r) for r in ruled})
        self._ruled = {r for g in groups if made and ruled.intersection(g) for r in g}
        head_of = {r: head for head, members in copysets.items() for r in members}
        self._tellings.fetch(self._reports.find([r for group in groups for r in group]))
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
            number = self._reports.number(report)
            if number < len(self._placed):
                reasons = self._placed[number].membership.reasons
                yield from ((report, reason) for reason in reasons if reason.code == "story")

    def _place(
        self, members: Sequence[str], heads: Mapping[str, str], why: Mapping[str, GroupReason]
    ) -> Iterator[Placed]:
        ordered = self._in_order(members)
        inside = set(ordered)
        links = [c for c in self._copies.links(ordered) if {c.a, c.b} <= inside]
        tellings = [self._tellings[n] for n in self._reports.find(ordered)]
        return place(tellings, heads, links, why)

    def _keep(self, now: Mapping[str, Placed]) -> Changes:
        numbers = self._reports.find(list(now))
        held = len(self._placed)
        self._placed.fetch(n for n in numbers if n < held)
        pairs = zip(now, numbers, strict=True)
        before = {report: self._placed[n] for report, n in pairs if n < held}
        for number, placed in sorted(zip(numbers, now.values(), strict=True), key=itemgetter(0)):
            if number == len(self._placed):
                self._placed.append(placed)
            elif self._placed[number] != placed:
                self._placed[number] = placed
        return changes(before, now)

    def _known(self, reports: Iterable[str]) -> list[int]:
        """The numbers of those that have a place already."""
        return [n for n in self._reports.find(list(reports)) if n < len(self._placed)]

    def _place_of(self, report: str) -> Placed:
        return self._placed[self._reports.number(report)]
