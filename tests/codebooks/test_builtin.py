from pathlib import Path

import pytest

from onrecord.codebooks import BUILT_IN, load_codebook
from onrecord.codebooks.gazetteer import Gazetteer
from onrecord.errors import CodebookError


@pytest.mark.parametrize("name", BUILT_IN)
def test_built_in_codebooks_know_every_code_of_the_coding_guide(name: str) -> None:
    codes = {c.code for c in load_codebook(name).contributions}
    assert {
        "troops.land",
        "demining.naval",
        "funding.climate",
        "monitoring.ceasefire",
        "other",
    } <= codes


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('name: x\nversion: "1"\ncolour: red\n', 3, "colour"),
        ('name: x\nversion: "1"\nextends: nothing\n', 3, "nothing"),
        ('name: x\nversion: "1"\ncontributions:\n  - code: a.b\n    label: B\n', 4, "a"),
        ("name: x\nversion: [1\n", 3, "YAML"),
    ],
)
def test_a_faulty_codebook_names_file_line_and_fault(
    tmp_path: Path, text: str, line: int, word: str
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text)
    with pytest.raises(CodebookError) as caught:
        load_codebook(path)
    assert f"mine.yaml, line {line}" in str(caught.value)
    assert word in str(caught.value)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("French President and U.S. troops", ["FRA", "USA"]),
        ("They told us that they may march", []),
        ("Kyiv, the Kremlin and Downing Street", ["UKR", "RUS", "GBR"]),
        ("the Coalition of the Willing", ["COALITION"]),
    ],
)
def test_actors_are_found_by_any_name(text: str, ids: list[str]) -> None:
    gazetteer = Gazetteer(load_codebook())
    assert [m.actor_id for m in gazetteer.find(text)] == ids
