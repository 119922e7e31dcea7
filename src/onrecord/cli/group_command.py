"""`onrecord group`."""

from __future__ import annotations

import click

from onrecord.app.comparing import group_reports
from onrecord.app.reading import collect_all
from onrecord.cli.options import format_option, published_option
from onrecord.cli.output import emit, report_rejects, wants_table
from onrecord.collect import CollectOptions

__all__ = ["command"]


@click.command("group", epilog="Example: onrecord group reports/ --format jsonl")
@click.argument("targets", nargs=-1, required=True)
@published_option
@format_option
def command(targets: tuple[str, ...], published: str | None, fmt: str | None) -> int:
    """Tell which reports are copies, which tell one event, and which retell another, and why."""
    reports, rejected = collect_all(targets, CollectOptions(published=published))
    records = group_reports(reports)
    if wants_table(fmt):
        from onrecord.publish import terminal

        terminal.show(terminal.groups(records))
    else:
        emit(records, fmt)
    return report_rejects(rejected)
