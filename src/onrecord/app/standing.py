"""Where a register's reports stand: found by `build`, kept in the store, and loaded by all others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.app.published import as_ruled, ruled_dates
from onrecord.app.register_folder import RegisterFolder
from onrecord.engine.reader_version import grouping_version
from onrecord.group import alone, group, renamings
from onrecord.model.decision import Decision
from onrecord.model.grouping import CopyLink, Grouping, Membership
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.store.groupings import GroupingChanges

__all__ = ["Grouped", "grouping_waits", "kept_grouping", "regroup"]


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
    """Group the register's reports anew if anything has come since, and keep what is not as before.

    To be called with the register held for writing.
    """
    store = register.store
    state = store.groupings.state(_found_by(register))
    before = store.groupings.current()
    if store.groupings.found_from() == state:
        return Grouped()
    decisions = store.records.decisions()
    reports = as_ruled((r for r, _ in store.reports.all()), ruled_dates(decisions))
    readings = store.readings.of(register.read_by())
    statements = {report: reading.statements for report, reading in readings.items()}
    changes = _changes(before, group(reports, statements=statements, decisions=decisions))
    store.groupings.save(changes, found_from=state)
    return Grouped(changed=len(changes.memberships), renamed=len(changes.renamed))


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
    register of an older onrecord, or after an interrupted build) are all of them grouped here.
    """
    kept = register.store.groupings.current(known_by=known_by)
    stand = {m.report: m for m in kept.memberships}
    if any(r.id in statements and r.id not in stand for r in reports):
        return group(reports, statements=statements, decisions=decisions)
    ordered = sorted(reports, key=lambda r: (r.published or "9", r.id))
    there = {r.id for r in ordered}
    return Grouping(
        memberships=tuple(
            _among(stand[r.id], there) if r.id in stand else alone(r.id) for r in ordered
        ),
        copies=_links_among(kept.copies, there),
    )


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
