"""How well the built-in reader and the comparison do on hand-coded reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from onrecord.app.reading import read_all
from onrecord.collect import prepare
from onrecord.evaluate.gold import load_golds
from onrecord.evaluate.relations import complete_pairs, pairs_table, score_relations
from onrecord.evaluate.statements import ReportPair, score_statements
from onrecord.group import group
from onrecord.reconcile import compare

__all__ = ["evaluate_gold"]


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
