"""Whose position it is: what names, titles, pronouns and descriptions stand for."""

from __future__ import annotations

import pytest

from onrecord.codebooks import load_codebook
from onrecord.collect import prepare
from onrecord.model.report import Report
from onrecord.read.grammar.reader import GrammarReader


@pytest.fixture(scope="module")
def reader() -> GrammarReader:
    return GrammarReader()


def _actors(
    reader: GrammarReader, text: str, codebook: str = "security", **more: str
) -> set[str | None]:
    report = prepare(Report(id="r", text=text, published="2026-03-04", language="en", **more))
    (reading,) = reader.read([report], load_codebook(codebook))
    return {s.actor.id for s in reading.statements}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Host country Kenya and Ghana will each send troops.", {"KEN", "GHA"}),
        ("In Lisbon, the government said it would send troops.", {"PRT"}),
        (
            "The African Development Bank met on Monday. The bank will give 20 million dollars.",
            {"AFDB"},
        ),
        (
            "Four African countries, Ghana and Benin among them, will send troops.",
            {"AFRICA", "GHA", "BEN"},
        ),
        (
            "Ghana thanked Benin for its help. It will send 200 soldiers.",
            {"GHA"},
        ),
    ],
)
def test_descriptions_and_pronouns_stand_for_whom_the_text_names(
    reader: GrammarReader, text: str, expected: set[str | None]
) -> None:
    assert _actors(reader, text) == expected


def test_a_movement_with_a_states_name_before_it_is_no_person(reader: GrammarReader) -> None:
    text = "Sudan's Rapid Support Forces declared that they will respect the truce."
    assert _actors(reader, text, "politics") == {"RSF"}


def test_movements_are_actors_of_politics_and_not_of_commitments_of_states(
    reader: GrammarReader,
) -> None:
    text = "The M23 will respect the ceasefire."
    assert _actors(reader, text, "politics") == {"M23"}
    assert _actors(reader, text) == set()


def test_a_minister_is_never_an_organisations(reader: GrammarReader) -> None:
    text = (
        "Zambia met the World Bank on Monday.\n"
        "Finance minister Bupe Chanda said he would give 20 million dollars."
    )
    assert "WB" not in _actors(reader, text)


def test_an_army_without_a_side_is_not_the_papers_own(reader: GrammarReader) -> None:
    text = "Sudan's cabinet met on Monday. The army will send 300 soldiers to Port Sudan."
    assert _actors(reader, text, outlet="The Nairobi Monitor") == {"SDN"}
