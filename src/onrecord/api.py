"""The Python face of onrecord: a register opened by its folder, and reading that keeps nothing.

Everything else is imported only when it is called, so that `import onrecord` is quick.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

# The package of that name must be loaded before `onrecord.read` is bound to the function: Python
# binds a package's name in its parent once, when it is first imported.
import onrecord.read  # noqa: F401

if TYPE_CHECKING:
    from onrecord.app.building import Built
    from onrecord.app.register_folder import RegisterFolder
    from onrecord.model.register import Commitment, Register
    from onrecord.model.rejected import Rejected
    from onrecord.model.statement import Statement

__all__ = ["OpenRegister", "open_register", "read"]


class OpenRegister:
    """A register on disk, and a context manager that closes it."""

    def __init__(self, folder: RegisterFolder) -> None:
        self._folder = folder

    def __enter__(self) -> OpenRegister:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the register's store."""
        self._folder.store.close()

    def add(
        self,
        *targets: str | Path,
        published: str | None = None,
        outlet: str | None = None,
        language: str | None = None,
    ) -> tuple[Rejected, ...]:
        """Add files and folders; returns what was not taken in, and why (the same bytes again too).

        `published` (ISO date) and `outlet` go before what the input says. Raises StoreBusy while
        another process writes.
        """
        from onrecord.app.adding import add_targets
        from onrecord.collect import CollectOptions
        from onrecord.model.rejected import Rejected
        from onrecord.store import utc_now

        options = CollectOptions(
            published=published, outlet=outlet, language=language, received_at=utc_now()
        )
        items = add_targets(self._folder, targets, options)
        return tuple(item for item in items if isinstance(item, Rejected))

    def build(self, *, jobs: int = 1) -> Built:
        """Read the reports that have not been read; the run, and the reports the reader failed on.

        A script that gives more than one of `jobs` needs an `if __name__ == "__main__"` guard.
        """
        from onrecord.app.building import build

        return build(self._folder, jobs=jobs)

    def register(self, *, as_of: str | None = None, known_on: str | None = None) -> Register:
        """Everything that is kept: reports, statements, commitments, disagreements.

        `as_of` (ISO date) counts what was published by that day, `known_on` what was kept by then.
        """
        from onrecord.app.folding import load_register

        return load_register(self._folder, as_of=as_of, known_on=known_on)

    def commitments(
        self, *, as_of: str | None = None, known_on: str | None = None
    ) -> tuple[Commitment, ...]:
        """The lines of the register, as they stand or as they stood on a day (ISO dates)."""
        return self.register(as_of=as_of, known_on=known_on).commitments

    def why(self, commitment: str) -> tuple[Statement, ...]:
        """The statements behind a commitment (its id, or the first characters of it).

        Each carries its report, the exact words, who said them and what gave which field. Raises
        UsageError where there is no such commitment.
        """
        from onrecord.app.folding import find_commitments

        register = self.register()
        behind = {s for c in find_commitments(register, commitment) for s in c.statements}
        return tuple(s for s in register.statements if s.id in behind)


def open_register(
    folder: str | Path, *, name: str | None = None, codebook: str | None = None
) -> OpenRegister:
    """The register in a folder, made there if there is none.

    `name` and `codebook` (a built-in one or a YAML file) change its settings where they are given.
    Raises StoreError where the folder can't be used, CodebookError for a faulty codebook.
    """
    from onrecord.app.register_folder import init_register

    return OpenRegister(init_register(Path(folder), name=name, codebook=codebook))


def read(
    text: str, *, published: str | None = None, codebook: str | Path = "security"
) -> tuple[Statement, ...]:
    """The statements of one report's text. Keeps nothing.

    Offsets of the evidence count code points of `text`. `published` (ISO date) settles the dates.
    Raises OnrecordError where the reader fails on it.
    """
    from onrecord.app.reading import read_text

    return read_text(text, published=published, codebook=codebook).statements
