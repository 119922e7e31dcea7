"""The policy of positions as a table of cases."""

from __future__ import annotations

import pytest

from onrecord.codebooks import load_codebook
from onrecord.model.decision import Decision, DecisionKind, Occurrence
from onrecord.model.evidence import Evidence
from onrecord.model.grouping import Grouping, Membership
from onrecord.model.ids import text_hash
from onrecord.model.report import Report
from onrecord.model.statement import ActorRef, Amount, Condition, Members, Speaker, Statement
from onrecord.model.vocabulary import Act, Attribution, ConditionKind, RelationKind, State, Trigger
from onrecord.reconcile import ReconcileInputs, compare, reconcile

TEXT = "Norway will send troops to Mali."


def report(report_id: str, published: str = "2025-01-10") -> Report:
    return Report(id=report_id, text=TEXT, published=published)


def statement(report_id: str, act: Act = Act.PLEDGE, **more) -> Statement:
    evidence = Evidence(
        report=report_id, text_hash=text_hash(TEXT), start=0, end=len(TEXT), quote=TEXT
    )
    fields = {
        "id": f"s-{report_id}-{act}-{more.get('contribution', 'troops')}", "report": report_id, "reader": "test", "act": act,
        "actor": ActorRef(id="NOR", name="Norway", mention="Norway"), "contribution": "troops",
        "attribution": Attribution.INDIRECT, "evidence": (evidence,), "object": "troops", "recipient": "MLI",
        "speaker": Speaker(name="Ana Koval", role="prime minister", of="NOR"),
    }  # fmt: skip
    return Statement(**(fields | more))


def register(
    reports: list[Report],
    statements: list[Statement],
    origins: dict[str, str] | None = None,
    **more,
):
    origins = origins or {}
    memberships = tuple(
        Membership(
            report=r.id, copyset=r.id, story="one", origin=origins.get(r.id, r.id),
            retells=origins.get(r.id) if origins.get(r.id) != r.id else None,
        )
        for r in reports
    )  # fmt: skip
    return reconcile(
        ReconcileInputs(
            name="t", codebook=load_codebook(), reports=tuple(reports), statements=tuple(statements),
            grouping=Grouping(memberships=memberships), **more,
        )
    )  # fmt: skip


CEASEFIRE = (
    Condition(kind=ConditionKind.EVENT, trigger=Trigger.CEASEFIRE, quote="after a ceasefire"),
)


@pytest.mark.parametrize(
    ("told", "act", "state", "sources"),
    [
        ([("a", Act.PLEDGE, {})], Act.PLEDGE, State.PROMISED, 1),
        ([("a", Act.OFFER, {"conditions": CEASEFIRE})], Act.OFFER, State.CONDITIONAL, 1),
        ([("a", Act.REFUSAL, {})], Act.REFUSAL, State.REFUSED, 1),
        ([("a", Act.UNDECIDED, {})], Act.UNDECIDED, State.CONSIDERING, 1),
        ([("a", Act.PLEDGE, {}), ("b", Act.PLEDGE, {})], Act.PLEDGE, State.PROMISED, 2),
        ([("a", Act.REFUSAL, {}), ("b", Act.PLEDGE, {})], Act.REFUSAL, State.DISPUTED, 1),
        # What somebody else says of the actor goes behind the actor's own word.
        (
            [
                ("a", Act.REFUSAL, {}),
                ("b", Act.PLEDGE, {"speaker": Speaker(name="X", role=None, of="FRA")}),
            ],
            Act.REFUSAL,
            State.DISPUTED,
            1,
        ),
    ],
)
def test_positions_of_one_day(told, act, state, sources) -> None:
    reports = [report(r) for r in dict.fromkeys(t[0] for t in told)]
    found = register(reports, [statement(r, a, **more) for r, a, more in told])
    (commitment,) = found.commitments
    assert commitment.current.act is act
    assert commitment.current.state is state
    assert len(commitment.current.origins) == sources


