"""The register as a pure function of statements, decisions and occurrences.

The policy (docs/explanation/positions.md): a position's day is the day it was stated, else the
report's. On one day the actor's own text goes before a quotation, that before indirect speech, that
before an unnamed source, that before what somebody else says of the actor; then more origins, then
the weaker act: a promise too many is worse than one too few. Independent origins that contradict each other on the newest day make it disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.codebooks import Codebook
from onrecord.model.decision import Decision, DecisionKind, Occurrence
from onrecord.model.grouping import Grouping
from onrecord.model.ids import content_id
from onrecord.model.register import Aligned, Commitment, Disagreement, Position, Register
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import STRENGTH, Act, Attribution, Distortion, RelationKind, State
from onrecord.reconcile.collectives import collectives
from onrecord.reconcile.compare import compare

__all__ = ["ReconcileInputs", "fold_positions", "reconcile", "state_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconcileInputs:
    """Everything a register is folded from."""

    name: str
    codebook: Codebook
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    grouping: Grouping
    decisions: tuple[Decision, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    as_of: str | None = None


def reconcile(inputs: ReconcileInputs) -> Register:
    """The register: commitments with positions, disagreements, collectives, what only one report has."""
    statements = _decided(inputs.statements, inputs.decisions)
    reports = {r.id: r for r in inputs.reports}
    origin = {m.report: m.origin for m in inputs.grouping.memberships}
    compared, only = _compared(inputs, statements)
    garbled = {x.b: x.a for x in compared if x.kind is Distortion.TRANSLATION_ERROR}
    groups = _by_line(statements, garbled)
    commitments = [
        _commitment(key, members, reports, origin, compared, inputs.occurrences)
        for key, members in sorted(groups.items(), key=lambda g: tuple(str(p) for p in g[0]))
    ]
    return Register(
        name=inputs.name,
        codebook=f"{inputs.codebook.name} {inputs.codebook.version}",
        as_of=inputs.as_of,
        reports=inputs.reports,
        grouping=inputs.grouping,
        statements=tuple(statements),
        commitments=tuple(commitments),
        disagreements=_disagreements(compared, commitments, origin, statements),
        collectives=collectives(commitments, statements, inputs.codebook),
        only=only,
    )


def _decided(statements: Sequence[Statement], decisions: Sequence[Decision]) -> list[Statement]:
    undone = {d.target for d in decisions if d.kind is DecisionKind.UNDO}
    out = {
        d.target for d in decisions
        if d.kind is DecisionKind.REJECT_STATEMENT and d.id not in undone
    }  # fmt: skip
    return [s for s in statements if s.id not in out]


def _compared(
    inputs: ReconcileInputs, statements: Sequence[Statement]
) -> tuple[list[Aligned], dict[str, tuple[str, ...]]]:
    """Each story's reports compared; `only` for stories of several reports."""
    stories: dict[str, list[Report]] = {}
    story_of = {m.report: m.story for m in inputs.grouping.memberships}
    for report in inputs.reports:
        stories.setdefault(story_of[report.id], []).append(report)
    aligned: list[Aligned] = []
    only: dict[str, tuple[str, ...]] = {}
    for members in stories.values():
        if len(members) > 1:
            ids = {r.id for r in members}
            found = compare(members, [s for s in statements if s.report in ids], inputs.grouping)
            aligned.extend(found.aligned)
            only |= found.only
    return aligned, only


# -- lines of the register -------------------------------------------------------------------------

_Key = tuple[str, str, str | None]


def _by_line(
    statements: Sequence[Statement], garbled: Mapping[str, str]
) -> dict[_Key, list[Statement]]:
    """Statements by actor, contribution and recipient; a garbled retelling goes with what it garbles."""
    by_id = {s.id: s for s in statements}
    recipients: dict[tuple[str, str], set[str]] = {}
    for s in statements:
        if s.recipient is not None and s.id not in garbled:
            recipients.setdefault(_line(s), set()).add(s.recipient)
    groups: dict[_Key, list[Statement]] = {}
    for s in statements:
        lead = by_id.get(garbled.get(s.id, ""), s)
        line = _line(lead)
        known = recipients.get(line, set())
        recipient = lead.recipient or (next(iter(known)) if len(known) == 1 else None)
        groups.setdefault((*line, recipient), []).append(s)
    return groups


def _line(statement: Statement) -> tuple[str, str]:
    return _actor_key(statement), _family(statement) + statement.contribution


def _actor_key(statement: Statement) -> str:
    if statement.actor.id is not None:
        return statement.actor.id
    count = statement.members.count if statement.members else None
    return f"collective:{count}" if count else f"collective:{statement.actor.name.lower()}"


