"""Checks of option values, each with a clear line."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

__all__ = ["iso_day"]


def iso_day(ctx: click.Context, param: click.Parameter, value: Any) -> str | None:
    """An ISO date, or a usage error that says what is wrong."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date; write it as YYYY-MM-DD") from error
