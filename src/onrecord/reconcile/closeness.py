"""How near two actors, two contributions and two acts are, before any words are weighed."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.model.statement import Amount, Statement
from onrecord.model.vocabulary import STRENGTH, Act

__all__ = [
    "act_closeness",
    "act_family",
    "actor_closeness",
    "contribution_closeness",
    "is_collective",
    "may_be_another",
    "same_actor",
    "shared_amount",
    "top",
]

_FAMILY = {
    **dict.fromkeys(STRENGTH, "own"),
    Act.WITHDRAWAL: "own", Act.REQUEST: "request", Act.REJECTION: "stance", Act.THREAT: "threat",
    Act.SUPPORT: "stance", Act.UNDISCLOSED: "undisclosed",
}  # fmt: skip
_CROSSED = {
    # A garbled or inverted account: the stance taken for the act itself, the plan for the threat.
    frozenset({"own", "stance"}): 0.4,
    frozenset({"own", "threat"}): 0.4,
    frozenset({"stance", "request"}): 0.35,
}
_BLOCS = frozenset({"EUROPE", "EU", "NATO", "COALITION", "G7"})
"""Collectives that reports take for one another."""
_OTHERS = re.compile(r"\b(?:others?|rest|remaining)\b", re.IGNORECASE)
_UNFURTHER = {
    # A role not further said covers any of these; a guarantee may be told as what it would take.
    "military": frozenset({"troops", "training", "air_policing", "monitoring", "demining", "command"}),
    "guarantee": frozenset({"troops", "military", "air_policing"}),
}  # fmt: skip


def top(code: str) -> str:
    """The top-level code of a contribution."""
    return code.partition(".")[0]


def act_family(act: Act) -> str:
    """The sort of act: acts of one's own on giving something are degrees of one position."""
    return _FAMILY[act]


def is_collective(statement: Statement) -> bool:
    """Whether the actor is counted, unnamed, or the coalition."""
    return statement.members is not None or statement.actor.id in (None, "COALITION")


def may_be_another(statement: Statement) -> bool:
    """Whether the actor is a collective that another report may call by another name."""
    return statement.actor.id is None or statement.actor.id in _BLOCS


def same_actor(a: Statement, b: Statement) -> bool:
    """Whether the statements are of one actor; unnamed collectives and the coalition are one."""
    return (a.actor.id or "COALITION") == (b.actor.id or "COALITION")


def actor_closeness(a: Statement, b: Statement) -> float:
    """1 for one actor, less for collectives that may be one, 0 for two different actors."""
    if same_actor(a, b):
        return _collective_closeness(a, b) if is_collective(a) and is_collective(b) else 1.0
    if {a.actor.id or "COALITION", b.actor.id or "COALITION"} <= _BLOCS:
        return 0.85 if _count(a) is not None and _count(a) == _count(b) else 0.6
    return 0.0


def _collective_closeness(a: Statement, b: Statement) -> float:
    if _of_others(_mention(a)) != _of_others(_mention(b)):
        return 0.35
    counts = {_count(a), _count(b)} - {None}
    if len(counts) == 2:
        return 0.7
    both = _count(a) is not None and _count(b) is not None
    if both or (a.actor.id is not None and a.actor.id == b.actor.id):
        return 1.0
    return 0.8 if counts else 0.65


@lru_cache(maxsize=4096)
def _of_others(mention: str) -> bool:
    return _OTHERS.search(mention) is not None


def _mention(statement: Statement) -> str:
    return f"{statement.actor.mention or ''} {statement.actor.name}"


def _count(statement: Statement) -> int | None:
    return statement.members.count if statement.members is not None else None


def act_closeness(a: Statement, b: Statement) -> float:
    """1 for one act, less for degrees of one position, 0 for acts that can't be one position."""
    if a.act is b.act:
        return 1.0
    first, second = act_family(a.act), act_family(b.act)
    if first == second:
        return 0.75
    return _CROSSED.get(frozenset({first, second}), 0.0)


def contribution_closeness(a: Statement, b: Statement) -> float:
    """1 for one contribution, less for a wider or narrower one, less still for a likely slip."""
    if a.contribution == b.contribution:
        return 1.0
    wider, narrower = sorted((a.contribution, b.contribution), key=len)
    if narrower.startswith(wider + "."):
        return 0.85
    if shared_amount(a, b) is not None:
        return 0.75
    tops = top(a.contribution), top(b.contribution)
    if tops[0] == tops[1]:
        return 0.45
    if tops[1] in _UNFURTHER.get(tops[0], ()) or tops[0] in _UNFURTHER.get(tops[1], ()):
        return 0.6
    return 0.0


def shared_amount(a: Statement, b: Statement) -> tuple[Amount, Amount] | None:
    """The first amounts of one unit and value that the statements share, or None."""
    for x in a.amounts:
        for y in b.amounts:
            if x.unit == y.unit and x.value == y.value:
                return x, y
    return None
