"""`onrecord add`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.adding import Dated, add_targets
from onrecord.app.register_folder import open_register
from onrecord.cli.options import published_option, register_option
from onrecord.cli.output import report_rejects, say
from onrecord.collect import CollectOptions
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report
from onrecord.store import utc_now

__all__ = ["Tally", "command"]


class Tally:
    """What became of each input, told as it comes and summed up at the end."""

    def __init__(self) -> None:
        self.added = 0
        self.dated = 0
        self.again = 0
        self.rejected: list[Rejected] = []

    def take(self, item: Report | Rejected | Dated) -> None:
        """Count one, and say what a person should know of it."""
        if isinstance(item, Dated):
            self.dated += 1
            say(f"{item.report}: published {item.published} (was {item.before or 'not known'})")
        elif isinstance(item, Report):
            self.added += 1
            if item.published is None or item.published.startswith("--"):
                say(f"{item.id}: no publication date with a year; add it again with --published")
        elif item.reason is RejectedReason.DUPLICATE:
            self.again += 1
            say(f"{item.where}: already there ({item.detail})")
        else:
            self.rejected.append(item)
            report_rejects([item])

    def finish(self) -> int:
        """Say the sums; the exit code."""
        parts = [f"added {self.added}", f"rejected {len(self.rejected)}",
                 f"already there {self.again}"]  # fmt: skip
        if self.dated:
            parts.append(f"dated {self.dated}")
        say(", ".join(parts))
        return 3 if self.rejected else 0


@click.command(
    "add", epilog="Example: onrecord add reports/ --outlet 'Harbour Gazette' --published 2025-09-05"
)
@register_option
@click.argument("targets", nargs=-1, required=True)
@published_option
@click.option("--outlet", default=None, help="The outlet's name; goes before what the input says.")
@click.option("--language", default=None, help="Two-letter language, against a wrong guess.")
def command(
    folder: Path,
    targets: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    language: str | None,
) -> int:
    """Add reports: files, folders, or - for standard input.

    Text, Markdown, HTML, JSON lines and gold files. The same bytes are kept once; added again with
    --published, they get that date.
    """
    options = CollectOptions(
        published=published, outlet=outlet, language=language, received_at=utc_now()
    )
    tally = Tally()
    with open_register(folder) as register:
        for item in add_targets(register, targets, options):
            tally.take(item)
    return tally.finish()
