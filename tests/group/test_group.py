import random
from pathlib import Path

from onrecord.collect import prepare
from onrecord.evaluate.gold import load_golds
from onrecord.group import group
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.report import Report

WIRE = (
    "The ministers of nine states agreed on Tuesday to send a police mission to Port Azul. "
    "The mission will have 400 officers and begin in March. Kenya offered to lead it, its foreign minister said. "
    "Brazil refused to take part and called for an election first. The port has been under siege since January. "
)


def report(report_id: str, text: str, published: str = "2025-02-04", **more: str) -> Report:
    return prepare(Report(id=report_id, text=text, published=published, **more))


def member(grouping, report_id: str):
    return grouping.of(report_id)


def test_a_copy_an_abridgement_and_another_event() -> None:
    reports = [
        report("a", WIRE), report("b", WIRE, "2025-02-05"), report("c", WIRE[: len(WIRE) * 2 // 3], "2025-02-05"),
        report("d", "A volcano on the island of Tora erupted on Tuesday and 3,000 people left their homes by boat."),
    ]  # fmt: skip
    found = group(reports)
    assert {member(found, i).copyset for i in "abc"} == {member(found, "a").copyset}
    assert member(found, "b").retells == "a"
    assert member(found, "b").origin == member(found, "a").origin
    assert member(found, "d").story != member(found, "a").story
    assert all(m.reasons for m in found.memberships if m.retells)


def test_order_of_the_input_changes_nothing(root: Path) -> None:
    reports = [prepare(g.report) for g in load_golds([root / "tests" / "gold"])]
    first = group(reports)
    random.Random(1).shuffle(reports)
    second = group(reports)
    assert {m.report: m for m in first.memberships} == {m.report: m for m in second.memberships}


def test_retellings_share_an_origin_and_independent_reports_do_not(root: Path) -> None:
    reports = [prepare(g.report) for g in load_golds([root / "tests" / "gold"])]
    origin = {m.report: m.origin for m in group(reports).memberships}
    retold = [
        ("dev-001", "dev-002"), ("dev-004", "dev-005"), ("dev-004", "dev-006"), ("dev-010", "dev-011"),
        ("dev-012", "dev-013"), ("dev-017", "dev-018"), ("dev-021", "dev-022"), ("dev-024", "dev-025"),
        ("dev-028", "dev-029"), ("dev-031", "dev-032"), ("dev-039", "dev-040"),
    ]  # fmt: skip
    assert [pair for pair in retold if origin[pair[0]] != origin[pair[1]]] == []
    apart = [
        ("dev-001", "dev-004"),
        ("dev-014", "dev-015"),
        ("dev-024", "dev-026"),
        ("dev-001", "dev-007"),
    ]
    assert [pair for pair in apart if origin[pair[0]] == origin[pair[1]]] == []


def test_the_two_seeds_are_one_story_and_one_origin_but_no_copies(shared: Path) -> None:
    reports = [
        prepare(Report(id=path.stem, text=path.read_text(encoding="utf-8")))
        for path in sorted((shared / "seeds").glob("*.txt"))
    ]
    first, second = group(reports).memberships
    assert first.story == second.story
    assert first.origin == second.origin
    assert first.copyset != second.copyset
    assert any(m.retells and m.reasons for m in (first, second))


def test_people_can_join_and_split_stories() -> None:
    reports = [
        report("a", WIRE),
        report("d", "A volcano on the island of Tora erupted on Tuesday."),
    ]
    join = Decision(
        id="1",
        kind=DecisionKind.JOIN_STORIES,
        target="a",
        value="d",
        by="x",
        at="2025-02-06",
        why="",
    )
    joined = group(reports, decisions=[join])
    assert member(joined, "a").story == member(joined, "d").story
    split = Decision(
        id="2",
        kind=DecisionKind.SPLIT_STORY,
        target="d",
        value=None,
        by="x",
        at="2025-02-07",
        why="",
    )
    assert (
        member(group(reports, decisions=[join, split]), "a").story
        != member(group(reports, decisions=[join, split]), "d").story
    )
