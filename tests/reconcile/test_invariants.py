"""What holds of every comparison and register, whatever is in them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reconcile.making import (
    AFTER_A_CEASEFIRE,
    NEIGHBOUR,
    PRIME_MINISTER,
    euros,
    grouped,
    register,
    report,
    state,
    told,
)

from onrecord.model.report import Report
from onrecord.model.statement import ActorRef, Members, Statement
from onrecord.model.vocabulary import Act, Attribution, RelationKind
from onrecord.reconcile import compare

REPORTS = ("a", "b", "c", "d")
ACTORS = (
    state("NOR", "Norway"), state("FRA", "France"), ActorRef(id="EU", name="European Union", mention="Brussels"),
    ActorRef(id="COALITION", name="coalition of the willing", mention="26 countries"),
    ActorRef(id=None, name="some countries", mention="some countries"),
)  # fmt: skip


@st.composite
def statements(draw: st.DrawFn) -> list[Statement]:
    made = []
    for number in range(draw(st.integers(0, 9))):
        actor = draw(st.sampled_from(ACTORS))
        collective = actor.id in (None, "COALITION")
        made.append(
            told(
                draw(st.sampled_from(REPORTS)), draw(st.sampled_from(list(Act))), id=f"s{number}", actor=actor,
                contribution=draw(st.sampled_from(["troops", "troops.land", "funding", "other", "guarantee"])),
                object=draw(st.sampled_from(["troops", "money", None])), recipient=draw(st.sampled_from(["MLI", None])),
                members=Members(count=draw(st.sampled_from([None, 10, 26]))) if collective else None,
                amounts=draw(st.sampled_from([(), euros(5e6), euros(9e6)])), refrain=draw(st.booleans()),
                conditions=draw(st.sampled_from([(), (AFTER_A_CEASEFIRE,)])), speaker=draw(st.sampled_from([PRIME_MINISTER, NEIGHBOUR, None])),
                attribution=draw(st.sampled_from(list(Attribution))),
            )
        )  # fmt: skip
    return made


DAYS = st.lists(
    st.sampled_from(["2025-01-10", "2025-01-11", "2025-03-01", "--01-10", None]),
    min_size=len(REPORTS), max_size=len(REPORTS),
)  # fmt: skip
RETELLINGS = st.sampled_from([None, {"b": "a"}, {"b": "a", "c": "b"}, {"d": "c"}])


def dated(days: list[str | None]) -> list[Report]:
    return [report(r, day) for r, day in zip(REPORTS, days, strict=True)]


@settings(max_examples=60, deadline=None)
@given(statements(), DAYS, RETELLINGS, st.randoms(use_true_random=False))
def test_the_register_does_not_depend_on_the_order_of_what_comes_in(
    made, days, retells, random
) -> None:
    reports = dated(days)
    first = register(reports, made, retells)
    shuffled_reports, shuffled = list(reports), list(made)
    random.shuffle(shuffled_reports)
    random.shuffle(shuffled)
    second = register(shuffled_reports, shuffled, retells)
    assert second.commitments == first.commitments
    assert second.disagreements == first.disagreements
    assert second.collectives == first.collectives
    assert second.only == first.only


@settings(max_examples=60, deadline=None)
@given(statements(), DAYS, RETELLINGS)
def test_nothing_told_is_lost_and_folding_twice_is_folding_once(made, days, retells) -> None:
    first = register(dated(days), made, retells)
    lines = [s for c in first.commitments for s in c.statements]
    assert sorted(lines) == sorted(s.id for s in made)
    assert len({c.id for c in first.commitments}) == len(first.commitments)
    assert len({d.id for d in first.disagreements}) == len(first.disagreements)
    assert all(c.positions and set(p.statements) <= set(c.statements) for c in first.commitments for p in c.positions)  # fmt: skip
    assert register(list(first.reports), list(first.statements), retells) == first


@settings(max_examples=60, deadline=None)
@given(statements(), DAYS, RETELLINGS)
def test_no_position_has_more_sources_than_there_are_origins(made, days, retells) -> None:
    found = register(dated(days), made, retells)
    origins = {m.origin for m in found.grouping.memberships}
    for commitment in found.commitments:
        assert set(commitment.origins) <= origins
        for position in commitment.positions:
            assert len(set(position.origins)) == len(position.origins)
            assert set(position.origins) <= origins


@settings(max_examples=60, deadline=None)
@given(statements(), st.booleans())
def test_a_copy_says_the_same_and_has_nothing_of_its_own(made, retells) -> None:
    mine = [replace(s, report="a") for s in made]
    copy = [replace(s, id=s.id + "-copy", report="b") for s in mine]
    reports = [report("a"), report("b")]
    found = compare(reports, [*mine, *copy], grouped(reports, {"b": "a"} if retells else None))
    assert found.only == {"a": (), "b": ()}
    assert {x.relation for x in found.aligned} <= {RelationKind.SAME}
