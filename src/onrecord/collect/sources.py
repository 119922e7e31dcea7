"""Bytes from files, folders and standard input."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onrecord.model.rejected import Rejected, RejectedReason

__all__ = ["JSON_LINES", "Item", "read_target"]

JSON_LINES = (".jsonl", ".ndjson")
"""Suffixes of files that hold one record a line."""
_PEEK = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Bytes and where they came from."""

    where: str
    content: bytes
    line: int | None = None
    """The line's number where the bytes are one line of JSON lines too long to hold at once."""


def read_target(
    target: str | Path, max_bytes: int, stdin: BinaryIO | None = None
) -> Iterator[Item | Rejected]:
    """The bytes of each input, or why one could not be read.

    A folder is read recursively, its files in the order of their names, hidden ones left out. The
    limit holds for one report: JSON lines over it come line by line.
    """
    if str(target) == "-":
        yield from _stream(stdin or sys.stdin.buffer, "-", max_bytes)
        return
    path = Path(target)
    if not _is_folder(path):
        yield from _file(path, max_bytes)
        return
    count = 0
    for item in _folder(path, max_bytes):
        count += 1
        yield item
    if not count:
        yield Rejected(
            reason=RejectedReason.EMPTY, where=str(path), detail="no files in this folder",
            todo="name the folder that holds the reports",
        )  # fmt: skip


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _folder(folder: Path, max_bytes: int) -> Iterator[Item | Rejected]:
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and path.is_symlink() and _is_folder(path):
            yield _not_read(
                path, "a link to a folder, which is not followed", "name that folder itself"
            )
        elif _is_folder(path):
            try:
                inside = sorted(path.iterdir(), reverse=True)
            except OSError as error:
                yield _unreadable(path, error)
                continue
            waiting.extend(p for p in inside if not p.name.startswith("."))
        else:
            yield from _file(path, max_bytes)


def _file(path: Path, max_bytes: int) -> Iterator[Item | Rejected]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield _not_read(path, "not a regular file", "name a file or a folder")
            return
        with path.open("rb") as stream:
            yield from _stream(stream, str(path), max_bytes)
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)


def _stream(stream: BinaryIO, where: str, max_bytes: int) -> Iterator[Item | Rejected]:
    content = stream.read(max_bytes + 1)
    if len(content) <= max_bytes:
        yield Item(where=where, content=content)
    elif Path(where).suffix.lower() in JSON_LINES or _begins_lines(content):
        yield from _each_line(stream, content, where, max_bytes)
    else:
        yield _too_large(where, max_bytes)


def _begins_lines(content: bytes) -> bool:
    """Whether the first line is a record of its own."""
    first = content[:_PEEK].lstrip()
    return first.startswith(b"{") and content.partition(b"\n")[0].rstrip().endswith(b"}")


def _each_line(
    stream: BinaryIO, head: bytes, where: str, max_bytes: int
) -> Iterator[Item | Rejected]:
    lines = head.split(b"\n")
    rest = lines.pop()
    number = 0
    for number, line in enumerate(lines, 1):
        yield Item(where=where, content=line, line=number)
    while rest:
        number += 1
        if len(rest) <= max_bytes and b"\n" not in rest:
            rest += stream.readline(max_bytes + 1)
        if len(rest) > max_bytes:
            yield _too_large(f"{where}, line {number}", max_bytes)
            while rest and not rest.endswith(b"\n"):
                rest = stream.readline(max_bytes + 1)
        else:
            yield Item(where=where, content=rest, line=number)
        rest = stream.readline(max_bytes + 1)


def _too_large(where: str, max_bytes: int) -> Rejected:
    return Rejected(
        reason=RejectedReason.TOO_LARGE, where=where, detail=f"more than the limit of {max_bytes:,} bytes",
        todo="split it into reports",
    )  # fmt: skip


def _not_read(path: Path, detail: str, todo: str) -> Rejected:
    return Rejected(reason=RejectedReason.UNREADABLE, where=str(path), detail=detail, todo=todo)


def _unreadable(path: Path, error: OSError | ValueError) -> Rejected:
    strerror = error.strerror if isinstance(error, OSError) else None
    return _not_read(path, strerror or str(error), "check that it exists and may be read")
