"""`onrecord rejected`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.register_folder import open_register
from onrecord.cli.output import emit, format_option, register_option, wants_table
from onrecord.model.codec import to_builtins
from onrecord.model.rejected import REASON_SENTENCES

__all__ = ["command"]


@click.command("rejected", epilog="Example: onrecord rejected --format csv")
@register_option
@format_option
def command(folder: Path, fmt: str | None) -> None:
    """List the inputs that could not be taken in, and why. Add them again once they are mended."""
    with open_register(folder) as register:
        found = register.store.rejected()
    if not wants_table(fmt):
        emit([to_builtins(r) for r in found], fmt)
        return
    for each in found:
        click.echo(f"{each.where}: {REASON_SENTENCES[each.reason]} {each.detail}. {each.todo}")
    if not found:
        click.echo("nothing was rejected")
