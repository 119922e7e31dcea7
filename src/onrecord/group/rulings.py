"""What people ruled about stories: kept by every later run, the newest ruling last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.decision import Decision, DecisionKind

__all__ = ["Ruling", "apply_rulings", "rulings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Two reports are (`join`) or are not of one story; without a second, one stands alone."""

    join: bool
    report: str
    other: str | None


def rulings(
    decisions: Sequence[Decision], find: Callable[[Sequence[str]], Mapping[str, str]]
) -> list[Ruling]:
    """The rulings on stories that still stand, in the order in which they were made.

    `target` and `value` of a decision name reports, or stories by id; `find` gives the reports of those
    names that it knows. Decisions that were undone or name a report that is not there are left out.
    """
    undone = {d.target for d in decisions if d.kind is DecisionKind.UNDO}
    kinds = (DecisionKind.JOIN_STORIES, DecisionKind.SPLIT_STORY)
    made = [d for d in decisions if d.kind in kinds and d.id not in undone]
    if not made:
        return []
    known = find([name for d in made for name in (d.target, d.value) if name])
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
