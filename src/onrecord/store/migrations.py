"""From every schema to the newest. A step and its number are written in one transaction.

A new step goes at the end of `_STEPS` and never changes once it is released.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select, text

from onrecord.errors import StoreTooNew
from onrecord.store import schema
from onrecord.store.database import Database

__all__ = ["migrate"]


def migrate(database: Database) -> None:
    """Bring the store to the newest schema; one that is there already is only looked at.

    Raises StoreTooNew for a store written by a newer onrecord.
    """
    with database.reading() as connection:
        if _version(connection) == schema.SCHEMA_VERSION:
            return
    with database.writing() as connection:
        found = _version(connection)
        if found == 0:
            schema.metadata.create_all(connection)
        for step in _STEPS[max(found - 1, 0) :] if found else ():
            step(connection)
        connection.execute(schema.meta.delete().where(schema.meta.c.key == "schema"))
        connection.execute(
            schema.meta.insert().values(key="schema", value=str(schema.SCHEMA_VERSION))
        )


def _version(connection: Connection) -> int:
    if not inspect(connection).has_table("meta"):
        return 0
    found = connection.execute(
        select(schema.meta.c.value).where(schema.meta.c.key == "schema")
    ).scalar()
    version = int(found) if found else 0
    if version > schema.SCHEMA_VERSION:
        raise StoreTooNew(
            f"the register has schema {version}, this onrecord knows up to {schema.SCHEMA_VERSION}",
            todo="use the newer onrecord",
        )
    return version


def _to_2(connection: Connection) -> None:
    """A reading says which decision it rests on: the unique key grows, so the table is made anew."""
    connection.execute(text("ALTER TABLE readings RENAME TO readings_1"))
    schema.readings.create(connection)
    connection.execute(
        text(
            "INSERT INTO readings (report, reader, codebook, basis, payload, recorded_at) "
            "SELECT report, reader, codebook, '', payload, recorded_at FROM readings_1 ORDER BY seq"
        )
    )
    connection.execute(text("DROP TABLE readings_1"))
    connection.execute(text("CREATE INDEX sources_location ON sources (location)"))


def _to_3(connection: Connection) -> None:
    """The grouping is kept. It is empty until the next build, and found anew at each look till then."""
    for table in (schema.memberships, schema.copies, schema.renamings):
        table.create(connection)


def _to_4(connection: Connection) -> None:
    """What grouping goes on from is kept too; the next build makes it from all reports."""
    schema.group_pieces.create(connection)


_STEPS: tuple[Callable[[Connection], None], ...] = (_to_2, _to_3, _to_4)
"""`_STEPS[n - 1]` takes schema n to n + 1."""
