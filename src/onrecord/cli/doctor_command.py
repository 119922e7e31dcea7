"""`onrecord doctor`."""

from __future__ import annotations

import platform
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from onrecord.app.register_folder import open_register
from onrecord.cli.options import register_option
from onrecord.codebooks import BUILT_IN, load_codebook
from onrecord.errors import OnrecordError
from onrecord.version import VERSION

__all__ = ["command"]


@click.command("doctor", epilog="Example: onrecord doctor")
@register_option
def command(folder: Path) -> int:
    """Check that what onrecord needs is there and works."""
    checks: list[tuple[str, Callable[[], str]]] = [
        ("onrecord", lambda: VERSION),
        ("python", platform.python_version),
        ("language pipeline", _pipeline),
        ("register", partial(_register, folder)),
        *((f"codebook {name}", partial(_codebook, name)) for name in BUILT_IN),
    ]
    failed = 0
    for name, check in checks:
        try:
            click.echo(f"ok    {name}: {check()}")
        except OnrecordError as error:
            failed += 1
            click.echo(f"FAIL  {name}: {error}")
    return 1 if failed else 0


def _codebook(name: str) -> str:
    return load_codebook(name).version


def _pipeline() -> str:
    from onrecord.read.grammar.pipeline import DEFAULT_PIPELINE, load_pipeline

    return f"{DEFAULT_PIPELINE} {load_pipeline().meta['version']}"


def _register(folder: Path) -> str:
    if not (folder / "register.db").exists():
        return f"none in {folder} (make one with `onrecord init`)"
    with open_register(folder) as register:
        codebook = register.codebook
        return (
            f"{folder}: codebook {codebook.name} {codebook.version}, "
            f"{register.store.reports.count()} reports, {register.unread()} not read yet, "
            f"{len(register.store.records.open_rejects())} rejected inputs"
        )
