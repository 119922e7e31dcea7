"""The register as it stands, or as it stood: a pure fold of what is stored."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.app.published import as_ruled, ruled_dates
from onrecord.app.register_folder import RegisterFolder
from onrecord.app.standing import kept_grouping
from onrecord.errors import UsageError
from onrecord.model.decision import Decision, Occurrence
from onrecord.model.register import Commitment, Register
from onrecord.model.report import Report
from onrecord.read import Reading
from onrecord.reconcile import ReconcileInputs, reconcile

__all__ = ["find_commitments", "load_register"]

_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What a register rests on, at some moment."""

    reports: tuple[Report, ...]
    readings: dict[str, Reading]
    decisions: tuple[Decision, ...]
    occurrences: tuple[Occurrence, ...]


def load_register(
    register: RegisterFolder, *, as_of: str | None = None, known_on: str | None = None
) -> Register:
    """The register, folded from what is stored; the same input gives the same register.

    With `as_of` (ISO date), only reports published by that day count; a report without a full date
    counts from the day on which it was added. With `known_on` (ISO date), only what the register
    held at the end of that day (UTC) counts: reports, readings, decisions, occurrences.
    """
    moment = f"{known_on}T23:59:59.999999+00:00" if known_on else None
    known = _known(register, as_of, moment)
    statements = {r.id: known.readings[r.id].statements for r in known.reports
                  if r.id in known.readings}  # fmt: skip
    return reconcile(
        ReconcileInputs(
            name=register.name,
            codebook=register.codebook,
            reports=known.reports,
            statements=tuple(s for r in known.reports for s in statements.get(r.id, ())),
            grouping=kept_grouping(
                register, known.reports, statements=statements, decisions=known.decisions,
                known_by=moment,
            ),
            decisions=known.decisions,
            occurrences=known.occurrences,
            as_of=as_of,
        )
    )  # fmt: skip


def _known(register: RegisterFolder, as_of: str | None, moment: str | None) -> _Known:
    store = register.store
    decisions = tuple(store.records.decisions(known_by=moment))
    added: dict[str, str] = {}
    reports: list[Report] = []
    for report, recorded_at in store.reports.all(known_by=moment):
        reports.append(report)
        added[report.id] = recorded_at[:10]
    ruled = as_ruled(reports, ruled_dates(decisions))
    return _Known(
        reports=tuple(r for r in ruled if as_of is None or _day(r, added[r.id]) <= as_of),
        readings=(
            store.readings.known_by(moment) if moment
            else store.readings.of(register.read_by())
        ),
        decisions=decisions,
        occurrences=tuple(store.records.occurrences(known_by=moment)),
    )  # fmt: skip


def _day(report: Report, added: str) -> str:
    full = _FULL_DATE.match(report.published or "")
    return full.group() if full else added


def find_commitments(register: Register, wanted: str) -> tuple[Commitment, ...]:
    """The commitments of an id, of its first characters, or of a statement's id.

    Raises UsageError where there is none.
    """
    found = tuple(
        c for c in register.commitments
        if c.id.startswith(wanted) or any(s.startswith(wanted) for s in c.statements)
    )  # fmt: skip
    if not wanted or not found:
        raise UsageError(
            "no such commitment", where=wanted, todo="`onrecord show --list` lists them"
        )
    return found
