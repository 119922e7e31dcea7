"""Sources and reports: what was added, kept once under the bytes' own hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, func, select

from onrecord.errors import StoreError
from onrecord.model.codec import decode, encode
from onrecord.model.ids import content_id
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report, Source
from onrecord.store import schema
from onrecord.store.database import Database

__all__ = ["Reports"]

_BATCH = 500
_BATCH_BYTES = 32_000_000
_LONGEST_ID = 160
_PAGE = 500

Item = tuple[Source, Report] | Rejected


class Reports:
    """The reports of a register, and the inputs that could not become one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, items: Iterable[Item]) -> Iterator[Report | Rejected]:
        """Keep what was collected, in transactions of up to 500; yields what became of each.

        The same bytes again give a Rejected of reason `duplicate`, which is not kept. A report whose
        id another one has gets a longer id, so that nothing is lost. What was collected before an
        interrupt is kept.
        """
        batch: list[Item] = []
        size = 0
        try:
            for item in items:
                batch.append(item)
                size += 0 if isinstance(item, Rejected) else len(item[0].content)
                if len(batch) >= _BATCH or size >= _BATCH_BYTES:
                    kept = self._add_batch(batch)
                    batch, size = [], 0
                    yield from kept
        except StoreError:
            raise
        except BaseException:
            self._add_batch(batch)
            raise
        yield from self._add_batch(batch)

    def _add_batch(self, batch: Sequence[Item]) -> list[Report | Rejected]:
        if not batch:
            return []
        with self._database.writing() as connection:
            arrivals = _Arrivals(connection, batch)
            outcomes = [arrivals.take(item) for item in batch]
            for table, rows in arrivals.rows.items():
                self._database.append_all(connection, table, rows)
        return outcomes

    def count(self) -> int:
        """How many reports there are."""
        with self._database.reading() as connection:
            return int(connection.execute(select(func.count(schema.reports.c.seq))).scalar() or 0)

    def all(self, *, known_by: str | None = None) -> Iterator[tuple[Report, str]]:
        """Every report with the moment it was recorded, in the order in which they were added.

        With `known_by` (a moment as rows carry it), those recorded by then. Reads pages of 500.
        """
        columns = schema.reports.c
        last = 0
        while True:
            page = select(columns.seq, columns.payload, columns.recorded_at)
            page = page.where(columns.seq > last).order_by(columns.seq).limit(_PAGE)
            if known_by is not None:
                page = page.where(columns.recorded_at <= known_by)
            with self._database.reading() as connection:
                rows = connection.execute(page).all()
            for row in rows:
                yield decode(row.payload, Report), row.recorded_at
            if len(rows) < _PAGE:
                return
            last = rows[-1].seq

    def added_after(self, seq: int) -> list[str]:
        """Ids of the reports added after the one of this number, the earliest published first."""
        columns = schema.reports.c
        with self._database.reading() as connection:
            rows = connection.execute(
                select(columns.id, columns.published).where(columns.seq > seq)
            ).all()
        return [row.id for row in sorted(rows, key=lambda row: (row.published or "9", row.id))]

    def some(self, ids: Sequence[str]) -> Iterator[Report]:
        """The reports of these ids, in that order, read in pages of 500; unknown ids are skipped."""
        columns = schema.reports.c
        for start in range(0, len(ids), _PAGE):
            page = ids[start : start + _PAGE]
            with self._database.reading() as connection:
                rows = connection.execute(
                    select(columns.id, columns.payload).where(columns.id.in_(page))
                ).all()
            found = {row.id: row.payload for row in rows}
            yield from (decode(found[i], Report) for i in page if i in found)

    def of_source(self, source_id: str) -> Report | None:
        """The report read from these bytes, by their SHA-256 in hex; None where there is none."""
        columns = schema.reports.c
        with self._database.reading() as connection:
            payload = connection.execute(
                select(columns.payload).where(columns.source == source_id)
            ).scalar()
        return None if payload is None else decode(payload, Report)

    def source(self, source_id: str) -> bytes | None:
        """The bytes as received, by their SHA-256 in hex; None where there are none."""
        with self._database.reading() as connection:
            return connection.execute(
                select(schema.sources.c.content).where(schema.sources.c.id == source_id)
            ).scalar()


class _Arrivals:
    """A batch on its way in: what is known already, and the rows that it makes."""

    def __init__(self, connection: Connection, batch: Sequence[Item]) -> None:
        columns = schema.reports.c
        pairs = [item for item in batch if not isinstance(item, Rejected)]
        self._by_source: dict[str, str] = dict(
            connection.execute(
                select(columns.source, columns.id).where(
                    columns.source.in_([source.id for source, _ in pairs])
                )
            ).all()
        )
        self._taken = set(
            connection.execute(
                select(columns.id).where(columns.id.in_([_fitting(r.id) for _, r in pairs]))
            ).scalars()
        )
        self.rows: dict[Table, list[dict[str, Any]]] = {
            schema.sources: [], schema.reports: [], schema.rejects: [],
        }  # fmt: skip

    def take(self, item: Item) -> Report | Rejected:
        if isinstance(item, Rejected):
            # Bytes that are kept already are nothing to mend.
            if item.reason is not RejectedReason.DUPLICATE:
                self.rows[schema.rejects].append({"location": item.where, "payload": encode(item)})
            return item
        source, report = item
        known = self._by_source.get(source.id)
        if known is not None:
            return Rejected(
                reason=RejectedReason.DUPLICATE, where=source.where,
                detail=f"it is report {known}", todo="nothing to do", source=source.id,
            )  # fmt: skip
        report = replace(report, id=self._free(report.id, source.id))
        self._by_source[source.id] = report.id
        self._taken.add(report.id)
        self.rows[schema.sources].append({
            "id": source.id, "content": source.content, "media_type": source.media_type,
            "location": source.where, "received_at": source.received_at,
        })  # fmt: skip
        self.rows[schema.reports].append({
            "id": report.id, "source": source.id, "text_hash": report.text_hash,
            "published": (report.published or "")[:10] or None, "payload": encode(report),
        })  # fmt: skip
        return report

    def _free(self, wanted: str, source: str) -> str:
        fitting = _fitting(wanted)
        return f"{fitting}-{source[:16]}" if fitting in self._taken else fitting


def _fitting(wanted: str) -> str:
    if len(wanted) <= _LONGEST_ID:
        return wanted
    return content_id(wanted[: _LONGEST_ID - 20], wanted)
