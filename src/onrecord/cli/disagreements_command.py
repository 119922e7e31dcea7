"""`onrecord disagreements`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.building import load_register
from onrecord.app.register_folder import open_register
from onrecord.cli.output import emit, format_option, register_option, wants_table

__all__ = ["command"]


@click.command("disagreements", epilog="Example: onrecord disagreements --most 5")
@register_option
@click.option("--most", type=click.IntRange(1), default=None, help="Only the first so many.")
@format_option
def command(folder: Path, most: int | None, fmt: str | None) -> None:
    """List where reports differ, by how much the register would change × independent origins."""
    from onrecord.publish import export, terminal

    with open_register(folder) as register:
        found = load_register(register)
    chosen = found.disagreements[:most]
    if wants_table(fmt):
        terminal.show(terminal.disagreements(found, chosen))
    else:
        emit(export.disagreement_rows(found, chosen), fmt)
