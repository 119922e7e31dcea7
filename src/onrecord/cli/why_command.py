"""`onrecord why`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.folding import find_commitments, load_register
from onrecord.cli.opened import opened
from onrecord.cli.options import as_of_option, format_option, known_on_option, register_option
from onrecord.cli.output import emit, wants_table

__all__ = ["command"]


@click.command("why", epilog="Example: onrecord why c-671efd1177e7cb15")
@register_option
@click.argument("commitment")
@as_of_option
@known_on_option
@format_option
def command(
    folder: Path, commitment: str, as_of: str | None, known_on: str | None, fmt: str | None
) -> None:
    """Show what a commitment rests on: every report's exact words, and how they were read.

    COMMITMENT is an id as `onrecord show --list` prints it (its first characters will do), or a
    statement's id.
    """
    from onrecord.publish import export, terminal

    with opened(folder) as register:
        found = load_register(register, as_of=as_of, known_on=known_on)
    chosen = find_commitments(found, commitment)
    if not wants_table(fmt):
        emit(export.evidence_rows(found, chosen), fmt)
        return
    for each in chosen:
        terminal.show(terminal.why(found, each))
