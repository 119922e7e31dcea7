"""The tables, the same on SQLite and PostgreSQL. Append-only: rows are added, never changed.

Migrations are numbered; the number of the newest one applied is kept in `meta`, in the same
transaction as the migration itself.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    select,
)

from onrecord.errors import StoreTooNew

__all__ = ["SCHEMA_VERSION", "decisions", "meta", "migrate", "occurrences", "readings", "rejects",
           "reports", "runs", "sources"]  # fmt: skip

SCHEMA_VERSION = 1
metadata = MetaData()

meta = Table(
    "meta", metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)  # fmt: skip
sources = Table(
    "sources", metadata,
    Column("id", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("media_type", String(64), nullable=False),
    Column("location", Text, nullable=False),
    Column("received_at", String(40), nullable=False),
)  # fmt: skip
reports = Table(
    "reports", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(200), nullable=False, unique=True),
    Column("source", String(64), ForeignKey("sources.id"), nullable=False, unique=True),
    Column("text_hash", String(64), nullable=False),
    Column("published", String(10)),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(40), nullable=False),
    Index("reports_published", "published"),
)  # fmt: skip
readings = Table(
    "readings", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("report", String(200), ForeignKey("reports.id"), nullable=False),
    Column("reader", String(64), nullable=False),
    Column("codebook", String(64), nullable=False),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(40), nullable=False),
    UniqueConstraint("report", "reader", "codebook"),
)  # fmt: skip
decisions = Table(
    "decisions", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(40), nullable=False),
)  # fmt: skip
occurrences = Table(
    "occurrences", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(40), nullable=False),
)  # fmt: skip
runs = Table(
    "runs", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(40), nullable=False),
)  # fmt: skip
rejects = Table(
    "rejects", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("location", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(40), nullable=False),
)  # fmt: skip


def migrate(connection: Connection) -> None:
    """Bring the store to the newest schema. Raises StoreTooNew for one written by a newer onrecord."""
    metadata.create_all(connection, tables=[meta])
    found = connection.execute(select(meta.c.value).where(meta.c.key == "schema")).scalar()
    version = int(found) if found else 0
    if version > SCHEMA_VERSION:
        raise StoreTooNew(
            f"the register has schema {version}, this onrecord knows up to {SCHEMA_VERSION}",
            todo="use the newer onrecord",
        )
    if version < 1:
        metadata.create_all(connection)
        connection.execute(meta.insert().values(key="schema", value=str(SCHEMA_VERSION)))
