"""`onrecord disagreements`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.folding import load_register
from onrecord.cli.opened import opened
from onrecord.cli.options import as_of_option, format_option, known_on_option, register_option
from onrecord.cli.output import emit, wants_table

__all__ = ["command"]


@click.command("disagreements", epilog="Example: onrecord disagreements --most 5")
@register_option
@click.option("--most", type=click.IntRange(1), default=None, help="Only the first so many.")
@as_of_option
@known_on_option
@format_option
def command(
    folder: Path, most: int | None, as_of: str | None, known_on: str | None, fmt: str | None
) -> None:
    """List where reports differ, by how much the register would change × independent origins."""
    from onrecord.publish import export, terminal

    with opened(folder) as register:
        found = load_register(register, as_of=as_of, known_on=known_on)
    chosen = found.disagreements[:most]
    if wants_table(fmt):
        terminal.show(terminal.disagreements(found, chosen))
    else:
        emit(export.disagreement_rows(found, chosen), fmt)
