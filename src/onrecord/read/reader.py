"""The protocol every reader follows, whatever reads: grammar, model or person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from onrecord.codebooks.codebook import Codebook
from onrecord.model.report import Report
from onrecord.model.statement import LeftOut, Statement

__all__ = ["Reader", "Reading"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader found in one report, and what it left out with a reason."""

    report: str
    statements: tuple[Statement, ...]
    left_out: tuple[LeftOut, ...] = ()


class Reader(Protocol):
    """Reads reports into statements by the coding guide."""

    name: str
    """Versioned, such as `grammar.v1`."""

    def read(self, reports: Iterable[Report], codebook: Codebook) -> Iterator[Reading]:
        """One Reading a report, in order. Every span is exact: `text[start:end] == quote`."""
        ...
