"""How commands print: a table on a terminal, JSON lines when piped, or as asked."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.model.rejected import REASON_SENTENCES, Rejected

__all__ = [
    "FORMATS",
    "emit",
    "format_option",
    "register_option",
    "report_rejects",
    "say",
    "wants_table",
]

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("table", "jsonl", "json", "csv")


def format_option(function: F) -> F:
    """`--format`, decided by where the output goes when it is not given."""
    return click.option(
        "--format", "fmt", type=click.Choice(FORMATS), default=None,
        help="Output format; by default a table on a terminal and JSON lines when piped.",
    )(function)  # fmt: skip


def register_option(function: F) -> F:
    """`--register`, the register's folder."""
    return click.option(
        "--register", "folder", type=click.Path(path_type=Path), default=Path(".onrecord"),
        envvar="ONRECORD_REGISTER", show_default=True,
        help="The register's folder (or ONRECORD_REGISTER).",
    )(function)  # fmt: skip


def wants_table(fmt: str | None) -> bool:
    """Whether to print for a person: asked for, or a terminal."""
    return fmt == "table" or (fmt is None and sys.stdout.isatty())


def emit(records: Iterable[Mapping[str, Any]], fmt: str | None) -> None:
    """Print records as JSON lines, one JSON list or CSV (nested values as JSON)."""
    if fmt == "json":
        click.echo(json.dumps(list(records), ensure_ascii=False, indent=1))
    elif fmt == "csv":
        listed = list(records)
        if listed:
            click.echo(_csv(listed), nl=False)
    else:
        for record in records:
            click.echo(json.dumps(record, ensure_ascii=False))


def _csv(records: Sequence[Mapping[str, Any]]) -> str:
    out = io.StringIO()
    columns = list(dict.fromkeys(key for record in records for key in record))
    writer = csv.writer(out)
    writer.writerow(columns)
    for record in records:
        writer.writerow([_cell(record.get(column)) for column in columns])
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    # A cell that a spreadsheet would run as a formula is made plain text.
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@"):
        return "'" + value
    return value


def say(words: str) -> None:
    """Talk and progress: standard error."""
    click.echo(words, err=True)


def report_rejects(rejected: Sequence[Rejected]) -> int:
    """One line for each; the exit code that follows from there being any."""
    for each in rejected:
        sentence = REASON_SENTENCES[each.reason]
        todo = f"; {each.todo}" if each.todo else ""
        say(f"rejected {each.where}: {sentence} {each.detail[:1].upper()}{each.detail[1:]}{todo}")
    return 3 if rejected else 0
