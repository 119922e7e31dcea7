"""Relations between two reports: every kind the coding guide lists, and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reconcile.making import AFTER_A_CEASEFIRE, euros, grouped, report, state, told

from onrecord.model.report import Report
from onrecord.model.statement import (
    ActorRef,
    Amount,
    Condition,
    DateRange,
    Members,
    Place,
    Speaker,
    Statement,
)
from onrecord.model.vocabulary import (
    Act,
    AmountBound,
    Attribution,
    ConditionKind,
    Distortion,
    PlaceRelation,
    RelationKind,
    Trigger,
)
from onrecord.reconcile import compare

TWENTY_SIX = {
    "actor": ActorRef(id="COALITION", name="coalition of the willing", mention="26 countries"),
    "members": Members(count=26, of=35),
    "speaker": Speaker(name="Ana Koval", role="president", of="FRA"),
}


def condition(trigger: Trigger, quote: str, alternative: str | None = None) -> Condition:
    return Condition(
        kind=ConditionKind.EVENT, trigger=trigger, quote=quote, alternative=alternative
    )


def between(a: Statement, b: Statement, *, retells: bool, **second) -> list:
    reports = [report("a"), report("b", **({"published": "2025-01-11"} | second))]
    grouping = grouped(reports, {"b": "a"} if retells else None)
    return list(compare(reports, [a, b], grouping).aligned)


FUNDS = {"contribution": "funding", "object": "money"}
RETOLD = [
    ({"conditions": (AFTER_A_CEASEFIRE,)}, {}, "condition_dropped"),
    ({"act": Act.OFFER, "hedge": "is ready to"}, {}, "strength_raised"),
    ({}, {"act": Act.OFFER, "hedge": "could"}, "strength_lowered"),
    ({}, {"act": Act.REFUSAL}, "strength_lowered"),
    ({"act": Act.UNDECIDED}, {"act": Act.REFUSAL}, "strength_lowered"),
    (FUNDS | {"amounts": euros(5e8, bound=AmountBound.UP_TO)}, FUNDS | {"amounts": euros(5e8)}, "qualifier_dropped"),
    (FUNDS | {"amounts": euros(25, bound=AmountBound.RANGE, high=30)}, FUNDS | {"amounts": euros(30)}, "qualifier_dropped"),
    (FUNDS | {"amounts": euros(5e8)}, FUNDS | {"amounts": euros(9e8)}, "value_changed amount"),
    ({"when": DateRange(first=None, last="2035-12-31")}, {"when": DateRange(first=None, last="2032-12-31")}, "value_changed time"),
    ({"conditions": (AFTER_A_CEASEFIRE,)}, {"conditions": (condition(Trigger.END_OF_WAR, "after the war"),)}, "value_changed trigger"),
    ({"conditions": (AFTER_A_CEASEFIRE,)}, {"conditions": (condition(Trigger.ARMISTICE, "after the armistice"),)}, "translation_error"),
    ({"alternative": "a"}, {}, "disjunction_collapsed"),
    ({"place": Place(words="outside Mali", id="MLI", relation=PlaceRelation.OUTSIDE)}, {"place": Place(words="in Mali", id="MLI", relation=PlaceRelation.IN)}, "value_changed place"),
    ({"place": Place(words="outside Mali", id="MLI", relation=PlaceRelation.OUTSIDE)}, {}, "qualifier_dropped"),
    ({}, {"speaker": None, "attribution": Attribution.OWN_VOICE}, "attribution_dropped"),
    ({}, {"actor": state("PRT", "Portugal")}, "actor_changed"),
    (TWENTY_SIX, TWENTY_SIX | {"members": Members(count=35)}, "count_transferred"),
    (TWENTY_SIX, TWENTY_SIX | {"members": Members(count=26, of=26)}, "count_transferred"),
    (TWENTY_SIX, TWENTY_SIX | {"members": Members(count=28)}, "value_changed count"),
    ({"contribution": "demining.naval", "object": "minesweeping"}, {"contribution": "other", "object": "a search for ice"}, "translation_error"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "kind"), RETOLD)
def test_a_departure_in_a_retelling_is_a_distortion_of_its_kind(first, second, kind) -> None:
    found = between(told("a", **first), told("b", **second), retells=True)
    assert [(x.relation, f"{x.kind} {x.on}" if x.on else str(x.kind)) for x in found] == [
        (RelationKind.DISTORTS, kind)
    ]


@pytest.mark.parametrize(
    ("first", "second", "on"),
    [
        ({}, {"act": Act.REFUSAL}, "act"),
        (FUNDS | {"amounts": euros(5e8)}, FUNDS | {"amounts": euros(9e8)}, "amount"),
        ({"conditions": (AFTER_A_CEASEFIRE,)}, {"conditions": (condition(Trigger.END_OF_WAR, "after the war"),)}, "trigger"),
        (TWENTY_SIX, TWENTY_SIX | {"members": Members(count=28)}, "count"),
        ({"alternative": "a"}, {}, "contribution"),
        ({"when": DateRange(first=None, last="2035-12-31")}, {"when": DateRange(first=None, last="2032-12-31")}, "time"),
    ],
)  # fmt: skip
def test_between_independent_reports_of_one_day_it_is_a_contradiction(first, second, on) -> None:
    (found,) = between(told("a", **first), told("b", **second), retells=False)
    assert (found.relation, found.kind, found.on) == (RelationKind.CONTRADICTS, None, on)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FUNDS | {"amounts": (Amount(value=3e10, unit="NOK"),)}, FUNDS | {"amounts": (Amount(value=2.6e9, unit="EUR"),)}),
        (FUNDS | {"amounts": euros(1.58e9)}, FUNDS | {"amounts": euros(1.6e9, bound=AmountBound.ABOUT)}),
        ({"attribution": Attribution.QUOTE}, {"attribution": Attribution.INDIRECT}),
        ({"when": DateRange(first="2025-01-10", last="2025-01-16")}, {"when": DateRange(first="2025-01-11", last="2025-01-17")}),
        ({"speaker": Speaker(name=None, role=None, of="NOR")}, {"speaker": None, "attribution": Attribution.OWN_VOICE}),
        ({"refrain": True}, {"act": Act.REFUSAL}),
        (TWENTY_SIX, TWENTY_SIX | {"actor": ActorRef(id=None, name="26 countries", mention="26 countries")}),
    ],
)  # fmt: skip
def test_other_words_for_one_thing_are_the_same(first, second) -> None:
    for retells in (True, False):
        (found,) = between(told("a", **first), told("b", **second), retells=retells)
        assert found.relation is RelationKind.SAME


def test_a_later_change_in_the_actors_own_words_is_an_update() -> None:
    (found,) = between(
        told("a", Act.UNDECIDED), told("b", Act.PLEDGE), retells=False, published="2025-03-01"
    )
    assert found.relation is RelationKind.UPDATES


def test_a_later_claim_by_somebody_else_is_no_update() -> None:
    claim = told("b", Act.PLEDGE, speaker=Speaker(name="X", role=None, of="FRA"))
    (found,) = between(told("a", Act.REFUSAL), claim, retells=False, published="2025-03-01")
    assert found.relation is RelationKind.CONTRADICTS


def test_an_old_text_printed_again_without_its_date_is_stale() -> None:
    found = between(told("a"), told("b"), retells=True, published="2025-02-01")
    assert [x.kind for x in found] == [Distortion.STALE]
    dated = told("b", said_on=DateRange(first="2025-01-10", last="2025-01-10"))
    (found,) = between(told("a"), dated, retells=True, published="2025-02-01")
    assert found.relation is RelationKind.SAME


def test_several_faults_of_one_retelling_are_several_records_that_name_both_words() -> None:
    first = told("a", Act.OFFER, hedge="is ready to", conditions=(AFTER_A_CEASEFIRE,))
    second = told("b", speaker=None, attribution=Attribution.OWN_VOICE)
    found = between(first, second, retells=True)
    assert {str(x.kind) for x in found} == {
        "strength_raised", "condition_dropped", "attribution_dropped"
    }  # fmt: skip
    reasons = " ".join(x.reason for x in found)
    assert "is ready to" in reasons
    assert "after a ceasefire" in reasons
    assert "Ana Koval" in reasons


def test_one_of_two_alternative_conditions_kept_is_a_disjunction_collapsed() -> None:
    either = (
        condition(Trigger.CEASEFIRE, "after a ceasefire or a peace deal", "a"),
        condition(Trigger.PEACE_AGREEMENT, "after a ceasefire or a peace deal", "a"),
    )
    both = told("a", conditions=either)
    found = between(both, told("b", conditions=either[:1]), retells=True)
    assert [x.kind for x in found] == [Distortion.DISJUNCTION_COLLAPSED]


def test_many_for_26_is_a_vaguer_account_and_no_fault() -> None:
    vague = told("b", **(TWENTY_SIX | {"members": Members()}))
    exact = told("a", conditions=(AFTER_A_CEASEFIRE,), **TWENTY_SIX)
    (found,) = between(exact, vague, retells=True)
    assert found.relation is RelationKind.LESS_SPECIFIC


def test_a_condition_only_one_independent_report_has_is_more_or_less_said() -> None:
    with_it, without = told("a", conditions=(AFTER_A_CEASEFIRE,)), told("b")
    (found,) = between(with_it, without, retells=False)
    assert found.relation is RelationKind.LESS_SPECIFIC
    (found,) = between(told("a"), replace(with_it, id="s", report="b"), retells=False)
    assert found.relation is RelationKind.MORE_SPECIFIC


def test_two_states_with_one_sentence_are_not_one_position_between_independent_reports() -> None:
    assert between(told("a"), told("b", actor=state("PRT", "Portugal")), retells=False) == []


def test_a_pledge_to_one_recipient_is_not_the_pledge_to_another() -> None:
    first = told("a", contribution="funding", object="money", amounts=euros(5e6))
    second = told("b", contribution="funding", object="help", amounts=euros(9e6), recipient="SDN",
                  text="Oslo gives nine million to Sudan")  # fmt: skip
    both = [first, second, replace(first, id="s2", report="b")]
    reports = [report("a"), report("b")]
    found = compare(reports, both, grouped(reports, {"b": "a"})).aligned
    assert [(x.a, x.b, x.relation) for x in found] == [(first.id, "s2", RelationKind.SAME)]


def test_headline_and_body_are_both_held_against_the_one_statement() -> None:
    amount = euros(5e8, bound=AmountBound.UP_TO)
    one = told("a", contribution="funding", object="money", amounts=amount)
    body = told("b", contribution="funding", object="money", amounts=euros(5e8))
    headline = replace(body, id="headline", act=Act.DELIVERY)
    reports = [report("a"), report("b")]
    found = compare(reports, [one, body, headline], grouped(reports, {"b": "a"}))
    assert {x.b for x in found.aligned} == {body.id, "headline"}
    assert found.only == {"a": (), "b": ()}


def test_what_is_contradicted_is_not_listed_as_what_one_report_alone_has() -> None:
    reports = [report("a"), report("b")]
    alone = told("a", contribution="training", object="training")
    found = compare(reports, [told("a"), alone, told("b", Act.REFUSAL)], grouped(reports))
    assert found.only == {"a": (alone.id,), "b": ()}
    assert found.aligned[0].relation is RelationKind.CONTRADICTS


def test_without_a_grouping_the_texts_decide_whether_one_retells_the_other() -> None:
    first = told("a", conditions=(AFTER_A_CEASEFIRE,))
    same_text = [report("a"), report("b")]
    found = compare(same_text, [first, told("b")])
    assert found.aligned[0].kind is Distortion.CONDITION_DROPPED
    other = Report(id="b", text="Oslo dispatches a contingent, officials there confirmed.")
    found = compare([report("a"), other], [first, told("b")])
    assert found.aligned[0].relation is RelationKind.LESS_SPECIFIC


def test_the_retold_report_comes_first_even_if_it_is_dated_later() -> None:
    reports = [report("a", "2025-01-12"), report("b", "2025-01-11")]
    found = compare(reports, [told("a"), told("b")], grouped(reports, {"b": "a"}))
    assert [(x.a[:3], x.b[:3]) for x in found.aligned] == [("s-a", "s-b")]
