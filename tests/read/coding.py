"""Codes for what a reader tells, and reading many sentences against them.

A code is "actor act contribution", several joined by ";": `!` after the act is a promise not to, the
contribution is its top-level code, and no code at all means that nothing is stated.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.codebooks import load_codebook
from onrecord.collect import prepare
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.read import Reader

Codes = set[tuple[str, ...]]


def codes(statements: Iterable[Statement]) -> Codes:
    """The codes of the statements."""
    return {
        (
            s.actor.id or "None",
            s.act.value + ("!" if s.refrain else ""),
            s.contribution.partition(".")[0],
        )
        for s in statements
    }


def coded(words: str) -> Codes:
    """The codes that the words write."""
    return {tuple(code.split()) for code in words.split(";") if code.strip()}


def told(
    reader: Reader, texts: Iterable[str], codebook: str = "security", published: str = "2026-01-10"
) -> list[tuple[Statement, ...]]:
    """What the reader tells of each text."""
    reports = [
        prepare(Report(id=str(i), text=text, published=published)) for i, text in enumerate(texts)
    ]
    return [r.statements for r in reader.read(reports, load_codebook(codebook))]


def misread(reader: Reader, cases: Iterable[tuple[str, str]]) -> dict[str, Codes]:
    """The texts that are read otherwise than coded, with what was read."""
    listed = list(cases)
    found = zip(listed, told(reader, (text for text, _ in listed)), strict=True)
    return {text: got for (text, words), s in found if (got := codes(s)) != coded(words)}