def test_a_retelling_is_never_a_second_source() -> None:
    found = register(
        [report("a"), report("b", "2025-01-11")], [statement("a"), statement("b")], {"b": "a"}
    )
    (commitment,) = found.commitments
    assert commitment.origins == ("a",)
    assert len(commitment.reports) == 2


def test_a_distorted_retelling_makes_no_line_and_no_position_of_its_own() -> None:
    garbled = statement("b", contribution="other", object="search for ice", id="s-b")
    found = register([report("a"), report("b", "2025-01-11")],
                     [statement("a", contribution="demining.naval", object="minesweeping", place=None), garbled], {"b": "a"})  # fmt: skip
    lines = {c.contribution for c in found.commitments}
    if lines == {"demining.naval"}:
        (commitment,) = found.commitments
        assert len(commitment.positions) == 1
        assert found.disagreements[0].relation is RelationKind.DISTORTS


def test_a_later_change_by_the_actor_itself_is_an_update_and_both_stay_visible() -> None:
    found = register(
        [report("a"), report("b", "2025-03-01")],
        [statement("a", Act.UNDECIDED), statement("b", Act.REFUSAL)],
    )
    (commitment,) = found.commitments
    assert [p.act for p in commitment.positions] == [Act.UNDECIDED, Act.REFUSAL]
    assert [d.relation for d in found.disagreements] == [RelationKind.UPDATES]


def test_a_restated_amount_is_not_new_money() -> None:
    amount = (Amount(value=5e6, unit="EUR"),)
    found = register([report("a"), report("b", "2025-02-01")],
                     [statement("a", contribution="funding", amounts=amount), statement("b", contribution="funding", amounts=amount)])  # fmt: skip
    (commitment,) = found.commitments
    assert len(commitment.positions) == 1
    assert commitment.current.amounts == amount


def test_a_trigger_that_has_happened_makes_a_conditional_promise_one() -> None:
    happened = Occurrence(id="o", trigger=Trigger.CEASEFIRE, on="2025-02-01", report=None, note="")
    found = register([report("a")], [statement("a", conditions=CEASEFIRE)], occurrences=(happened,))
    assert found.commitments[0].current.state is State.PROMISED


def test_a_rejected_statement_stays_out_whatever_is_read_anew() -> None:
    out = Decision(
        id="1",
        kind=DecisionKind.REJECT_STATEMENT,
        target=statement("a").id,
        value=None,
        by="x",
        at="",
        why="",
    )
    assert register([report("a")], [statement("a")], decisions=(out,)).commitments == ()
    undo = Decision(id="2", kind=DecisionKind.UNDO, target="1", value=None, by="x", at="", why="")
    assert len(register([report("a")], [statement("a")], decisions=(out, undo)).commitments) == 1


def test_a_members_own_refusal_stands_beside_the_collectives_claim() -> None:
    collective = statement(
        "a", id="s-c", actor=ActorRef(id="COALITION", name="coalition", mention="26 countries"),
        members=Members(count=26, of=35, named=("NOR",)),
    )  # fmt: skip
    found = register([report("a")], [collective, statement("a", Act.REFUSAL)])
    (whole,) = found.collectives
    assert (whole.claimed, whole.of, whole.named, whole.refusing) == (26, 35, ("NOR",), ("NOR",))
    assert {c.current.state for c in found.commitments} == {State.PROMISED, State.REFUSED}


def test_the_fold_is_pure() -> None:
    reports = [report("a"), report("b", "2025-01-11")]
    told = [statement("a"), statement("b", Act.REFUSAL)]
    assert register(reports, told) == register(reports, told)


def test_compare_says_what_only_one_report_has() -> None:
    found = compare(
        [report("a"), report("b")],
        [statement("a"), statement("a", contribution="training"), statement("b")],
    )
    assert found.only == {"a": (statement("a", contribution="training").id,), "b": ()}
    assert [x.relation for x in found.aligned] == [RelationKind.SAME]
