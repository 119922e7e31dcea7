"""Building a register: reading what has not been read, and folding what was."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace

from onrecord.app.adding import now_utc
from onrecord.app.register_folder import RegisterFolder
from onrecord.engine.local import read_reports
from onrecord.group import group
from onrecord.model.register import Register
from onrecord.model.report import Report
from onrecord.model.run import Run
from onrecord.read import READER_NAME
from onrecord.reconcile import ReconcileInputs, reconcile
from onrecord.store import StoredReading, exclusive
from onrecord.version import VERSION

__all__ = ["build", "load_register"]

Progress = Callable[[int, int], None]


def build(
    register: RegisterFolder, *, jobs: int | None = None, progress: Progress | None = None
) -> Run:
    """Read the reports that this reader has not read by this codebook; the rest is not touched.

    Raises StoreBusy while another process writes. An interrupt keeps what was read.
    """
    codebook = register.codebook
    store = register.store
    with exclusive(register.folder):
        waiting = set(store.unread(READER_NAME, codebook.fingerprint))
        reports = [r for r in store.reports() if r.id in waiting]
        run = Run(
            id=uuid.uuid4().hex, started_at=now_utc(), ended_at=None, version=VERSION,
            reader=READER_NAME, codebook=f"{codebook.name} {codebook.version}",
            reports_seen=len(store.received_on()), reports_read=0, statements=0,
            rejected=len(store.rejected()), state="running",
        )  # fmt: skip
        if not reports:
            return replace(run, ended_at=now_utc(), state="done")
        store.add_run(run)
        read = statements = 0
        state = "interrupted"
        try:
            found = _readings(reports, register, jobs)
            for reading in store.save_readings(
                found, reader=READER_NAME, codebook=codebook.fingerprint
            ):
                read += 1
                statements += len(reading.statements)
                if progress is not None:
                    progress(read, len(reports))
            state = "done"
        finally:
            run = replace(
                run, ended_at=now_utc(), reports_read=read, statements=statements, state=state
            )
            store.add_run(run)
        return run


def _readings(
    reports: list[Report], register: RegisterFolder, jobs: int | None
) -> Iterator[StoredReading]:
    for reading in read_reports(reports, register.codebook, jobs=jobs):
        yield StoredReading(reading.report, reading.statements, reading.left_out)


def load_register(register: RegisterFolder, *, as_of: str | None = None) -> Register:
    """The register as it stands, or as it stood on a day: a pure fold of what is stored.

    With `as_of` (ISO date), only reports published by that day count; a report without a full date
    counts from the day on which it was added.
    """
    codebook = register.codebook
    store = register.store
    reports = store.reports()
    if as_of is not None:
        added = store.received_on()
        reports = [r for r in reports if _day(r, added[r.id]) <= as_of]
    readings = store.readings(READER_NAME, codebook.fingerprint)
    statements = {r.id: readings[r.id].statements for r in reports if r.id in readings}
    decisions = tuple(store.decisions())
    return reconcile(
        ReconcileInputs(
            name=register.name,
            codebook=codebook,
            reports=tuple(reports),
            statements=tuple(s for r in reports for s in statements.get(r.id, ())),
            grouping=group(reports, statements=statements, decisions=decisions),
            decisions=decisions,
            occurrences=tuple(store.occurrences()),
            as_of=as_of,
        )
    )


def _day(report: Report, added: str) -> str:
    published = report.published
    return published if published and not published.startswith("--") else added
