"""What publishing needs of a reader's outcome, without knowing any reader."""

from __future__ import annotations

from typing import Protocol

from onrecord.model.statement import LeftOut, Statement

__all__ = ["ReadingLike"]


class ReadingLike(Protocol):
    """The statements of one report, and the sentences left out."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What was found."""
        ...

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What was not, and why."""
        ...
