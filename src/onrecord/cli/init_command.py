"""`onrecord init`."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.app.register_folder import init_register
from onrecord.cli.options import register_option
from onrecord.cli.output import say

__all__ = ["command"]


@click.command(
    "init", epilog="Example: onrecord init --name 'Guarantees for Ukraine' --codebook security"
)
@register_option
@click.option("--name", default=None, help="The register's title.")
@click.option(
    "--codebook",
    default=None,
    help="A built-in codebook (security, aid, climate, politics) or a YAML file; security for a new register.",
)
def command(folder: Path, name: str | None, codebook: str | None) -> None:
    """Make a register in a folder, or change the settings of the one there."""
    register = init_register(folder, name=name, codebook=codebook)
    say(f"register in {folder}, codebook {register.codebook.name} {register.codebook.version}")
    register.store.close()
