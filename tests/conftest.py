"""What several test files share: where things are, and reading with one loaded pipeline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.codebooks import load_codebook
from onrecord.collect import prepare
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.read import Reader, grammar_reader

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The public sets beside the project; the test is skipped, saying so, where they are absent."""
    if not SHARED.is_dir():
        pytest.skip("the public sets beside the project are not here")
    return SHARED


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The built-in reader, its pipeline loaded once."""
    return grammar_reader()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., list[Statement]]:
    """Read a text into statements."""

    def read_text(text: str, published: str | None = "2025-09-05") -> list[Statement]:
        report = prepare(Report(id="t", text=text, published=published))
        return list(next(iter(reader.read([report], load_codebook()))).statements)

    return read_text
