"""Decisions, occurrences, runs and rejects: rows that are added and never changed."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import Table, select

from onrecord.model.codec import decode, encode
from onrecord.model.decision import Decision, Occurrence
from onrecord.model.rejected import Rejected
from onrecord.model.run import Run
from onrecord.store import schema
from onrecord.store.database import Database

__all__ = ["Records"]

T = TypeVar("T", Decision, Occurrence, Run, Rejected)
_UNNAMED = "-"
"""Where standard input's rejects come from: two of them are two inputs."""


class Records:
    """What people and runs add to a register."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def decisions(self, *, known_by: str | None = None) -> list[Decision]:
        """Every decision, the oldest first; with `known_by`, those recorded by that moment."""
        return self._all(schema.decisions, Decision, known_by)

    def add_decision(self, decision: Decision) -> None:
        """Keep a decision; one of the same id is kept once."""
        self._add_once(schema.decisions, decision)

    def occurrences(self, *, known_by: str | None = None) -> list[Occurrence]:
        """Every occurrence, the oldest first; with `known_by`, those recorded by that moment."""
        return self._all(schema.occurrences, Occurrence, known_by)

    def add_occurrence(self, occurrence: Occurrence) -> None:
        """Keep an occurrence; one of the same id is kept once."""
        self._add_once(schema.occurrences, occurrence)

    def runs(self) -> list[Run]:
        """Every run's records, the oldest first (its start and its end are two)."""
        return self._all(schema.runs, Run, None)

    def add_run(self, run: Run) -> None:
        """Keep a run's record."""
        with self._database.writing() as connection:
            self._database.append(
                connection, schema.runs, encode(run), id=run.id, state=run.state
            )  # fmt: skip

    def rejects(self) -> list[Rejected]:
        """Every rejected input there ever was, the oldest first."""
        return self._all(schema.rejects, Rejected, None)

    def add_reject(self, rejected: Rejected) -> None:
        """Keep a rejected input."""
        with self._database.writing() as connection:
            self._database.append(
                connection, schema.rejects, encode(rejected), location=rejected.where
            )

    def open_rejects(self) -> list[Rejected]:
        """The rejected inputs that nothing has come of since: the newest of each place.

        A place is settled once a report was added from it, or (where it is a report's id) once that
        report was read. Standard input has no place: each of its rejects stays.
        """
        rejects, sources, readings = schema.rejects.c, schema.sources.c, schema.readings.c
        with self._database.reading() as connection:
            rows = connection.execute(
                select(rejects.location, rejects.payload, rejects.recorded_at).order_by(rejects.seq)
            ).all()
            places = select(rejects.location)
            added = connection.execute(
                select(sources.location, schema.reports.c.recorded_at)
                .join(schema.reports, schema.reports.c.source == sources.id)
                .where(sources.location.in_(places))
            ).all()
            read = connection.execute(
                select(readings.report, readings.recorded_at).where(readings.report.in_(places))
            ).all()
        settled: dict[str, str] = {}
        for place, moment in (*map(tuple, added), *map(tuple, read)):
            settled[place] = max(moment, settled.get(place, ""))
        newest = {_key(n, row.location): row for n, row in enumerate(rows)}
        return [
            decode(row.payload, Rejected)
            for row in newest.values()
            if row.location.partition(",")[0] == _UNNAMED
            or settled.get(row.location, "") < row.recorded_at
        ]

    def _all(self, table: Table, kind: type[T], known_by: str | None) -> list[T]:
        rows = select(table.c.payload).order_by(table.c.seq)
        if known_by is not None:
            rows = rows.where(table.c.recorded_at <= known_by)
        with self._database.reading() as connection:
            return [decode(row.payload, kind) for row in connection.execute(rows)]

    def _add_once(self, table: Table, record: Decision | Occurrence) -> None:
        with self._database.writing() as connection:
            known = select(table.c.id).where(table.c.id == record.id)
            if connection.execute(known).scalar() is None:
                self._database.append(connection, table, encode(record), id=record.id)


def _key(number: int, place: str) -> str:
    return f"{place}\0{number}" if place.partition(",")[0] == _UNNAMED else place
