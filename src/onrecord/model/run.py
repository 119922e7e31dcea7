"""Run: one execution, with what it used and what it did."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Settings, versions and counts of one build."""

    id: str
    started_at: str
    ended_at: str | None
    version: str
    reader: str
    codebook: str
    reports_seen: int
    reports_read: int
    statements: int
    rejected: int
    state: str
    """`running`, `done`, `interrupted` or `failed`."""
