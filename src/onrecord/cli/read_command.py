"""`onrecord read`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from typing import Any

import click

from onrecord.app.reading import iter_reports, read_each
from onrecord.cli.options import codebook_option, format_option, jobs_option, published_option
from onrecord.cli.output import emit, report_rejects, wants_table
from onrecord.collect import CollectOptions
from onrecord.model.codec import statement_record, to_builtins
from onrecord.model.rejected import Rejected
from onrecord.model.report import Report
from onrecord.read import Reading

__all__ = ["command"]


@click.command(
    "read", epilog="Example: onrecord read report.txt --published 2025-09-05 --format jsonl"
)
@click.argument("targets", nargs=-1, required=True)
@codebook_option
@published_option
@click.option("--language", default=None, help="Two-letter language, against a wrong guess.")
@click.option(
    "--explain",
    is_flag=True,
    help="Show which words gave which field, and why sentences with a cue were left out.",
)
@jobs_option
@format_option
def command(
    targets: tuple[str, ...], codebook: str, published: str | None, language: str | None,
    explain: bool, jobs: int | None, fmt: str | None,
) -> int:  # fmt: skip
    """Read reports and print their statements; keeps nothing."""
    rejected: list[Rejected] = []
    options = CollectOptions(published=published, language=language)
    reports: Iterable[Report] = _taken(iter_reports(targets, options), rejected)
    if wants_table(fmt):
        from onrecord.publish import terminal

        reports, shown = tee(reports)
        readings = list(_taken(read_each(reports, codebook=codebook, jobs=jobs), rejected))
        terminal.show(terminal.readings(list(shown), readings, explain=explain))
    else:
        # Each reading is printed as it comes: any number of reports passes through.
        found = _taken(read_each(reports, codebook=codebook, jobs=jobs), rejected)
        emit(_records(found, explain=explain), fmt)
    return report_rejects(rejected)


def _taken(items: Iterable[Any], rejected: list[Rejected]) -> Iterator[Any]:
    for item in items:
        if isinstance(item, Rejected):
            rejected.append(item)
        else:
            yield item


def _records(readings: Iterable[Reading], *, explain: bool) -> Iterator[dict[str, Any]]:
    for reading in readings:
        for statement in reading.statements:
            yield statement_record(statement, explain=explain)
        if explain:
            for each in reading.left_out:
                yield {"left_out": to_builtins(each)}
