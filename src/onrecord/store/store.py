"""The register's store: what was added, read, decided and run. Append-only; killed writers leave
whole transactions only."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from onrecord.store import schema
from onrecord.store.database import Clock, Database, utc_now
from onrecord.store.groupings import Groupings
from onrecord.store.migrations import migrate
from onrecord.store.readings import Readings
from onrecord.store.records import Records
from onrecord.store.reports import Reports

__all__ = ["Store"]


class Store:
    """A store at a database URL. `Store.at(folder)` is the embedded one.

    Raises StoreTooNew for one written by a newer onrecord, StoreError where it can't be opened.
    """

    def __init__(self, url: str, *, clock: Clock = utc_now) -> None:
        self._database = Database(url, clock=clock)
        migrate(self._database)
        self.reports = Reports(self._database)
        self.readings = Readings(self._database)
        self.records = Records(self._database)
        self.groupings = Groupings(self._database)

    @classmethod
    def at(cls, folder: Path, *, clock: Clock = utc_now) -> Store:
        """The SQLite store in a register's folder."""
        return cls(f"sqlite:///{folder / 'register.db'}", clock=clock)

    def close(self) -> None:
        """Close every connection."""
        self._database.close()

    def setting(self, key: str) -> str | None:
        """A setting of the register, or None."""
        with self._database.reading() as connection:
            found = connection.execute(
                select(schema.meta.c.value).where(schema.meta.c.key == key)
            ).scalar()
        return None if found is None else str(found)

    def set_setting(self, key: str, value: str) -> None:
        """Set a setting of the register. What was read by another codebook stays."""
        if self.setting(key) == value:
            return
        with self._database.writing() as connection:
            connection.execute(schema.meta.delete().where(schema.meta.c.key == key))
            connection.execute(schema.meta.insert().values(key=key, value=value))
