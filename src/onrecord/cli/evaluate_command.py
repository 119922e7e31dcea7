"""`onrecord evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from onrecord.app.evaluating import evaluate_gold, evaluate_plover
from onrecord.cli.options import codebook_option, jobs_option, shape_option
from onrecord.cli.output import wants_table

__all__ = ["command"]


@click.command("evaluate", epilog="Example: onrecord evaluate gold/ --format json")
@click.argument("targets", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--plover", type=click.Path(path_type=Path), metavar="FILE",
    help="Score acts, actors and recipients on a file of PLOVER records instead, by the codebook "
    "politics unless another is named.",
)  # fmt: skip
@codebook_option
@click.option("--relations", is_flag=True, help="Score relations between reports too.")
@jobs_option
@shape_option
@click.pass_context
def command(
    ctx: click.Context, /, targets: tuple[Path, ...], plover: Path | None, **options: Any
) -> None:
    """Measure the reader on hand-coded reports (gold files or folders of them)."""
    if bool(targets) == (plover is not None):
        raise click.UsageError("name gold files or folders, or one --plover FILE", ctx)
    fmt = options.pop("fmt")
    if plover is not None:
        if ctx.get_parameter_source("codebook") is ParameterSource.DEFAULT:
            options["codebook"] = "politics"
        options.pop("relations")
        result = evaluate_plover(plover, **options)
    else:
        result = evaluate_gold(targets, **options)
    if wants_table(fmt):
        from onrecord.publish import terminal

        terminal.show(terminal.plover(result) if plover else terminal.scores(result))
    else:
        click.echo(json.dumps(result, ensure_ascii=False))
