"""The register in a terminal: good at 80 and 120 columns, and without colour."""

from __future__ import annotations

from rich.console import Console, RenderableType

from onrecord.publish.measured import comparison, groups, plover, readings, scores
from onrecord.publish.terminal_matrix import listing, matrix
from onrecord.publish.terminal_words import disagreements, why

__all__ = [
    "comparison",
    "disagreements",
    "groups",
    "listing",
    "matrix",
    "plover",
    "readings",
    "scores",
    "show",
    "why",
]


def show(renderable: RenderableType, width: int | None = None) -> None:
    """Print to standard output."""
    Console(width=width, highlight=False, soft_wrap=False).print(renderable)
