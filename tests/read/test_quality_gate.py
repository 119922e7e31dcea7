"""The quality gate: the reader's figures on the project's own hand-coded reports never fall.

Floors only rise. The gold files are fingerprinted: refreshed inputs trip the gate until the floors are
measured anew. A figure may vary by a statement or two between versions of the language pipeline, which
is pinned; the floors leave that much room and no more.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from onrecord.app.evaluating import evaluate_gold


@pytest.fixture(scope="module")
def scores(root: Path) -> dict:
    return evaluate_gold([root / "tests" / "gold"], jobs=1, relations=True)


@pytest.fixture(scope="module")
def floors(root: Path) -> dict:
    return json.loads((root / "tests" / "read" / "floors.json").read_text())


def test_the_gold_files_are_those_that_the_floors_were_measured_on(
    root: Path, floors: dict
) -> None:
    digest = hashlib.sha256()
    for path in sorted((root / "tests" / "gold").glob("*.json")):
        digest.update(path.name.encode() + path.read_bytes())
    assert digest.hexdigest() == floors["fingerprint"], "measure the floors anew"


def test_statements_and_fields_stay_above_their_floors(scores: dict, floors: dict) -> None:
    below = {
        name: (scores["statements"][name], floor)
        for name, floor in floors["statements"].items()
        if scores["statements"][name] < floor
    }
    below |= {
        name: (scores["fields"][name]["accuracy"], floor)
        for name, floor in floors["fields"].items()
        if scores["fields"][name]["accuracy"] < floor
    }
    assert below == {}


def test_relations_stay_above_their_floors(scores: dict, floors: dict) -> None:
    for name, floor in floors["relations"].items():
        assert scores["relations"][name]["relation"]["f1"] >= floor


def test_no_position_is_inverted_and_every_span_is_exact(scores: dict, floors: dict) -> None:
    assert scores["inverted_polarity"]["count"] <= floors["inverted"]
    assert scores["evidence"]["exactness"] == 1.0
