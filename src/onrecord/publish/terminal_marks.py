"""What every terminal view shares: the lookup of a register, and a position's coloured mark."""

from __future__ import annotations

from rich.text import Text

from onrecord.codebooks import Codebook, load_codebook
from onrecord.errors import CodebookError
from onrecord.model.register import Position, Register
from onrecord.model.vocabulary import State
from onrecord.publish.lookup import Lookup
from onrecord.publish.marks import GLYPHS, STATE_WORDS

__all__ = ["look_up", "state_mark"]

_COLOURS: dict[State, str] = {
    State.PROMISED: "green", State.CONDITIONAL: "cyan", State.CONSIDERING: "yellow",
    State.REFUSED: "red", State.DISPUTED: "magenta", State.REJECTED: "red",
    State.THREATENED: "red", State.DELIVERED: "green", State.WITHDRAWN: "red",
}  # fmt: skip


def look_up(register: Register, codebook: Codebook | None) -> Lookup:
    """The register by id. Labels come from the given codebook, else from the built-in one of the register's name."""
    if codebook is None:
        try:
            codebook = load_codebook(register.codebook.partition(" ")[0])
        except CodebookError:
            codebook = load_codebook()
    return Lookup(register, codebook)


def state_mark(position: Position) -> Text:
    """Glyph and word, coloured where the terminal has colours."""
    state = position.state
    return Text(f"{GLYPHS[state]} {STATE_WORDS[state]}", style=_COLOURS.get(state, ""))
