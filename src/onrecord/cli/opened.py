"""A register opened for looking at, with a word on what it does not hold yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.app.register_folder import RegisterFolder, open_register
from onrecord.app.standing import grouping_waits
from onrecord.cli.output import say

__all__ = ["opened"]


@contextmanager
def opened(folder: Path) -> Iterator[RegisterFolder]:
    """The register in this folder; says so where reports wait to be read or grouped.

    Raises UsageError where there is none.
    """
    with open_register(folder) as register:
        if waiting := register.unread():
            say(f"{waiting} report(s) are not read yet: run `onrecord build`")
        elif register.store.reports.count() and grouping_waits(register):
            say("copies, stories and origins are not up to date: run `onrecord build`")
        yield register
