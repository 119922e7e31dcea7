"""One door to the database: transactions, and every failure as one line.

SQLite runs in WAL mode, so that `show` reads while `build` writes; writers take their lock at BEGIN,
so that no transaction fails half way for want of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.exc import DBAPIError

from onrecord.errors import StoreBusy, StoreError

__all__ = ["Clock", "Database", "utc_now"]

Clock = Callable[[], str]
"""Gives the present moment: UTC, ISO 8601, microseconds, so that later texts sort after."""

_BUSY_SECONDS = 30


def utc_now() -> str:
    """The present moment: UTC, ISO 8601, with microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Database:
    """A database at a URL, with the clock that rows are recorded by."""

    def __init__(self, url: str, *, clock: Clock = utc_now) -> None:
        self._engine = _engine(url)
        self._where = url.rpartition("///")[2] or self._engine.url.render_as_string()
        self._clock = clock

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or none. Raises StoreError, StoreBusy."""
        engine = self._engine.execution_options(onrecord_writes=True)
        with self._translating(), engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A view of one moment, which waits for no writer. Raises StoreError."""
        with self._translating(), self._engine.connect() as connection:
            yield connection

    def append(self, connection: Connection, table: Table, payload: str, **values: Any) -> None:
        """Add one row, recorded now."""
        connection.execute(
            table.insert().values(payload=payload, recorded_at=self._clock(), **values)
        )

    def append_all(
        self, connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]
    ) -> None:
        """Add rows in one go, recorded now where the table has that column."""
        if not rows:
            return
        recorded = {"recorded_at": self._clock()} if "recorded_at" in table.c else {}
        connection.execute(table.insert(), [{**row, **recorded} for row in rows])

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            words = str(error.orig or error)
            kind = StoreBusy if "locked" in words else StoreError
            raise kind(
                _reason(words), where=self._where,
                todo="nothing that was added before is lost; mend this and run it again",
            ) from error  # fmt: skip


def _reason(words: str) -> str:
    reasons = (
        (("disk is full", "disk I/O"), "the disk is full or can't be written"),
        (("readonly", "unable to open"), "the register can't be opened for writing"),
        (("locked",), "another process is writing to the register"),
        (("not a database", "malformed"), "the file is no register, or is damaged"),
    )
    for signs, reason in reasons:
        if any(sign in words for sign in signs):
            return reason
    return f"the store failed ({' '.join(words.split())})"


def _engine(url: str) -> Engine:
    if not url.startswith("sqlite"):
        return create_engine(url)
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _sqlite_settings)
    event.listen(engine, "begin", _sqlite_begin)
    return engine


def _sqlite_settings(connection: Any, _: Any) -> None:
    # The driver's own BEGIN would come too late for an immediate lock.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _sqlite_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("onrecord_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
