"""`onrecord publish`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.folding import load_register
from onrecord.cli.opened import opened
from onrecord.cli.options import as_of_option, known_on_option, register_option
from onrecord.cli.output import say

__all__ = ["command"]


@click.command("publish", epilog="Example: onrecord publish site/")
@register_option
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@as_of_option
@known_on_option
def command(folder: Path, out: Path, as_of: str | None, known_on: str | None) -> None:
    """Write the register as static pages that open from disk or from any web server."""
    from onrecord.publish.site import publish_site

    with opened(folder) as register:
        found = load_register(register, as_of=as_of, known_on=known_on)
        written = publish_site(found, out, codebook=register.codebook)
    say(f"wrote {len(written)} files; open {out / 'index.html'}")
