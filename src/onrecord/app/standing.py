"""Where a register's reports stand: found by `build`, kept in the store, and loaded by all others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from onrecord.app.published import as_ruled, ruled_dates
from onrecord.app.register_folder import RegisterFolder
from onrecord.engine.reader_version import grouping_version
from onrecord.group import Changes, Grouper, alone, group, renamings
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.grouping import CopyLink, Grouping, Membership
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.store.groupings import GroupedFrom, GroupingChanges
from onrecord.store.pieces import Pieces

__all__ = ["Grouped", "grouping_waits", "kept_grouping", "regroup"]

_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """How many reports stand otherwise than before, and how many ids became others."""

    changed: int = 0
    renamed: int = 0


def grouping_waits(register: RegisterFolder) -> bool:
    """Whether reports, readings or decisions have come since the reports were grouped."""
    groupings = register.store.groupings
    return groupings.found_from() != groupings.state(_found_by(register))


def regroup(register: RegisterFolder) -> Grouped:
    """Group what has come since the reports were last grouped, and keep what is not as before.

    Only what new reports, readings and decisions touch is looked at; all of it where other rules of
    grouping hold now. To be called with the register held for writing.
    """
    groupings = register.store.groupings
    state = groupings.state(_found_by(register))
    if groupings.found_from() == state:
        return Grouped()
    pieces = groupings.pieces()
    since = _goes_on_from(register)
    changes = (
        _changes(groupings.current(), _grouped_anew(register, pieces)) if since is None
        else _grouped_since(register, pieces, since)
    )  # fmt: skip
    groupings.save(changes, found_from=state, pieces=pieces)
    return Grouped(changed=len(changes.memberships), renamed=len(changes.renamed))


def _goes_on_from(register: RegisterFolder) -> GroupedFrom | None:
    """The state of the last grouping; None where it can't be gone on from."""
    since = GroupedFrom.of(register.store.groupings.found_from())
    same = since is not None and since.found_by[0] == grouping_version()
    return since if same and Grouper.was_saved(register.store.groupings.pieces()) else None


def _grouped_since(register: RegisterFolder, pieces: Pieces, since: GroupedFrom) -> GroupingChanges:
    store, by = register.store, register.read_by()
    decisions = store.records.decisions()
    dated = [d.target for d in decisions if d.kind is DecisionKind.SET_PUBLISHED]
    ids = dict.fromkeys([*store.reports.added_after(since.report), *dated])
    # Another reader or codebook says other things of every report.
    reading = since.reading if since.found_by == _found_by(register) else 0
    readings = store.readings.made_after(reading, by, and_of=dated)
    grouper = Grouper(pieces)
    found = grouper.add(
        as_ruled(store.reports.some(list(ids)), ruled_dates(decisions)),
        statements={report: r.statements for report, r in readings.items()},
        decisions=decisions,
    )
    grouper.save(pieces)
    return GroupingChanges(
        memberships=found.memberships, copies=found.copies, parted=found.parted,
        renamed=found.renamed,
    )  # fmt: skip


def _grouped_anew(register: RegisterFolder, pieces: Pieces) -> Grouping:
    """All reports grouped, some thousands at a time so that memory holds; all but the last are written."""
    store = register.store
    store.groupings.begin_anew()
    decisions = store.records.decisions()
    readings = store.readings.of(register.read_by())
    reports = as_ruled(store.reports.some(store.reports.added_after(0)), ruled_dates(decisions))
    memberships: dict[str, Membership] = {}
    copies: dict[tuple[str, str], CopyLink] = {}
    while chunk := list(islice(reports, _AT_ONCE)):
        store.groupings.write(pieces)
        grouper = Grouper(pieces)
        found = grouper.add(
            chunk, decisions=decisions,
            statements={r.id: readings[r.id].statements for r in chunk if r.id in readings},
        )  # fmt: skip
        grouper.save(pieces)
        memberships |= {m.report: m for m in found.memberships}
        for pair in found.parted:
            copies.pop(pair, None)
        copies |= {(c.a, c.b): c for c in found.copies}
    return Grouping(memberships=tuple(memberships.values()), copies=tuple(copies.values()))


def _found_by(register: RegisterFolder) -> tuple[str, ...]:
    by = register.read_by()
    return grouping_version(), by.reader, by.codebook


def _changes(before: Grouping, now: Grouping) -> GroupingChanges:
    stood = {m.report: m for m in before.memberships}
    stand = {m.report: m for m in now.memberships}
    linked = {(c.a, c.b): c for c in before.copies}
    links = {(c.a, c.b): c for c in now.copies}
    return GroupingChanges(
        memberships=tuple(m for r, m in stand.items() if stood.get(r) != m),
        copies=tuple(c for pair, c in links.items() if linked.get(pair) != c),
        parted=tuple(pair for pair in linked if pair not in links),
        renamed=tuple(renamings(stood, stand)),
    )


def kept_grouping(
    register: RegisterFolder, reports: Sequence[Report], *,
    statements: Mapping[str, Sequence[Statement]], decisions: Sequence[Decision],
    known_by: str | None = None,
) -> Grouping:  # fmt: skip
    """How these reports stand, as kept (with `known_by`, by that moment); nothing is grouped.

    A report that is not read yet stands alone. Only where a report was read and never grouped (in a
    register of an older onrecord, or after an interrupted build) is it grouped here: with what is
    kept, if that can be gone on from, else with all the others.
    """
    groupings = register.store.groupings
    kept = groupings.current(known_by=known_by)
    stand = {m.report: m for m in kept.memberships}
    if missing := [r for r in reports if r.id in statements and r.id not in stand]:
        if known_by is not None or _goes_on_from(register) is None:
            return group(reports, statements=statements, decisions=decisions)
        found = Grouper(groupings.pieces()).add(
            missing, statements={r.id: statements[r.id] for r in missing}, decisions=decisions
        )
        stand |= {m.report: m for m in found.memberships}
        kept = replace(kept, copies=_amended(kept.copies, found))
    ordered = sorted(reports, key=lambda r: (r.published or "9", r.id))
    there = {r.id for r in ordered}
    return Grouping(
        memberships=tuple(
            _among(stand[r.id], there) if r.id in stand else alone(r.id) for r in ordered
        ),
        copies=_links_among(kept.copies, there),
    )


def _amended(copies: Iterable[CopyLink], found: Changes) -> tuple[CopyLink, ...]:
    links = {(c.a, c.b): c for c in (*copies, *found.copies)}
    return tuple(link for pair, link in links.items() if pair not in found.parted)


def _among(membership: Membership, there: set[str]) -> Membership:
    """The membership as far as these reports go: what a report retells may not be one of them.

    Its origin stays: two that retell one text are not independent, whether or not it is there.
    """
    if membership.retells is None or membership.retells in there:
        return membership
    reasons = tuple(r for r in membership.reasons if r.code == "story")
    return replace(membership, retells=None, reasons=reasons)


def _links_among(links: Iterable[CopyLink], there: set[str]) -> tuple[CopyLink, ...]:
    inside = (c for c in links if c.a in there and c.b in there)
    return tuple(sorted(inside, key=lambda c: (c.a, c.b)))
