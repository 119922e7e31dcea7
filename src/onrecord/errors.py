"""Every exception onrecord raises on purpose.

    OnrecordError
    ├── UsageError            the caller asked for something that can't be: exit code 2
    │   ├── CodebookError     a codebook has a fault; names the file, line and what is wrong
    │   └── SettingsError     a setting has a value that can't be used
    ├── StoreError            the register's store can't be read or written
    │   ├── StoreBusy         another process is building this register
    │   └── StoreTooNew       the store was written by a newer onrecord
    ├── ReadingFailed         the reader failed on a text that it was called with
    ├── ReadingStopped        a reading process was killed in the middle of its work
    ├── PipelineMissing       the language pipeline is not installed
    └── GoldError             a gold file does not follow the coding guide's format

Input that can't be read is not an exception: it is a `Rejected` value (see `onrecord.model`).
"""

from __future__ import annotations

__all__ = [
    "CodebookError",
    "GoldError",
    "OnrecordError",
    "PipelineMissing",
    "ReadingFailed",
    "ReadingStopped",
    "SettingsError",
    "StoreBusy",
    "StoreError",
    "StoreTooNew",
    "UsageError",
]


class OnrecordError(Exception):
    """What went wrong, where, and what to do next, in one line."""

    exit_code = 1

    def __init__(self, what: str, *, where: str | None = None, todo: str | None = None) -> None:
        self.what, self.where, self.todo = what, where, todo
        parts = [f"{where}: {what}" if where else what]
        if todo:
            parts.append(todo)
        super().__init__("; ".join(parts))


class UsageError(OnrecordError):
    """The command or call can't be carried out as asked."""

    exit_code = 2


class CodebookError(UsageError):
    """A codebook breaks its format."""


class SettingsError(UsageError):
    """A setting has a value that can't be used."""


class StoreError(OnrecordError):
    """The register's store can't be read or written."""


class StoreBusy(StoreError):
    """Another process is building this register."""


class StoreTooNew(StoreError):
    """The store was written by a newer onrecord."""


class ReadingFailed(OnrecordError):
    """The reader failed on a text that it was called with."""


class ReadingStopped(OnrecordError):
    """A reading process was killed in the middle of its work; what was read before is kept."""


class PipelineMissing(OnrecordError):
    """The language pipeline named in the settings is not installed."""


class GoldError(OnrecordError):
    """A gold file does not follow the coding guide's format."""
