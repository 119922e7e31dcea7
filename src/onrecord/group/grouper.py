"""Grouping reports as they come in: copysets, stories and origins, and what an addition changes.

The outcome depends on the set of reports, statements and decisions alone: a batch, a stream and any
order end in the same grouping.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.group.copies import CopyIndex, entries
from onrecord.group.profile import profile
from onrecord.group.retelling import Counterparts, Retelling, retellings
from onrecord.group.rulings import Ruling, apply_rulings, rulings
from onrecord.group.stories import Story, StoryEntry, StoryIndex
from onrecord.group.telling import Telling, telling
from onrecord.group.terms import own_lines
from onrecord.group.vocabulary import Vocabulary
from onrecord.model.decision import Decision
from onrecord.model.grouping import Grouping, GroupReason, Membership, Renamed
from onrecord.model.ids import content_id
from onrecord.model.report import Report
from onrecord.model.statement import Statement

__all__ = ["Changes", "Grouper", "alone", "group", "renamings"]

_CHUNK = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an addition changed: memberships that are new or not as before, and ids that went."""

    memberships: tuple[Membership, ...] = ()
    renamed: tuple[Renamed, ...] = ()


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
    """Reports grouped so far. `add` costs what the touched stories cost, not what all do."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()
        self._copies = CopyIndex()
        self._stories = StoryIndex(self._vocabulary)
        self._order: dict[str, tuple[str, str]] = {}
        self._tellings: dict[str, Telling] = {}
        self._statements: dict[str, Sequence[Statement]] = {}
        self._head: dict[str, str] = {}
        self._story: dict[str, Story] = {}
        self._ruled: set[str] = set()
        self._memberships: dict[str, Membership] = {}
        self._met: Counterparts = {}

    def add(
        self,
        reports: Iterable[Report] = (),
        *,
        statements: Mapping[str, Sequence[Statement]] | None = None,
        decisions: Sequence[Decision] = (),
    ) -> Changes:
        """Take in reports, and statements by report id; `decisions` are all that were ever made.

        Returns what changed. A report whose id is known already is passed over.
        """
        changed = self._take_in(reports)
        told = {r: s for r, s in (statements or {}).items() if self._statements.get(r) != s}
        self._statements |= told
        made = rulings(decisions, self._order)
        changed |= self._find_stories(changed, made)
        changed |= {r for r in told if r in self._order}
        now = {m.report: m for m in self._regrouped(changed, made)}
        before = {r: m for r in now if (m := self._memberships.get(r)) is not None}
        self._memberships |= now
        return Changes(
            memberships=tuple(m for r, m in now.items() if before.get(r) != m),
            renamed=tuple(renamings(before, now)),
        )

    def grouping(self) -> Grouping:
        """The grouping of all reports so far, by publication and id."""
        ordered = sorted(self._memberships, key=self._order.__getitem__)
        return Grouping(
            memberships=tuple(self._memberships[i] for i in ordered), copies=self._copies.links()
        )

    def _take_in(self, reports: Iterable[Report]) -> set[str]:
        """Read new reports; those whose copyset may have changed."""
        changed: set[str] = set()
        fresh = (r for r in reports if r.id not in self._order)
        while chunk := list({r.id: r for r in islice(fresh, _CHUNK)}.values()):
            changed |= self._copies.add(entries(chunk))
            self._stories.add([self._read(report) for report in chunk])
        return changed

    def _read(self, report: Report) -> StoryEntry:
        lines = own_lines(report)
        self._tellings[report.id] = telling(report, lines, self._vocabulary)
        entry = StoryEntry.of(report, profile(report, lines, self._vocabulary))
        self._order[report.id] = entry.order
        return entry

    def _find_stories(self, changed: set[str], made: Sequence[Ruling]) -> set[str]:
        """Find stories anew where copysets or rulings changed; the reports of new stories."""
        for report in changed:
            copyset = self._copies.copyset(report)
            self._head |= dict.fromkeys(copyset, copyset[0])
        on = [r for r in changed if self._head[r] == r]
        off = [r for r in changed if self._head[r] != r]
        pairs = {
            (self._head[r.report], self._head[r.other]) for r in made if r.other and not r.join
        }
        found = self._stories.update(on, off, [(a, b) for a, b in sorted(pairs) if a != b])
        for story in found.gone:
            for report in story.members:
                self._story.pop(report, None)
        for story in found.new:
            self._story |= dict.fromkeys(story.members, story)
        return {report for story in found.new for report in story.members}

    def _regrouped(self, changed: set[str], made: Sequence[Ruling]) -> Iterator[Membership]:
        """The memberships of all reports in the stories of these, and of those ruled on."""
        ruled = {i for r in made for i in (r.report, r.other) if i}
        touched = {
            story.members[0]: story
            for r in changed | ruled | self._ruled
            for story in (self._story[self._head[r]],)
        }
        groups = [
            [r for head in story.members for r in self._copies.copyset(head)]
            for _, story in sorted(touched.items())
        ]
        if made:
            groups = apply_rulings(groups, made, {r: self._copies.copyset(r) for r in ruled})
        self._ruled = {r for group in groups if made and ruled.intersection(group) for r in group}
        why = {r: reason for story in touched.values() for r, reason in _story_reasons(story)}
        for group_ in groups:
            members = sorted(group_, key=self._order.__getitem__)
            inside = set(members)
            links = [c for c in self._copies.links(members) if {c.a, c.b} <= inside]
            told = retellings(
                [self._tellings[m] for m in members], links, self._statements, met=self._met
            )
            yield from _memberships(members, self._head, told, why)


def _memberships(
    members: Sequence[str], head: Mapping[str, str], told: Mapping[str, Retelling],
    why: Mapping[str, GroupReason],
) -> Iterator[Membership]:  # fmt: skip
    story = content_id("story", members[0])
    for report in members:
        retold = told.get(report)
        reasons = (why[report],) if report in why else ()
        yield Membership(
            report=report,
            copyset=content_id("copies", head[report]),
            story=story,
            origin=content_id("origin", _origin(report, told)),
            retells=retold.a if retold else None,
            reasons=reasons + (retold.reasons if retold else ()),
        )


def _origin(report: str, told: Mapping[str, Retelling]) -> str:
    while report in told:
        report = told[report].a
    return report


def _story_reasons(story: Story) -> Iterator[tuple[str, GroupReason]]:
    for report, score, terms in zip(story.members, story.scores, story.shared, strict=False):
        detail = f"shares {', '.join(terms)} with the story's other reports"
        yield report, GroupReason(code="story", detail=detail, score=score)


def renamings(
    before: Mapping[str, Membership], after: Mapping[str, Membership]
) -> Iterator[Renamed]:
    """The ids that are no longer used, each with the one that its first report has now.

    Memberships go by report id; `after` holds every report that stands with one of `before`.
    """
    for name in ("copyset", "story", "origin"):
        used = {getattr(m, name) for m in after.values()}
        gone: dict[str, str] = {}
        for report, membership in before.items():
            old = getattr(membership, name)
            if old not in used and report in after:
                gone.setdefault(old, getattr(after[report], name))
        yield from (Renamed(old=old, new=new) for old, new in sorted(gone.items()))


def alone(report: str) -> Membership:
    """The membership of a report that shares nothing with any other."""
    return Membership(
        report=report,
        copyset=content_id("copies", report),
        story=content_id("story", report),
        origin=content_id("origin", report),
    )
