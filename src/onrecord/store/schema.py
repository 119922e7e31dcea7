"""The tables, the same on SQLite and PostgreSQL. Append-only: rows are added, never changed.

The one exception is `group_pieces`, what grouping goes on from: it can be made anew from the rest. Every row of a register carries `recorded_at`, the moment at which it became known to it; valid time
is in what the row says (a report's publication date, a position's day).
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = ["SCHEMA_VERSION", "copies", "decisions", "group_pieces", "memberships", "meta", "metadata", "occurrences",
           "readings", "rejects", "renamings", "reports", "runs", "sources"]  # fmt: skip

SCHEMA_VERSION = 4
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
    Index("sources_location", "location"),
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
    # The decision that changed what was read (a publication date given later); "" for as added.
    Column("basis", String(64), nullable=False, server_default=""),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(40), nullable=False),
    UniqueConstraint("report", "reader", "codebook", "basis"),
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
# Where reports stand in the grouping: the newest row of a report, or of a pair of copies, counts.
memberships = Table(
    "memberships", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("report", String(200), ForeignKey("reports.id"), nullable=False),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(40), nullable=False),
    Index("memberships_report", "report"),
)  # fmt: skip
copies = Table(
    "copies", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("a", String(200), nullable=False),
    Column("b", String(200), nullable=False),
    # "" where the two are no longer taken for copies.
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(40), nullable=False),
    Index("copies_pair", "a", "b"),
)  # fmt: skip
renamings = Table(
    "renamings", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("old", String(64), nullable=False),
    Column("new", String(64), nullable=False),
    Column("recorded_at", String(40), nullable=False),
)  # fmt: skip
group_pieces = Table(
    "group_pieces", metadata,
    Column("key", String(64), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)  # fmt: skip
