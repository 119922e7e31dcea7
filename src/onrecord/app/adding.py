"""Adding reports to a register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from onrecord.app.register_folder import RegisterFolder
from onrecord.collect import Collected, CollectOptions, collect
from onrecord.model.rejected import Rejected
from onrecord.model.report import Report
from onrecord.store import exclusive

__all__ = ["add_targets", "now_utc"]


def now_utc() -> str:
    """The present moment, UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def add_targets(
    register: RegisterFolder, targets: Iterable[str | Path], options: CollectOptions
) -> Iterator[Report | Rejected]:
    """Collect and keep the targets; yields each report added and each input rejected, with the why.

    What was kept stays kept if this is interrupted. Raises StoreBusy while another process writes.
    """
    with exclusive(register.folder):
        yield from register.store.add(_collected(targets, options))


def _collected(targets: Iterable[str | Path], options: CollectOptions) -> Iterator[Collected]:
    for target in targets:
        yield from collect(target, options)
