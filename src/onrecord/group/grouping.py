"""Report* -> Grouping: copysets, stories, origins, and what ties each report to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.group.copies import copy_links
from onrecord.group.origins import Retelling, plainly_retells, retellings
from onrecord.group.stories import Story, stories
from onrecord.group.words import Features, features
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.grouping import CopyLink, Grouping, GroupReason, Membership
from onrecord.model.ids import content_id
from onrecord.model.report import Report
from onrecord.model.statement import Statement

__all__ = ["group"]


def group(
    reports: Iterable[Report],
    *,
    statements: Mapping[str, Sequence[Statement]] | None = None,
    decisions: Sequence[Decision] = (),
) -> Grouping:
    """One membership a report: its copyset, story and origin, whom it retells, and why.

    Independent of the order of the reports. `statements`, by report id, sharpen the origins.
    `join_stories` and `split_story` decisions are kept.
    """
    listed = sorted(reports, key=lambda r: (r.published or "9", r.id))
    seen = {r.id: features(r) for r in listed}
    copies = copy_links(listed)
    found = _decided(_linked(stories(listed, seen), listed, seen, copies), decisions)
    memberships: dict[str, Membership] = {}
    for story in found:
        members = [r for r in listed if r.id in story.members]
        memberships |= _members(story, members, seen, copies, statements or {})
    return Grouping(memberships=tuple(memberships[r.id] for r in listed), copies=tuple(copies))


def _linked(
    found: list[Story], listed: Sequence[Report], seen: Mapping[str, Features],
    copies: Sequence[CopyLink],
) -> list[Story]:  # fmt: skip
    """Stories joined where a report of one copies or plainly retells a report of another."""
    pairs = [(c.a, c.b) for c in copies]
    alone = {s.members[0] for s in found if len(s.members) == 1}
    for b in listed:
        if b.id in alone:
            told = [r for a in listed if a.id != b.id and (r := plainly_retells(a, b, seen))]
            if told:
                nearest = max(told, key=lambda t: (t[1], t[0]))
                pairs.append((nearest[0], b.id))
    heads = _components([r.id for r in listed], [*pairs, *(
        (s.members[0], m) for s in found for m in s.members[1:]
    )])  # fmt: skip
    groups: dict[str, list[str]] = {}
    for report in listed:
        groups.setdefault(heads[report.id], []).append(report.id)
    reasons = {m: s.reasons[m] for s in found for m in s.members if m in s.reasons}
    return [
        Story(tuple(members), {m: reasons[m] for m in members if m in reasons})
        for members in groups.values()
    ]


def _members(
    story: Story, members: Sequence[Report], seen: Mapping[str, Features],
    copies: Sequence[CopyLink], statements: Mapping[str, Sequence[Statement]],
) -> dict[str, Membership]:  # fmt: skip
    ids = {r.id for r in members}
    inside = [c for c in copies if c.a in ids and c.b in ids]
    tells = {r.b: r for r in retellings(members, seen, inside, statements)}
    copyset = _components([r.id for r in members], [(c.a, c.b) for c in inside])
    story_id = content_id("story", members[0].id)
    return {
        r.id: Membership(
            report=r.id,
            copyset=content_id("copies", copyset[r.id]),
            story=story_id,
            origin=content_id("origin", _origin(r.id, tells)),
            retells=tells[r.id].a if r.id in tells else None,
            reasons=(*_story_reason(story, r.id), *(tells[r.id].reasons if r.id in tells else ())),
        )
        for r in members
    }


def _origin(report: str, tells: Mapping[str, Retelling]) -> str:
    while report in tells:
        report = tells[report].a
    return report


def _story_reason(story: Story, report: str) -> tuple[GroupReason, ...]:
    if report not in story.reasons:
        return ()
    score, terms = story.reasons[report]
    return (GroupReason(code="story", detail=f"shares {', '.join(terms)}", score=score),)


def _components(ids: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each id the first id of its connected component."""
    head = {i: i for i in ids}

    def find(i: str) -> str:
        while head[i] != i:
            head[i] = head[head[i]]
            i = head[i]
        return i

    order = {i: n for n, i in enumerate(ids)}
    for a, b in pairs:
        first, second = sorted((find(a), find(b)), key=order.__getitem__)
        head[second] = first
    return {i: find(i) for i in ids}


def _decided(found: list[Story], decisions: Sequence[Decision]) -> list[Story]:
    """What people ruled: `target` and `value` are report ids to join, or a report to split off."""
    groups = [set(s.members) for s in found]
    reasons = {m: s.reasons.get(m) for s in found for m in s.members}
    for decision in decisions:
        if decision.kind is DecisionKind.JOIN_STORIES and decision.value:
            joined = [g for g in groups if decision.target in g or decision.value in g]
            groups = [g for g in groups if g not in joined] + [set().union(*joined)]
        elif decision.kind is DecisionKind.SPLIT_STORY:
            groups = [g - {decision.target} for g in groups] + [{decision.target}]
    return [
        Story(tuple(sorted(g)), {m: r for m in sorted(g) if (r := reasons.get(m)) is not None})
        for g in groups
        if g
    ]
