"""Readings: what a reader found in a report, by reader version, codebook and basis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, or_, select

from onrecord.errors import StoreError
from onrecord.model.codec import decode, encode
from onrecord.model.statement import LeftOut, Statement
from onrecord.read.reader import Reading
from onrecord.store import schema
from onrecord.store.database import Database

__all__ = ["ReadBy", "Readings"]

_BATCH = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBy:
    """Who reads by what: a reading counts only for the same three."""

    reader: str
    codebook: str
    """The codebook's fingerprint."""
    basis: Mapping[str, str]
    """Report ids with the decision that changed what is read of them; the rest are as added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Payload:
    statements: tuple[Statement, ...]
    left_out: tuple[LeftOut, ...]


class Readings:
    """The readings of a register's reports; those of older readers and codebooks stay."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unread(self, by: ReadBy) -> list[str]:
        """Ids of the reports without such a reading, in the order in which they were added."""
        reports, columns = schema.reports.c, schema.readings.c
        with self._database.reading() as connection:
            never = connection.execute(
                select(reports.id)
                .outerjoin(
                    schema.readings,
                    and_(
                        columns.report == reports.id, columns.reader == by.reader,
                        columns.codebook == by.codebook, columns.basis == "",
                    ),
                )
                .where(columns.seq.is_(None))
                .order_by(reports.seq)
            ).scalars().all()  # fmt: skip
            changed = connection.execute(
                select(columns.report, columns.basis).where(
                    columns.reader == by.reader, columns.codebook == by.codebook,
                    columns.basis != "",
                )
            ).all()  # fmt: skip
        done = {row.report for row in changed if by.basis.get(row.report) == row.basis}
        waiting = [i for i in never if i not in by.basis]
        return waiting + [i for i in by.basis if i not in done]

    def save(self, found: Iterable[Reading], *, by: ReadBy) -> Iterator[Reading]:
        """Keep readings as they come, up to 25 in a transaction; yields each once it is kept.

        What was read before an interrupt is kept too.
        """
        batch: list[Reading] = []
        try:
            for reading in found:
                batch.append(reading)
                if len(batch) >= _BATCH:
                    self._save_batch(batch, by)
                    kept, batch = batch, []
                    yield from kept
        except StoreError:
            raise
        except BaseException:
            self._save_batch(batch, by)
            raise
        self._save_batch(batch, by)
        yield from batch

    def _save_batch(self, batch: Sequence[Reading], by: ReadBy) -> None:
        if not batch:
            return
        with self._database.writing() as connection:
            for reading in batch:
                self._save_one(connection, reading, by)

    def _save_one(self, connection: Connection, reading: Reading, by: ReadBy) -> None:
        key = {
            "report": reading.report, "reader": by.reader, "codebook": by.codebook,
            "basis": by.basis.get(reading.report, ""),
        }  # fmt: skip
        same = [schema.readings.c[name] == value for name, value in key.items()]
        # An interrupt just after a commit hands the same batch in again.
        if connection.execute(select(schema.readings.c.seq).where(*same)).scalar() is None:
            payload = _Payload(statements=reading.statements, left_out=reading.left_out)
            self._database.append(connection, schema.readings, encode(payload), **key)

    def of(self, by: ReadBy) -> dict[str, Reading]:
        """What this reader found with this codebook, by report id."""
        columns = schema.readings.c
        with self._database.reading() as connection:
            rows = connection.execute(
                select(columns.report, columns.basis, columns.payload)
                .where(columns.reader == by.reader, columns.codebook == by.codebook)
                .order_by(columns.seq)
            ).all()
        return {
            row.report: _reading(row.report, row.payload)
            for row in rows
            if by.basis.get(row.report, "") == row.basis
        }

    def made_after(self, seq: int, by: ReadBy, *, and_of: Sequence[str] = ()) -> dict[str, Reading]:
        """Those of `of` that were made after the one of this number, and those of the reports named."""
        columns = schema.readings.c
        recent = columns.seq > seq
        with self._database.reading() as connection:
            rows = connection.execute(
                select(columns.report, columns.basis, columns.payload)
                .where(
                    columns.reader == by.reader, columns.codebook == by.codebook,
                    or_(recent, columns.report.in_(and_of)) if and_of else recent,
                )
                .order_by(columns.seq)
            ).all()  # fmt: skip
        return {
            row.report: _reading(row.report, row.payload)
            for row in rows
            if by.basis.get(row.report, "") == row.basis
        }

    def known_by(self, moment: str) -> dict[str, Reading]:
        """The newest reading of each report recorded by a moment, whichever reader made it."""
        columns = schema.readings.c
        newest = (
            select(func.max(columns.seq)).where(columns.recorded_at <= moment)
            .group_by(columns.report)
        )  # fmt: skip
        with self._database.reading() as connection:
            rows = connection.execute(
                select(columns.report, columns.payload).where(columns.seq.in_(newest))
            ).all()
        return {row.report: _reading(row.report, row.payload) for row in rows}


def _reading(report: str, payload: str) -> Reading:
    kept = decode(payload, _Payload)
    return Reading(report=report, statements=kept.statements, left_out=kept.left_out)
