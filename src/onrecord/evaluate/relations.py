"""How well relations between reports were found, on pairs whose hand-coded relations are complete."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from onrecord.errors import GoldError
from onrecord.evaluate.figures import figures
from onrecord.evaluate.gold import Gold
from onrecord.model.register import Aligned, Comparison
from onrecord.model.statement import Statement

__all__ = ["CompletePair", "complete_pairs", "pairs_table", "score_relations"]

_TABLE = "PAIRS.md"
_ROW = re.compile(
    r"^\|[ \t]*([\w.-]+)[ \t]*\|[ \t]*([\w.-]+)[ \t]*\|[ \t]*(.*?)[ \t]*\|[ \t]*$", re.MULTILINE
)
_ONLY = re.compile(r"^([A-Z]\w*(?: [A-Z]\w*)*)['’]s? statements only")


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletePair:
    """Two reports whose relations are all coded; where `actor` is set, only those of that actor."""

    a: str
    b: str
    actor: str | None = None

    def covers(self, first: Statement, second: Statement) -> bool:
        """Whether a relation of these statements would be coded."""
        return self.actor is None or self.actor == first.actor.id == second.actor.id


def pairs_table(targets: Iterable[Path]) -> str | None:
    """The text of the PAIRS.md in or above the first target that has one; None if none has.

    Raises GoldError where it can't be read.
    """
    for target in targets:
        for folder in (target, *target.resolve().parents[:2]):
            path = folder / _TABLE
            if path.is_file():
                try:
                    return path.read_text(encoding="utf-8")
                except (OSError, UnicodeDecodeError) as error:
                    raise GoldError(
                        "can't be read", where=str(path), todo=f"check the file ({error})"
                    ) from error
    return None


def complete_pairs(golds: Sequence[Gold], table: str | None = None) -> list[CompletePair]:
    """The pairs of `golds` with complete relations: the rows of `table` that name two of them.

    Without a table, those where b's file relates at least a third of its statements, and two at
    least, to statements of a.
    """
    if table is None:
        return _by_density(golds)
    known = {g.report.id for g in golds}
    rows = (
        CompletePair(a=a, b=b, actor=_scope(remark, golds))
        for a, b, remark in _ROW.findall(table)
        if a in known and b in known
    )
    return list(dict.fromkeys(rows))


def _scope(remark: str, golds: Sequence[Gold]) -> str | None:
    only = _ONLY.match(remark)
    if only is None:
        return None
    named = [s.actor.id for g in golds for s in g.statements if s.actor.name == only[1]]
    return next((i for i in named if i is not None), only[1])


def _by_density(golds: Sequence[Gold]) -> list[CompletePair]:
    home = {s.id: g.report.id for g in golds for s in g.statements}
    pairs = []
    for gold in golds:
        related: dict[str, set[str]] = {}
        for relation in gold.relations:
            if relation.a in home and relation.b in home:
                related.setdefault(home[relation.a], set()).add(relation.b)
        for other, ids in sorted(related.items()):
            if len(ids) >= max(2, len(gold.statements) / 3):
                pairs.append(CompletePair(a=other, b=gold.report.id))
    return pairs


def score_relations(
    golds: Sequence[Gold],
    statements: Sequence[Statement],
    comparison: Comparison,
    *,
    pairs: Sequence[CompletePair] | None = None,
) -> dict[str, Any]:
    """Precision, recall and F1 of relations, and of the kinds of distortion, on the complete pairs.

    `statements` are those that were compared: the gold ones, or read ones, which are then matched to
    gold ones by overlapping evidence and agreement in actor, act and contribution. `pairs` is
    `complete_pairs(golds)` unless given.
    """
    chosen = complete_pairs(golds) if pairs is None else pairs
    by_pair: dict[tuple[str, str], list[CompletePair]] = {}
    for pair in chosen:
        by_pair.setdefault((pair.a, pair.b), []).append(pair)
    gold = _gold_keys(golds, by_pair)
    read = _read_keys(golds, statements, comparison.aligned, by_pair)
    return {
        "pairs": len(by_pair),
        "relation": _figures({k[:3] for k in gold}, {k[:3] for k in read}),
        "kind": _figures(
            {(a, b, kind) for a, b, _, kind in gold if kind},
            {(a, b, kind) for a, b, _, kind in read if kind},
        ),
    }


_Key = tuple[str, str, str, str | None]
_Pairs = dict[tuple[str, str], list[CompletePair]]
_FLIPPED = {"more_specific": "less_specific", "less_specific": "more_specific"}


def _gold_keys(golds: Sequence[Gold], pairs: _Pairs) -> set[_Key]:
    by_id = {s.id: s for g in golds for s in g.statements}
    found = set()
    for relation in (r for g in golds for r in g.relations):
        a, b = by_id.get(relation.a), by_id.get(relation.b)
        if a and b and any(p.covers(a, b) for p in pairs.get((a.report, b.report), ())):
            found.add((a.id, b.id, relation.relation, relation.kind))
    return found


def _read_keys(
    golds: Sequence[Gold],
    statements: Sequence[Statement],
    aligned: Iterable[Aligned],
    pairs: _Pairs,
) -> set[_Key]:
    by_id = {s.id: s for s in statements}
    to_gold = _to_gold(golds, statements)
    found = set()
    for x in aligned:
        a, b, relation = by_id[x.a], by_id[x.b], str(x.relation)
        if (b.report, a.report) in pairs and (a.report, b.report) not in pairs:
            a, b, relation = b, a, _FLIPPED.get(relation, relation)
        if any(p.covers(a, b) for p in pairs.get((a.report, b.report), ())):
            kind = str(x.kind) if x.kind is not None else None
            found.add((to_gold.get(a.id, a.id), to_gold.get(b.id, b.id), relation, kind))
    return found


def _to_gold(golds: Sequence[Gold], statements: Sequence[Statement]) -> dict[str, str]:
    """The gold statement that each statement stands for, one to one, by statement id."""
    found: dict[str, str] = {}
    for gold in golds:
        mine = [s for s in statements if s.report == gold.report.id]
        if not mine or not gold.statements:
            continue
        gain = np.array([[_agreement(g, s) for s in mine] for g in gold.statements])
        for i, j in zip(*linear_sum_assignment(-gain), strict=True):
            if gain[i, j] > 0:
                found[mine[j].id] = gold.statements[i].id
    return found


def _agreement(gold: Statement, read: Statement) -> float:
    """Likeness of a read statement to a gold one; 0 without overlap and two of the three in common."""
    overlap = max(
        (_overlap(x.start, x.end, y.start, y.end) for x in gold.evidence for y in read.evidence),
        default=0.0,
    )
    actor = (gold.actor.id or "COALITION") == (read.actor.id or "COALITION")
    act = gold.act is read.act
    top = gold.contribution.partition(".")[0] == read.contribution.partition(".")[0]
    if not overlap or actor + act + top < 2:
        return 0.0
    return overlap + 2 * (actor + act + top) + (gold.contribution == read.contribution)


def _overlap(start: int, end: int, other_start: int, other_end: int) -> float:
    shared = min(end, other_end) - max(start, other_start)
    return max(0.0, shared / (max(end, other_end) - min(start, other_start)))


def _figures(wanted: set[Any], got: set[Any]) -> dict[str, float]:
    return figures(right=len(wanted & got), read=len(got), gold=len(wanted))
