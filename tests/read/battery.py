"""Batteries: sentences and short passages in many newsrooms' styles, coded before any reader read them.

A line is `text | ACTOR act contribution; …`: codes as in the construction cases, none where nothing is
stated. Whoever wrote and coded them worked from the coding guide alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.codebooks import load_codebook
from onrecord.collect import prepare
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.read import Reader

__all__ = ["Case", "Counts", "cases", "score"]

Code = tuple[str, str, str]
_FOR = frozenset({"pledge", "intention", "offer", "delivery", "support"})
_AGAINST = frozenset({"refusal", "rejection", "withdrawal", "pledge!"})
_UNNAMED = frozenset({"None", "COALITION"})


@dataclass(frozen=True, slots=True)
class Case:
    """One text with the codes that a careful coder gave it."""

    text: str
    wanted: frozenset[Code]


@dataclass(slots=True)
class Counts:
    """How many codes were wanted, read and right, and the texts with an inverted position."""

    wanted: int = 0
    read: int = 0
    right: int = 0
    inverted: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing is right."""
        return 2 * self.right / (self.wanted + self.read) if self.right else 0.0


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file, in order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        text, _, codes = line.rpartition(" |")
        if text:
            wanted = (tuple(c.split()[:3]) for c in codes.split(";") if len(c.split()) >= 3)
            yield Case(text.strip(), frozenset((a, b, c) for a, b, c in wanted))


def score(reader: Reader, path: Path) -> Counts:
    """The reader's counts over a file, by the codebook `security`."""
    listed = list(cases(path))
    reports = [
        prepare(Report(id=str(i), text=case.text, published="2026-05-12", language="en"))
        for i, case in enumerate(listed)
    ]
    counts = Counts()
    for case, reading in zip(listed, reader.read(reports, load_codebook()), strict=True):
        read = {_code(s) for s in reading.statements}
        counts.wanted += len(case.wanted)
        counts.read += len(read)
        counts.right += sum(any(_same(w, r) for r in read) for w in case.wanted)
        counts.inverted += _inverted(case.wanted, read)
    return counts


def _code(statement: Statement) -> Code:
    act = statement.act.value + ("!" if statement.refrain else "")
    return statement.actor.id or "None", act, statement.contribution.partition(".")[0]


def _same(one: Code, other: Code) -> bool:
    return one[1:] == other[1:] and (one[0] == other[0] or {one[0], other[0]} <= _UNNAMED)


def _inverted(wanted: frozenset[Code], read: set[Code]) -> bool:
    missed = [w for w in wanted if not any(_same(w, r) for r in read)]
    false = [r for r in read if not any(_same(w, r) for w in wanted)]
    return any(
        w[0] == r[0] and w[2] == r[2]
        and ((w[1] in _FOR and r[1] in _AGAINST) or (w[1] in _AGAINST and r[1] in _FOR))
        for w in missed for r in false
    )  # fmt: skip
