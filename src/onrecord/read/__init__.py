"""Report -> Statement: readers, and the grounding that whatever they propose must pass."""

from __future__ import annotations

from onrecord.read.ground import is_grounded
from onrecord.read.reader import Reader, Reading

__all__ = ["READER_NAME", "Reader", "Reading", "grammar_reader", "is_grounded"]

READER_NAME = "grammar.v1"
"""The built-in reader's name, without importing its pipeline."""


def grammar_reader(pipeline: str | None = None) -> Reader:
    """The built-in reader; spaCy is imported only when it first parses."""
    from onrecord.read.grammar.parsing import DEFAULT_PIPELINE
    from onrecord.read.grammar.reader import GrammarReader

    return GrammarReader(pipeline or DEFAULT_PIPELINE)
