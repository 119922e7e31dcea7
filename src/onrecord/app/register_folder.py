"""A register's folder: where it is, its settings, its store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.codebooks import Codebook, load_codebook
from onrecord.errors import StoreError, UsageError
from onrecord.store import Store

__all__ = ["RegisterFolder", "init_register", "open_register"]


class RegisterFolder:
    """An open register: its folder, store, name and codebook."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store.at(folder)

    @property
    def name(self) -> str:
        """The register's title."""
        return self.store.setting("name") or self.folder.resolve().parent.name

    @property
    def codebook(self) -> Codebook:
        """The codebook that reports are read by. Raises CodebookError where it can't be loaded."""
        return load_codebook(self.store.setting("codebook") or "security")


def init_register(folder: Path, *, name: str | None, codebook: str) -> RegisterFolder:
    """A new register in this folder, or the one that is there with these settings.

    Raises CodebookError for an unknown codebook and StoreError where the folder can't be written.
    """
    load_codebook(codebook)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"the folder can't be made ({error.strerror})", where=str(folder),
            todo="name another with --register",
        ) from error  # fmt: skip
    register = RegisterFolder(folder)
    register.store.set_setting("codebook", codebook)
    if name:
        register.store.set_setting("name", name)
    return register


@contextmanager
def open_register(folder: Path) -> Iterator[RegisterFolder]:
    """The register in this folder. Raises UsageError where there is none."""
    if not (folder / "register.db").exists():
        raise UsageError(
            "no register here", where=str(folder), todo="make one with `onrecord init`"
        )
    register = RegisterFolder(folder)
    try:
        yield register
    finally:
        register.store.close()
