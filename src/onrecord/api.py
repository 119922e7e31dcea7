"""The Python API: the command line's verbs on a register, and reading one text."""

from __future__ import annotations

from pathlib import Path

from onrecord.model.codec import statement_record
from onrecord.model.register import Commitment, Register
from onrecord.model.rejected import Rejected
from onrecord.model.report import Report
from onrecord.model.run import Run
from onrecord.model.statement import Statement

__all__ = ["OpenRegister", "open_register", "read_text"]


class OpenRegister:
    """A register in a folder. Made if the folder has none."""

    def __init__(
        self, path: str | Path, *, name: str | None = None, codebook: str = "security"
    ) -> None:
        from onrecord.app.register_folder import RegisterFolder, init_register

        folder = Path(path)
        known = (folder / "register.db").exists()
        self._folder = (
            RegisterFolder(folder) if known else init_register(folder, name=name, codebook=codebook)
        )

    def add(
        self, *targets: str | Path, published: str | None = None, outlet: str | None = None
    ) -> list[Report | Rejected]:
        """Add files or folders; each report added and each input rejected, with the why.

        Raises StoreBusy while another process writes.
        """
        from onrecord.app.adding import add_targets, now_utc
        from onrecord.collect import CollectOptions

        options = CollectOptions(published=published, outlet=outlet, received_at=now_utc())
        return list(add_targets(self._folder, targets, options))

    def build(self) -> Run:
        """Read what has not been read. Raises StoreBusy while another process writes."""
        from onrecord.app.building import build

        return build(self._folder)

    def register(self, *, as_of: str | None = None) -> Register:
        """The whole register, as it stands or as it stood on a day (ISO date)."""
        from onrecord.app.building import load_register

        return load_register(self._folder, as_of=as_of)

    def commitments(self, *, as_of: str | None = None) -> tuple[Commitment, ...]:
        """The register's lines, as they stand or as they stood on a day (ISO date)."""
        return self.register(as_of=as_of).commitments

    def why(self, commitment_id: str) -> list[Statement]:
        """The statements behind a commitment; KeyError if there is no such id."""
        register = self.register()
        for commitment in register.commitments:
            if commitment.id == commitment_id:
                return [s for s in register.statements if s.id in commitment.statements]
        raise KeyError(commitment_id)

    def close(self) -> None:
        """Close the store."""
        self._folder.store.close()


def open_register(
    path: str | Path, *, name: str | None = None, codebook: str = "security"
) -> OpenRegister:
    """The register in a folder, made if there is none. Raises CodebookError, StoreError."""
    return OpenRegister(path, name=name, codebook=codebook)


def read_text(
    text: str, *, published: str | None = None, codebook: str = "security"
) -> list[dict[str, object]]:
    """The statements of one text, as records in the gold format. Keeps nothing."""
    from onrecord.app.stateless import read_all
    from onrecord.collect import prepare

    report = prepare(Report(id="text", text=text, published=published))
    (reading,) = read_all([report], codebook=codebook, jobs=1)
    return [statement_record(s) for s in reading.statements]
