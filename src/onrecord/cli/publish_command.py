"""`onrecord publish`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.building import load_register
from onrecord.app.register_folder import open_register
from onrecord.cli.options import iso_day
from onrecord.cli.output import register_option, say

__all__ = ["command"]


@click.command("publish", epilog="Example: onrecord publish site/")
@register_option
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--as-of",
    callback=iso_day,
    default=None,
    help="The register as it stood on a day (YYYY-MM-DD).",
)
def command(folder: Path, out: Path, as_of: str | None) -> None:
    """Write the register as static pages that open from disk or from any web server."""
    from onrecord.publish.site import publish_site

    with open_register(folder) as register:
        found = load_register(register, as_of=as_of)
        written = publish_site(found, out, codebook=register.codebook)
    say(f"wrote {len(written)} files; open {out / 'index.html'}")
