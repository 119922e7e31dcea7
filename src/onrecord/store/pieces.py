"""What grouping goes on from: bytes under names, written together with what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from onrecord.store import schema
from onrecord.store.database import Database

__all__ = ["Pieces"]

_AT_ONCE = 500


class Pieces:
    """Pieces by name. What is put or dropped waits here until it is written."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._changed: dict[str, bytes] = {}
        self._dropped: set[str] = set()

    def get(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """The pieces of these names; those that are not there are left out."""
        columns = schema.group_pieces.c
        found = {key: self._changed[key] for key in keys if key in self._changed}
        wanted = [key for key in keys if key not in found and key not in self._dropped]
        for start in range(0, len(wanted), _AT_ONCE):
            page = columns.key.in_(wanted[start : start + _AT_ONCE])
            with self._database.reading() as connection:
                rows = connection.execute(select(columns.key, columns.value).where(page)).all()
            found |= {row.key: bytes(row.value) for row in rows}
        return found

    def put(self, pieces: Mapping[str, bytes]) -> None:
        """Take pieces; one of a known name takes its place."""
        self._changed |= pieces
        self._dropped.difference_update(pieces)

    def drop(self, keys: Iterable[str]) -> None:
        """Forget pieces."""
        for key in keys:
            self._changed.pop(key, None)
            self._dropped.add(key)

    def write(self, connection: Connection) -> None:
        """Write what waits, within the caller's transaction."""
        columns = schema.group_pieces.c
        keys = sorted({*self._dropped, *self._changed})
        for start in range(0, len(keys), _AT_ONCE):
            page = keys[start : start + _AT_ONCE]
            connection.execute(schema.group_pieces.delete().where(columns.key.in_(page)))
            new = [{"key": k, "value": self._changed[k]} for k in page if k in self._changed]
            self._database.append_all(connection, schema.group_pieces, new)
        self._changed.clear()
        self._dropped.clear()
