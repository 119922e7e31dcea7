"""Gold files: hand-coded reports in the coding guide's format."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import GoldError
from onrecord.model.codec import statement_from_record
from onrecord.model.ids import text_hash
from onrecord.model.report import Report
from onrecord.model.statement import Statement

__all__ = ["Gold", "GoldRelation", "load_gold", "load_golds"]

_METADATA = (
    "title", "outlet", "byline", "credit", "published", "language", "url", "domain",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRelation:
    """A hand-coded relation between two statements of two reports."""

    a: str
    b: str
    relation: str
    kind: str | None
    on: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One hand-coded report: its text, statements and relations to earlier reports."""

    report: Report
    story: str | None
    statements: tuple[Statement, ...]
    relations: tuple[GoldRelation, ...]


def load_gold(path: Path) -> Gold:
    """The gold report in one JSON file. Raises GoldError naming the file and the fault."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return _gold(raw)
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(
            "can't be read", where=str(path), todo=f"check the file ({error})"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, msgspec.ValidationError) as error:
        raise GoldError(
            f"is not a gold file: {error}",
            where=str(path),
            todo="see the gold format in the coding guide",
        ) from error


def load_golds(targets: Sequence[Path]) -> Iterator[Gold]:
    """Every gold file among the targets; a folder stands for its `*.json` files, sorted.

    Raises GoldError where a target is missing, holds no gold file or is not one.
    """
    for target in targets:
        files = sorted(target.glob("*.json")) if target.is_dir() else [target]
        if not files:
            raise GoldError("holds no *.json file", where=str(target), todo="name a gold folder")
        for file in files:
            yield load_gold(file)


def _gold(raw: dict[str, Any]) -> Gold:
    meta = raw["report"]
    report = Report(
        id=meta["id"], text=meta["text"], **{name: meta.get(name) for name in _METADATA}
    )
    digest = text_hash(report.text)
    statements = tuple(
        statement_from_record(record, report=report.id, reader="gold", text_hash=digest)
        for record in raw["statements"]
    )
    for statement in statements:
        for evidence in statement.evidence:
            if report.text[evidence.start : evidence.end] != evidence.quote:
                raise ValueError(f"{statement.id}: evidence {evidence.quote!r} is not in the text")
    relations = tuple(
        GoldRelation(
            a=r["a"], b=r["b"], relation=r["relation"], kind=r.get("kind"), on=r.get("on"),
            note=r.get("note"),
        )
        for r in raw.get("relations", ())
    )  # fmt: skip
    return Gold(report=report, story=meta.get("story"), statements=statements, relations=relations)
