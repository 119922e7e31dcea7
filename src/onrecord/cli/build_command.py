"""`onrecord build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from onrecord.app.building import build
from onrecord.app.register_folder import open_register
from onrecord.cli.output import register_option, say

__all__ = ["command"]


@click.command("build", epilog="Example: onrecord build --jobs 2")
@register_option
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=None,
    help="Processes that read at once; two by default.",
)
def command(folder: Path, jobs: int | None) -> None:
    """Read the reports that have not been read, and nothing else."""

    def progress(done: int, total: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\rread {done} of {total}", err=True, nl=done == total)

    with open_register(folder) as register:
        run = build(register, jobs=jobs, progress=progress)
        say(
            f"read {run.reports_read} new of {run.reports_seen} reports: {run.statements} statements"
        )
