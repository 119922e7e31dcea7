"""The grouping as it was last found: memberships, copies, and which ids became which.

Rows are added, never changed: the newest row of a report, or of a pair of copies, is what holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, func, select

from onrecord.model.codec import decode, encode
from onrecord.model.grouping import CopyLink, Grouping, Membership, Renamed
from onrecord.store import schema
from onrecord.store.database import Database
from onrecord.store.pieces import Pieces

__all__ = ["GroupedFrom", "GroupingChanges", "Groupings"]

_STAMP = "grouped_from"
_SEPARATOR = " "
_INPUTS = (schema.reports, schema.readings, schema.decisions)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupingChanges:
    """What a grouping changed: what is new or not as before, and what holds no more."""

    memberships: tuple[Membership, ...] = ()
    copies: tuple[CopyLink, ...] = ()
    parted: tuple[tuple[str, str], ...] = ()
    """Pairs of reports that are no copies any more."""
    renamed: tuple[Renamed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupedFrom:
    """A state that a grouping was found from: who found it, and the last row of two of its inputs."""

    found_by: tuple[str, ...]
    report: int
    reading: int

    @classmethod
    def of(cls, state: str | None) -> GroupedFrom | None:
        """The parts of a state that `Groupings.state` gave; None for anything else."""
        parts = (state or "").split(_SEPARATOR)
        found_by, last = parts[: -len(_INPUTS)], parts[-len(_INPUTS) :]
        if not found_by or not all(number.isdigit() for number in last):
            return None
        return cls(found_by=tuple(found_by), report=int(last[0]), reading=int(last[1]))


class Groupings:
    """Where each report of a register stands."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self, *, known_by: str | None = None) -> Grouping:
        """The grouping that holds, in no certain order; with `known_by`, the one recorded by that moment.

        Reports that were added since have no membership in it.
        """
        memberships = self._newest(schema.memberships, ("report",), known_by)
        copies = self._newest(schema.copies, ("a", "b"), known_by)
        return Grouping(
            memberships=tuple(decode(payload, Membership) for payload in memberships),
            copies=tuple(decode(payload, CopyLink) for payload in copies if payload),
        )

    def pieces(self) -> Pieces:
        """What grouping goes on from, as it was last written."""
        return Pieces(self._database)

    def begin_anew(self) -> None:
        """Forget what grouping goes on from, and that the kept grouping is of any state."""
        with self._database.writing() as connection:
            connection.execute(schema.group_pieces.delete())
            connection.execute(schema.meta.delete().where(schema.meta.c.key == _STAMP))

    def write(self, pieces: Pieces) -> None:
        """Write pieces of a grouping that is under way."""
        with self._database.writing() as connection:
            pieces.write(connection)

    def save(
        self, changes: GroupingChanges, *, found_from: str, pieces: Pieces | None = None
    ) -> None:
        """Keep what changed in one transaction, with the state of the store that it was found from.

        `pieces` are what the next grouping goes on from.
        """
        rows: Mapping[Table, Sequence[Mapping[str, Any]]] = {
            schema.memberships: [
                {"report": m.report, "payload": encode(m)} for m in changes.memberships
            ],
            schema.copies: [
                *({"a": c.a, "b": c.b, "payload": encode(c)} for c in changes.copies),
                *({"a": a, "b": b, "payload": ""} for a, b in changes.parted),
            ],
            schema.renamings: [{"old": r.old, "new": r.new} for r in changes.renamed],
        }
        with self._database.writing() as connection:
            for table, new in rows.items():
                self._database.append_all(connection, table, new)
            if pieces is not None:
                pieces.write(connection)
            connection.execute(schema.meta.delete().where(schema.meta.c.key == _STAMP))
            connection.execute(schema.meta.insert().values(key=_STAMP, value=found_from))

    def renamed(self) -> list[tuple[Renamed, str]]:
        """Every id that was given up for another, and the moment it was, the oldest first."""
        columns = schema.renamings.c
        with self._database.reading() as connection:
            rows = connection.execute(select(schema.renamings).order_by(columns.seq)).all()
        return [(Renamed(old=row.old, new=row.new), row.recorded_at) for row in rows]

    def state(self, found_by: Iterable[str]) -> str:
        """What a grouping would be found from now: who finds it, and the last row of each input."""
        with self._database.reading() as connection:
            last = [
                connection.execute(select(func.max(table.c.seq))).scalar() or 0 for table in _INPUTS
            ]
        return _SEPARATOR.join([*found_by, *map(str, last)])

    def found_from(self) -> str | None:
        """The state that the kept grouping was found from; None where none is kept."""
        with self._database.reading() as connection:
            found = connection.execute(
                select(schema.meta.c.value).where(schema.meta.c.key == _STAMP)
            ).scalar()
        return None if found is None else str(found)

    def _newest(self, table: Table, key: Sequence[str], known_by: str | None) -> list[str]:
        """The payloads of the newest row of each key."""
        columns = [table.c[name] for name in key]
        newest = select(func.max(table.c.seq)).group_by(*columns)
        if known_by is not None:
            newest = newest.where(table.c.recorded_at <= known_by)
        rows = select(table.c.payload).where(table.c.seq.in_(newest))
        with self._database.reading() as connection:
            return list(connection.execute(rows).scalars())
