"""The register's store: sources, reports, readings, decisions, runs and rejects.

Every write is one transaction; a killed process leaves whole transactions only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Table, create_engine, event, func, select
from sqlalchemy.exc import DatabaseError, OperationalError

from onrecord.errors import StoreError
from onrecord.model.codec import decode, encode
from onrecord.model.decision import Decision, Occurrence
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report, Source
from onrecord.model.run import Run
from onrecord.model.statement import LeftOut, Statement
from onrecord.store import schema

__all__ = ["Store", "StoredReading"]

T = TypeVar("T")
_BATCH = 500


class StoredReading:
    """What a reader found in one report, as kept."""

    __slots__ = ("left_out", "report", "statements")

    def __init__(
        self, report: str, statements: Sequence[Statement], left_out: Sequence[LeftOut] = ()
    ) -> None:
        self.report = report
        self.statements = tuple(statements)
        self.left_out = tuple(left_out)


class Store:
    """A store at a database URL. `Store.at(folder)` is the embedded one."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        self._where = url.rpartition("///")[2] or url
        with self._writing() as connection:
            schema.migrate(connection)

    @classmethod
    def at(cls, folder: Path) -> Store:
        """The SQLite store in a register's folder."""
        return cls(f"sqlite:///{folder / 'register.db'}")

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    # -- settings -------------------------------------------------------------------------------

    def setting(self, key: str) -> str | None:
        """A setting of the register, or None."""
        with self._reading() as connection:
            found = connection.execute(
                select(schema.meta.c.value).where(schema.meta.c.key == key)
            ).scalar()
            return str(found) if found is not None else None

    def set_setting(self, key: str, value: str) -> None:
        """Set a setting of the register."""
        with self._writing() as connection:
            connection.execute(schema.meta.delete().where(schema.meta.c.key == key))
            connection.execute(schema.meta.insert().values(key=key, value=value))

    # -- sources and reports --------------------------------------------------------------------

    def add(self, items: Iterable[tuple[Source, Report] | Rejected]) -> Iterator[Report | Rejected]:
        """Keep what was collected, in transactions of up to 500; yields what became of each.

        The same bytes again are rejected as a duplicate. A report whose id another one has gets a
        longer id, so that nothing is lost.
        """
        batch: list[tuple[Source, Report] | Rejected] = []
        for item in items:
            batch.append(item)
            if len(batch) >= _BATCH:
                yield from self._add_batch(batch)
                batch = []
        yield from self._add_batch(batch)

    def _add_batch(
        self, batch: Sequence[tuple[Source, Report] | Rejected]
    ) -> list[Report | Rejected]:
        if not batch:
            return []
        with self._writing() as connection:
            return [self._add_one(connection, item) for item in batch]

    def _add_one(
        self, connection: Connection, item: tuple[Source, Report] | Rejected
    ) -> Report | Rejected:
        if isinstance(item, Rejected):
            self._insert(connection, schema.rejects, encode(item), location=item.where)
            return item
        source, report = item
        known = connection.execute(
            select(schema.reports.c.id).where(schema.reports.c.source == source.id)
        ).scalar()
        if known is not None:
            return Rejected(
                reason=RejectedReason.DUPLICATE, where=source.where,
                detail=f"the same bytes are in the register as {known}", todo="nothing to do",
                source=source.id,
            )  # fmt: skip
        taken = connection.execute(
            select(schema.reports.c.id).where(schema.reports.c.id == report.id)
        ).scalar()
        if taken is not None:
            report = replace(report, id=f"{report.id}-{source.id[:8]}")
        connection.execute(
            schema.sources.insert().values(
                id=source.id, content=source.content, media_type=source.media_type,
                location=source.where, received_at=source.received_at or _now(),
            )
        )  # fmt: skip
        self._insert(
            connection, schema.reports, encode(report), id=report.id, source=source.id,
            text_hash=report.text_hash, published=report.published,
        )  # fmt: skip
        return report

    def reports(self) -> list[Report]:
        """Every report, in the order in which they were added."""
        return self._all(schema.reports, Report)

    def received_on(self) -> dict[str, str]:
        """The day on which each report was recorded, by report id."""
        with self._reading() as connection:
            rows = connection.execute(select(schema.reports.c.id, schema.reports.c.recorded_at))
            return {row.id: row.recorded_at[:10] for row in rows}

    def source(self, source_id: str) -> bytes | None:
        """The bytes of a source, or None."""
        with self._reading() as connection:
            return connection.execute(
                select(schema.sources.c.content).where(schema.sources.c.id == source_id)
            ).scalar()

    def rejected(self) -> list[Rejected]:
        """Every rejected input, the oldest first."""
        return self._all(schema.rejects, Rejected)

    # -- readings -------------------------------------------------------------------------------

    def unread(self, reader: str, codebook: str) -> list[str]:
        """Ids of the reports that this reader has not read with this codebook."""
        read = select(schema.readings.c.report).where(
            schema.readings.c.reader == reader, schema.readings.c.codebook == codebook
        )
        with self._reading() as connection:
            rows = connection.execute(
                select(schema.reports.c.id)
                .where(schema.reports.c.id.not_in(read))
                .order_by(schema.reports.c.seq)
            )
            return [row.id for row in rows]

    def save_readings(
        self, found: Iterable[StoredReading], *, reader: str, codebook: str
    ) -> Iterator[StoredReading]:
        """Keep readings as they come, a transaction for each batch of at most 25."""
        batch: list[StoredReading] = []
        try:
            for reading in found:
                batch.append(reading)
                if len(batch) >= 25:
                    self._save_batch(batch, reader, codebook)
                    yield from batch
                    batch = []
        finally:
            # An interrupt in the middle keeps what was read.
            self._save_batch(batch, reader, codebook)
        yield from batch

    def _save_batch(self, batch: Sequence[StoredReading], reader: str, codebook: str) -> None:
        if not batch:
            return
        with self._writing() as connection:
            for reading in batch:
                payload = encode({"statements": reading.statements, "left_out": reading.left_out})
                self._insert(
                    connection, schema.readings, payload, report=reading.report, reader=reader,
                    codebook=codebook,
                )  # fmt: skip

    def readings(self, reader: str, codebook: str) -> dict[str, StoredReading]:
        """What this reader found with this codebook, by report id."""
        import msgspec

        with self._reading() as connection:
            rows = connection.execute(
                select(schema.readings.c.report, schema.readings.c.payload)
                .where(schema.readings.c.reader == reader, schema.readings.c.codebook == codebook)
                .order_by(schema.readings.c.seq)
            ).all()
        found = {}
        for row in rows:
            raw = msgspec.json.decode(row.payload)
            found[row.report] = StoredReading(
                row.report,
                msgspec.convert(raw["statements"], list[Statement]),
                msgspec.convert(raw["left_out"], list[LeftOut]),
            )
        return found

    # -- decisions, occurrences, runs -----------------------------------------------------------

    def decisions(self) -> list[Decision]:
        """Every decision, the oldest first."""
        return self._all(schema.decisions, Decision)

    def add_decision(self, decision: Decision) -> None:
        """Keep a decision; one of the same id is kept once."""
        with self._writing() as connection:
            known = select(schema.decisions.c.id).where(schema.decisions.c.id == decision.id)
            if connection.execute(known).scalar() is None:
                self._insert(connection, schema.decisions, encode(decision), id=decision.id)

    def occurrences(self) -> list[Occurrence]:
        """Every occurrence, the oldest first."""
        return self._all(schema.occurrences, Occurrence)

    def add_run(self, run: Run) -> None:
        """Keep a run's record (its start and its end are two rows)."""
        with self._writing() as connection:
            self._insert(connection, schema.runs, encode(run), id=run.id, state=run.state)

    def runs(self) -> list[Run]:
        """Every run's records, the oldest first."""
        return self._all(schema.runs, Run)

    def count(self, table: Table) -> int:
        """Rows of a table."""
        with self._reading() as connection:
            return int(connection.execute(select(func.count()).select_from(table)).scalar() or 0)

    # -- the database ---------------------------------------------------------------------------

    def _all(self, table: Table, kind: type[T]) -> list[T]:
        with self._reading() as connection:
            rows = connection.execute(select(table.c.payload).order_by(table.c.seq)).all()
        return [decode(row.payload, kind) for row in rows]

    def _insert(self, connection: Connection, table: Table, payload: str, **values: Any) -> None:
        connection.execute(table.insert().values(payload=payload, recorded_at=_now(), **values))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._translating(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._translating(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except (OperationalError, DatabaseError) as error:
            raise StoreError(
                _reason(error), where=self._where,
                todo="nothing that was added before is lost; mend this and run it again",
            ) from error  # fmt: skip


def _reason(error: DatabaseError) -> str:
    words = str(error.orig or error)
    if "disk is full" in words or "disk I/O" in words:
        return "the disk is full or can't be written"
    if "readonly" in words or "unable to open" in words:
        return "the register can't be opened for writing"
    if "locked" in words:
        return "another process is writing to the register"
    if "not a database" in words or "malformed" in words:
        return "the file is no register, or is damaged"
    return f"the store failed ({words})"


def _engine(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": 30} if url.startswith("sqlite") else {})
    if url.startswith("sqlite"):
        event.listen(engine, "connect", _sqlite_settings)
        event.listen(
            engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE")
        )
    return engine


def _sqlite_settings(connection: Any, _: Any) -> None:
    # The driver's own BEGIN would come too late for an immediate lock.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
