"""`onrecord compare`."""

from __future__ import annotations

import json

import click

from onrecord.app.comparing import compare_reports
from onrecord.app.reading import collect_all
from onrecord.cli.options import codebook_option, published_option, shape_option
from onrecord.cli.output import report_rejects, wants_table
from onrecord.collect import CollectOptions
from onrecord.errors import UsageError

__all__ = ["command"]


@click.command("compare", epilog="Example: onrecord compare wire.txt retelling.txt --format json")
@click.argument("targets", nargs=-1, required=True)
@codebook_option
@published_option
@shape_option
def command(targets: tuple[str, ...], codebook: str, published: str | None, fmt: str | None) -> int:
    """Compare two or more reports: what is the same, what differs and how, what only one has."""
    reports, rejected = collect_all(targets, CollectOptions(published=published))
    code = report_rejects(rejected)
    if len(reports) < 2:
        raise UsageError(
            f"{len(reports)} report(s) to compare", todo="name at least two that can be read"
        )
    result = compare_reports(reports, codebook=codebook)
    if wants_table(fmt):
        from onrecord.publish import terminal

        terminal.show(terminal.comparison(result))
    else:
        click.echo(json.dumps(result, ensure_ascii=False))
    return code
