"""Bytes from files, folders and standard input."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord.model.rejected import Rejected, RejectedReason

__all__ = ["read_target"]


def read_target(target: str | Path, max_bytes: int) -> Iterator[tuple[str, bytes] | Rejected]:
    """(where, bytes) of each input, or why one could not be read. A folder is read recursively."""
    if str(target) == "-":
        yield "-", sys.stdin.buffer.read(max_bytes + 1)
        return
    path = Path(target)
    if path.is_dir():
        yield from _folder(path, max_bytes)
    else:
        yield _file(path, max_bytes)


def _folder(folder: Path, max_bytes: int) -> Iterator[tuple[str, bytes] | Rejected]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for path in paths:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _folder(path, max_bytes)
        else:
            yield _file(path, max_bytes)


def _file(path: Path, max_bytes: int) -> tuple[str, bytes] | Rejected:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Rejected(
                reason=RejectedReason.UNREADABLE, where=str(path), detail="not a regular file",
                todo="name a file or a folder",
            )  # fmt: skip
        if status.st_size > max_bytes:
            return Rejected(
                reason=RejectedReason.TOO_LARGE, where=str(path),
                detail=f"{status.st_size:,} bytes, more than the limit of {max_bytes:,}",
                todo="split it into reports",
            )  # fmt: skip
        return str(path), path.read_bytes()
    except OSError as error:
        return _unreadable(path, error)


def _unreadable(path: Path, error: OSError) -> Rejected:
    return Rejected(
        reason=RejectedReason.UNREADABLE, where=str(path),
        detail=error.strerror or str(error), todo="check that it exists and may be read",
    )  # fmt: skip
