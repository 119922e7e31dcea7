"""What the two real reports must give: golden lines, from the issue that asked for the whole path."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.codebooks import load_codebook
from onrecord.collect import CollectOptions, collect
from onrecord.group import group
from onrecord.model.rejected import Rejected
from onrecord.model.vocabulary import Distortion
from onrecord.reconcile import compare

Line = tuple[str, str | None, str]


@pytest.fixture(scope="module")
def seeds(shared: Path, reader):
    items = list(collect(shared / "seeds", CollectOptions(published="2025-09-05")))
    reports = [item[1] for item in items if not isinstance(item, Rejected)]
    readings = list(reader.read(reports, load_codebook()))
    return reports, readings


def lines(reading) -> set[Line]:
    return {(str(s.act), s.actor.id, s.contribution) for s in reading.statements}


BOTH: set[Line] = {
    ("pledge", "COALITION", "guarantee"),
    ("undecided", "DEU", "military"),
    ("refusal", "ITA", "troops"), ("offer", "ITA", "monitoring.ceasefire"), ("offer", "ITA", "training"),
    ("refusal", "BGR", "troops"),
    ("request", "USA", "energy_trade"), ("undisclosed", "USA", "guarantee"),
    ("threat", "RUS", "military_operation"), ("rejection", "RUS", "peace_agreement"),
}  # fmt: skip
FIRST: set[Line] = {
    ("pledge", "COALITION", "troops.land"), ("pledge", "COALITION", "troops.naval"), ("pledge", "COALITION", "troops.air"),
    ("offer", "BGR", "demining.naval"), ("offer", "FRA", "troops"), ("offer", "GBR", "troops"),
    ("pledge", None, "guarantee"), ("refusal", None, "troops"), ("pledge", None, "training"), ("pledge", None, "equipment"),
    ("undecided", "USA", "guarantee"), ("request", "EUROPE", "guarantee"),
}  # fmt: skip
SECOND: set[Line] = {
    ("offer", "BGR", "other"), ("intention", "FRA", "troops"), ("intention", "GBR", "troops"),
    ("pledge", None, "training"), ("pledge", None, "equipment"),
}  # fmt: skip


def test_every_line_of_the_two_reports_is_read(seeds) -> None:
    _, (first, second) = seeds
    assert (BOTH | FIRST) - lines(first) == set()
    assert (BOTH | SECOND) - lines(second) == set()


def test_no_position_is_inverted(seeds) -> None:
    _, readings = seeds
    for reading in readings:
        assert not {
            ("pledge", "ITA", "troops"),
            ("offer", "ITA", "troops"),
            ("pledge", "BGR", "troops"),
            ("refusal", "DEU", "military"),
        } & lines(reading)


def test_counts_dates_and_sources(seeds) -> None:
    reports, (first, _) = seeds
    collective = next(
        s
        for s in first.statements
        if s.contribution == "guarantee" and s.actor.id == "COALITION" and s.act == "pledge"
    )
    assert (collective.members.count, collective.members.of) == (26, 35)
    assert collective.speaker.of == "FRA"
    assert {str(c.trigger) for c in collective.conditions} == {"end_of_war"}
    level = next(s for s in first.statements if s.actor.id == "USA" and s.act == "undecided")
    assert (level.when.first, level.when.last) == ("2025-09-05", "2025-09-11")
    oil = next(s for s in first.statements if s.contribution == "energy_trade")
    assert (oil.attribution, oil.recipient) == ("anonymous", "EUROPE")
    threat = next(s for s in first.statements if s.act == "threat")
    assert threat.said_on is not None
    assert threat.said_on.first == "2025-09-03"
    assert any(c.negated and c.trigger == "peace_agreement" for c in threat.conditions)
    assert all(d.value in ("2025-09-04", "2025-09-03") for d in reports[0].dates)


def test_spans_are_exact_and_captions_and_bylines_are_no_statements(seeds) -> None:
    reports, readings = seeds
    for report, reading in zip(reports, readings, strict=True):
        for statement in reading.statements:
            for evidence in statement.evidence:
                assert report.text[evidence.start : evidence.end] == evidence.quote
                assert not any(a.start <= evidence.start < a.end for a in report.set_aside)


def test_minesweeping_told_as_a_search_for_ice_is_a_distortion(seeds) -> None:
    reports, readings = seeds
    statements = [s for r in readings for s in r.statements]
    grouping = group(reports, statements={r.report: r.statements for r in readings})
    found = compare(reports, statements, grouping)
    by_id = {s.id: s for s in statements}
    garbled = [x for x in found.aligned if x.kind is Distortion.TRANSLATION_ERROR]
    assert [(by_id[x.a].actor.id, by_id[x.a].contribution) for x in garbled] == [
        ("BGR", "demining.naval")
    ]
    raised = {by_id[x.a].actor.id for x in found.aligned if x.kind is Distortion.STRENGTH_RAISED}
    assert raised == {"FRA", "GBR"}
