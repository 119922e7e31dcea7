"""`onrecord export`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.building import load_register
from onrecord.app.register_folder import open_register
from onrecord.cli.options import iso_day
from onrecord.cli.output import emit, format_option, register_option
from onrecord.model.codec import statement_record

__all__ = ["command"]


@click.command("export", epilog="Example: onrecord export statements --format csv > statements.csv")
@register_option
@click.argument(
    "what", type=click.Choice(["statements", "commitments", "disagreements", "evidence"])
)
@click.option(
    "--as-of",
    callback=iso_day,
    default=None,
    help="The register as it stood on a day (YYYY-MM-DD).",
)
@format_option
def command(folder: Path, what: str, as_of: str | None, fmt: str | None) -> None:
    """Write the register's rows: JSON lines by default, CSV or JSON as asked."""
    from onrecord.publish import export

    with open_register(folder) as register:
        found = load_register(register, as_of=as_of)
    rows = {
        "statements": lambda: [statement_record(s) for s in found.statements],
        "commitments": lambda: export.commitment_rows(found, found.commitments),
        "disagreements": lambda: export.disagreement_rows(found, found.disagreements),
        "evidence": lambda: export.evidence_rows(found, found.commitments),
    }
    emit(rows[what](), "jsonl" if fmt == "table" else fmt)
