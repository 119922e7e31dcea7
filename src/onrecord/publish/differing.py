"""A passage in the terminal, with the words that differ marked whether or not it has styles."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

__all__ = ["Differing"]


class Differing:
    """Words that differ are underlined; in output without styles they stand in ‹ ›."""

    def __init__(self, pieces: Sequence[tuple[str, bool]]) -> None:
        self._pieces = tuple(pieces)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The passage as styled text."""
        styled = console.is_terminal and not console.is_dumb_terminal
        text = Text(style="italic")
        for words, differs in self._pieces:
            if differs and styled:
                text.append(words, style="bold underline")
            else:
                text.append(f"‹{words}›" if differs else words)
        yield text
