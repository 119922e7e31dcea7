"""`onrecord show`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.folding import load_register
from onrecord.cli.opened import opened
from onrecord.cli.options import as_of_option, format_option, known_on_option, register_option
from onrecord.cli.output import emit, wants_table

__all__ = ["command"]


@click.command("show", epilog="Example: onrecord show --list --as-of 2025-09-10")
@register_option
@click.option(
    "--list", "as_list", is_flag=True, help="One line a commitment instead of the matrix."
)
@as_of_option
@known_on_option
@click.option("--actor", default=None, help="Only this actor id (FRA, COALITION …).")
@click.option("--contribution", default=None, help="Only this contribution and what is narrower.")
@format_option
def command(
    folder: Path, as_list: bool, as_of: str | None, known_on: str | None, actor: str | None,
    contribution: str | None, fmt: str | None,
) -> None:  # fmt: skip
    """Show the register: actors × contributions, or as a list."""
    from onrecord.publish import export, terminal

    with opened(folder) as register:
        found = load_register(register, as_of=as_of, known_on=known_on)
    chosen = [
        c for c in found.commitments
        if (actor is None or c.actor == actor)
        and (contribution is None or f"{c.contribution}.".startswith(f"{contribution}."))
    ]  # fmt: skip
    if not wants_table(fmt):
        emit(export.commitment_rows(found, chosen), fmt)
        return
    terminal.show(terminal.listing(found, chosen) if as_list else terminal.matrix(found, chosen))
