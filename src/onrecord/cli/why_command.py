"""`onrecord why`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.building import load_register
from onrecord.app.register_folder import open_register
from onrecord.cli.output import emit, format_option, register_option, wants_table
from onrecord.errors import UsageError

__all__ = ["command"]


@click.command("why", epilog="Example: onrecord why c-671efd1177e7cb15")
@register_option
@click.argument("commitment")
@format_option
def command(folder: Path, commitment: str, fmt: str | None) -> None:
    """Show what a commitment rests on: every report's exact words, and how they were read.

    COMMITMENT is an id as `onrecord show --list` prints it (its first characters will do), or a
    statement's id.
    """
    from onrecord.publish import export, terminal

    with open_register(folder) as register:
        found = load_register(register)
    chosen = [
        c for c in found.commitments
        if c.id.startswith(commitment) or any(s.startswith(commitment) for s in c.statements)
    ]  # fmt: skip
    if not chosen:
        raise UsageError(
            "no such commitment", where=commitment, todo="`onrecord show --list` lists them"
        )
    if not wants_table(fmt):
        emit(export.evidence_rows(found, chosen), fmt)
        return
    for each in chosen:
        terminal.show(terminal.why(found, each))
