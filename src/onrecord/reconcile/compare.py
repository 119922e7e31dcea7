"""Reports against each other: what is the same, what departs and how, what only one has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from onrecord.model.grouping import Grouping
from onrecord.model.register import Aligned, Comparison
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import Distortion, RelationKind
from onrecord.reconcile.align import align
from onrecord.reconcile.differ import Departure, departures

__all__ = ["compare", "relate"]


def compare(
    reports: Sequence[Report],
    statements: Sequence[Statement],
    grouping: Grouping | None = None,
) -> Comparison:
    """Every pair of the reports aligned field by field, the earlier one as `a`.

    Where the grouping says that one report retells the other, a departure is a distortion; between
    independent reports a contradiction or an update. `only` lists, by report id, the statements that
    no other report has.
    """
    by_report = {r.id: [s for s in statements if s.report == r.id] for r in reports}
    ordered = sorted(reports, key=lambda r: (r.published or "9", _depth(r.id, grouping), r.id))
    aligned: list[Aligned] = []
    met: set[str] = set()
    for first, second in combinations(ordered, 2):
        retells = _retells(first.id, second.id, grouping)
        for a, b, _ in align(by_report[first.id], by_report[second.id]):
            met |= {a.id, b.id}
            aligned.extend(relate(a, b, retells=retells, later=_later(first, second)))
    only = {r.id: tuple(s.id for s in by_report[r.id] if s.id not in met) for r in reports}
    return Comparison(aligned=tuple(aligned), only=only)


def relate(a: Statement, b: Statement, *, retells: bool, later: bool) -> list[Aligned]:
    """The relation of two aligned statements: one, or several distortions."""
    found = departures(a, b)
    if retells:
        return _as_retelling(a, b, found)
    return [_as_independent(a, b, found, later=later)]


def _as_retelling(a: Statement, b: Statement, found: Sequence[Departure]) -> list[Aligned]:
    # Saying more than what is retold, or a place or share left out, is no distortion of it.
    telling = [
        d for d in found
        if d.loss == 0 or d.kind is not Distortion.VALUE_CHANGED
    ]  # fmt: skip
    if not telling:
        less = any(d.loss < 0 for d in found)
        more = any(d.loss > 0 for d in found)
        kind = (
            RelationKind.LESS_SPECIFIC
            if less
            else RelationKind.MORE_SPECIFIC
            if more
            else RelationKind.SAME
        )
        reason = found[0].reason if found else "the same position in other words"
        return [_aligned(a, b, kind, None, None, reason)]
    return [
        _aligned(
            a,
            b,
            RelationKind.DISTORTS,
            d.kind,
            d.on if d.kind is Distortion.VALUE_CHANGED else None,
            d.reason,
        )
        for d in telling
    ]


def _as_independent(
    a: Statement, b: Statement, found: Sequence[Departure], *, later: bool
) -> Aligned:
    hard = [d for d in found if d.loss == 0 and d.on is not None]
    if hard:
        first = hard[0]
        changed = later and first.on == "act" and _speaks_for_itself(b)
        kind = RelationKind.UPDATES if changed else RelationKind.CONTRADICTS
        return _aligned(a, b, kind, None, None if changed else first.on, first.reason)
    # From a to b: b says less (a is more specific), or more.
    less = [d for d in found if d.loss < 0 and d.kind is not Distortion.ATTRIBUTION_DROPPED]
    more = [d for d in found if d.loss > 0]
    if less and not more:
        return _aligned(a, b, RelationKind.LESS_SPECIFIC, None, None, less[0].reason)
    if more:
        return _aligned(a, b, RelationKind.MORE_SPECIFIC, None, None, more[0].reason)
    return _aligned(a, b, RelationKind.SAME, None, None, "the same position in other words")


def _speaks_for_itself(statement: Statement) -> bool:
    return statement.speaker is None or statement.speaker.of == statement.actor.id


def _aligned(
    a: Statement, b: Statement, relation: RelationKind, kind: Distortion | None,
    on: str | None, reason: str,
) -> Aligned:  # fmt: skip
    return Aligned(a=a.id, b=b.id, relation=relation, kind=kind, on=on, reason=reason)


def _depth(report: str, grouping: Grouping | None) -> int:
    """How many retellings lie between the report and its origin."""
    tells: Mapping[str, str | None] = (
        {m.report: m.retells for m in grouping.memberships} if grouping else {}
    )
    depth, at = 0, report
    while (above := tells.get(at)) is not None and depth < 20:
        at, depth = above, depth + 1
    return depth


def _retells(a: str, b: str, grouping: Grouping | None) -> bool:
    if grouping is None:
        return False
    origins = {m.report: m.origin for m in grouping.memberships}
    return a in origins and origins.get(a) == origins.get(b)


def _later(a: Report, b: Report) -> bool:
    return bool(a.published and b.published and b.published > a.published)
