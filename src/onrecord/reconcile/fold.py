"""The register as a pure function of statements, decisions and occurrences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.codebooks import Codebook
from onrecord.model.decision import Decision, DecisionKind, Occurrence
from onrecord.model.grouping import Grouping
from onrecord.model.register import Aligned, Commitment, Register
from onrecord.model.report import Report
from onrecord.model.statement import Members, Statement
from onrecord.model.vocabulary import RelationKind
from onrecord.reconcile.collectives import collectives
from onrecord.reconcile.compare import by_their_report, compare_pair, only_one_has, report_pairs
from onrecord.reconcile.disagreements import disagreements
from onrecord.reconcile.lines import LineKey, by_line
from onrecord.reconcile.positions import Told, fold_positions
from onrecord.reconcile.sources import Sources, own_texts

__all__ = ["ReconcileInputs", "reconcile"]


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
    """ISO date: what was reported, and what had happened, by then."""


def reconcile(inputs: ReconcileInputs) -> Register:
    """The register: commitments with positions, disagreements, collectives, what one report alone has.

    The same inputs give the same register, in whatever order reports and statements come; folding a
    register's own statements again gives the same register.
    """
    reports = _by_then(inputs.reports, inputs.as_of)
    statements = _standing(inputs, {r.id for r in reports})
    sources = Sources(
        reports={r.id: r for r in reports},
        origins={m.report: m.origin for m in inputs.grouping.memberships},
        own_texts=own_texts(reports, inputs.codebook),
    )
    compared, only = _compared(reports, statements, inputs.grouping)
    heard = _Heard.of(compared, statements, sources)
    told = Told(
        sources=sources, distorted=heard.distorted, retold=heard.retold, against=heard.against,
        occurrences=tuple(o for o in inputs.occurrences if not inputs.as_of or o.on <= inputs.as_of),
    )  # fmt: skip
    lines = by_line(statements, heard.retold, inputs.grouping)
    commitments = [_commitment(key, members, told) for key, members in lines.items()]
    return Register(
        name=inputs.name,
        codebook=f"{inputs.codebook.name} {inputs.codebook.version}",
        as_of=inputs.as_of,
        reports=tuple(reports),
        grouping=inputs.grouping,
        statements=tuple(statements),
        commitments=tuple(commitments),
        disagreements=disagreements(heard.records, commitments, statements, sources),
        collectives=collectives(commitments, inputs.codebook),
        only=only,
    )


def _by_then(reports: Iterable[Report], as_of: str | None) -> list[Report]:
    return [r for r in reports if as_of is None or _day(r) is None or (_day(r) or "") <= as_of]


def _day(report: Report) -> str | None:
    published = report.published
    return None if published is None or published.startswith("--") else published


def _standing(inputs: ReconcileInputs, reports: set[str]) -> list[Statement]:
    """The statements that no standing decision rejects, in the order of reports and of their texts."""
    undone = {d.target for d in inputs.decisions if d.kind is DecisionKind.UNDO}
    out = {
        d.target for d in inputs.decisions
        if d.kind is DecisionKind.REJECT_STATEMENT and d.id not in undone
    }  # fmt: skip
    place = {r.id: (r.published or "9", r.id) for r in inputs.reports}
    standing = [s for s in inputs.statements if s.id not in out and s.report in reports]
    return sorted(standing, key=lambda s: (place[s.report], s.evidence[0].start, s.id))


def _compared(
    reports: Sequence[Report], statements: Sequence[Statement], grouping: Grouping
) -> tuple[list[Aligned], dict[str, tuple[str, ...]]]:
    """Each story's reports held against each other; `only` for stories of several reports."""
    stories: dict[str, list[Report]] = {}
    story_of = {m.report: m.story for m in grouping.memberships}
    for report in reports:
        stories.setdefault(story_of.get(report.id, report.id), []).append(report)
    by_report = by_their_report(reports, statements)
    aligned: list[Aligned] = []
    only: dict[str, tuple[str, ...]] = {}
    for members in stories.values():
        if len(members) > 1:
            found = [
                record
                for a, b, retells in report_pairs(members, grouping)
                for record in compare_pair(a, b, by_report, retells=retells)
            ]
            aligned.extend(found)
            only |= only_one_has({r.id: by_report[r.id] for r in members}, found)
    return aligned, dict(sorted(only.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    """What of all comparisons the register keeps."""

    retold: dict[str, str]
    """Statement id -> the one it retells, in the report nearest to the origin that has it."""
    distorted: frozenset[str]
    against: tuple[Aligned, ...]
    records: tuple[Aligned, ...]

    @classmethod
    def of(
        cls, compared: Sequence[Aligned], statements: Sequence[Statement], sources: Sources
    ) -> _Heard:
        """A retelling is held against the first teller alone; a fault in it is no voice of its own."""
        by_id = {s.id: s for s in statements}

        def one_origin(x: Aligned) -> bool:
            return sources.origin(by_id[x.a]) == sources.origin(by_id[x.b])

        retold: dict[str, str] = {}
        for x in compared:
            if one_origin(x):
                retold.setdefault(x.b, x.a)
        kept = [x for x in compared if not one_origin(x) or retold[x.b] == x.a]
        distorted = frozenset(x.b for x in kept if x.relation is RelationKind.DISTORTS)
        against = tuple(
            x for x in kept
            if x.relation is RelationKind.CONTRADICTS and not {x.a, x.b} & distorted
        )  # fmt: skip
        faults = tuple(x for x in kept if x.relation is RelationKind.DISTORTS)
        return cls(retold=retold, distorted=distorted, against=against, records=(*faults, *against))


def _commitment(key: LineKey, members: Sequence[Statement], told: Told) -> Commitment:
    sound = [s for s in members if s.id not in told.distorted] or list(members)
    lead = sound[0]
    return Commitment(
        id=key.id,
        actor=lead.actor.id,
        actor_name=lead.actor.name,
        contribution=key.contribution,
        recipient=key.recipient,
        members=_members(sound, told.sources),
        positions=fold_positions(members, told),
        statements=tuple(s.id for s in members),
        reports=tuple(dict.fromkeys(s.report for s in members)),
        origins=tuple(dict.fromkeys(told.sources.origin(s) for s in sound)),
    )


def _members(statements: Sequence[Statement], sources: Sources) -> Members | None:
    """The count that most origins tell (the earliest of equals), with every name that some report gives."""
    counted = [s for s in statements if s.members is not None]
    if not counted:
        return None
    origins: dict[tuple[bool, int | None], set[str]] = {}
    for s in counted:
        origins.setdefault(_count(s), set()).add(sources.origin(s))
    best = max(counted, key=lambda s: (_count(s)[0], len(origins[_count(s)])))
    group = [s.members for s in counted if s.members is not None and _count(s) == _count(best)]
    named = {n for s in counted if s.members is not None for n in s.members.named}
    return Members(
        count=group[0].count, bound=group[0].bound,
        of=next((m.of for m in group if m.of is not None), None), named=tuple(sorted(named)),
    )  # fmt: skip


def _count(statement: Statement) -> tuple[bool, int | None]:
    count = statement.members.count if statement.members is not None else None
    return count is not None, count
