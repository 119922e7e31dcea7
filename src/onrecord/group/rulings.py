"""What people ruled about stories: kept by every later run, the newest ruling last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.ids import content_id

__all__ = ["Ruling", "apply_rulings", "rulings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Two reports are (`join`) or are not of one story; without a second, one stands alone."""

    join: bool
    report: str
    other: str | None


def rulings(decisions: Sequence[Decision], reports: Iterable[str]) -> list[Ruling]:
    """The rulings on stories that still stand, in the order in which they were made.

    `target` and `value` of a decision name reports, or stories by id. Decisions that were undone or
    name a report that is not there are left out.
    """
    undone = {d.target for d in decisions if d.kind is DecisionKind.UNDO}
    kinds = (DecisionKind.JOIN_STORIES, DecisionKind.SPLIT_STORY)
    made = [d for d in decisions if d.kind in kinds and d.id not in undone]
    if not made:
        return []
    known = {report: report for report in reports}
    # A story's id is that of its first report, and stays readable when another has become the first.
    known |= {content_id("story", report): report for report in list(known)}
    found = []
    for decision in made:
        report = known.get(decision.target)
        other = known.get(decision.value) if decision.value else None
        join = decision.kind is DecisionKind.JOIN_STORIES
        if report is None or (other is None and (join or decision.value)):
            continue
        found.append(Ruling(join=join, report=report, other=other))
    return found


def apply_rulings(
    stories: list[list[str]], made: Sequence[Ruling], copysets: Mapping[str, Sequence[str]]
) -> list[list[str]]:
    """The stories joined and split as ruled; a report takes its copies along."""
    groups = [list(story) for story in stories]
    at = {report: group for group in groups for report in group}
    for ruling in made:
        group = at[ruling.report]
        if ruling.join and ruling.other is not None:
            other = at[ruling.other]
            if other is not group:
                group += other
                at |= dict.fromkeys(other, group)
                other.clear()
        elif ruling.other is None or at[ruling.other] is group:
            leaving = [r for r in copysets[ruling.report] if r in group and r != ruling.other]
            at |= dict.fromkeys(leaving, leaving)
            group[:] = [r for r in group if r not in leaving]
            groups.append(leaving)
    return [group for group in groups if group]
