"""The faults of bench/metamorphic_edits.py put into hand-coded statements, without any reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.model.statement import Statement
from onrecord.model.vocabulary import Act, AmountBound, Attribution, ConditionKind, Trigger

__all__ = ["STATEMENT_FAULTS", "StatementFault"]


@dataclass(frozen=True, slots=True)
class StatementFault:
    """A fault put into a statement's fields, and the names under which it must be found."""

    name: str
    expected: frozenset[str]
    rewrite: Callable[[Statement], Statement | None]


def _field_condition(s: Statement) -> Statement | None:
    return replace(s, conditions=()) if s.conditions else None


def _field_bound(s: Statement) -> Statement | None:
    if not any(a.bound in (AmountBound.UP_TO, AmountBound.AT_LEAST) for a in s.amounts):
        return None
    return replace(s, amounts=tuple(replace(a, bound=AmountBound.EXACT) for a in s.amounts))


def _field_amount(s: Statement) -> Statement | None:
    if not s.amounts:
        return None
    return replace(s, amounts=tuple(replace(a, value=a.value * 3, high=None) for a in s.amounts))


def _field_date(s: Statement) -> Statement | None:
    if s.when is None or s.when.last is None or s.when.last.startswith("--"):
        return None
    last = f"{int(s.when.last[:4]) + 3}{s.when.last[4:]}"
    return replace(s, when=replace(s.when, first=None, last=last))


def _field_actor(s: Statement) -> Statement | None:
    if s.actor.id is None or len(s.actor.id) != 3:
        return None
    name, actor = ("Portugal", "PRT") if s.actor.id != "PRT" else ("Uruguay", "URY")
    return replace(s, actor=replace(s.actor, id=actor, name=name, mention=name))


def _field_trigger(s: Statement) -> Statement | None:
    events = [c for c in s.conditions if c.kind is ConditionKind.EVENT]
    if len(events) != 1 or events[0].trigger is None:
        return None
    other = Trigger.ATTACK if events[0].trigger is not Trigger.ATTACK else Trigger.CEASEFIRE
    changed = replace(events[0], trigger=other, quote=f"after the {other}")
    return replace(s, conditions=tuple(changed if c is events[0] else c for c in s.conditions))


def _field_act(act: Act, *, of: tuple[Act, ...]) -> Callable[[Statement], Statement | None]:
    def rewrite(s: Statement) -> Statement | None:
        return replace(s, act=act) if s.act in of and not s.refrain else None

    return rewrite


def _field_source(s: Statement) -> Statement | None:
    told = s.speaker is not None and bool(s.speaker.name)
    if not told or s.attribution is Attribution.OWN_VOICE:
        return None
    return replace(s, speaker=None, attribution=Attribution.OWN_VOICE)


def _field_count(s: Statement) -> Statement | None:
    if s.members is None or None in (s.members.of, s.members.count) or s.act is Act.UNDISCLOSED:
        return None
    if s.members.count == s.members.of:
        return None
    return replace(s, members=replace(s.members, count=s.members.of, of=None))


def _field_or(s: Statement) -> Statement | None:
    return replace(s, alternative=None) if s.alternative is not None else None


_GIVING = (Act.OFFER, Act.INTENTION, Act.PLEDGE)
STATEMENT_FAULTS = (
    StatementFault("condition dropped", frozenset({"condition_dropped"}), _field_condition),
    StatementFault("bound dropped", frozenset({"qualifier_dropped"}), _field_bound),
    StatementFault("amount changed", frozenset({"value_changed amount"}), _field_amount),
    StatementFault("date changed", frozenset({"value_changed time"}), _field_date),
    StatementFault("actor changed", frozenset({"actor_changed"}), _field_actor),
    StatementFault("trigger changed", frozenset({"value_changed trigger"}), _field_trigger),
    StatementFault("strength raised", frozenset({"strength_raised"}), _field_act(Act.PLEDGE, of=(Act.OFFER, Act.INTENTION, Act.UNDECIDED))),
    StatementFault("strength lowered", frozenset({"strength_lowered"}), _field_act(Act.OFFER, of=(Act.PLEDGE, Act.INTENTION))),
    StatementFault("negated", frozenset({"strength_lowered"}), _field_act(Act.REFUSAL, of=_GIVING)),
    StatementFault("attribution dropped", frozenset({"attribution_dropped"}), _field_source),
    StatementFault("count swapped", frozenset({"count_transferred"}), _field_count),
    StatementFault("or collapsed", frozenset({"disjunction_collapsed"}), _field_or),
)  # fmt: skip
