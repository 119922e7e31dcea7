"""`onrecord evaluate`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from onrecord.app.evaluating import evaluate_gold
from onrecord.cli.options import codebook_option, jobs_option, shape_option
from onrecord.cli.output import wants_table

__all__ = ["command"]


@click.command("evaluate", epilog="Example: onrecord evaluate gold/ --format json")
@click.argument("targets", nargs=-1, required=True, type=click.Path(path_type=Path))
@codebook_option
@click.option("--relations", is_flag=True, help="Score relations between reports too.")
@jobs_option
@shape_option
def command(
    targets: tuple[Path, ...], codebook: str, relations: bool, jobs: int | None, fmt: str | None
) -> None:
    """Measure the reader on hand-coded reports (gold files or folders of them)."""
    result = evaluate_gold(targets, codebook=codebook, relations=relations, jobs=jobs)
    if wants_table(fmt):
        from onrecord.publish import terminal

        terminal.show(terminal.scores(result))
    else:
        click.echo(json.dumps(result, ensure_ascii=False))
