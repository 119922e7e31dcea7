"""Reports against each other without keeping anything: compare and group."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from onrecord.app.reading import read_all
from onrecord.group import group
from onrecord.model.codec import report_record, statement_record, to_builtins
from onrecord.model.report import Report
from onrecord.reconcile import compare

__all__ = ["compare_reports", "group_reports"]


def compare_reports(
    reports: Sequence[Report], *, codebook: str | Path = "security"
) -> dict[str, Any]:
    """The reports against each other: `aligned`, `only`, `statements` (design §8) and `reports`."""
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
