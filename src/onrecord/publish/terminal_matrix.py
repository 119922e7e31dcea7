"""The register in a terminal as a matrix or as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.codebooks import Codebook
from onrecord.model.register import Commitment, Register
from onrecord.model.vocabulary import State
from onrecord.publish.lookup import Lookup
from onrecord.publish.marks import GLYPHS, NOTHING, PIPS, STATE_WORDS
from onrecord.publish.matrix import Matrix, Row, matrix_of
from onrecord.publish.terminal_marks import look_up, state_mark

__all__ = ["listing", "matrix"]

_WIDE = 100
"""Columns from which the matrix is laid out as one; below, an actor's positions stand in a list."""
_ACTOR, _CELL, _MORE = 20, 15, 34
"""Widths of the matrix's columns, in characters."""


def matrix(
    register: Register,
    commitments: Sequence[Commitment],
    *,
    codebook: Codebook | None = None,
    width: int | None = None,
) -> RenderableType:
    """Actors × contributions: glyph, word, strength, and independent sources where several.

    In a narrow terminal, and for the contributions that do not fit a wide one, an actor's positions
    are listed with their contribution. `width` is in columns; the terminal's own without it.
    """
    look = look_up(register, codebook)
    laid = matrix_of(look, commitments)
    width = width or Console().width
    fit = max(0, (width - _ACTOR - _MORE) // _CELL) if width >= _WIDE else 0
    columns = laid.columns if len(laid.columns) * _CELL + _ACTOR <= width else laid.columns[:fit]
    if not commitments:
        return Group(_heading(look, commitments), Text("Nothing on record yet.", style="dim"))
    return Group(
        _heading(look, commitments), _table(look, laid, columns), *_reconciled(look, laid),
        _legend(laid, commitments, look),
    )  # fmt: skip


def _heading(look: Lookup, commitments: Sequence[Commitment]) -> Text:
    register = look.register
    origins = len({m.origin for m in register.grouping.memberships})
    as_of = f" as of {register.as_of}" if register.as_of else ""
    text = Text(f"{register.name}{as_of}", style="bold")
    text.append(
        f"\n{len(commitments)} positions from {len(register.reports)} reports,"
        f" {origins} of them independent\n",
        style="not bold dim",
    )
    return text


def _table(look: Lookup, laid: Matrix, columns: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
    table.add_column("Actor", width=_ACTOR)
    for top in columns:
        table.add_column(look.label(top), width=_CELL - 2)
    listed = [top for top in laid.columns if top not in columns]
    if listed:
        table.add_column("Also" if columns else "Positions")
    for row in laid.rows:
        cells = [_cell(look, row, top) for top in columns]
        more = [_listed(look, row, listed)] if listed else []
        table.add_row(row.label, *cells, *more)
    return table


def _fine(commitment: Commitment) -> str:
    """Strength, and independent sources where there are several: "●● 3 sources"."""
    position = commitment.current
    sources = f"{len(position.origins)} sources" if len(position.origins) > 1 else ""
    return " ".join(filter(None, (PIPS.get(position.act, ""), sources)))


def _cell(look: Lookup, row: Row, top: str) -> Text:
    lines = []
    for c in row.cells.get(top, ()):
        line = state_mark(c.current)
        if fine := _fine(c):
            line.append(f"\n{fine}", style="dim")
        if "." in c.contribution:
            line.append(f"\n{look.label(c.contribution)}", style="dim")
        if c.id in row.toward:
            line.append(f"\ntoward {row.toward[c.id]}", style="dim")
        lines.append(line)
    return Text("\n").join(lines) if lines else Text(NOTHING, style="dim")


def _listed(look: Lookup, row: Row, tops: Sequence[str]) -> Text:
    lines = []
    for c in (c for top in tops for c in row.cells.get(top, ())):
        line = state_mark(c.current)
        line.append(f"  {look.label(c.contribution)}")
        if c.id in row.toward:
            line.append(f", toward {row.toward[c.id]}")
        if fine := _fine(c):
            line.append(f"  {fine}", style="dim")
        lines.append(line)
    return Text("\n").join(lines) if lines else Text(NOTHING, style="dim")


def _reconciled(look: Lookup, laid: Matrix) -> Iterator[RenderableType]:
    for row in laid.rows:
        for c, words in row.reconciliations:
            collective = look.collective(c)
            text = Text(f"\n{row.label}, {look.label(c.contribution).lower()}: {words}")
            if collective and collective.refusing:
                names = ", ".join(look.name_of(a) for a in collective.refusing)
                text.append(f" (refusing: {names})", style="dim")
            yield text


def _legend(laid: Matrix, commitments: Sequence[Commitment], look: Lookup) -> Text:
    used = [s for s in State if any(c.current.state is s for c in commitments)]
    marks = [f"{GLYPHS[s]} {STATE_WORDS[s]}" for s in used]
    marks += [f"{NOTHING} nothing on record", "●●● pledged", "●● intends", "● offers"]
    toward = (
        f"\nToward {look.name_of(laid.recipient)}, or nobody named, unless it says otherwise."
        if laid.recipient else ""
    )  # fmt: skip
    return Text(f"\n{' · '.join(marks)}{toward}", style="dim")


def listing(
    register: Register, commitments: Sequence[Commitment], *, codebook: Codebook | None = None
) -> RenderableType:
    """One line a commitment: id, state, sentence, independent sources, since when."""
    look = look_up(register, codebook)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("Id", no_wrap=True, style="dim")
    table.add_column("State", no_wrap=True)
    table.add_column("Position", ratio=1)
    table.add_column("Sources", justify="right")
    table.add_column("Since", no_wrap=True)
    for c in commitments:
        sources = f"{len(c.current.origins)} in {len(c.reports)}"
        since = c.current.since or "not known"
        table.add_row(c.id[:10], state_mark(c.current), look.sentence(c), sources, since)
    note = "\nSources: independent origins, in so many reports. `onrecord why ID` shows the words."
    return Group(_heading(look, commitments), table, Text(note, style="dim"))
