"""One statement a position: what several sentences say of it is put together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model.evidence import Evidence
from onrecord.model.ids import content_id
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import Attribution

__all__ = ["merged"]


def merged(statements: Sequence[Statement]) -> list[Statement]:
    """One statement a position: the same act, actor and contribution are one, with all evidence."""
    kept: dict[tuple[Any, ...], list[Statement]] = {}
    for statement in statements:
        key = (
            statement.act, statement.refrain, statement.actor.id or statement.actor.name,
            statement.contribution, statement.members and statement.members.count,
            statement.speaker and statement.speaker.of,
        )  # fmt: skip
        kept.setdefault(key, []).append(statement)
    return [_with_id(s) for s in _counted([_joined(each) for each in kept.values()])]


def _counted(statements: list[Statement]) -> list[Statement]:
    """A group's position told without its count joins the one told with it."""
    found: list[list[Statement]] = []
    counted: dict[tuple[Any, ...], list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: s.members is None or s.members.count is None):
        key = (statement.act, statement.refrain, statement.actor.id, statement.contribution)
        if statement.members is None and key in counted:
            counted[key].append(statement)
            continue
        found.append([statement])
        if statement.members is not None and statement.members.count is not None:
            counted.setdefault(key, found[-1])
    return sorted((_joined(each) for each in found), key=lambda s: s.evidence[0].start)


def _joined(statements: Sequence[Statement]) -> Statement:
    """The first of them, with what the others add."""
    first, *others = statements
    if not others:
        return first

    def told(field: str) -> Any:
        return next((v for s in statements if (v := getattr(s, field))), getattr(others[-1], field))

    quoted = any(s.attribution is Attribution.QUOTE for s in statements)
    return replace(
        first,
        attribution=Attribution.QUOTE if quoted else first.attribution,
        evidence=_apart(e for s in statements for e in s.evidence),
        conditions=tuple(dict.fromkeys(c for s in statements for c in s.conditions)),
        **{f: told(f) for f in ("amounts", "place", "recipient", "when", "said_on", "members")},
    )


def _apart(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Those that overlap none before them, in the order given."""
    kept: list[Evidence] = []
    taken: list[tuple[int, int]] = []
    for each in evidence:
        at = bisect_left(taken, (each.start, each.end))
        before = taken[at - 1][1] > each.start if at else False
        after = taken[at][0] < each.end if at < len(taken) else False
        if not (before or after):
            taken.insert(at, (each.start, each.end))
            kept.append(each)
    return tuple(kept)


def _with_id(statement: Statement) -> Statement:
    first = statement.evidence[0]
    return replace(
        statement,
        id=content_id(
            "s", statement.report, first.text_hash, statement.act, str(statement.refrain),
            statement.actor.id or statement.actor.name, statement.contribution,
            str(first.start), str(first.end), *statement.what,
        ),
    )  # fmt: skip
