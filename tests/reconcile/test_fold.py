"""The policy of positions as a table of cases (docs/explanation/positions.md)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reconcile.making import (
    AFTER_A_CEASEFIRE,
    NEIGHBOUR,
    euros,
    register,
    report,
    state,
    told,
)

from onrecord.model.decision import Decision, DecisionKind, Occurrence
from onrecord.model.statement import (
    ActorRef,
    Amount,
    Condition,
    DateRange,
    Members,
    Speaker,
    Statement,
)
from onrecord.model.vocabulary import (
    Act,
    Attribution,
    ConditionKind,
    CountBound,
    RelationKind,
    State,
    Trigger,
)

QUOTE = {"attribution": Attribution.QUOTE}
UNNAMED = {"attribution": Attribution.ANONYMOUS, "speaker": Speaker(name=None, role="an official", of="NOR")}  # fmt: skip
ANOTHERS = {"speaker": NEIGHBOUR}
LATER = "2025-03-01"


@pytest.mark.parametrize(
    ("statements", "act", "mark", "sources"),
    [
        ([("a", Act.PLEDGE, {})], Act.PLEDGE, State.PROMISED, 1),
        ([("a", Act.PLEDGE, {"refrain": True})], Act.PLEDGE, State.REFUSED, 1),
        ([("a", Act.OFFER, {"conditions": (AFTER_A_CEASEFIRE,)})], Act.OFFER, State.CONDITIONAL, 1),
        ([("a", Act.REFUSAL, {"conditions": (AFTER_A_CEASEFIRE,)})], Act.REFUSAL, State.REFUSED, 1),
        ([("a", Act.UNDECIDED, {})], Act.UNDECIDED, State.CONSIDERING, 1),
        ([("a", Act.REQUEST, {})], Act.REQUEST, State.REQUESTED, 1),
        ([("a", Act.REJECTION, {})], Act.REJECTION, State.REJECTED, 1),
        # Independent origins that agree are counted, those that don't make it disputed.
        ([("a", Act.PLEDGE, {}), ("b", Act.PLEDGE, {})], Act.PLEDGE, State.PROMISED, 2),
        ([("a", Act.REFUSAL, {}), ("b", Act.PLEDGE, {})], Act.REFUSAL, State.DISPUTED, 1),
        # The word nearest to the actor leads, whatever it says.
        ([("a", Act.REFUSAL, {}), ("b", Act.PLEDGE, QUOTE)], Act.PLEDGE, State.DISPUTED, 1),
        ([("a", Act.REFUSAL, UNNAMED), ("b", Act.PLEDGE, {})], Act.PLEDGE, State.DISPUTED, 1),
        ([("a", Act.REFUSAL, ANOTHERS), ("b", Act.PLEDGE, UNNAMED)], Act.PLEDGE, State.DISPUTED, 1),
        # Of equal words the one that more origins have, then the weaker act.
        ([("a", Act.REFUSAL, {}), ("b", Act.PLEDGE, {}), ("c", Act.PLEDGE, {})], Act.PLEDGE, State.DISPUTED, 2),
        ([("a", Act.OFFER, {}), ("b", Act.INTENTION, {})], Act.OFFER, State.DISPUTED, 1),
        # What one report leaves open beside a firmer act is the extent, not the act.
        ([("a", Act.PLEDGE, {}), ("a", Act.UNDISCLOSED, {})], Act.PLEDGE, State.PROMISED, 1),
        ([("a", Act.PLEDGE, {}), ("a", Act.UNDECIDED, QUOTE)], Act.PLEDGE, State.PROMISED, 1),
        ([("a", Act.UNDISCLOSED, {})], Act.UNDISCLOSED, State.UNDISCLOSED, 1),
    ],
)  # fmt: skip
def test_positions_of_one_day(statements, act, mark, sources) -> None:
    reports = [report(r) for r in dict.fromkeys(s[0] for s in statements)]
    found = register(reports, [told(r, a, **more) for r, a, more in statements])
    (commitment,) = found.commitments
    (position,) = commitment.positions
    assert (position.act, position.state, len(position.origins)) == (act, mark, sources)


@pytest.mark.parametrize(
    ("before", "after", "acts", "mark"),
    [
        # The actor's own later word changes the position; both stay.
        ({"act": Act.UNDECIDED}, {"act": Act.REFUSAL}, [Act.UNDECIDED, Act.REFUSAL], State.REFUSED),
        ({"act": Act.REFUSAL} | QUOTE, {"act": Act.PLEDGE}, [Act.REFUSAL, Act.PLEDGE], State.PROMISED),
        # What an unnamed source or somebody else says of it later does not.
        ({"act": Act.REFUSAL}, {"act": Act.PLEDGE} | ANOTHERS, [Act.REFUSAL], State.DISPUTED),
        ({"act": Act.REFUSAL}, {"act": Act.PLEDGE} | UNNAMED, [Act.REFUSAL], State.DISPUTED),
        ({"act": Act.REFUSAL}, {"act": Act.REFUSAL} | ANOTHERS, [Act.REFUSAL], State.REFUSED),
        # It may replace another such claim, once some days have passed.
        ({"act": Act.REFUSAL} | ANOTHERS, {"act": Act.PLEDGE} | ANOTHERS, [Act.REFUSAL, Act.PLEDGE], State.PROMISED),
        # Told again, or left open: no change.
        ({}, {}, [Act.PLEDGE], State.PROMISED),
        ({}, {"act": Act.UNDISCLOSED}, [Act.PLEDGE], State.PROMISED),
        # A restated amount is not new money; another total is another position; nothing is summed.
        ({"amounts": euros(5e6)}, {"amounts": euros(5e6)}, [Act.PLEDGE], State.PROMISED),
        ({"amounts": euros(5e6)}, {"amounts": (Amount(value=5.5e6, unit="USD"),)}, [Act.PLEDGE], State.PROMISED),
        ({"amounts": euros(5e6)}, {"amounts": euros(9e6)}, [Act.PLEDGE, Act.PLEDGE], State.PROMISED),
    ],
)  # fmt: skip
def test_positions_over_time_between_stories(before, after, acts, mark) -> None:
    found = register(
        [report("a"), report("b", LATER)],
        [told("a", **before), told("b", **after)],
        stories={"a": "january", "b": "march"},
    )
    (commitment,) = found.commitments
    assert [p.act for p in commitment.positions] == acts
    assert commitment.current.state is mark
    updates = [d for d in found.disagreements if d.relation is RelationKind.UPDATES]
    assert len(updates) == len(acts) - 1
    assert set(commitment.statements) == {s.id for s in found.statements}


def test_reports_of_one_event_printed_a_day_apart_dispute_and_do_not_change_it() -> None:
    found = register(
        [report("a"), report("b", "2025-01-11")], [told("a", Act.REFUSAL), told("b", Act.PLEDGE)]
    )
    (commitment,) = found.commitments
    assert [p.state for p in commitment.positions] == [State.DISPUTED]
    assert commitment.current.since == "2025-01-10"


def test_the_day_is_the_one_on_which_it_was_said() -> None:
    said = DateRange(first="2025-01-03", last="2025-01-03")
    found = register([report("a")], [told("a", said_on=said)])
    assert found.commitments[0].current.since == "2025-01-03"


def test_the_actors_own_text_goes_before_a_quotation() -> None:
    release = report("a", outlet="Government of Norway")
    found = register([release, report("b")], [told("a", Act.OFFER), told("b", Act.PLEDGE, **QUOTE)])
    assert found.commitments[0].current.act is Act.OFFER
    paper = report("a", outlet="Norway Post")
    found = register([paper, report("b")], [told("a", Act.OFFER), told("b", Act.PLEDGE, **QUOTE)])
    assert found.commitments[0].current.act is Act.PLEDGE


# -- retellings ------------------------------------------------------------------------------------


def test_a_retelling_is_never_a_second_source() -> None:
    found = register([report("a"), report("b", "2025-01-11")], [told("a"), told("b")], {"b": "a"})
    (commitment,) = found.commitments
    assert commitment.origins == ("a",)
    assert commitment.current.origins == ("a",)
    assert commitment.reports == ("a", "b")


def test_a_distorted_retelling_makes_no_line_no_position_and_no_second_witness() -> None:
    first = told("a", contribution="demining.naval", object="minesweeping")
    garbled = told("b", contribution="other", object="search for ice")
    found = register([report("a"), report("b", LATER)], [first, garbled], {"b": "a"})
    (commitment,) = found.commitments
    assert commitment.contribution == "demining.naval"
    assert len(commitment.positions) == 1
    assert commitment.current.origins == ("a",)
    kinds = {(d.relation, str(d.kind)) for d in found.disagreements}
    assert (RelationKind.DISTORTS, "translation_error") in kinds


def test_a_fault_that_copies_repeat_is_shown_against_the_first_teller_alone() -> None:
    reports = [report("a"), report("b", "2025-01-10"), report("c", "2025-01-11")]
    statements = [told("a", Act.OFFER), told("b", Act.OFFER), told("c", Act.PLEDGE)]
    found = register(reports, statements, {"b": "a", "c": "b"})
    assert [(d.a, d.b) for d in found.disagreements] == [(statements[0].id, statements[2].id)]


def test_two_origins_contradict_each_other_once_however_many_repeat_them() -> None:
    reports = [report(r) for r in "abcd"]
    statements = [told("a", Act.OFFER), told("b", Act.OFFER), told("c", Act.REFUSAL), told("d", Act.REFUSAL)]  # fmt: skip
    found = register(reports, statements, {"b": "a", "d": "c"})
    assert [d.relation for d in found.disagreements] == [RelationKind.CONTRADICTS]


# -- lines -----------------------------------------------------------------------------------------


def test_one_line_for_one_position_from_ten_reports() -> None:
    reports = [report(f"r{i}") for i in range(10)]
    statements = [told(r.id, recipient="MLI" if i % 3 else None) for i, r in enumerate(reports)]
    (commitment,) = register(reports, statements).commitments
    assert commitment.recipient == "MLI"
    assert len(commitment.current.origins) == 10


def test_where_the_story_knows_two_recipients_none_is_guessed() -> None:
    statements = [
        told("a"), told("a", id="s2", recipient="SDN"), told("b", id="s3", recipient=None)
    ]  # fmt: skip
    found = register([report("a"), report("b")], statements)
    assert {c.recipient for c in found.commitments} == {"MLI", "SDN", None}


def test_the_id_of_a_line_does_not_depend_on_how_many_reports_tell_of_it() -> None:
    one = register([report("a")], [told("a")]).commitments[0].id
    two = register([report("a"), report("b")], [told("a"), told("b", Act.REFUSAL)])
    assert [c.id for c in two.commitments] == [one]


def test_unlike_things_without_a_code_are_different_lines() -> None:
    statements = [
        told("a", contribution="other", object="act as trustee"),
        told("b", contribution="other", object="host the next round"),
    ]
    assert len(register([report("a"), report("b")], statements).commitments) == 2


# -- conditions ------------------------------------------------------------------------------------


def happened(trigger: Trigger, on: str = "2025-02-01") -> Occurrence:
    return Occurrence(id="o", trigger=trigger, on=on, report=None, note="")


def after(trigger: Trigger, **more) -> Condition:
    return Condition(kind=ConditionKind.EVENT, trigger=trigger, quote=f"after {trigger}", **more)


@pytest.mark.parametrize(
    ("conditions", "occurrence", "mark"),
    [
        ((after(Trigger.CEASEFIRE),), happened(Trigger.CEASEFIRE), State.PROMISED),
        ((after(Trigger.CEASEFIRE),), happened(Trigger.PEACE_AGREEMENT), State.CONDITIONAL),
        ((after(Trigger.CEASEFIRE),), happened(Trigger.CEASEFIRE, "2024-06-01"), State.CONDITIONAL),
        ((after(Trigger.CEASEFIRE, negated=True),), happened(Trigger.CEASEFIRE), State.CONDITIONAL),
        ((after(Trigger.CEASEFIRE), after(Trigger.ATTACK)), happened(Trigger.CEASEFIRE), State.CONDITIONAL),
        ((after(Trigger.CEASEFIRE, alternative="a"), after(Trigger.ATTACK, alternative="a")), happened(Trigger.CEASEFIRE), State.PROMISED),
    ],
)  # fmt: skip
def test_a_promise_waits_until_its_trigger_has_happened(conditions, occurrence, mark) -> None:
    statements = [told("a", conditions=conditions)]
    found = register([report("a")], statements, occurrences=(occurrence,))
    assert found.commitments[0].current.state is mark


def test_as_of_an_earlier_day_later_reports_and_events_are_not_known() -> None:
    reports = [report("a"), report("b", LATER)]
    statements = [told("a", conditions=(AFTER_A_CEASEFIRE,)), told("b", Act.REFUSAL)]
    found = register(
        reports, statements, occurrences=(happened(Trigger.CEASEFIRE),), as_of="2025-01-31"
    )
    assert [c.current.state for c in found.commitments] == [State.CONDITIONAL]
    assert [r.id for r in found.reports] == ["a"]


# -- collectives -----------------------------------------------------------------------------------


def claim(report_id: str = "a", *, members: Members | None = None) -> Statement:
    return told(
        report_id, id=f"claim-{report_id}", speaker=NEIGHBOUR,
        actor=ActorRef(id="COALITION", name="coalition of the willing", mention="26 countries"),
        members=members or Members(count=26, of=35),
    )  # fmt: skip


def of(actor: str, act: Act, **more) -> Statement:
    return told("a", act, id=f"s-{actor}", actor=state(actor, actor), **more)


def test_a_collectives_claim_is_held_against_what_its_members_say_themselves() -> None:
    statements = [
        claim(members=Members(count=26, of=35, named=("NOR", "DNK"))),
        of("NOR", Act.REFUSAL), of("FRA", Act.OFFER), of("ITA", Act.REFUSAL),
    ]  # fmt: skip
    found = register([report("a")], statements)
    (whole,) = found.collectives
    assert (whole.claimed, whole.of) == (26, 35)
    assert whole.named == ("DNK", "FRA", "NOR")
    assert whole.refusing == ("ITA", "NOR")
    assert (whole.unnamed_low, whole.unnamed_high) == (23, 24)
    marks = {c.actor: c.current.state for c in found.commitments}
    assert marks["NOR"] is State.REFUSED
    assert marks["COALITION"] is State.PROMISED


def test_refusing_the_wider_thing_refuses_the_part_and_not_the_other_way_round() -> None:
    part = replace(claim(), contribution="troops.land")
    (whole,) = register([report("a")], [part, of("ITA", Act.REFUSAL)]).collectives
    assert whole.refusing == ("ITA",)
    narrow = of("ITA", Act.REFUSAL, contribution="troops.land")
    (whole,) = register([report("a")], [claim(), narrow]).collectives
    assert whole.refusing == ()


def test_bounds_of_a_count_that_is_itself_a_bound() -> None:
    at_least = Members(count=26, bound=CountBound.AT_LEAST, named=("NOR",))
    (whole,) = register([report("a")], [claim(members=at_least)]).collectives
    assert (whole.unnamed_low, whole.unnamed_high) == (25, None)


def test_when_every_member_is_named_no_state_of_a_like_position_is_added() -> None:
    two = Members(count=2, named=("DNK", "NOR"))
    (whole,) = register([report("a")], [claim(members=two), of("FRA", Act.OFFER)]).collectives
    assert whole.named == ("DNK", "NOR")
    assert (whole.unnamed_low, whole.unnamed_high) == (0, 0)


# -- decisions, weights, purity --------------------------------------------------------------------


def decision(decision_id: str, kind: DecisionKind, target: str) -> Decision:
    return Decision(id=decision_id, kind=kind, target=target, value=None, by="x", at="", why="")


def test_a_rejected_statement_stays_out_whatever_is_read_anew_until_it_is_undone() -> None:
    out = decision("1", DecisionKind.REJECT_STATEMENT, told("a").id)
    undo = decision("2", DecisionKind.UNDO, "1")
    assert register([report("a")], [told("a")], decisions=(out,)).commitments == ()
    assert len(register([report("a")], [told("a")], decisions=(out, undo)).commitments) == 1


def test_what_would_change_the_register_more_weighs_more() -> None:
    reports = [report("a"), report("b")]
    turned = register(reports, [told("a"), told("b", Act.REFUSAL)]).disagreements[0]
    softened = register(reports, [told("a"), told("b", Act.INTENTION)]).disagreements[0]
    assert turned.weight > softened.weight
    third = [*reports, report("c")]
    wider = register(third, [told("a"), told("b", Act.REFUSAL), told("c")]).disagreements[0]
    assert wider.weight > turned.weight


def test_only_is_given_for_stories_of_several_reports() -> None:
    alone = told("b", contribution="training", object="training")
    statements = [told("a"), told("b"), alone, told("c", contribution="logistics", object="bases")]
    found = register([report("a"), report("b"), report("c")], statements, stories={"c": "another"})
    assert found.only == {"a": (), "b": (alone.id,)}
