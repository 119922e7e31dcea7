"""What an act waits for: which phrase is a condition, of what kind, and which only looks like one."""

from __future__ import annotations

import pytest

from onrecord.codebooks import load_codebook
from onrecord.collect import prepare
from onrecord.model.report import Report
from onrecord.model.statement import Condition
from onrecord.read.grammar.reader import GrammarReader


def _conditions(text: str) -> list[Condition]:
    report = prepare(Report(id="r", text=text, published="2026-03-02", language="en"))
    reading = next(iter(GrammarReader().read([report], load_codebook())))
    assert reading.statements, text
    return [c for s in reading.statements for c in s.conditions]


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "negated"),
    [
        ("Denmark will send a frigate to the Red Sea when parliament has had its say.",
         "approval", None, False),
        ("Norway will not resume strikes on Yemen unless its ships are hit.",
         "event", "attack", True),
        ("Sweden will not send troops to Ukraine while there is still fighting.",
         "event", "end_of_hostilities", True),
        ("Finland will deploy soldiers to Ukraine the day after the guns go quiet.",
         "event", "end_of_hostilities", False),
        ("Peru will sign the treaty provided that large producers sign too.",
         "other_party", None, False),
        ("Armenia will open the border with Turkey on condition that the latter lifts its blockade.",
         "other_party", None, False),
        ("Oman will give 20 million dollars to Yemen on condition of the completion of the audit.",
         "event", "other", False),
        ("Jordan is ready to send monitors to Gaza and is only waiting for a mandate.",
         "mandate", None, False),
    ],
)  # fmt: skip
def test_the_kind_of_a_condition_comes_from_what_must_happen(
    text: str, kind: str, trigger: str | None, negated: bool
) -> None:
    assert [(c.kind, c.trigger, c.negated) for c in _conditions(text)] == [(kind, trigger, negated)]


@pytest.mark.parametrize(
    "text",
    [
        "Poland will not send troops to Ukraine, an official said on condition of anonymity.",
        "Poland will not send troops to Ukraine, said an official on condition that he not be named.",
        "Brazil promised one billion dollars for forests before the leaders met in Belem.",
        "Kenya will keep its soldiers in Somalia until the mandate ends in December 2027.",
    ],
)
def test_what_only_looks_like_a_condition_is_none(text: str) -> None:
    assert _conditions(text) == []


def test_an_abbreviation_does_not_end_an_example_that_names_another_party() -> None:
    found = _conditions(
        "Germany will decide on troops for Ukraine once conditions are clear, including the extent "
        "of U.S. involvement."
    )
    assert [(c.kind, c.quote) for c in found] == [
        ("other", "once conditions are clear"),
        ("other_party", "including the extent of U.S. involvement"),
    ]


@pytest.mark.parametrize("words", ["provided that", "as long as", "on condition that"])
def test_what_others_must_do_first_is_no_position_of_theirs(words: str) -> None:
    text = f"Lithuania is prepared to send soldiers to Ukraine, {words} Poland does the same."
    reading = next(
        iter(GrammarReader().read([prepare(Report(id="r", text=text))], load_codebook()))
    )
    assert [s.actor.id for s in reading.statements] == ["LTU"]


def test_a_condition_ends_where_what_lasts_is_told() -> None:
    text = (
        "Russia will treat any foreign troops in Ukraine while the fighting goes on as legitimate "
        "targets, President Vladimir Putin warned."
    )
    assert [c.quote for c in _conditions(text)] == ["while the fighting goes on"]
