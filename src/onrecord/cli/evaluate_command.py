"""`onrecord evaluate`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from onrecord.app.stateless import evaluate_gold
from onrecord.cli.output import wants_table

__all__ = ["command"]


@click.command("evaluate", epilog="Example: onrecord evaluate gold/ --format json")
@click.argument("targets", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--codebook", default="security", show_default=True, help="A built-in codebook or a YAML file."
)
@click.option("--relations", is_flag=True, help="Score relations between reports too.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=None, help="Processes that read at once."
)
@click.option(
    "--format",
    "fmt",
    type=click.Choice(["table", "json"]),
    default=None,
    help="Output format; by default a table on a terminal and JSON when piped.",
)
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
