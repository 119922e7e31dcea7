"""A register's folder: where it is, its settings, its store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.app.published import ruled_dates
from onrecord.codebooks import BUILT_IN, Codebook, load_codebook
from onrecord.engine.reader_version import reader_version
from onrecord.errors import StoreError, UsageError
from onrecord.store import ReadBy, Store

__all__ = ["DEFAULT_CODEBOOK", "RegisterFolder", "init_register", "open_register"]

DEFAULT_CODEBOOK = "security"


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
        return load_codebook(self.store.setting("codebook") or DEFAULT_CODEBOOK)

    def read_by(self) -> ReadBy:
        """The reader, codebook and publication dates that the register's readings rest on now."""
        ruled = ruled_dates(self.store.records.decisions())
        return ReadBy(
            reader=reader_version(),
            codebook=self.codebook.fingerprint,
            basis={report: decision.id for report, decision in ruled.items()},
        )

    def unread(self) -> int:
        """How many reports the next build would read."""
        return len(self.store.readings.unread(self.read_by()))


def init_register(
    folder: Path, *, name: str | None = None, codebook: str | None = None
) -> RegisterFolder:
    """A new register in this folder, or the one that is there with the settings that are given.

    Raises CodebookError for an unknown codebook and StoreError where the folder can't be written.
    """
    if codebook is not None:
        load_codebook(codebook)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"the folder can't be made ({error.strerror})", where=str(folder),
            todo="name another with --register",
        ) from error  # fmt: skip
    register = RegisterFolder(folder)
    if codebook is not None:
        register.store.set_setting("codebook", _lasting(codebook))
    if name:
        register.store.set_setting("name", name)
    return register


def _lasting(codebook: str) -> str:
    """A codebook's file by its whole path: a register is opened from other folders too."""
    return codebook if codebook in BUILT_IN else str(Path(codebook).resolve())


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
