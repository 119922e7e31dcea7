"""Stories: one event across outlets; like events apart."""

from __future__ import annotations

from onrecord.collect import prepare
from onrecord.group import group
from onrecord.model.grouping import Grouping
from onrecord.model.report import Report

QUAKE = {
    "quake-a": (
        "2025-05-12",
        "A strong earthquake struck the Tarvola region before dawn on Monday, killing at least 41 people. "
        "The mayor of Ostrana, Lena Virtas, said the old hospital had collapsed. Rescue teams with dogs searched "
        "the ruins of two schools in Ostrana. The tremor had a magnitude of 6.4, the seismic institute in Belmar said. "
        "Aftershocks were felt as far as Port Azul.",
    ),
    "quake-b": (
        "2025-05-12",
        "At least 41 dead and hundreds hurt: that is the toll so far of the 6.4 quake which shook Tarvola. "
        "Nurses carried patients out of the hospital in Ostrana before its roof came down, Virtas told reporters. "
        "\"We dig with our hands,\" said a fireman. Schools stay closed and the army is bringing tents.",
    ),
    "quake-c": (
        "2025-05-13",
        "The death toll in Tarvola has risen to 58. Survivors in Ostrana spent a second night outdoors as aftershocks "
        "went on. Mayor Lena Virtas appealed for blankets and blood. Neighbouring countries have sent search dogs.",
    ),
}  # fmt: skip
SUMMITS = {
    "lisbon-a": (
        "2025-06-02",
        "Leaders of twelve fishing nations meeting in Lisbon agreed to cut the tuna quota by a tenth. Portugal's prime "
        "minister, Rui Sampaio, called it a hard bargain. Norway and Iceland voted against the quota.",
    ),
    "lisbon-b": (
        "2025-06-02",
        "The tuna quota falls by ten percent next year after a night of talks in Lisbon. Host Rui Sampaio of Portugal got "
        "twelve fishing nations to sign; Iceland and Norway did not vote for it.",
    ),
    "hobart-a": (
        "2025-06-05",
        "Leaders of nine fishing nations meeting in Hobart put off a decision on the krill quota. Australia's minister "
        "Kate Morrow said the fleets of Chile and Korea wanted more time. A new round is set for Valparaiso.",
    ),
    "hobart-b": (
        "2025-06-05",
        "No krill deal in Hobart: nine fishing nations go home without a quota. Korea and Chile blocked it, said Kate "
        "Morrow of Australia, who chaired. They will meet again in Valparaiso.",
    ),
}  # fmt: skip


LATER = {
    "later-a": (
        "2026-05-20",
        "A year after the great quake the earth shook again in Tarvola. Two bridges near Ostrana are closed after a tremor "
        "of 5.1 on Wednesday, said the new mayor, Igor Salt. Nobody was killed; nine people were treated for cuts.",
    ),
    "later-b": (
        "2026-05-20",
        "Nine hurt as a 5.1 tremor rattles Ostrana. Igor Salt, mayor since January, had two bridges closed until engineers "
        "have looked at them. Tarvola is still rebuilding after last year's disaster.",
    ),
}  # fmt: skip


def grouped(*named: dict[str, tuple[str | None, str]]) -> Grouping:
    given = {i: pair for each in named for i, pair in each.items()}
    return group([prepare(Report(id=i, text=t, published=p)) for i, (p, t) in given.items()])


def stories(grouping: Grouping) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for membership in grouping.memberships:
        found.setdefault(membership.story, set()).add(membership.report)
    return {frozenset(members) for members in found.values()}


def test_reports_of_one_event_by_several_outlets_are_one_story() -> None:
    found = grouped(
        QUAKE,
        {"sport": ("2025-05-12", "Rovers beat United 3-1 in the cup at Marsh Lane on Monday.")},
    )
    assert stories(found) == {frozenset(QUAKE), frozenset({"sport"})}


def test_two_summits_of_one_kind_are_two_stories() -> None:
    assert stories(grouped(SUMMITS)) == {
        frozenset({"lisbon-a", "lisbon-b"}),
        frozenset({"hobart-a", "hobart-b"}),
    }


def test_the_same_kind_of_event_a_year_later_is_another_story() -> None:
    assert stories(grouped(QUAKE, LATER)) == {frozenset(QUAKE), frozenset(LATER)}


def test_reports_without_any_date_are_grouped_by_what_they_say() -> None:
    undated = {i: (None, t) for i, (_, t) in {**QUAKE, **SUMMITS}.items()}
    found = stories(grouped(undated))
    assert any({"quake-a", "quake-b"} <= story for story in found)
    assert not any({"quake-a", "lisbon-a"} <= story for story in found)


def test_each_report_of_a_story_says_which_words_tie_it_to_the_others() -> None:
    reasons = {m.report: m.reasons[0] for m in grouped(QUAKE).memberships}
    assert {r.code for r in reasons.values()} == {"story"}
    assert all(0 < (r.score or 0) <= 1 for r in reasons.values())
    assert "ostrana" in reasons["quake-a"].detail
    assert "virta" in reasons["quake-b"].detail


def test_a_copy_printed_weeks_later_stays_in_its_story() -> None:
    stale = {"stale": ("2025-06-20", QUAKE["quake-a"][1])}
    assert {"stale", "quake-a"} <= next(s for s in stories(grouped(QUAKE, stale)) if "stale" in s)
