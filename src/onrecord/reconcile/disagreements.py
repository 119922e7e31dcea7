"""The queue of disagreements: what departs from what, heaviest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model.ids import content_id
from onrecord.model.register import Aligned, Commitment, Disagreement, Position
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import Act, Distortion, RelationKind
from onrecord.reconcile.differ import departures
from onrecord.reconcile.sources import Sources

__all__ = ["disagreements"]

_CHANGE: dict[str, float] = {
    "act": 5.0, "actor": 4.0, "contribution": 4.0, "count": 3.5, "amount": 3.5, "trigger": 3.0,
    "time": 2.0, "place": 2.0,
    Distortion.STRENGTH_RAISED: 4.0, Distortion.STRENGTH_LOWERED: 3.0, Distortion.ACTOR_CHANGED: 5.0,
    Distortion.TRANSLATION_ERROR: 4.0, Distortion.COUNT_TRANSFERRED: 3.5,
    Distortion.CONDITION_DROPPED: 3.0, Distortion.DISJUNCTION_COLLAPSED: 3.0,
    Distortion.QUALIFIER_DROPPED: 2.0, Distortion.ATTRIBUTION_DROPPED: 1.0, Distortion.STALE: 2.0,
}  # fmt: skip
"""How much the register would change if b stood instead of a, on a scale of 1 to 5."""
_TURNED = 2.0
"""More where yes and no stand against each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Register:
    line: Mapping[str, Commitment]
    statements: Mapping[str, Statement]
    sources: Sources


def disagreements(
    compared: Iterable[Aligned],
    commitments: Sequence[Commitment],
    statements: Sequence[Statement],
    sources: Sources,
) -> tuple[Disagreement, ...]:
    """Departures between the statements of each commitment, by weight, then id.

    The weight is how much the register would change × origins of the commitment. Two origins that
    contradict each other on one thing do so once, however many reports repeat them. Changes of an
    actor's own position are those from one position of a commitment to the next.
    """
    register = _Register(
        line={s: c for c in commitments for s in c.statements},
        statements={s.id: s for s in statements},
        sources=sources,
    )
    found: dict[tuple[str, ...], Disagreement] = {}
    for x in compared:
        if x.relation in (RelationKind.CONTRADICTS, RelationKind.DISTORTS) and x.a in register.line:
            found.setdefault(_once(x, register), _disagreement(x, register))
    for each in (d for c in commitments for d in _changes(c, register)):
        found.setdefault((each.id,), each)
    return tuple(sorted(found.values(), key=lambda d: (-d.weight, d.id)))


def _once(x: Aligned, register: _Register) -> tuple[str, ...]:
    """What makes a second record of the same disagreement superfluous."""
    if x.relation is RelationKind.DISTORTS:
        return x.a, x.b, str(x.kind), x.on or ""
    origins = sorted(register.sources.origin(register.statements[i]) for i in (x.a, x.b))
    return register.line[x.a].id, *origins, x.on or ""


def _disagreement(x: Aligned, register: _Register) -> Disagreement:
    commitment = register.line[x.a]
    a, b = register.statements[x.a], register.statements[x.b]
    change = _CHANGE.get(x.kind or x.on or "", 3.0)
    if x.kind is Distortion.VALUE_CHANGED:
        change = _CHANGE.get(x.on or "", 3.0)
    if (a.act is Act.REFUSAL) != (b.act is Act.REFUSAL):
        change += _TURNED
    return Disagreement(
        id=content_id("d", x.a, x.b, x.relation, x.kind or "", x.on or ""),
        commitment=commitment.id, a=x.a, b=x.b, relation=x.relation, kind=x.kind, on=x.on,
        reason=x.reason, weight=_weight(change, commitment),
    )  # fmt: skip


def _weight(change: float, commitment: Commitment) -> float:
    return round(change * max(1, len(commitment.origins)), 2)


def _changes(commitment: Commitment, register: _Register) -> Iterator[Disagreement]:
    """From each position to the next: what the actor changed, in its own words where they differ."""
    for before, after in pairwise(commitment.positions):
        if before.act is Act.UNDISCLOSED:
            continue  # it had taken no position that it could change
        a, b = (register.statements[p.statements[0]] for p in (before, after))
        reason = next((d.reason for d in departures(a, b) if d.loss == 0), None)
        change = _CHANGE["act"] if before.act is not after.act else _CHANGE["amount"]
        if (before.act is Act.REFUSAL) != (after.act is Act.REFUSAL):
            change += _TURNED
        yield Disagreement(
            id=content_id("d", a.id, b.id, RelationKind.UPDATES), commitment=commitment.id,
            a=a.id, b=b.id, relation=RelationKind.UPDATES, kind=None, on=None,
            reason=reason or _from_to(before, after), weight=_weight(change, commitment),
        )  # fmt: skip


def _from_to(before: Position, after: Position) -> str:
    return f"{after.act} on {after.since} where it was {before.act} on {before.since or 'an unknown day'}"
