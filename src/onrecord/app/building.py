"""Building a register: reading what has not been read, and grouping once there is something new."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from onrecord.app.published import as_ruled, ruled_dates
from onrecord.app.register_folder import RegisterFolder
from onrecord.app.standing import Grouped, regroup
from onrecord.engine.local import read_reports
from onrecord.model.rejected import Rejected
from onrecord.model.run import Run
from onrecord.read import Reading
from onrecord.store import exclusive, utc_now
from onrecord.version import VERSION

__all__ = ["Built", "build"]

Progress = Callable[[int, int], None]
"""Called with how many reports are read and kept, and how many there are to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The run, the reports that the reader failed on, and how the grouping changed."""

    run: Run
    rejected: tuple[Rejected, ...]
    grouped: Grouped = field(default_factory=Grouped)


def build(
    register: RegisterFolder, *, jobs: int | None = None, progress: Progress | None = None
) -> Built:
    """Read the reports that this reader has not read by this codebook; the rest is not touched.

    Then the reports are grouped, if there is anything new to group by, and how they stand is kept.
    Raises StoreBusy while another process writes. An interrupt keeps what was read.
    """
    with exclusive(register.folder):
        built = _Building(register).run(jobs, progress or (lambda done, total: None))
        return replace(built, grouped=regroup(register))


class _Building:
    """One build: what waits for reading, and how far it has come."""

    def __init__(self, register: RegisterFolder) -> None:
        self._store = register.store
        self._codebook = register.codebook
        self._by = register.read_by()
        self._waiting = self._store.readings.unread(self._by)
        self._read = self._statements = 0
        self._rejected: list[Rejected] = []

    def run(self, jobs: int | None, progress: Progress) -> Built:
        run = Run(
            id=uuid.uuid4().hex, started_at=utc_now(), ended_at=None, version=VERSION,
            reader=self._by.reader, codebook=f"{self._codebook.name} {self._codebook.version}",
            reports_seen=self._store.reports.count(), reports_read=0, statements=0, rejected=0,
            state="running",
        )  # fmt: skip
        if not self._waiting:
            # Nothing to do is no run: a second build leaves the register as it is.
            return Built(run=replace(run, ended_at=utc_now(), state="done"), rejected=())
        self._store.records.add_run(run)
        state = "failed"
        try:
            self._read_all(jobs, progress)
            state = "done"
        except KeyboardInterrupt:
            state = "interrupted"
            raise
        finally:
            run = replace(
                run, ended_at=utc_now(), reports_read=self._read, statements=self._statements,
                rejected=len(self._rejected), state=state,
            )  # fmt: skip
            self._store.records.add_run(run)
        return Built(run=run, rejected=tuple(self._rejected))

    def _read_all(self, jobs: int | None, progress: Progress) -> None:
        for reading in self._store.readings.save(self._found(jobs), by=self._by):
            self._read += 1
            self._statements += len(reading.statements)
            progress(self._read, len(self._waiting))

    def _found(self, jobs: int | None) -> Iterator[Reading]:
        ruled = ruled_dates(self._store.records.decisions())
        reports = as_ruled(self._store.reports.some(self._waiting), ruled)
        for found in read_reports(reports, self._codebook, jobs=jobs):
            if isinstance(found, Rejected):
                self._store.records.add_reject(found)
                self._rejected.append(found)
            else:
                yield found
