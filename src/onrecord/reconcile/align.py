"""Which statements of two reports are about the same position.

The statements are paired one to one so that all pairs together are most alike; what is left over may
then join a statement that is already paired (a headline and a body, two things left open that the
other report tells as one), or, in a retelling, the one that it garbles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from onrecord.model.statement import Statement
from onrecord.model.vocabulary import Act
from onrecord.reconcile.closeness import (
    act_closeness,
    actor_closeness,
    contribution_closeness,
    may_be_another,
    same_actor,
    shared_amount,
    top,
)
from onrecord.reconcile.wording import passage_likeness, shared_words

__all__ = ["Pair", "align", "alikeness"]

_LEAST = 0.45
"""Two statements less alike than this are about different positions."""
_GARBLED = 0.5
"""Share of common words from which a passage with another actor or contribution is a garbled one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two statements about one position and how alike they are (higher is more alike)."""

    a: Statement
    b: Statement
    score: float


def align(a: Sequence[Statement], b: Sequence[Statement], *, retells: bool = False) -> list[Pair]:
    """Pairs of a statement of `a` and one of `b` about the same position, in the order of `b`.

    `retells` says that b's report retells a's: then statements with few fields in common are paired
    too where the passages share their words, since the retelling must have got them from somewhere.
    """
    pairs = [pair for ours, theirs in _by_actor(a, b) for pair in _assign(ours, theirs, alikeness)]
    if retells:
        pairs += _assign(_left(a, pairs, "a"), _left(b, pairs, "b"), _garbled)
    pairs += list(_joined(a, b, pairs))
    order = {s.id: i for i, s in enumerate(b)}
    return sorted(pairs, key=lambda p: (order[p.b.id], p.a.id))


def _by_actor(
    a: Sequence[Statement], b: Sequence[Statement]
) -> Iterator[tuple[list[Statement], list[Statement]]]:
    """Statements of both that may be of one actor; only these need be held against each other."""
    groups: dict[str, tuple[list[Statement], list[Statement]]] = {}
    for side, statements in enumerate((a, b)):
        for statement in statements:
            key = "" if may_be_another(statement) else str(statement.actor.id)
            groups.setdefault(key, ([], []))[side].append(statement)
    yield from groups.values()


def _left(statements: Sequence[Statement], pairs: Sequence[Pair], side: str) -> list[Statement]:
    taken = {getattr(p, side).id for p in pairs}
    return [s for s in statements if s.id not in taken]


def _assign(
    a: Sequence[Statement], b: Sequence[Statement], score: Callable[[Statement, Statement], float]
) -> list[Pair]:
    if not a or not b:
        return []
    scores = np.array([[score(x, y) for y in b] for x in a])
    if not scores.any():
        return []
    rows, columns = linear_sum_assignment(-scores)
    return [
        Pair(a=a[i], b=b[j], score=float(scores[i, j]))
        for i, j in zip(rows, columns, strict=True)
        if scores[i, j] > 0
    ]


def alikeness(a: Statement, b: Statement) -> float:
    """How alike two statements are as accounts of one position; 0 where they can't be that."""
    act = act_closeness(a, b)
    actor = actor_closeness(a, b) if act else 0.0
    if not actor:
        return 0.0
    contribution = contribution_closeness(a, b)
    if not contribution:
        contribution = _same_slot(a, b)
    if act < 0.5 and (actor < 1.0 or contribution < 0.8):
        return 0.0
    if actor < 0.8 and shared_amount(a, b) is None:
        if a.act is not b.act or contribution < 0.8 or (a.amounts and b.amounts):
            return 0.0  # "some countries" and "a few others" may be anybody
    core = actor * contribution * act
    score = core + _touches(a, b)
    return score if core >= 0.25 and score >= _LEAST else 0.0


def _same_slot(a: Statement, b: Statement) -> float:
    """Near 1 where an object that means nothing stands in the place where the other has its own."""
    if "other" not in (a.contribution, b.contribution):
        return 0.4 if a.act is b.act is Act.UNDISCLOSED and set(a.what) & set(b.what) else 0.0
    if (
        a.place is not None
        and b.place is not None
        and shared_words(a.place.words, b.place.words) == 1
    ):
        return 0.8
    return 0.7 if passage_likeness(a, b) >= _GARBLED else 0.0


def _touches(a: Statement, b: Statement) -> float:
    """What speaks for or against one position beyond actor, act and contribution."""
    score = 0.2 * passage_likeness(a, b) + 0.1 * shared_words(a.object or "", b.object or "")
    score += 0.1 * (a.act is b.act) + 0.05 * (a.refrain == b.refrain)
    if a.recipient is not None and b.recipient is not None:
        score += 0.05 if a.recipient == b.recipient else -0.25
    if a.place is not None and b.place is not None:
        score += 0.05 if a.place.relation is b.place.relation else -0.05
    if a.amounts and b.amounts:
        score += 0.35 if shared_amount(a, b) is not None else -0.1
    counts = [s.members.count for s in (a, b) if s.members is not None]
    if len(counts) == 2 and counts[0] is not None:
        score += 0.15 if counts[0] == counts[1] else 0.0
    score += 0.05 * bool({c.trigger for c in a.conditions} & {c.trigger for c in b.conditions})
    return score + 0.05 * bool(set(a.what) & set(b.what))


def _garbled(a: Statement, b: Statement) -> float:
    """How likely b is a's passage with another actor or another object; 0 where it is not."""
    act = act_closeness(a, b)
    if not act:
        return 0.0
    likeness = passage_likeness(a, b)
    amount = shared_amount(a, b) is not None
    if same_actor(a, b):
        return likeness if likeness >= _GARBLED and act >= 0.5 else 0.0
    likeness += 0.3 * amount
    near = contribution_closeness(a, b) >= 0.85 and act >= 0.75
    return likeness if near and likeness >= (_GARBLED if amount else 0.6) else 0.0


def _joined(
    a: Sequence[Statement], b: Sequence[Statement], pairs: Sequence[Pair]
) -> Iterator[Pair]:
    """What is left over on either side, with the paired statement that says the same."""
    paired_a, paired_b = [p.a for p in pairs], [p.b for p in pairs]
    for extra in _left(b, pairs, "b"):
        yield from _best((x, extra) for x in _distinct(paired_a) if _tells_again(x, extra))
    for extra in _left(a, pairs, "a"):
        yield from _best((extra, y) for y in _distinct(paired_b) if _tells_again(extra, y))


def _distinct(statements: Sequence[Statement]) -> list[Statement]:
    return list({s.id: s for s in statements}.values())


def _tells_again(a: Statement, b: Statement) -> bool:
    if actor_closeness(a, b) < 1.0 or act_closeness(a, b) < 0.75:
        return False
    if a.amounts and b.amounts:
        return shared_amount(a, b) is not None and top(a.contribution) == top(b.contribution)
    if a.act is b.act is Act.UNDISCLOSED:
        return bool(set(a.what) & set(b.what))
    return (
        a.act is b.act
        and a.contribution == b.contribution
        and bool(a.amounts) == bool(b.amounts)
        and shared_words(a.object or "", b.object or "") >= 0.5
    )


def _best(candidates: Iterator[tuple[Statement, Statement]]) -> list[Pair]:
    scored = [Pair(a=x, b=y, score=alikeness(x, y)) for x, y in candidates]
    return [max(scored, key=lambda p: (p.score, p.a.id, p.b.id))] if scored else []
