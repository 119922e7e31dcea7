"""What people rule about stories: kept as decisions, and followed by every grouping from then on."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.app.register_folder import RegisterFolder
from onrecord.app.standing import regroup
from onrecord.errors import UsageError
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.grouping import Grouping
from onrecord.model.ids import content_id
from onrecord.store import exclusive, utc_now

__all__ = ["Signed", "join_stories", "split_story", "undo_decision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who rules, and why."""

    by: str
    why: str = ""


def join_stories(register: RegisterFolder, one: str, other: str, signed: Signed) -> Decision:
    """From now on the stories of these two (reports, or stories by id) are one.

    Raises UsageError where one is not in the register or both are the same, StoreBusy while another
    process writes.
    """
    return _rule(register, DecisionKind.JOIN_STORIES, (one, other), signed)


def split_story(
    register: RegisterFolder, report: str, other: str | None, signed: Signed
) -> Decision:
    """From now on the report is not of the other's story; without another, it stands alone.

    Its copies go with it. Raises as `join_stories` does.
    """
    named = (report,) if other is None else (report, other)
    return _rule(register, DecisionKind.SPLIT_STORY, named, signed)


def undo_decision(register: RegisterFolder, wanted: str, signed: Signed) -> Decision:
    """Take back a decision, by its id or the first characters of it; the ruling to do so.

    Raises UsageError where there is none such or it is undone already.
    """
    with exclusive(register.folder):
        made = register.store.records.decisions()
        undone = {d.target for d in made if d.kind is DecisionKind.UNDO}
        found = [d for d in made if d.id.startswith(wanted) and d.kind is not DecisionKind.UNDO]
        if len(found) != 1 or not wanted or found[0].id in undone:
            raise UsageError(
                "no such decision that stands", where=wanted, todo="`onrecord decide list` lists them"
            )  # fmt: skip
        return _kept(register, DecisionKind.UNDO, (found[0].id,), signed)


def _rule(
    register: RegisterFolder, kind: DecisionKind, named: tuple[str, ...], signed: Signed
) -> Decision:
    with exclusive(register.folder):
        regroup(register)
        grouping = register.store.groupings.current()
        full = tuple(_known(name, grouping) for name in named)
        if len(set(full)) < len(full):
            raise UsageError(
                "it can't be ruled on with itself", where=named[0], todo="name another"
            )
        return _kept(register, kind, full, signed)


def _known(name: str, grouping: Grouping) -> str:
    """A report's id, or a story's id or the first characters of it, in full."""
    reports = {m.report for m in grouping.memberships}
    if name in reports:
        return name
    # A story's id is that of a report of it; one that has become another's stays readable.
    stories = {content_id("story", report) for report in reports}
    found = [story for story in stories if story.startswith(name)]
    if len(found) != 1:
        raise UsageError(
            "no such report or story", where=name, todo="`onrecord export stories` lists them"
        )
    return found[0]


def _kept(
    register: RegisterFolder, kind: DecisionKind, named: tuple[str, ...], signed: Signed
) -> Decision:
    at = utc_now()
    target, value = named[0], named[1] if len(named) > 1 else None
    decision = Decision(
        id=content_id("d", kind, target, value or "", at), kind=kind, target=target, value=value,
        by=signed.by, at=at, why=signed.why,
    )  # fmt: skip
    register.store.records.add_decision(decision)
    regroup(register)
    return decision
