"""How commands print: a table on a terminal, JSON lines when piped, or as asked."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from onrecord.model.rejected import REASON_SENTENCES, Rejected

__all__ = ["emit", "rejected_line", "report_rejects", "say", "wants_table"]


def wants_table(fmt: str | None) -> bool:
    """Whether to print for a person: asked for, or a terminal."""
    return fmt == "table" or (fmt is None and sys.stdout.isatty())


def emit(records: Iterable[Mapping[str, Any]], fmt: str | None) -> None:
    """Print records as JSON lines (each as it comes), one JSON list or CSV (nested values as JSON)."""
    if fmt == "json":
        click.echo(json.dumps(list(records), ensure_ascii=False, indent=1))
    elif fmt == "csv":
        if listed := list(records):
            click.echo(_csv(listed), nl=False)
    else:
        for record in records:
            click.echo(json.dumps(record, ensure_ascii=False))


def _csv(records: Sequence[Mapping[str, Any]]) -> str:
    out = io.StringIO()
    columns = list(dict.fromkeys(key for record in records for key in record))
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([_cell(record.get(column)) for column in columns])
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False)
    # A cell that a spreadsheet would run as a formula is made plain text.
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def say(words: str) -> None:
    """Talk and progress: standard error."""
    click.echo(words, err=True)


def rejected_line(rejected: Rejected) -> str:
    """What, where and what to do next, in one line."""
    sentence = REASON_SENTENCES[rejected.reason].removesuffix(".")
    todo = f"; {rejected.todo}" if rejected.todo else ""
    line = f"{rejected.where}: {sentence} ({rejected.detail}){todo}"
    return " ".join(line.split())


def report_rejects(rejected: Sequence[Rejected]) -> int:
    """One line for each; the exit code that follows from there being any."""
    for each in rejected:
        say(f"rejected {rejected_line(each)}")
    return 3 if rejected else 0
