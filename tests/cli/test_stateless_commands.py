"""read, compare, group, evaluate and doctor: the shapes of the design, and nothing kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TEXT = "Norway will not send troops to Mali, its government said. Nobody there promised anything."


@pytest.fixture(scope="module")
def wire(root: Path) -> Path:
    return root / "examples" / "01-wire-agence-continentale.txt"


@pytest.fixture(scope="module")
def retelling(root: Path) -> Path:
    return root / "examples" / "03-retelling-translated.txt"


def test_read_prints_one_statement_a_line(onrecord, wire: Path, tmp_path: Path) -> None:
    ran = onrecord("read", wire, "--published", "2025-09-05", "--format", "jsonl")
    assert ran.code == 0
    text = wire.read_text(encoding="utf-8")
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert len(records) > 3
    for record in records:
        assert {
            "id", "report", "reader", "act", "refrain", "what", "actor", "members", "contribution",
            "object", "recipient", "place", "amounts", "when", "conditions", "alternative", "hedge",
            "speaker", "attribution", "evidence",
        } <= set(record)  # fmt: skip
        for evidence in record["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert list(tmp_path.iterdir()) == []


def test_read_takes_standard_input_json_lines_and_gold_files(onrecord, root: Path) -> None:
    plain = onrecord("read", "-", stdin=TEXT.encode())
    lined = onrecord("read", "-", stdin=json.dumps({"id": "x", "text": TEXT}).encode())
    first, second = json.loads(plain.out), json.loads(lined.out)
    assert first["evidence"] == second["evidence"]
    assert second["report"] == "x"
    gold = onrecord("read", root / "tests" / "gold" / "dev-009.json")
    assert json.loads(gold.out.splitlines()[0])["report"] == "dev-009"


def test_read_explains_what_it_took_and_what_it_left_out(onrecord) -> None:
    ran = onrecord("read", "-", "--explain", stdin=TEXT.encode())
    records = [json.loads(line) for line in ran.out.splitlines()]
    (statement,) = [r for r in records if "act" in r]
    assert {"act", "actor", "contribution"} <= {why["field"] for why in statement["why"]}
    for why in statement["why"]:
        assert TEXT[why["start"] : why["end"]] == why["words"]
    (left_out,) = [r["left_out"] for r in records if "left_out" in r]
    assert TEXT[left_out["start"] : left_out["end"]].startswith("Nobody there")
    assert left_out["reason"]


def test_read_is_the_same_on_one_process_and_on_two(onrecord, installed, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"r{i}", "text": f"{TEXT} Day {i}."}) for i in range(60)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    one = onrecord("read", "many.jsonl", "--jobs", "1")
    two = installed("read", "many.jsonl", "--jobs", "2")
    assert one.out == two.out
    assert len(one.out.splitlines()) == 60


def test_compare_has_the_design_s_shape(onrecord, wire: Path, retelling: Path) -> None:
    found = json.loads(onrecord("compare", wire, retelling, "--format", "json").out)
    assert {"aligned", "only", "statements"} <= set(found)
    assert {"a", "b", "relation", "kind", "on", "reason"} <= set(found["aligned"][0])
    ids = {s["id"] for s in found["statements"]}
    assert {x for pair in found["aligned"] for x in (pair["a"], pair["b"])} <= ids
    assert set(found["only"]) == {wire.stem, retelling.stem}
    shown = onrecord("compare", wire, retelling, "--format", "table")
    assert shown.code == 0
    assert shown.out.strip()
    assert "condition dropped" in " ".join(shown.out.split())
    assert "_dropped" not in shown.out


def test_group_has_the_design_s_shape(onrecord, wire: Path, retelling: Path) -> None:
    ran = onrecord("group", wire, retelling)
    first, second = (json.loads(line) for line in ran.out.splitlines())
    assert {"report", "copyset", "story", "origin", "retells", "reasons"} == set(first)
    assert first["story"] == second["story"]
    assert first["copyset"] != second["copyset"]
    assert onrecord("group", wire, retelling, "--format", "table").out.strip()


def test_evaluate_measures_files_and_folders(onrecord, root: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    for name in ("dev-009.json", "dev-006.json"):
        (gold / name).write_bytes((root / "tests" / "gold" / name).read_bytes())
    found = json.loads(onrecord("evaluate", gold / "dev-009.json", gold / "dev-006.json").out)
    assert found["reports"] == 2
    assert json.loads(onrecord("evaluate", gold, "--relations").out) | found == json.loads(
        onrecord("evaluate", gold, "--relations").out
    )
    assert onrecord("evaluate", gold, "--format", "table").out.strip()


def test_evaluate_scores_plover_records_by_the_codebook_politics(onrecord, tmp_path: Path) -> None:
    record = {
        "id": "1", "event": "DEMAND", "text": "Malian rebels demanded the release of a pilot.",
        "source": [{"actorText": "Malian rebels", "code": "MLI"}],
    }  # fmt: skip
    path = tmp_path / "records.json"
    path.write_text(json.dumps([record]))
    found = json.loads(onrecord("evaluate", "--plover", path).out)
    assert found["all"]["classes"]["REQUEST"]["f1"] == 1.0
    assert found["all"]["actor_overlap"]["f1"] == 1.0
    assert "REQUEST" in onrecord("evaluate", "--plover", path, "--format", "table").out
    assert onrecord("evaluate").code == 2
    assert onrecord("evaluate", tmp_path, "--plover", path).code == 2


def test_doctor_finds_all_well(onrecord) -> None:
    ran = onrecord("doctor")
    assert ran.code == 0
    assert "FAIL" not in ran.out
