"""The grouping as a whole: total, the same in any order and in any batches; people's rulings kept."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.group.drawer import Drawer

from onrecord.group import Grouper, group
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.grouping import Grouping
from onrecord.model.report import Report

PLACES = ["Ostrana", "Kelmar", "Sund", "Belmar", "Tarvola", "Lindow"]
THINGS = ["ferries", "doctors", "tents", "radar", "grain", "turbines", "minesweepers", "vaccines"]
VERBS = ["sends", "refuses", "promises", "delivers", "cancels", "offers"]


def text(seed: int, sentences: int = 8) -> str:
    drawn = random.Random(seed)
    places, things = drawn.sample(PLACES, 2), drawn.sample(THINGS, 3)
    return " ".join(
        f"{drawn.choice(places)} {drawn.choice(VERBS)} {drawn.randint(2, 900)} {drawn.choice(things)} "
        f"to {drawn.choice(places)} for the {drawn.choice(['harbour', 'border', 'school', 'dike'])} said minister "
        f"{'ABCDEFGH'[drawn.randint(0, 7)]}ren Mol{drawn.choice(['da', 'va', 'ke'])}."
        for _ in range(sentences)
    )


DRAWN = st.lists(
    st.tuples(st.integers(0, 4), st.integers(3, 8), st.integers(0, 12), st.booleans()),
    min_size=1,
    max_size=10,
)


def made(drawn: list[tuple[int, int, int, bool]]) -> list[Report]:
    return [
        Report(
            id=f"r{n:02}", text=text(seed, sentences), credit="Reuters" if wired else None,
            published=None if day == 12 else "--03-04" if day == 11 else f"2025-03-{day + 1:02}",
        )
        for n, (seed, sentences, day, wired) in enumerate(drawn)
    ]  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=DRAWN, order=st.randoms(use_true_random=False), size=st.integers(1, 4))
def test_any_order_and_any_batches_end_in_the_same_grouping(
    drawn, order: random.Random, size: int
) -> None:
    reports = made(drawn)
    expected = group(reports)
    shuffled = list(reports)
    order.shuffle(shuffled)
    grouper = Grouper()
    held = {}
    for at in range(0, len(shuffled), size):
        changes = grouper.add(shuffled[at : at + size])
        held |= {m.report: m for m in changes.memberships}
    assert grouper.grouping() == expected
    assert held == {m.report: m for m in expected.memberships}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=DRAWN, order=st.randoms(use_true_random=False), size=st.integers(1, 4))
def test_what_was_saved_is_gone_on_with_in_any_order(
    drawn, order: random.Random, size: int
) -> None:
    reports = made(drawn)
    shuffled = list(reports)
    order.shuffle(shuffled)
    shelf = Drawer()
    held = {}
    for at in range(0, len(shuffled), size):
        grouper = Grouper(shelf)
        changes = grouper.add(shuffled[at : at + size])
        held |= {m.report: m for m in changes.memberships}
        grouper.save(shelf)
    assert Grouper(shelf).grouping() == group(reports)
    assert held == {m.report: m for m in group(reports).memberships}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=DRAWN, at=st.integers(0, 9), day=st.sampled_from(["2025-03-01", "2025-05-09"]))
def test_a_report_with_another_date_is_grouped_as_if_it_always_had_it(drawn, at: int, day) -> None:
    reports = made(drawn)
    at %= len(reports)
    dated = [*reports[:at], replace(reports[at], published=day), *reports[at + 1 :]]
    shelf = Drawer()
    grouper = Grouper(shelf)
    grouper.add(reports)
    grouper.save(shelf)
    grouper = Grouper(shelf)
    grouper.add(dated[at : at + 1])
    assert grouper.grouping() == group(dated)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=DRAWN)
def test_every_report_stands_in_one_copyset_one_story_and_one_origin(drawn) -> None:
    reports = made(drawn)
    found = group(reports)
    assert sorted(m.report for m in found.memberships) == sorted(r.id for r in reports)
    at = {m.report: m for m in found.memberships}
    for m in found.memberships:
        if m.retells:
            assert at[m.retells].origin == m.origin
            assert at[m.retells].story == m.story
            assert any(r.code != "story" for r in m.reasons)
    for one in reports:
        for other in reports:
            same_text = one.text == other.text
            assert not same_text or at[one.id].copyset == at[other.id].copyset
            together = at[one.id].copyset == at[other.id].copyset
            assert not together or at[one.id].story == at[other.id].story


def test_nothing_new_changes_nothing() -> None:
    reports = made([(n, 8, n, False) for n in range(5)])
    grouper = Grouper()
    grouper.add(reports)
    again = grouper.add(reports)
    assert again.memberships == again.renamed == ()
    assert group([]) == Grouping(memberships=())


def test_ids_stay_when_later_reports_come_and_a_merge_is_told() -> None:
    whole = text(1, 12)
    grouper = Grouper()
    grouper.add([Report(id="b", text=whole, published="2025-03-05")])
    before = grouper.grouping().of("b")
    grouper.add([Report(id="c", text=whole, published="2025-03-06")])
    assert grouper.grouping().of("b") == before
    changes = grouper.add([Report(id="a", text=whole, published="2025-03-04")])
    now = grouper.grouping().of("b")
    assert {
        (before.copyset, now.copyset),
        (before.story, now.story),
        (before.origin, now.origin),
    } == {(r.old, r.new) for r in changes.renamed}


def decision(number: int, kind: DecisionKind, target: str, value: str | None = None) -> Decision:
    return Decision(
        id=f"d{number}", kind=kind, target=target, value=value, by="x", at="2025-03-09", why=""
    )


JOIN, SPLIT, UNDO = DecisionKind.JOIN_STORIES, DecisionKind.SPLIT_STORY, DecisionKind.UNDO


@pytest.fixture
def reports() -> list[Report]:
    first = text(1, 12)
    second = "The orchestra of Vilna played Mahler in the rain while two hundred listeners held umbrellas over the harps."
    return [
        Report(id="a", text=first, published="2025-03-04"), Report(id="b", text=first, published="2025-03-05"),
        Report(id="c", text=second, published="2025-03-04"),
    ]  # fmt: skip


def together(reports: list[Report], *decisions: Decision) -> set[frozenset[str]]:
    stories: dict[str, set[str]] = {}
    for membership in group(reports, decisions=decisions).memberships:
        stories.setdefault(membership.story, set()).add(membership.report)
    return {frozenset(s) for s in stories.values()}


def test_people_join_and_split_stories_and_take_it_back(reports: list[Report]) -> None:
    apart = {frozenset("ab"), frozenset("c")}
    joined = {frozenset("abc")}
    join = decision(1, JOIN, "b", "c")
    assert together(reports) == apart
    assert together(reports, join) == joined
    assert together(reports, join, decision(2, SPLIT, "c")) == apart
    assert together(reports, join, decision(2, SPLIT, "c", "a")) == apart
    assert together(reports, join, decision(2, UNDO, "d1")) == apart
    assert together(reports, join, decision(2, SPLIT, "c"), decision(3, JOIN, "c", "a")) == joined
    assert together(reports, decision(1, SPLIT, "b")) == apart, "copies go together"
    assert together(reports, decision(1, JOIN, "b", "gone"), decision(2, SPLIT, "gone")) == apart


def test_a_ruling_may_name_stories_and_holds_when_reports_come_in_later(
    reports: list[Report],
) -> None:
    story = {m.report: m.story for m in group(reports).memberships}
    join = decision(1, JOIN, story["a"], story["c"])
    assert together(reports, join) == {frozenset("abc")}
    grouper = Grouper()
    for each in reversed(reports):
        grouper.add([each], decisions=[join])
    assert grouper.grouping() == group(reports, decisions=[join])
    grouper.add(decisions=[join, decision(2, UNDO, "d1")])
    assert grouper.grouping() == group(reports)


def test_a_ruling_on_stories_holds_where_each_report_comes_in_a_run_of_its_own(
    reports: list[Report],
) -> None:
    story = {m.report: m.story for m in group(reports).memberships}
    join = decision(1, JOIN, story["a"], story["c"])
    shelf = Drawer()
    for each in reversed(reports):
        grouper = Grouper(shelf)
        grouper.add([each], decisions=[join])
        grouper.save(shelf)
    assert Grouper(shelf).grouping() == group(reports, decisions=[join])
    grouper = Grouper(shelf)
    grouper.add(decisions=[join, decision(2, UNDO, "d1")])
    grouper.save(shelf)
    assert Grouper(shelf).grouping() == group(reports)
