"""`onrecord rejected`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.adding import add_targets, open_reject_files
from onrecord.app.register_folder import RegisterFolder, open_register
from onrecord.cli.add_command import Tally
from onrecord.cli.options import format_option, register_option
from onrecord.cli.output import emit, rejected_line, wants_table
from onrecord.collect import CollectOptions
from onrecord.model.codec import to_builtins
from onrecord.store import utc_now

__all__ = ["command"]


@click.command("rejected", epilog="Example: onrecord rejected --format csv")
@register_option
@click.option("--all", "history", is_flag=True, help="Also those that were taken in since.")
@click.option("--retry", is_flag=True, help="Add their files again, once they are mended.")
@format_option
def command(folder: Path, history: bool, retry: bool, fmt: str | None) -> int:
    """List the inputs that could not be taken in, and why."""
    with open_register(folder) as register:
        if retry:
            return _retry(register)
        records = register.store.records
        found = records.rejects() if history else records.open_rejects()
    if not wants_table(fmt):
        emit([to_builtins(r) for r in found], fmt)
        return 0
    for each in found:
        click.echo(rejected_line(each))
    if not found:
        click.echo("nothing is rejected")
    return 0


def _retry(register: RegisterFolder) -> int:
    tally = Tally()
    options = CollectOptions(received_at=utc_now())
    for item in add_targets(register, open_reject_files(register), options):
        tally.take(item)
    return tally.finish()