def _family(statement: Statement) -> str:
    """Asking others for a thing, rejecting or backing theirs, is another line than one's own giving."""
    own = statement.act in STRENGTH or statement.act in (Act.WITHDRAWAL, Act.UNDISCLOSED)
    return "" if own else f"{statement.act}:"


def _commitment(
    key: _Key, members: Sequence[Statement], reports: Mapping[str, Report],
    origin: Mapping[str, str], compared: Sequence[Aligned], occurrences: Sequence[Occurrence],
) -> Commitment:  # fmt: skip
    lead = members[0]
    positions = fold_positions(members, reports, origin, compared, occurrences)
    counted = [s.members for s in members if s.members is not None]
    return Commitment(
        id=content_id("c", key[0], key[1], key[2] or ""),
        actor=lead.actor.id,
        actor_name=lead.actor.name if lead.actor.id else (lead.actor.mention or lead.actor.name),
        contribution=_plain(key[1]),
        recipient=key[2],
        members=max(counted, key=lambda m: (m.count or 0, m.of or 0)) if counted else None,
        positions=positions,
        statements=tuple(s.id for s in members),
        reports=tuple(dict.fromkeys(s.report for s in members)),
        origins=tuple(dict.fromkeys(origin.get(s.report, s.report) for s in members)),
    )


def _plain(contribution: str) -> str:
    return contribution.rpartition(":")[2]


# -- positions -------------------------------------------------------------------------------------


def fold_positions(
    members: Sequence[Statement],
    reports: Mapping[str, Report],
    origin: Mapping[str, str],
    compared: Sequence[Aligned] = (),
    occurrences: Sequence[Occurrence] = (),
) -> tuple[Position, ...]:
    """The positions of one commitment, oldest first; a day whose lead says the same adds none."""
    distorted = {x.b for x in compared if x.relation is RelationKind.DISTORTS}
    against = [
        x
        for x in compared
        if x.relation is RelationKind.CONTRADICTS and x.on in ("act", "amount", "count")
    ]
    sound = [s for s in members if s.id not in distorted] or list(members)
    days: dict[str, list[Statement]] = {}
    for statement in sound:
        days.setdefault(_since(statement, reports) or "", []).append(statement)
    positions: list[Position] = []
    for day in sorted(days):
        told = sorted(days[day], key=lambda s: _rank(s, sound, origin))
        position = _position(day or None, told, origin, against, occurrences)
        if positions and _same(positions[-1], position):
            before = positions[-1]
            positions[-1] = replace(
                before,
                statements=(*before.statements, *position.statements),
                origins=tuple(dict.fromkeys((*before.origins, *position.origins))),
                conditions=before.conditions or position.conditions,
                disputed=before.disputed or position.disputed,
                state=State.DISPUTED if before.disputed or position.disputed else before.state,
            )
        else:
            positions.append(position)
    return tuple(positions)


def _since(statement: Statement, reports: Mapping[str, Report]) -> str | None:
    if statement.said_on is not None and statement.said_on.first is not None:
        return statement.said_on.first
    return reports[statement.report].published


_SOURCE_RANK = {
    Attribution.OWN_VOICE: 2, Attribution.QUOTE: 1, Attribution.INDIRECT: 2, Attribution.ANONYMOUS: 3,
}  # fmt: skip


def _rank(
    statement: Statement, members: Sequence[Statement], origin: Mapping[str, str]
) -> tuple[int, int, int, str]:
    """The most authoritative first: source, then origins that agree, then strength."""
    others_word = statement.speaker is not None and statement.speaker.of not in (
        None,
        statement.actor.id,
    )
    source = 4 if others_word else _SOURCE_RANK[statement.attribution]
    agreeing = {origin.get(s.report, s.report) for s in members if s.act is statement.act}
    return source, -len(agreeing), STRENGTH.get(statement.act, 0), statement.id


def _position(
    since: str | None, told: Sequence[Statement], origin: Mapping[str, str],
    against: Sequence[Aligned], occurrences: Iterable[Occurrence],
) -> Position:  # fmt: skip
    lead = told[0]
    ids = {s.id for s in told}
    disputed = any(x.a in ids and x.b in ids for x in against)
    happened = {o.trigger for o in occurrences}
    conditions = lead.conditions or next(
        (s.conditions for s in told if s.act is lead.act and s.conditions), ()
    )
    waiting = tuple(c for c in conditions if c.trigger not in happened)
    return Position(
        act=lead.act,
        state=State.DISPUTED if disputed else state_of(lead.act, conditional=bool(waiting)),
        since=since,
        statements=tuple(s.id for s in told),
        origins=tuple(
            dict.fromkeys(origin.get(s.report, s.report) for s in told if s.act is lead.act)
        ),
        refrain=lead.refrain,
        speaker=lead.speaker,
        conditions=conditions,
        amounts=lead.amounts or next((s.amounts for s in told if s.amounts), ()),
        place=lead.place,
        when=lead.when,
        hedge=lead.hedge,
        disputed=disputed,
    )


