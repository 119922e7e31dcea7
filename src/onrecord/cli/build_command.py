"""`onrecord build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from onrecord.app.building import build
from onrecord.app.register_folder import open_register
from onrecord.cli.options import jobs_option, register_option
from onrecord.cli.output import report_rejects, say

__all__ = ["command"]


@click.command("build", epilog="Example: onrecord build --jobs 2")
@register_option
@jobs_option
def command(folder: Path, jobs: int | None) -> int:
    """Read the reports that have not been read, and find copies, stories and origins anew if needed."""
    with open_register(folder) as register:
        built = build(register, jobs=jobs, progress=_progress)
    run = built.run
    say(f"read {run.reports_read} new of {run.reports_seen} reports: {run.statements} statements")
    if built.grouped.changed:
        merged = f", {built.grouped.renamed} merged into others" if built.grouped.renamed else ""
        say(f"grouped: {built.grouped.changed} reports stand otherwise than before{merged}")
    return report_rejects(built.rejected)


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\rread {done} of {total}", err=True, nl=done == total)
