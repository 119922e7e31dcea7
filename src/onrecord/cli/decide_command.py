"""`onrecord decide`."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.app.deciding import Signed, join_stories, split_story, undo_decision
from onrecord.app.register_folder import open_register
from onrecord.cli.options import format_option, register_option
from onrecord.cli.output import emit, wants_table
from onrecord.model.codec import to_builtins
from onrecord.model.decision import Decision, DecisionKind

__all__ = ["command"]

F = TypeVar("F", bound=Callable[..., Any])
_NAMES = (
    "are reports, or stories by id, as `onrecord export stories` lists them (of a story's id the "
    "first characters will do)"
)


@click.group(
    "decide",
    epilog="Example: onrecord decide join report-a report-b --why 'one summit'",
)
def command() -> None:
    """Rule which reports tell one event. Rulings are kept by every later build, and can be undone."""


def _signed(function: F) -> F:
    """`--by`, `--why`."""
    by = click.option("--by", default=None, help="Who rules; by default the user's name.")
    why = click.option("--why", default="", help="The reason, in a sentence.")
    return by(why(function))


@command.command(
    "join",
    epilog="Example: onrecord decide join report-a report-b --why 'one summit'",
    help=f"Make the stories of ONE and OTHER one.\n\nThey {_NAMES}.",
)
@register_option
@click.argument("one")
@click.argument("other")
@_signed
@format_option
def _join(folder: Path, one: str, other: str, by: str | None, why: str, fmt: str | None) -> None:
    with open_register(folder) as register:
        _tell(join_stories(register, one, other, _signature(by, why)), fmt)


@command.command(
    "split",
    epilog="Example: onrecord decide split report-a --why 'another summit, a week later'",
    help=(
        "Take REPORT, with its copies, out of its story; with OTHER, only if both are in one.\n\n"
        f"They {_NAMES}."
    ),
)
@register_option
@click.argument("report")
@click.argument("other", required=False)
@_signed
@format_option
def _split(
    folder: Path, report: str, other: str | None, by: str | None, why: str, fmt: str | None
) -> None:
    with open_register(folder) as register:
        _tell(split_story(register, report, other, _signature(by, why)), fmt)


@command.command("undo", epilog="Example: onrecord decide undo d-671efd1177e7cb15")
@register_option
@click.argument("decision")
@_signed
@format_option
def _undo(folder: Path, decision: str, by: str | None, why: str, fmt: str | None) -> None:
    """Take back a decision, by its id or the first characters of it."""
    with open_register(folder) as register:
        _tell(undo_decision(register, decision, _signature(by, why)), fmt)


@command.command("list", epilog="Example: onrecord decide list --format csv")
@register_option
@format_option
def _list(folder: Path, fmt: str | None) -> None:
    """List every decision there is, the oldest first."""
    with open_register(folder) as register:
        made = register.store.records.decisions()
    if not wants_table(fmt):
        emit([to_builtins(d) for d in made], fmt)
        return
    undone = {d.target for d in made if d.kind is DecisionKind.UNDO}
    for each in made:
        click.echo(_line(each) + (" (undone)" if each.id in undone else ""))
    if not made:
        click.echo("nothing is decided")


def _signature(by: str | None, why: str) -> Signed:
    if by is None:
        try:
            by = getpass.getuser()
        except (OSError, KeyError):
            by = "not named"
    return Signed(by=by, why=why)


def _tell(decision: Decision, fmt: str | None) -> None:
    if wants_table(fmt):
        click.echo(_line(decision))
    else:
        emit([to_builtins(decision)], fmt)


def _line(decision: Decision) -> str:
    words = " ".join(
        filter(None, (decision.kind.replace("_", " "), decision.target, decision.value))
    )
    why = f": {decision.why}" if decision.why else ""
    return f"{decision.id}  {decision.at[:10]}  {decision.by}  {words}{why}"
