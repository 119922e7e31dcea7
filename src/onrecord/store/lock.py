"""One build at a time: an advisory lock on a file, released by the system when a process dies."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import StoreBusy

__all__ = ["exclusive"]


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold the register for writing. Raises StoreBusy where another process holds it."""
    with (folder / "register.lock").open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreBusy(
                "another process is adding to or building this register", where=str(folder),
                todo="wait for it to end and run this again; nothing was changed",
            ) from error  # fmt: skip
        yield
