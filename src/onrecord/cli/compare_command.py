"""`onrecord compare`."""

from __future__ import annotations

import json

import click

from onrecord.app.stateless import collect_all, compare_reports
from onrecord.cli.options import iso_day
from onrecord.cli.output import report_rejects, wants_table
from onrecord.collect import CollectOptions
from onrecord.errors import UsageError

__all__ = ["command"]


@click.command("compare", epilog="Example: onrecord compare wire.txt retelling.txt --format json")
@click.argument("targets", nargs=-1, required=True)
@click.option(
    "--codebook", default="security", show_default=True, help="A built-in codebook or a YAML file."
)
@click.option(
    "--published",
    callback=iso_day,
    default=None,
    help="Publication date for all of them (YYYY-MM-DD).",
)
@click.option(
    "--format",
    "fmt",
    type=click.Choice(["table", "json"]),
    default=None,
    help="Output format; by default a table on a terminal and JSON when piped.",
)
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