def _same(a: Position, b: Position) -> bool:
    totals = {(x.value, x.unit) for x in a.amounts[:1]}, {(x.value, x.unit) for x in b.amounts[:1]}
    return a.act is b.act and a.refrain == b.refrain and (not all(totals) or totals[0] == totals[1])


_STATES = {
    Act.PLEDGE: State.PROMISED, Act.INTENTION: State.PROMISED, Act.OFFER: State.PROMISED,
    Act.UNDECIDED: State.CONSIDERING, Act.REFUSAL: State.REFUSED, Act.REQUEST: State.REQUESTED,
    Act.REJECTION: State.REJECTED, Act.THREAT: State.THREATENED, Act.SUPPORT: State.SUPPORTED,
    Act.DELIVERY: State.DELIVERED, Act.WITHDRAWAL: State.WITHDRAWN, Act.UNDISCLOSED: State.UNDISCLOSED,
}  # fmt: skip


def state_of(act: Act, *, conditional: bool) -> State:
    """The mark of a position: a promise, plan or offer that waits for something is conditional."""
    if conditional and act in (Act.PLEDGE, Act.INTENTION, Act.OFFER):
        return State.CONDITIONAL
    return _STATES[act]


# -- disagreements ---------------------------------------------------------------------------------

_CHANGE = {
    "act": 5.0, Distortion.STRENGTH_RAISED: 4.0, Distortion.STRENGTH_LOWERED: 3.0, Distortion.ACTOR_CHANGED: 5.0,
    Distortion.TRANSLATION_ERROR: 4.0, Distortion.COUNT_TRANSFERRED: 3.5, Distortion.CONDITION_DROPPED: 3.0,
    Distortion.DISJUNCTION_COLLAPSED: 3.0, Distortion.QUALIFIER_DROPPED: 2.0, Distortion.VALUE_CHANGED: 3.0,
    Distortion.ATTRIBUTION_DROPPED: 1.0, Distortion.STALE: 2.0,
}  # fmt: skip


def _disagreements(
    compared: Sequence[Aligned], commitments: Sequence[Commitment], origin: Mapping[str, str],
    statements: Sequence[Statement],
) -> tuple[Disagreement, ...]:  # fmt: skip
    line = {s: c for c in commitments for s in c.statements}
    by_id = {s.id: s for s in statements}
    found = []
    shown: set[tuple[str, str, str]] = set()
    for x in compared:
        departure = (x.b, str(x.kind), str(x.on))
        if x.relation is RelationKind.DISTORTS and departure in shown:
            continue  # the same departure, seen against another copy of what is retold
        shown.add(departure)
        if x.relation not in (
            RelationKind.CONTRADICTS,
            RelationKind.DISTORTS,
            RelationKind.UPDATES,
        ):
            continue
        commitment = line[x.a]
        change = _CHANGE.get(x.kind or "", 2.5) if x.kind else _CHANGE.get(x.on or "", 3.0)
        if by_id[x.a].act is not by_id[x.b].act and Act.REFUSAL in (by_id[x.a].act, by_id[x.b].act):
            change += 2.0
        found.append(
            Disagreement(
                id=content_id("d", x.a, x.b, x.relation, x.kind or "", x.on or ""),
                commitment=commitment.id, a=x.a, b=x.b, relation=x.relation, kind=x.kind, on=x.on,
                reason=x.reason, weight=round(change * max(1, len(commitment.origins)), 2),
            )
        )  # fmt: skip
    found.extend(_changes(commitments, found))
    return tuple(sorted(found, key=lambda d: (-d.weight, d.id)))


def _changes(
    commitments: Sequence[Commitment], known: Sequence[Disagreement]
) -> list[Disagreement]:
    """An actor's change of position between stories, which no comparison of reports can show."""
    told = {d.commitment for d in known if d.relation is RelationKind.UPDATES}
    found = []
    for c in commitments:
        for before, after in pairwise(c.positions):
            if (
                before.act is after.act
                or c.id in told
                or Act.UNDISCLOSED in (before.act, after.act)
            ):
                continue
            a, b = before.statements[0], after.statements[0]
            found.append(
                Disagreement(
                    id=content_id("d", a, b, RelationKind.UPDATES), commitment=c.id, a=a, b=b,
                    relation=RelationKind.UPDATES, kind=None, on=None,
                    reason=f"{before.act} on {before.since or 'an unknown day'}, {after.act} on {after.since}",
                    weight=round(_CHANGE["act"] * max(1, len(c.origins)), 2),
                )
            )  # fmt: skip
    return found
