"""The register as rows: one a commitment, a disagreement, a piece of evidence, a report's standing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onrecord.model.codec import to_builtins
from onrecord.model.register import Commitment, Disagreement, Register

__all__ = ["commitment_rows", "disagreement_rows", "evidence_rows", "story_rows"]


def commitment_rows(register: Register, commitments: Iterable[Commitment]) -> list[dict[str, Any]]:
    """One row a commitment: its current position, its history, and the statements behind it."""
    rows = []
    for c in commitments:
        position = to_builtins(c.current)
        rows.append({
            "id": c.id, "actor": c.actor, "actor_name": c.actor_name, "contribution": c.contribution,
            "recipient": c.recipient, "state": position["state"], "act": position["act"],
            "refrain": position["refrain"], "since": position["since"], "conditions": position["conditions"],
            "amounts": position["amounts"], "place": position["place"], "when": position["when"],
            "members": to_builtins(c.members), "independent_sources": len(c.current.origins),
            "reports": list(c.reports), "statements": list(c.statements),
            "history": [to_builtins(p) for p in c.positions[:-1]],
        })  # fmt: skip
    return rows


def disagreement_rows(
    register: Register, disagreements: Iterable[Disagreement]
) -> list[dict[str, Any]]:
    """One row a disagreement, with both passages."""
    by_id = {s.id: s for s in register.statements}
    return [
        to_builtins(d)
        | {
            "a_report": by_id[d.a].report, "a_quote": by_id[d.a].evidence[0].quote,
            "b_report": by_id[d.b].report, "b_quote": by_id[d.b].evidence[0].quote,
        }
        for d in disagreements
    ]  # fmt: skip


def evidence_rows(register: Register, commitments: Iterable[Commitment]) -> list[dict[str, Any]]:
    """One row a piece of evidence: commitment, statement, report, offsets, the exact words, who said it."""
    by_id = {s.id: s for s in register.statements}
    reports = {r.id: r for r in register.reports}
    retells = {m.report: m.retells for m in register.grouping.memberships}
    rows = []
    for commitment in commitments:
        for statement_id in commitment.statements:
            s = by_id[statement_id]
            for e in s.evidence:
                rows.append({
                    "commitment": commitment.id, "statement": s.id, "report": s.report,
                    "outlet": reports[s.report].outlet, "published": reports[s.report].published,
                    "retells": retells.get(s.report), "act": str(s.act), "start": e.start, "end": e.end,
                    "quote": e.quote, "speaker": to_builtins(s.speaker), "attribution": str(s.attribution),
                    "why": to_builtins(s.why),
                })  # fmt: skip
    return rows


def story_rows(register: Register) -> list[dict[str, Any]]:
    """One row a report, story by story: its story, copyset and origin, whom it retells, and why."""
    reports = {r.id: r for r in register.reports}
    first: dict[str, int] = {}
    for at, membership in enumerate(register.grouping.memberships):
        first.setdefault(membership.story, at)
    ordered = sorted(register.grouping.memberships, key=lambda m: first[m.story])
    return [
        {
            "story": m.story, "report": m.report, "published": reports[m.report].published,
            "outlet": reports[m.report].outlet, "title": reports[m.report].title,
            "copyset": m.copyset, "origin": m.origin, "retells": m.retells,
            "reasons": to_builtins(m.reasons),
        }
        for m in ordered
    ]  # fmt: skip
