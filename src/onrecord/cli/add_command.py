"""`onrecord add`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.adding import add_targets, now_utc
from onrecord.app.register_folder import open_register
from onrecord.cli.options import iso_day
from onrecord.cli.output import register_option, report_rejects, say
from onrecord.collect import CollectOptions
from onrecord.model.rejected import Rejected, RejectedReason

__all__ = ["command"]


@click.command(
    "add", epilog="Example: onrecord add reports/ --outlet 'Harbour Gazette' --published 2025-09-05"
)
@register_option
@click.argument("targets", nargs=-1, required=True)
@click.option(
    "--published",
    callback=iso_day,
    default=None,
    help="Publication date (YYYY-MM-DD), where the input gives none.",
)
@click.option("--outlet", default=None, help="The outlet's name, where the input gives none.")
@click.option("--language", default=None, help="Two-letter language, against a wrong guess.")
def command(
    folder: Path,
    targets: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    language: str | None,
) -> int:
    """Add reports: files, folders, or - for standard input.

    Text, Markdown, HTML, JSON lines and gold files. The same bytes are kept once.
    """
    options = CollectOptions(
        published=published, outlet=outlet, language=language, received_at=now_utc()
    )
    added, rejected = 0, []
    with open_register(folder) as register:
        for item in add_targets(register, targets, options):
            if isinstance(item, Rejected):
                rejected.append(item)
            else:
                added += 1
                if item.published is None or item.published.startswith("--"):
                    say(f"{item.id}: no publication date with a year; give it with --published")
    code = report_rejects(rejected)
    again = sum(r.reason is RejectedReason.DUPLICATE for r in rejected)
    say(f"added {added}, rejected {len(rejected) - again}, already there {again}")
    return 0 if again == len(rejected) else code
