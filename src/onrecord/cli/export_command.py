"""`onrecord export`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.folding import load_register
from onrecord.cli.opened import opened
from onrecord.cli.options import as_of_option, format_option, known_on_option, register_option
from onrecord.cli.output import emit
from onrecord.model.codec import statement_record

__all__ = ["command"]


@click.command("export", epilog="Example: onrecord export statements --format csv > statements.csv")
@register_option
@click.argument(
    "what",
    type=click.Choice(["statements", "commitments", "disagreements", "evidence", "stories"]),
)
@as_of_option
@known_on_option
@format_option
def command(
    folder: Path, what: str, as_of: str | None, known_on: str | None, fmt: str | None
) -> None:
    """Write the register's rows: JSON lines by default, CSV or JSON as asked.

    Of stories, a row is a report: its story, its copies, its origin, whom it retells, and why.
    """
    from onrecord.publish import export

    with opened(folder) as register:
        found = load_register(register, as_of=as_of, known_on=known_on)
    rows = {
        "statements": lambda: [statement_record(s) for s in found.statements],
        "commitments": lambda: export.commitment_rows(found, found.commitments),
        "disagreements": lambda: export.disagreement_rows(found, found.disagreements),
        "evidence": lambda: export.evidence_rows(found, found.commitments),
        "stories": lambda: export.story_rows(found),
    }
    emit(rows[what](), "jsonl" if fmt == "table" else fmt)
