"""A register from the command line: add, build, show, why, disagreements, export, publish."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

TEXT = (
    "Norway will not send troops to Mali, its government said on Monday. "
    "Kenya is ready to train Malian soldiers after a ceasefire."
)


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_add_build_show_why_and_a_second_run_that_changes_nothing(onrecord, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    assert onrecord("add", "a.txt", "--published", "2025-01-10").err.endswith(
        "added 1, rejected 0, already there 0\n"
    )
    assert "read 1 new of 1" in onrecord("build").err
    shown = onrecord("show")
    assert shown.err == ""
    found = rows(shown.out)
    assert {(r["actor"], r["contribution"], r["state"]) for r in found} == {
        ("NOR", "troops", "refused"), ("KEN", "training", "conditional"),
    }  # fmt: skip
    for row in found:
        (evidence, *_) = rows(onrecord("why", row["id"][:8]).out)
        assert TEXT[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert "read 0 new of 1" in onrecord("build").err
    assert onrecord("show").out == shown.out


def test_every_output_is_the_same_after_a_second_build(onrecord, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text(TEXT.replace("Monday", "Tuesday") + " It was firm.")
    onrecord("add", ".", "--published", "2025-01-10")
    commands = [
        *(("export", what) for what in ("statements", "commitments", "disagreements", "evidence")),
        ("show", "--format", "table"),
        ("show", "--list", "--format", "table"),
        ("disagreements", "--format", "table"),
    ]
    onrecord("build")
    onrecord("publish", "one")
    before = [onrecord(*c).out for c in commands]
    onrecord("build")
    onrecord("publish", "two")
    assert [onrecord(*c).out for c in commands] == before
    one, two = (
        {p.relative_to(folder / site): p.read_bytes() for p in (folder / site).rglob("*.*")}
        for site in ("one", "two")
    )
    assert one
    assert one == two


def test_a_build_after_one_new_report_reads_only_that_one(onrecord, folder: Path) -> None:
    for number, name in enumerate(("a", "b"), 1):
        (folder / f"{name}.txt").write_text(TEXT + name)
        onrecord("add", f"{name}.txt")
        assert "not read yet" in onrecord("show").err
        assert f"read 1 new of {number} reports" in onrecord("build").err


def test_the_same_file_twice_is_one_report(onrecord, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    onrecord("add", "a.txt")
    again = onrecord("add", "a.txt")
    assert again.code == 0
    assert again.err.splitlines() == [
        "a.txt: already there (it is report a)", "added 0, rejected 0, already there 1",
    ]  # fmt: skip


def test_a_date_given_later_is_taken_and_the_report_read_again(onrecord, folder: Path) -> None:
    (folder / "a.txt").write_text("Norway will decide on troops in the coming days, it said.")
    assert "add it again with --published" in onrecord("add", "a.txt").err
    onrecord("build")
    assert rows(onrecord("show").out)[0]["since"] is None
    given = onrecord("add", "a.txt", "--published", "2025-01-10")
    assert "a: published 2025-01-10 (was not known)" in given.err
    assert "read 1 new of 1" in onrecord("build").err
    assert rows(onrecord("show").out)[0]["since"] == "2025-01-10"
    assert "dated" not in onrecord("add", "a.txt", "--published", "2025-01-10").err
    assert "read 0 new" in onrecord("build").err


def test_as_of_shows_the_past(onrecord, folder: Path) -> None:
    (folder / "a.txt").write_text(
        "Norway is considering sending troops to Mali, its prime minister said."
    )
    (folder / "b.txt").write_text("Norway will not send troops to Mali, its prime minister said.")
    onrecord("add", "a.txt", "--published", "2025-01-10")
    onrecord("add", "b.txt", "--published", "2025-03-10")
    onrecord("build")
    (then,) = rows(onrecord("show", "--as-of", "2025-02-01").out)
    (now,) = rows(onrecord("show").out)
    assert (then["state"], now["state"]) == ("considering", "refused")
    assert [position["act"] for position in now["history"]] == ["undecided"]
    assert onrecord("show", "--as-of", "2024-12-31").out == ""
    assert onrecord("show", "--known-on", "2024-12-31").out == ""
    assert rows(onrecord("show", "--known-on", "2999-12-31").out) == [now]


def test_another_codebook_reads_anew_and_coming_back_reads_nothing(onrecord, folder: Path) -> None:
    (folder / "a.txt").write_text("Norway will give $5 million for flood relief, it said.")
    onrecord("add", "a.txt")
    onrecord("build")
    onrecord("init", "--codebook", "aid")
    onrecord("init", "--name", "Still aid")
    assert "read 1 new of 1" in onrecord("build").err
    onrecord("init", "--codebook", "security")
    assert "read 0 new of 1" in onrecord("build").err


def test_a_codebook_file_is_kept_by_its_whole_path_and_read_anew_when_it_changes(
    onrecord, folder: Path
) -> None:
    book = folder / "mine.yaml"
    book.write_text("name: mine\nversion: 1\nextends: security\n")
    onrecord("init", "--codebook", "mine.yaml")
    (folder / "a.txt").write_text(TEXT)
    onrecord("add", "a.txt")
    assert "read 1 new" in onrecord("build").err
    book.write_text(
        "name: mine\nversion: 2\nextends: security\n"
        "contributions:\n  - code: ferries\n    label: Ferries\n    nouns: [ferry]\n"
    )
    assert "read 1 new" in onrecord("build").err
    book.unlink()
    gone = onrecord("build")
    assert gone.code == 2
    assert str(book) in gone.err


def test_every_format_holds_the_same_rows(onrecord, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    onrecord("add", "a.txt", "--published", "2025-01-10")
    onrecord("build")
    lines = rows(onrecord("show", "--format", "jsonl").out)
    assert json.loads(onrecord("show", "--format", "json").out) == lines
    table = list(csv.DictReader(io.StringIO(onrecord("show", "--format", "csv").out)))
    assert [r["id"] for r in table] == [r["id"] for r in lines]
    assert [json.loads(r["conditions"]) for r in table] == [r["conditions"] for r in lines]
    shown = onrecord("show", "--list", "--format", "table").out
    assert all(r["actor_name"] in shown for r in lines)


def test_show_can_be_narrowed(onrecord, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    onrecord("add", "a.txt")
    onrecord("build")
    assert [r["actor"] for r in rows(onrecord("show", "--actor", "KEN").out)] == ["KEN"]
    assert [r["actor"] for r in rows(onrecord("show", "--contribution", "troops").out)] == ["NOR"]
    assert onrecord("show", "--contribution", "troop").out == ""


def test_the_register_is_where_the_option_or_the_environment_says(onrecord, folder: Path) -> None:
    assert onrecord("init", "--register", "other").code == 0
    (folder / "a.txt").write_text(TEXT)
    onrecord("add", "a.txt", ONRECORD_REGISTER="other")
    assert "of 1 reports" in onrecord("build", "--register", "other").err
    assert "of 0 reports" in onrecord("build").err
