"""The store as the rest of onrecord relies on it: real SQLite files, and PostgreSQL where one is named.

`ONRECORD_TEST_POSTGRES` holds the URL of an empty database; without it those tests are skipped.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.collect import Collected, CollectOptions, collect_bytes
from onrecord.errors import StoreBusy, StoreError, StoreTooNew
from onrecord.model.decision import Decision, DecisionKind, Occurrence
from onrecord.model.grouping import CopyKind, CopyLink, Membership, Renamed
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report
from onrecord.model.run import Run
from onrecord.model.vocabulary import Trigger
from onrecord.read import Reading
from onrecord.store import ReadBy, Store, exclusive, utc_now
from onrecord.store.groupings import GroupingChanges

TEXT = b"The government of Norway said on Monday that it would not send troops to the border."
BY = ReadBy(reader="r", codebook="c", basis={})
OPTIONS = CollectOptions(received_at="2025-01-01T00:00:00+00:00")


def collected(text: bytes, where: str = "a.txt") -> list[Collected]:
    return list(collect_bytes(text, where, OPTIONS))


def ticking(day: str = "2025-01-01") -> Callable[[], str]:
    """A clock that goes one second with every look."""
    seconds = itertools.count()
    return lambda: f"{day}T00:00:{next(seconds):02d}.000000+00:00"


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "sqlite":
        opened = Store.at(tmp_path)
    else:
        url = os.environ.get("ONRECORD_TEST_POSTGRES")
        if url is None:
            pytest.skip("no PostgreSQL is named in ONRECORD_TEST_POSTGRES")
        _emptied(url)
        opened = Store(url)
    yield opened
    opened.close()


def _emptied(url: str) -> None:
    from sqlalchemy import create_engine, text

    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


def reports(store: Store) -> list[Report]:
    return [report for report, _ in store.reports.all()]


def test_what_is_added_comes_back_the_same(store: Store) -> None:
    (added,) = store.reports.add(collected(TEXT))
    assert reports(store) == [added]
    assert list(store.reports.some([added.id, "nobody"])) == [added]
    assert store.reports.of_source(added.source) == added
    assert store.reports.source(added.source) == TEXT
    assert store.reports.source("0" * 64) is None


def test_any_text_comes_back_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    store = Store.at(tmp_path_factory.mktemp("any"))
    numbers = itertools.count()

    @settings(max_examples=40, deadline=None)
    @given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1, max_size=80))
    def check(words: str) -> None:
        content = f"Norway will send {next(numbers)} troops. {words}".encode()
        for item in store.reports.add(collected(content)):
            if isinstance(item, Report):
                assert list(store.reports.some([item.id])) == [item]

    check()
    store.close()


def test_the_same_bytes_again_are_no_second_report(store: Store) -> None:
    list(store.reports.add(collected(TEXT)))
    (again,) = store.reports.add(collected(TEXT, "b.txt"))
    assert isinstance(again, Rejected)
    assert again.reason is RejectedReason.DUPLICATE
    assert store.reports.count() == 1
    first, second = store.reports.add(collected(TEXT + b" 1") + collected(TEXT + b" 1", "c.txt"))
    assert isinstance(first, Report)
    assert isinstance(second, Rejected)
    list(store.reports.add([again]))
    assert store.records.rejects() == []


def test_a_taken_id_or_one_too_long_loses_no_report(store: Store) -> None:
    inputs = [(TEXT, "a.txt"), (TEXT + b" More.", "a.txt"), (TEXT + b" Most.", "b" * 240 + ".txt")]
    for content, where in inputs:
        list(store.reports.add(collected(content, where)))
    ids = [r.id for r in reports(store)]
    assert ids[0] == "a"
    assert ids[1].startswith("a-")
    assert len(ids[2]) <= 200
    assert len(set(ids)) == 3


def test_an_interrupt_while_adding_keeps_what_was_collected(store: Store) -> None:
    def until_interrupted() -> Iterator[Collected]:
        yield from collected(TEXT)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(store.reports.add(until_interrupted()))
    assert store.reports.count() == 1


def test_unread_follows_reader_codebook_and_what_was_read(store: Store) -> None:
    (added,) = store.reports.add(collected(TEXT))
    assert store.readings.unread(BY) == [added.id]
    list(store.readings.save([Reading(report=added.id, statements=())], by=BY))
    list(store.readings.save([Reading(report=added.id, statements=())], by=BY))
    assert store.readings.unread(BY) == []
    assert store.readings.of(BY)[added.id] == Reading(report=added.id, statements=())
    for other in (
        ReadBy(reader="r2", codebook="c", basis={}),
        ReadBy(reader="r", codebook="c2", basis={}),
        ReadBy(reader="r", codebook="c", basis={added.id: "d-1"}),
    ):
        assert store.readings.unread(other) == [added.id]
        assert store.readings.of(other) == {}


def test_an_interrupt_while_reading_keeps_what_was_read(store: Store) -> None:
    (added,) = store.reports.add(collected(TEXT))

    def until_interrupted() -> Iterator[Reading]:
        yield Reading(report=added.id, statements=())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(store.readings.save(until_interrupted(), by=BY))
    assert store.readings.unread(BY) == []


def test_decisions_occurrences_and_runs_are_added_and_kept_once(store: Store) -> None:
    decision = Decision(
        id="d-1", kind=DecisionKind.REJECT_STATEMENT, target="s-1", value=None, by="Ann",
        at="2025-01-01T00:00:00+00:00", why="misread",
    )  # fmt: skip
    occurrence = Occurrence(
        id="o-1", trigger=Trigger.CEASEFIRE, on="2025-02-01", report=None, note=""
    )
    run = Run(
        id="run", started_at="2025", ended_at=None, version="0", reader="r", codebook="c",
        reports_seen=1, reports_read=0, statements=0, rejected=0, state="running",
    )  # fmt: skip
    for _ in range(2):
        store.records.add_decision(decision)
        store.records.add_occurrence(occurrence)
    store.records.add_run(run)
    assert store.records.decisions() == [decision]
    assert store.records.occurrences() == [occurrence]
    assert store.records.runs() == [run]


def test_the_past_is_what_was_recorded_by_then(tmp_path: Path) -> None:
    early = Store.at(tmp_path, clock=ticking("2025-01-01"))
    (first,) = early.reports.add(collected(TEXT))
    list(early.readings.save([Reading(report=first.id, statements=())], by=BY))
    early.close()
    late = Store.at(tmp_path, clock=ticking("2025-03-01"))
    list(late.reports.add(collected(TEXT + b" More.", "b.txt")))
    assert [r.id for r, _ in late.reports.all(known_by="2025-02-01")] == [first.id]
    assert set(late.readings.known_by("2025-02-01")) == {first.id}
    assert late.readings.known_by("2024-12-31") == {}
    late.close()


def test_a_reject_is_open_until_its_place_gives_a_report(store: Store) -> None:
    list(store.reports.add(collected(b"", "x.txt")))
    list(store.reports.add(collected(b"", "x.txt")))
    list(store.reports.add(collected(b"", "-")))
    assert [r.where for r in store.records.open_rejects()] == ["x.txt", "-"]
    assert len(store.records.rejects()) == 3
    list(store.reports.add(collected(TEXT, "x.txt")))
    assert [r.where for r in store.records.open_rejects()] == ["-"]


def test_settings_are_kept(store: Store) -> None:
    assert store.setting("name") is None
    store.set_setting("name", "One")
    store.set_setting("name", "Two")
    assert store.setting("name") == "Two"


def test_the_newest_standing_of_a_report_and_of_a_pair_counts(store: Store) -> None:
    list(store.reports.add([*collected(TEXT), *collected(TEXT + b" Again.", "b.txt")]))
    one, other = (
        Membership(report=report, copyset="k", story=story, origin="o")
        for report, story in (("a", "s1"), ("b", "s1"))
    )
    link = CopyLink(a="a", b="b", kind=CopyKind.EXACT, share=1.0)
    assert store.groupings.found_from() is None
    state = store.groupings.state(["x"])
    store.groupings.save(
        GroupingChanges(memberships=(one, other), copies=(link,)), found_from=state
    )
    assert store.groupings.found_from() == state == store.groupings.state(["x"])
    assert store.groupings.state(["y"]) != state
    then = utc_now()
    moved = replace(other, story="s2")
    renamed = Renamed(old="s3", new="s2")
    store.groupings.save(
        GroupingChanges(memberships=(moved,), parted=(("a", "b"),), renamed=(renamed,)),
        found_from=state,
    )
    now = store.groupings.current()
    assert (now.of("a"), now.of("b"), now.copies) == (one, moved, ())
    before = store.groupings.current(known_by=then)
    assert (before.of("b"), before.copies) == (other, (link,))
    assert [r for r, _ in store.groupings.renamed()] == [renamed]
    list(store.reports.add(collected(TEXT + b" More.", "c.txt")))
    assert store.groupings.state(["x"]) != state


def test_a_store_of_schema_1_is_brought_up_with_all_it_holds(tmp_path: Path) -> None:
    script = (Path(__file__).parent / "schema_v1.sql").read_text(encoding="utf-8")
    with sqlite3.connect(tmp_path / "register.db") as connection:
        connection.executescript(script)
    connection.close()
    store = Store.at(tmp_path)
    assert [r.id for r in reports(store)] == ["a"]
    old = ReadBy(reader="grammar.v1", codebook="fe6858d73c06f46c", basis={})
    assert [s.actor.id for s in store.readings.of(old)["a"].statements] == ["NOR", "KEN"]
    assert store.readings.unread(old) == []
    assert [r.where for r in store.records.open_rejects()] == ["e.txt"]
    assert store.setting("name") == "Old"
    list(store.readings.save([Reading(report="a", statements=())], by=BY))
    store.close()
    assert _columns(tmp_path) == _columns_of_a_new_store(tmp_path / "new")


def _columns(folder: Path) -> set[tuple[str, str]]:
    connection = sqlite3.connect(folder / "register.db")
    rows = connection.execute("SELECT type, name, tbl_name FROM sqlite_master").fetchall()
    found = {
        (table, column[1])
        for kind, _, table in rows if kind == "table"
        for column in connection.execute(f"PRAGMA table_info({table})")
    }  # fmt: skip
    connection.close()
    return found | {
        (kind, name) for kind, name, _ in rows if kind == "index" and "auto" not in name
    }


def _columns_of_a_new_store(folder: Path) -> set[tuple[str, str]]:
    folder.mkdir()
    Store.at(folder).close()
    return _columns(folder)


def test_a_newer_store_and_a_damaged_one_say_so(tmp_path: Path) -> None:
    Store.at(tmp_path).close()
    with sqlite3.connect(tmp_path / "register.db") as connection:
        connection.execute("UPDATE meta SET value='99' WHERE key='schema'")
    connection.close()
    with pytest.raises(StoreTooNew, match="use the newer onrecord"):
        Store.at(tmp_path)
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "register.db").write_bytes(b"this is no database at all" * 100)
    with pytest.raises(StoreError, match="no register"):
        Store.at(tmp_path / "bad")


def test_two_writers_at_once(tmp_path: Path) -> None:
    with (
        exclusive(tmp_path),
        pytest.raises(StoreBusy, match="nothing was changed"),
        exclusive(tmp_path),
    ):
        pass
    with exclusive(tmp_path):
        pass


def test_readers_wait_for_no_writer(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    list(store.reports.add(collected(TEXT)))
    writer = sqlite3.connect(tmp_path / "register.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert Store.at(tmp_path).reports.count() == 1
    writer.execute("ROLLBACK")
    writer.close()


def _add_many(folder: str) -> None:
    store = Store.at(Path(folder))
    items = (c for i in range(20_000) for c in collected(TEXT + str(i).encode(), f"{i}.txt"))
    list(store.reports.add(items))


def test_a_killed_writer_leaves_whole_transactions_only(tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=_add_many, args=(str(tmp_path),))
    process.start()
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.is_alive() and _count(tmp_path) < 500:
        time.sleep(0.02)
    process.kill()
    process.join()
    store = Store.at(tmp_path)
    kept = store.reports.count()
    assert kept >= 500
    assert kept % 500 == 0
    assert len(reports(store)) == kept
    assert store.reports.source(reports(store)[-1].source) is not None


def _count(folder: Path) -> int:
    if not (folder / "register.db").exists():
        return 0
    connection = sqlite3.connect(folder / "register.db")
    try:
        return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
    except sqlite3.Error:
        return 0
    finally:
        connection.close()
