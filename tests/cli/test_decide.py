"""`onrecord decide`: stories joined and split by a person, kept by later builds, and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

FERRY = (
    "Ostrana will give four ferries to Kelmar once the harbour at Sund is cleared, its minister Mara "
    "Molda said on Tuesday. The ferries were built in Belmar and can carry ninety cars each."
)
GRAIN = (
    "Tarvola refused to send grain to the drought-hit valleys of Lindow, the farmers' union said. "
    "Its silos hold nine thousand tonnes, a third of them rented out to a brewer."
)


@pytest.fixture
def built(onrecord, folder: Path) -> Path:
    for name, text in (("a", FERRY), ("b", FERRY + " It rained."), ("c", GRAIN)):
        (folder / f"{name}.txt").write_text(text)
        onrecord("add", f"{name}.txt", "--published", "2025-03-04")
    assert "grouped: 3 reports" in onrecord("build").err
    return folder


def stories(onrecord) -> dict[str, str]:
    rows = [json.loads(line) for line in onrecord("export", "stories").out.splitlines()]
    return {row["report"]: row["story"] for row in rows}


def test_join_holds_at_once_and_after_later_builds_until_it_is_undone(
    onrecord, built: Path
) -> None:
    before = stories(onrecord)
    assert before["a"] == before["b"] != before["c"]
    ruled = onrecord("decide", "join", "b", before["c"][:8], "--by", "Ana", "--why", "one summit")
    decision = json.loads(ruled.out)
    assert (decision["by"], decision["why"], decision["value"]) == (
        "Ana",
        "one summit",
        before["c"],
    )
    assert len(set(stories(onrecord).values())) == 1
    (built / "d.txt").write_text("A storm took nine roofs in Vilna and the trains stood still.")
    onrecord("add", "d.txt", "--published", "2025-03-05")
    onrecord("build")
    after = stories(onrecord)
    assert after["a"] == after["c"] != after["d"]
    assert onrecord("decide", "undo", decision["id"][:6]).code == 0
    assert {r: s for r, s in stories(onrecord).items() if r != "d"} == before
    assert "not up to date" not in onrecord("show").err
    listed = onrecord("decide", "list", "--format", "table").out.splitlines()
    assert listed[0].endswith("join stories b " + before["c"] + ": one summit (undone)")


def test_split_takes_a_report_out_with_its_copies(onrecord, built: Path) -> None:
    onrecord("decide", "join", "a", "c")
    assert onrecord("decide", "split", "c", "b").code == 0
    found = stories(onrecord)
    assert found["a"] == found["b"] != found["c"]
    onrecord("decide", "join", "a", "c")
    onrecord("decide", "split", "a")
    assert stories(onrecord) == found, "a and b share their text"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("join", "a", "gone"), "no such report or story"),
        (("join", "a", "a"), "with itself"),
        (("split", "gone"), "no such report or story"),
        (("undo", "d-0"), "no such decision that stands"),
        (("join", "a"), "Missing argument"),
    ],
)
def test_what_can_not_be_ruled_is_one_line_and_changes_nothing(
    onrecord, built: Path, arguments: tuple[str, ...], words: str
) -> None:
    refused = onrecord("decide", *arguments)
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1)
    assert words in refused.err
    assert onrecord("decide", "list").out == ""
