"""The quality gate: the reader's figures on what was coded by hand never fall.

Kinds of coded text, each with floors of its own in `floors.json`: the forty reports that the reader was
built with (`tests/gold`), a hundred and two later ones by other writers (`tests/gold_fresh`, `tests/gold_later`), and
batteries of single sentences and short passages (`batteries/`), of politics at large by its own codebook (`politics/`). Floors only rise. The files are fingerprinted: refreshed inputs
trip the gate until the floors are measured anew. A figure may vary by a statement or two between versions of
the language pipeline, which is pinned; the floors leave that much room and no more.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from tests.read.battery import score

from onrecord.app.evaluating import evaluate_gold, evaluate_plover
from onrecord.read import Reader

SETS = ("gold", "gold_fresh", "gold_later")
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text())
BATTERIES = Path(__file__).parent / "batteries"


@pytest.fixture(scope="module", params=SETS)
def measured(request: pytest.FixtureRequest, root: Path) -> tuple[dict, dict]:
    """The figures of one set, and its floors."""
    name = request.param
    figures = evaluate_gold([root / "tests" / name], jobs=1, relations=name == "gold")
    return figures, FLOORS["sets"][name]


@pytest.mark.parametrize("name", SETS)
def test_the_gold_files_are_those_that_the_floors_were_measured_on(root: Path, name: str) -> None:
    digest = hashlib.sha256()
    for path in sorted((root / "tests" / name).glob("*.json")):
        digest.update(path.name.encode() + path.read_bytes())
    assert digest.hexdigest() == FLOORS["sets"][name]["fingerprint"], "measure the floors anew"


def test_statements_and_fields_stay_above_their_floors(measured: tuple[dict, dict]) -> None:
    figures, floors = measured
    below = {
        name: (figures["statements"][name], floor)
        for name, floor in floors["statements"].items()
        if figures["statements"][name] < floor
    }
    below |= {
        name: (figures["fields"][name]["accuracy"], floor)
        for name, floor in floors["fields"].items()
        if figures["fields"][name]["accuracy"] < floor
    }
    assert below == {}


def test_relations_stay_above_their_floors(measured: tuple[dict, dict]) -> None:
    figures, floors = measured
    for name, floor in floors.get("relations", {}).items():
        assert figures["relations"][name]["relation"]["f1"] >= floor


def test_positions_are_not_inverted_and_every_span_is_exact(measured: tuple[dict, dict]) -> None:
    figures, floors = measured
    assert figures["inverted_polarity"]["count"] <= floors["inverted"]
    assert figures["evidence"]["exactness"] == 1.0


@pytest.mark.parametrize("name", sorted(FLOORS["batteries"]))
def test_batteries_stay_above_their_floors(reader: Reader, name: str) -> None:
    counts, floor = score(reader, BATTERIES / f"{name}.txt"), FLOORS["batteries"][name]
    assert counts.wanted == floor["wanted"], "measure the floors anew"
    assert counts.f1 >= floor["f1"]
    assert counts.inverted <= floor["inverted"]


@pytest.mark.parametrize("part", sorted(FLOORS["politics"]))
def test_politics_at_large_stays_above_its_floors(part: str) -> None:
    path, floors = Path(__file__).parent / "politics" / f"{part}.json", FLOORS["politics"][part]
    found = evaluate_plover(path)["all"]
    assert found["five_class_mean_f1"] >= floors["mean"]
    assert found["actor_overlap"]["f1"] >= floors["actors"]
    assert found["recipient_overlap"]["f1"] >= floors["recipients"]
