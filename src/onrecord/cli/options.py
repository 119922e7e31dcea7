"""The options that several commands share, and checks of their values."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = [
    "FORMATS", "as_of_option", "codebook_option", "format_option", "iso_day", "jobs_option",
    "known_on_option", "published_option", "register_option", "shape_option",
]  # fmt: skip

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("table", "jsonl", "json", "csv")


def iso_day(ctx: click.Context, param: click.Parameter, value: Any) -> str | None:
    """An ISO date, or a usage error that says what is wrong."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date; write it as YYYY-MM-DD") from error


def format_option(function: F) -> F:
    """`--format`, decided by where the output goes when it is not given."""
    return click.option(
        "--format", "fmt", type=click.Choice(FORMATS), default=None,
        help="Output format; by default a table on a terminal and JSON lines when piped.",
    )(function)  # fmt: skip


def shape_option(function: F) -> F:
    """`--format` of a command whose result is one object, not rows."""
    return click.option(
        "--format", "fmt", type=click.Choice(["table", "json"]), default=None,
        help="Output format; by default a table on a terminal and JSON when piped.",
    )(function)  # fmt: skip


def register_option(function: F) -> F:
    """`--register`, the register's folder."""
    return click.option(
        "--register", "folder", type=click.Path(path_type=Path), default=Path(".onrecord"),
        envvar="ONRECORD_REGISTER", show_default=True,
        help="The register's folder (or ONRECORD_REGISTER).",
    )(function)  # fmt: skip


def codebook_option(function: F) -> F:
    """`--codebook` of the commands that keep nothing."""
    return click.option(
        "--codebook", default="security", show_default=True,
        help="A built-in codebook (security, aid, climate, politics) or a YAML file.",
    )(function)  # fmt: skip


def jobs_option(function: F) -> F:
    """`--jobs`, how many processes read."""
    return click.option(
        "--jobs", type=click.IntRange(1, 64), default=None,
        help="Processes that read at once; two at most by default.",
    )(function)  # fmt: skip


def published_option(function: F) -> F:
    """`--published`, the date of what is given to the command."""
    return click.option(
        "--published", callback=iso_day, default=None, metavar="YYYY-MM-DD",
        help="Publication date; goes before what the input says.",
    )(function)  # fmt: skip


def as_of_option(function: F) -> F:
    """`--as-of`, in valid time."""
    return click.option(
        "--as-of", callback=iso_day, default=None, metavar="YYYY-MM-DD",
        help="The register on that day: only what was published by then.",
    )(function)  # fmt: skip


def known_on_option(function: F) -> F:
    """`--known-on`, in recorded time."""
    return click.option(
        "--known-on", callback=iso_day, default=None, metavar="YYYY-MM-DD",
        help="The register as it was kept at the end of that day (UTC).",
    )(function)  # fmt: skip
