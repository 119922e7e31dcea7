"""The commands that keep nothing: read, compare, group, evaluate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from onrecord.app.adding import now_utc
from onrecord.codebooks import Codebook, load_codebook
from onrecord.collect import CollectOptions, collect, prepare
from onrecord.engine.local import read_reports
from onrecord.evaluate.gold import load_golds
from onrecord.evaluate.relations import complete_pairs, pairs_table, score_relations
from onrecord.evaluate.statements import ReportPair, score_statements
from onrecord.group import group
from onrecord.model.codec import report_record, statement_record, to_builtins
from onrecord.model.rejected import Rejected
from onrecord.model.report import Report
from onrecord.read import Reading
from onrecord.reconcile import compare

__all__ = ["collect_all", "compare_reports", "evaluate_gold", "group_reports", "read_all"]


def collect_all(
    targets: Iterable[str | Path], options: CollectOptions | None = None
) -> tuple[list[Report], list[Rejected]]:
    """The reports of files, folders and "-", and what was rejected, in order."""
    reports: list[Report] = []
    rejected: list[Rejected] = []
    for target in targets:
        for item in collect(target, options or CollectOptions(received_at=now_utc())):
            if isinstance(item, Rejected):
                rejected.append(item)
            else:
                reports.append(_distinct(item[1], reports))
    return reports, rejected


def _distinct(report: Report, others: Sequence[Report]) -> Report:
    """Two files of one stem keep apart ids, so that every statement can be told to its report."""
    from dataclasses import replace

    if any(o.id == report.id for o in others):
        return replace(report, id=f"{report.id}-{(report.source or '')[:8]}")
    return report


def read_all(
    reports: Sequence[Report], *, codebook: str = "security", jobs: int | None = None
) -> list[Reading]:
    """What the built-in reader finds in each report, in order."""
    return list(read_reports(reports, load_codebook(codebook), jobs=jobs))


def compare_reports(reports: Sequence[Report], *, codebook: str = "security") -> dict[str, Any]:
    """The reports against each other: `aligned`, `only` and `statements` (see the design, §8)."""
    readings = read_all(reports, codebook=codebook)
    statements = [s for r in readings for s in r.statements]
    grouping = group(reports, statements={r.report: r.statements for r in readings})
    found = compare(reports, statements, grouping)
    return {
        "aligned": to_builtins(found.aligned),
        "only": {report: list(ids) for report, ids in found.only.items()},
        "statements": [statement_record(s) for s in statements],
        "reports": [{k: v for k, v in report_record(r).items() if k != "text"} for r in reports],
    }


def group_reports(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """One record a report: `report`, `copyset`, `story`, `origin`, `retells`, `reasons`."""
    return [to_builtins(m) for m in group(reports).memberships]


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
    book: Codebook = load_codebook(codebook)
    reports = [prepare(g.report) for g in golds]
    readings = list(read_reports(reports, book, jobs=jobs))
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
