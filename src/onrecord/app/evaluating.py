"""How well the built-in reader and the comparison do on hand-coded reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from onrecord.app.reading import read_all
from onrecord.codebooks import load_codebook
from onrecord.codebooks.codebook import Codebook
from onrecord.collect import prepare
from onrecord.evaluate.gold import load_golds
from onrecord.evaluate.plover import load_plover, score_plover
from onrecord.evaluate.relations import complete_pairs, pairs_table, score_relations
from onrecord.evaluate.statements import ReportPair, score_statements
from onrecord.group import group
from onrecord.model.ids import content_id
from onrecord.model.report import Report
from onrecord.reconcile import compare

__all__ = ["evaluate_gold", "evaluate_plover"]


def evaluate_gold(
    targets: Sequence[Path],
    *,
    codebook: str = "security",
    relations: bool = False,
    jobs: int | None = None,
) -> dict[str, Any]:
    """Figures of the built-in reader on hand-coded reports. Raises GoldError for a faulty file.

    With `relations` also those of the comparison, given the gold statements and from raw text.
    """
    golds = list(load_golds(targets))
    reports = [prepare(g.report) for g in golds]
    readings = read_all(reports, codebook=codebook, jobs=jobs)
    result = score_statements(
        ReportPair(report=g.report.id, text=g.report.text, gold=g.statements, read=r.statements)
        for g, r in zip(golds, readings, strict=True)
    ).record()
    if relations:
        grouping = group(reports)
        read = [s for r in readings for s in r.statements]
        coded = [s for g in golds for s in g.statements]
        pairs = complete_pairs(golds, pairs_table(targets))
        result["relations"] = {
            name: score_relations(golds, told, compare(reports, told, grouping), pairs=pairs)
            for name, told in (("given_gold_statements", coded), ("from_text", read))
        }
    return result


def evaluate_plover(
    path: Path, *, codebook: str = "politics", jobs: int | None = None
) -> dict[str, Any]:
    """Figures of the built-in reader on a file of PLOVER records, each sentence read by itself.

    Raises GoldError for a faulty file; see `onrecord.evaluate.plover` for what is counted.
    """
    records = load_plover(path)
    texts = list(dict.fromkeys(record.text for record in records))
    reports = [
        prepare(Report(id=content_id("r", text), text=text, language="en")) for text in texts
    ]
    readings = read_all(reports, codebook=codebook, jobs=jobs)
    statements = {t: r.statements for t, r in zip(texts, readings, strict=True)}
    return score_plover(records, statements, _names(load_codebook(codebook)))


def _names(codebook: Codebook) -> dict[str, tuple[str, ...]]:
    """Every name that an actor goes by, by its id."""
    return {
        a.id: (a.name, *a.names, *a.adjectives, *a.people, *a.seats, *a.bodies)
        for a in codebook.actors
    }
