"""Where reports stand: kept by a build, equal to a grouping from scratch, never found by looking."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.app.adding import add_targets
from onrecord.app.building import build
from onrecord.app.folding import load_register
from onrecord.app.register_folder import RegisterFolder, init_register, open_register
from onrecord.app.standing import grouping_waits
from onrecord.collect import CollectOptions
from onrecord.group import group
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.grouping import Grouping
from onrecord.store.groupings import GroupingChanges

FERRY = (
    "Ostrana will give four ferries to Kelmar once the harbour at Sund is cleared, its minister Mara "
    "Molda said on Tuesday. The ferries were built in Belmar and can carry ninety cars each. "
)
GRAIN = (
    "Tarvola refused to send grain to the drought-hit valleys of Lindow, the farmers' union said. "
    "Its silos hold nine thousand tonnes, a third of them rented out to a brewer. "
)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[RegisterFolder]:
    opened = init_register(tmp_path / "kept")
    yield opened
    opened.store.close()


def add(register: RegisterFolder, name: str, text: str, published: str) -> None:
    path = register.folder.parent / f"{name}.txt"
    # The same bytes would be the same report.
    path.write_text(text + "\n" * (1 + len(list(register.folder.parent.iterdir()))))
    list(add_targets(register, [path], CollectOptions(published=published, language="en")))


def from_scratch(register: RegisterFolder) -> Grouping:
    found = load_register(register)
    statements = {
        r.id: tuple(s for s in found.statements if s.report == r.id) for r in found.reports
    }
    decisions = register.store.records.decisions()
    return group(found.reports, statements=statements, decisions=decisions)


def mixed(count: int) -> list[tuple[str, str, str]]:
    drawn = random.Random(5)
    made = []
    for number in range(count):
        text = drawn.choice((FERRY, GRAIN)) + drawn.choice(
            ("", FERRY, f"Snow fell on {number} villages in the night and closed the upper road. ")
        )
        made.append((f"r{number}", text * drawn.randint(1, 2), f"2025-03-0{drawn.randint(1, 9)}"))
    return made


def test_builds_one_after_the_other_end_where_one_from_scratch_does(register) -> None:
    for number, (name, text, day) in enumerate(mixed(9)):
        add(register, name, text, day)
        if number % 2:
            build(register, jobs=1)
            assert load_register(register).grouping == from_scratch(register)
    build(register, jobs=1)
    assert load_register(register).grouping == from_scratch(register)
    assert len({m.story for m in load_register(register).grouping.memberships}) > 1


def test_a_second_build_groups_nothing_and_a_merge_is_kept_as_an_event(register) -> None:
    add(register, "b", FERRY * 2, "2025-03-05")
    assert build(register, jobs=1).grouped.changed == 1
    assert not grouping_waits(register)
    assert build(register, jobs=1).grouped.changed == 0
    before = load_register(register).grouping.of("b")
    add(register, "a", FERRY * 2, "2025-03-04")
    assert grouping_waits(register)
    assert build(register, jobs=1).grouped.renamed == 3
    now = load_register(register).grouping.of("b")
    assert {(r.old, r.new) for r, _ in register.store.groupings.renamed()} == {
        (before.copyset, now.copyset), (before.story, now.story), (before.origin, now.origin),
    }  # fmt: skip


def test_looking_shows_what_is_kept_and_groups_nothing(register) -> None:
    add(register, "a", FERRY, "2025-03-04")
    add(register, "b", GRAIN, "2025-03-05")
    build(register, jobs=1)
    standing = replace(load_register(register).grouping.of("b"), story="s-by-hand")
    register.store.groupings.save(GroupingChanges(memberships=(standing,)), found_from="elsewhere")
    assert load_register(register).grouping.of("b") == standing
    add(register, "c", GRAIN, "2025-03-06")
    assert load_register(register).grouping.of("b") == standing
    assert load_register(register).grouping.of("c").retells is None
    build(register, jobs=1)
    assert load_register(register).grouping == from_scratch(register)


def test_a_ruling_holds_for_every_later_build(register) -> None:
    add(register, "a", FERRY, "2025-03-04")
    add(register, "b", GRAIN, "2025-03-05")
    build(register, jobs=1)
    stories = {m.story for m in load_register(register).grouping.memberships}
    assert len(stories) == 2
    join = Decision(
        id="d1",
        kind=DecisionKind.JOIN_STORIES,
        target="a",
        value="b",
        by="x",
        at="2025-03-09",
        why="",
    )
    register.store.records.add_decision(join)
    for name in ("c", "d"):
        build(register, jobs=1)
        grouping = load_register(register).grouping
        assert grouping.of("a").story == grouping.of("b").story
        add(
            register,
            name,
            f"A storm took {name} roofs in Vilna and the trains stood still.",
            "2025-03-05",
        )


def test_the_past_shows_the_standing_of_that_day_without_what_came_later(register) -> None:
    add(register, "a", FERRY * 2, "2025-03-04")
    add(register, "b", FERRY * 2 + "It rained.", "2025-03-08")
    build(register, jobs=1)
    assert load_register(register).grouping.of("b").retells == "a"
    (then,) = load_register(register, as_of="2025-03-05").grouping.memberships
    assert (then.report, then.retells) == ("a", None)
    assert load_register(register, as_of="2025-03-05").grouping.copies == ()


def test_a_register_that_was_never_grouped_is_shown_and_grouped_by_the_next_build(register) -> None:
    add(register, "a", FERRY * 2, "2025-03-04")
    add(register, "b", FERRY * 2, "2025-03-05")
    build(register, jobs=1)
    expected = load_register(register)
    register.store.close()
    with older(register.folder) as again:
        assert load_register(again) == expected
        assert grouping_waits(again)
        assert build(again, jobs=1).grouped.changed == 2
        assert again.store.groupings.current().of("b").retells == "a"
        assert load_register(again) == expected


def test_a_date_given_later_is_grouped_as_if_it_had_always_been_so(register) -> None:
    add(register, "a", FERRY * 2, "2025-03-04")
    add(register, "b", FERRY * 2 + "It rained.", "2025-03-08")
    build(register, jobs=1)
    (path,) = register.folder.parent.glob("b.txt")
    list(add_targets(register, [path], CollectOptions(published="2025-03-01", language="en")))
    build(register, jobs=1)
    assert load_register(register).grouping == from_scratch(register)
    assert load_register(register).grouping.of("a").retells == "b"
    (given,) = register.store.records.decisions()
    undo = replace(given, id="d2", kind=DecisionKind.UNDO, target=given.id, value=None)
    register.store.records.add_decision(undo)
    build(register, jobs=1)
    assert load_register(register).grouping == from_scratch(register)
    assert load_register(register).grouping.of("b").retells == "a"


def test_what_a_stopped_build_read_is_grouped_with_what_is_kept(register, monkeypatch) -> None:
    for name, text, day in mixed(5):
        add(register, name, text, day)
    build(register, jobs=1)
    for name, text, day in mixed(9)[5:]:
        add(register, name, text, day)
    with monkeypatch.context() as patch:
        patch.setattr("onrecord.app.building.regroup", stopped)
        with pytest.raises(KeyboardInterrupt):
            build(register, jobs=1)
    assert len(register.store.groupings.current().memberships) == 5
    assert load_register(register).grouping == from_scratch(register)


def stopped(_: RegisterFolder) -> None:
    raise KeyboardInterrupt


def test_other_rules_of_grouping_group_all_anew_and_add_no_history(register, monkeypatch) -> None:
    for name, text, day in mixed(6):
        add(register, name, text, day)
    build(register, jobs=1)
    before = load_register(register).grouping
    monkeypatch.setattr("onrecord.app.standing.grouping_version", lambda: "other")
    assert grouping_waits(register)
    assert build(register, jobs=1).grouped.changed == 0
    assert load_register(register).grouping == before
    assert not grouping_waits(register)


@contextmanager
def older(folder: Path) -> Iterator[RegisterFolder]:
    """A register of schema 2, which kept no grouping."""
    copy = folder.with_name("older")
    shutil.copytree(folder, copy)
    with sqlite3.connect(copy / "register.db") as connection:
        for table in ("memberships", "copies", "renamings", "group_pieces"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DELETE FROM meta WHERE key='grouped_from'")
        connection.execute("UPDATE meta SET value='2' WHERE key='schema'")
    connection.close()
    with open_register(copy) as register:
        yield register
