"""Which statements of two reports are about the same position."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from onrecord.model.statement import Statement
from onrecord.model.vocabulary import STRENGTH, Act

__all__ = ["align", "alikeness", "same_actor"]

_LEAST = 0.5
"""Two statements less alike than this are about different positions."""
_FAMILY = {
    **dict.fromkeys(STRENGTH, "own"),
    Act.WITHDRAWAL: "own", Act.REQUEST: "request", Act.REJECTION: "reject", Act.THREAT: "threat",
    Act.SUPPORT: "support", Act.UNDISCLOSED: "undisclosed",
}  # fmt: skip


def align(
    a: Sequence[Statement], b: Sequence[Statement]
) -> list[tuple[Statement, Statement, float]]:
    """One-to-one pairs (of a, of b, alikeness 0..1) that together are most alike."""
    if not a or not b:
        return []
    scores = np.array([[alikeness(x, y) for y in b] for x in a])
    rows, columns = linear_sum_assignment(-scores)
    return [
        (a[i], b[j], float(scores[i, j]))
        for i, j in zip(rows, columns, strict=True)
        if scores[i, j] >= _LEAST
    ]


def alikeness(a: Statement, b: Statement) -> float:
    """How alike two statements are as accounts of one position, 0..1."""
    actor = _actor(a, b)
    contribution = _contribution(a, b)
    family = _family(a, b)
    if family == 0.0 or contribution < 0.7:
        return 0.0
    if 0.5 < actor < 0.7 and a.act is not b.act:
        return 0.0  # "some countries" and "many countries" may be others
    if actor < 0.5 and (a.act is not b.act or contribution < 1.0 or _shared_words(a, b) < 0.4):
        return 0.0
    score = 0.4 * actor + 0.35 * contribution + 0.15 * family
    score += 0.05 * (a.place == b.place or None in (a.place, b.place))
    score += 0.05 * (a.recipient == b.recipient or None in (a.recipient, b.recipient))
    if _amounts_meet(a, b):
        score += 0.1
    return min(score, 1.0)


def same_actor(a: Statement, b: Statement) -> bool:
    """Whether the statements are of one actor; unnamed collectives and the coalition are one."""
    return (a.actor.id or "COALITION") == (b.actor.id or "COALITION")


def _actor(a: Statement, b: Statement) -> float:
    if a.actor.id is not None and a.actor.id == b.actor.id:
        return 1.0
    collective = (a.members is not None or a.actor.id in (None, "COALITION")) and (
        b.members is not None or b.actor.id in (None, "COALITION")
    )
    if collective:
        counts = {s.members.count for s in (a, b) if s.members is not None} - {None}
        return 1.0 if len(counts) == 1 else 0.8 if counts else 0.6
    return 0.2


def _shared_words(a: Statement, b: Statement) -> float:
    """Words that the shorter passage shares with the longer one, 0..1."""
    first, second = (set(s.evidence[0].quote.lower().split()) for s in (a, b))
    return len(first & second) / max(1, min(len(first), len(second)))


def _contribution(a: Statement, b: Statement) -> float:
    if a.contribution == b.contribution:
        return 1.0
    if a.contribution.partition(".")[0] == b.contribution.partition(".")[0]:
        narrower = a.contribution.startswith(b.contribution + ".") or b.contribution.startswith(
            a.contribution + "."
        )
        return 0.8 if narrower else 0.4
    # A garbled object: "search for ice" in the place where the other has minesweeping.
    garbled = "other" in (a.contribution, b.contribution)
    same_spot = (
        a.place is not None
        and b.place is not None
        and a.place.words.lower() == b.place.words.lower()
    )
    if garbled and same_spot:
        return 0.7
    return 0.45 if garbled else 0.25


def _family(a: Statement, b: Statement) -> float:
    if a.act is b.act:
        return 1.0
    first, second = _FAMILY[a.act], _FAMILY[b.act]
    if first == second:
        return 0.7
    if {first, second} == {"own", "reject"}:
        return 0.3
    hesitant = Act.UNDISCLOSED in (a.act, b.act) and Act.UNDECIDED in (a.act, b.act)
    return 0.5 if hesitant else 0.0


def _amounts_meet(a: Statement, b: Statement) -> bool:
    return bool({(x.value, x.unit) for x in a.amounts} & {(x.value, x.unit) for x in b.amounts})
