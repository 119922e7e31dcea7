"""The register in a terminal, at several widths, with and without colour."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

from onrecord.codebooks import Codebook
from onrecord.model.register import Register
from onrecord.publish import terminal


def _printed(renderable: RenderableType, width: int, *, styled: bool = False) -> str:
    out = io.StringIO()
    Console(
        file=out, width=width, force_terminal=styled, highlight=False, legacy_windows=False
    ).print(renderable)
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_view_keeps_within_the_terminal(register: Register, width: int) -> None:
    lines = register.commitments
    views = [
        terminal.matrix(register, lines, width=width), terminal.listing(register, lines),
        terminal.why(register, lines[0]), terminal.disagreements(register, register.disagreements),
    ]  # fmt: skip
    for view in views:
        for line in _printed(view, width).splitlines():
            assert cell_len(line) <= width


@pytest.mark.parametrize("width", [80, 120])
def test_the_matrix_shows_mark_word_strength_and_reconciliation(
    register: Register, width: int
) -> None:
    shown = _printed(terminal.matrix(register, register.commitments, width=width), width)
    for words in ("✕ refused", "✓ promised", "●●●", "Norway", "10 claimed", "nothing on record"):
        assert words in shown


def test_why_gives_the_exact_words_their_place_and_whom_a_report_repeats(
    register: Register,
) -> None:
    shown = _printed(terminal.why(register, register.commitments[0]), 160)
    for statement in register.statements[:4]:
        evidence = statement.evidence[0]
        assert f"“{evidence.quote}”  {statement.report} {evidence.start}–{evidence.end}" in shown
    assert "repeats Press Agency, 82% shared text" in shown
    assert shown.index("Source 1") < shown.index("Source 2") < shown.index("Source 3")


def test_words_that_differ_are_seen_with_and_without_styles(register: Register) -> None:
    found = terminal.disagreements(register, register.disagreements[1:2])
    plain = _printed(found, 120)
    assert "Norway ‹is ready to› send ‹up to› 200 soldiers to Mali ‹after a ceasefire›" in plain
    assert "Norway ‹will› send 200 soldiers to Mali" in plain
    styled = _printed(found, 120, styled=True)
    assert "‹" not in styled
    assert "\x1b[" in styled


def test_an_empty_register_and_an_unknown_codebook_are_no_error(
    register: Register, codebook: Codebook
) -> None:
    empty = replace(register, commitments=(), disagreements=(), collectives=())
    assert "Nothing on record yet" in _printed(terminal.matrix(empty, (), width=80), 80)
    assert "No two reports differ" in _printed(terminal.disagreements(empty, ()), 80)
    own = replace(register, codebook="election-promises 3")
    assert "Norway" in _printed(terminal.matrix(own, own.commitments, width=80), 80)
