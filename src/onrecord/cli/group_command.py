"""`onrecord group`."""

from __future__ import annotations

import click

from onrecord.app.stateless import collect_all, group_reports
from onrecord.cli.output import emit, format_option, report_rejects, wants_table

__all__ = ["command"]


@click.command("group", epilog="Example: onrecord group reports/ --format jsonl")
@click.argument("targets", nargs=-1, required=True)
@format_option
def command(targets: tuple[str, ...], fmt: str | None) -> int:
    """Tell which reports are copies, which tell one event, and which retell another, and why."""
    reports, rejected = collect_all(targets)
    records = group_reports(reports)
    if wants_table(fmt):
        from onrecord.publish import terminal

        terminal.show(terminal.groups(records))
    else:
        emit(records, fmt)
    return report_rejects(rejected)
