"""The public names, used as the README uses them, and the use cases behind them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.app.register_folder import init_register
from onrecord.codebooks import Codebook
from onrecord.engine import local
from onrecord.errors import CodebookError, StoreError, UsageError
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report

TEXT = "Norway will not send troops to Mali, its government said on Monday."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return path


def python(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    ).stdout.strip()


def test_the_public_names_are_few_and_sorted() -> None:
    assert onrecord.__all__ == sorted(onrecord.__all__)
    assert all(hasattr(onrecord, name) for name in onrecord.__all__)
    assert {"open", "read"} <= set(onrecord.__all__)


def test_importing_loads_no_pipeline_database_or_numbers() -> None:
    heavy = "{'spacy', 'sqlalchemy', 'numpy', 'scipy', 'trafilatura', 'click', 'rich'}"
    assert python(f"import sys, onrecord; print(sorted({heavy} & set(sys.modules)))") == "[]"


@pytest.mark.parametrize(
    "first", ["onrecord", "onrecord.read", "onrecord.read.grammar.reader", "onrecord.cli"]
)
def test_read_is_the_function_whatever_was_imported_before(first: str) -> None:
    code = f"import {first}, onrecord, onrecord.read.grammar.frames; print(onrecord.read.__name__)"
    assert python(code) == "read"


def test_reading_a_text() -> None:
    (statement,) = onrecord.read(TEXT)
    assert (statement.actor.id, statement.act, statement.contribution) == (
        "NOR", "refusal", "troops",
    )  # fmt: skip
    (evidence,) = statement.evidence
    assert TEXT[evidence.start : evidence.end] == evidence.quote
    assert onrecord.read("") == ()
    assert [s.act for s in onrecord.read(f"{TEXT} Half: \ud83d.")] == ["refusal"]


def test_a_register_from_python(tmp_path: Path, report: Path) -> None:
    with onrecord.open(tmp_path / "register", name="Mali") as register:
        assert register.add(report, published="2025-01-10") == ()
        (again,) = register.add(report)
        assert again.reason is RejectedReason.DUPLICATE
        built = register.build()
        assert (built.run.reports_read, built.run.state, built.rejected) == (1, "done", ())
        (commitment,) = register.commitments()
        assert register.commitments(as_of="2025-01-09") == ()
        assert register.commitments(as_of="2025-01-10") == (commitment,)
        (statement,) = register.why(commitment.id)
        assert statement.evidence[0].quote in TEXT
        assert register.register().name == "Mali"
        for nothing in ("c-none", ""):
            with pytest.raises(UsageError, match="no such commitment"):
                register.why(nothing)
    with onrecord.open(tmp_path / "register") as register:
        assert register.commitments() == (commitment,)


def test_what_can_t_be_opened_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="can't be made"):
        onrecord.open(tmp_path / "file" / "below")
    with pytest.raises(CodebookError, match=r"none\.yaml"):
        onrecord.open(tmp_path / "register", codebook="none.yaml")
    assert not (tmp_path / "register" / "register.db").exists()


def test_a_build_with_nothing_to_read_leaves_no_trace(tmp_path: Path, report: Path) -> None:
    folder = init_register(tmp_path / "register")
    with onrecord.open(tmp_path / "register") as register:
        register.add(report)
        register.build()
        before = folder.store.records.runs()
        assert [run.state for run in before] == ["running", "done"]
        assert register.build().run.reports_read == 0
        assert folder.store.records.runs() == before
    folder.store.close()


def test_a_given_date_can_be_undone_and_nothing_is_read_twice(tmp_path: Path, report: Path) -> None:
    folder = init_register(tmp_path / "register")
    with onrecord.open(tmp_path / "register") as register:
        register.add(report, published="2025-01-10")
        register.build()
        register.add(report, published="2025-02-10")
        assert register.build().run.reports_read == 1
        assert [r.published for r in register.register().reports] == ["2025-02-10"]
        (given,) = folder.store.records.decisions()
        folder.store.records.add_decision(
            Decision(
                id="d-undo", kind=DecisionKind.UNDO, target=given.id, value=None, by="Ann",
                at="2025-03-01T00:00:00+00:00", why="a slip",
            )
        )  # fmt: skip
        assert register.build().run.reports_read == 0
        assert [r.published for r in register.register().reports] == ["2025-01-10"]
    folder.store.close()


def test_a_report_that_fails_is_listed_and_tried_again(
    tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b.txt").write_text(f"{TEXT} It was firm.")
    real = local._read_together
    fault = Rejected(reason=RejectedReason.READING_FAILED, where="a", detail="a fault")

    def failing(reports: list[Report], codebook: Codebook) -> list[object]:
        return [fault if r.id == "a" else real([r], codebook)[0] for r in reports]

    folder = init_register(tmp_path / "register")
    with onrecord.open(tmp_path / "register") as register:
        register.add(report, tmp_path / "b.txt")
        monkeypatch.setattr(local, "_read_together", failing)
        built = register.build()
        assert (built.run.reports_read, len(built.rejected), built.run.rejected) == (1, 1, 1)
        assert [r.where for r in folder.store.records.open_rejects()] == ["a"]
        monkeypatch.setattr(local, "_read_together", real)
        assert register.build().run.reports_read == 1
        assert folder.store.records.open_rejects() == []
    folder.store.close()
