"""How well relations between reports were found, on pairs whose hand-coded relations are complete."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.evaluate.gold import Gold
from onrecord.evaluate.statements import match_statements
from onrecord.model.register import Aligned, Comparison
from onrecord.model.statement import Statement

__all__ = ["complete_pairs", "score_relations"]


def complete_pairs(golds: Sequence[Gold]) -> list[tuple[str, str]]:
    """(a, b) of every pair of reports that the later one's gold file relates in earnest.

    A pair counts where at least a third of b's statements, and two at least, carry a relation to a.
    """
    home = {s.id: g.report.id for g in golds for s in g.statements}
    pairs = []
    for gold in golds:
        related: dict[str, set[str]] = {}
        for relation in gold.relations:
            if relation.a in home and relation.b in home:
                related.setdefault(home[relation.a], set()).add(relation.b)
        for other, ids in related.items():
            if len(ids) >= max(2, len(gold.statements) / 3):
                pairs.append((other, gold.report.id))
    return pairs


def score_relations(
    golds: Sequence[Gold], statements: Sequence[Statement], comparison: Comparison
) -> dict[str, Any]:
    """Precision, recall and F1 of relations, and of the distortions' kinds, on the complete pairs.

    Statements are matched to gold ones by actor, act, contribution and overlapping evidence.
    """
    home = {s.id: g.report.id for g in golds for s in g.statements}
    to_gold = _to_gold(golds, statements)
    pairs = set(complete_pairs(golds))
    gold = [
        r for g in golds for r in g.relations
        if r.a in home and r.b in home and (home[r.a], home[r.b]) in pairs
    ]  # fmt: skip
    read_home = {s.id: s.report for s in statements}
    read = [
        x for x in comparison.aligned
        if (read_home[x.a], read_home[x.b]) in pairs or (read_home[x.b], read_home[x.a]) in pairs
    ]  # fmt: skip
    wanted = {(r.a, r.b, r.relation) for r in gold}
    got = {_key(x, to_gold, pairs, read_home) for x in read}
    kinds = {(r.a, r.b, r.kind) for r in gold if r.relation == "distorts"}
    got_kinds = {
        (*_key(x, to_gold, pairs, read_home)[:2], str(x.kind)) for x in read if x.kind is not None
    }
    return {"pairs": len(pairs), "relation": _prf(wanted, got), "kind": _prf(kinds, got_kinds)}


def _key(
    x: Aligned, to_gold: dict[str, str], pairs: set[tuple[str, str]], home: dict[str, str]
) -> tuple[str, str, str]:
    a, b = (x.a, x.b) if (home[x.a], home[x.b]) in pairs else (x.b, x.a)
    return to_gold.get(a, a), to_gold.get(b, b), str(x.relation)


def _to_gold(golds: Sequence[Gold], statements: Sequence[Statement]) -> dict[str, str]:
    found: dict[str, str] = {}
    for gold in golds:
        mine = [s for s in statements if s.report == gold.report.id]
        found |= {r.id: g.id for g, r in match_statements(gold.statements, mine)}
    return found


def _prf(wanted: set[Any], got: set[Any]) -> dict[str, float | int]:
    right = len(wanted & got)
    precision = right / len(got) if got else 0.0
    recall = right / len(wanted) if wanted else 0.0
    total = precision + recall
    return {
        "gold": len(wanted), "read": len(got), "precision": round(precision, 4),
        "recall": round(recall, 4), "f1": round(2 * precision * recall / total, 4) if total else 0.0,
    }  # fmt: skip
