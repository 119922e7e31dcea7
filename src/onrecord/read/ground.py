"""Grounding: whatever a reader proposes, only what stands in the report's text passes."""

from __future__ import annotations

from onrecord.model.report import Report
from onrecord.model.statement import Statement

__all__ = ["is_grounded"]


def is_grounded(statement: Statement, report: Report) -> bool:
    """Whether every piece of evidence is an exact, non-empty span of the report's text."""
    return bool(statement.evidence) and all(
        evidence.report == report.id
        and 0 <= evidence.start < evidence.end <= len(report.text)
        and report.text[evidence.start : evidence.end] == evidence.quote
        for evidence in statement.evidence
    )
