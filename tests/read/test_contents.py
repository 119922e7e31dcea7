"""What an act is about: the head of its phrase, its purpose, or what was spoken of."""

from __future__ import annotations

import pytest

from onrecord.codebooks import load_codebook
from onrecord.model.report import Report
from onrecord.read import Reader


def contributions(reader: Reader, text: str, actor: str) -> list[str]:
    report = Report(id="r", text=text, published="2026-01-10")
    (reading,) = reader.read([report], load_codebook())
    return [s.contribution for s in reading.statements if s.actor.id == actor]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norway pledged to bear the cost of policing the border.", "funding"),
        ("Norway will put 40 million euros into drones for Kyiv.", "equipment"),
        ("Norway pledged 5 million euros for the refugees.", "funding.humanitarian"),
        ("Norway will protect 30 percent of its forests.", "forests"),
        ("Norway agreed to keep military aid flowing.", "military"),
        ("Sea mines will be cleared by Norway.", "demining.naval"),
    ],
)
def test_the_code_is_of_what_is_given_and_for_what(reader: Reader, text: str, code: str) -> None:
    assert contributions(reader, text, "NOR") == [code]


def test_an_answer_is_about_what_was_asked(reader: Reader) -> None:
    text = (
        "Kenya pledged 20 million dollars for the port. Will Norway send observers to Sudan? "
        "Norway has not decided yet."
    )
    assert contributions(reader, text, "NOR") == ["monitoring"]


def test_an_undisclosed_sum_belongs_to_what_the_actor_said_last(reader: Reader) -> None:
    text = (
        "Norway will send troops to Mali. Kenya pledged medicine. "
        "Norway did not specify how many would go."
    )
    assert contributions(reader, text, "NOR") == ["troops", "troops"]


def test_a_meeting_that_took_place_is_no_delivery(reader: Reader) -> None:
    assert contributions(reader, "Norway met Kenya in Oslo on Monday.", "NOR") == []
