"""`onrecord read`."""

from __future__ import annotations

import click

from onrecord.app.stateless import collect_all, read_all
from onrecord.cli.options import iso_day
from onrecord.cli.output import emit, format_option, report_rejects, wants_table
from onrecord.collect import CollectOptions
from onrecord.model.codec import statement_record, to_builtins

__all__ = ["command"]


@click.command(
    "read", epilog="Example: onrecord read report.txt --published 2025-09-05 --format jsonl"
)
@click.argument("targets", nargs=-1, required=True)
@click.option(
    "--codebook", default="security", show_default=True, help="A built-in codebook or a YAML file."
)
@click.option("--published", callback=iso_day, default=None, help="Publication date (YYYY-MM-DD).")
@click.option("--language", default=None, help="Two-letter language, against a wrong guess.")
@click.option(
    "--explain",
    is_flag=True,
    help="Show which words gave which field, and why sentences with a cue were left out.",
)
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=None, help="Processes that read at once."
)
@format_option
def command(
    targets: tuple[str, ...], codebook: str, published: str | None, language: str | None,
    explain: bool, jobs: int | None, fmt: str | None,
) -> int:  # fmt: skip
    """Read reports and print their statements; keeps nothing."""
    options = CollectOptions(published=published, language=language)
    reports, rejected = collect_all(targets, options)
    readings = read_all(reports, codebook=codebook, jobs=jobs)
    if wants_table(fmt):
        from onrecord.publish import terminal

        terminal.show(terminal.readings(reports, readings, explain=explain))
    else:
        records = []
        for reading in readings:
            records += [statement_record(s, explain=explain) for s in reading.statements]
            if explain:
                records += [{"left_out": to_builtins(each)} for each in reading.left_out]
        emit(records, fmt)
    return report_rejects(rejected)
