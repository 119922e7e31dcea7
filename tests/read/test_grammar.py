"""Single constructions, each of which a user would miss; sentences of other domains than the gold's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.codebooks import load_codebook
from onrecord.collect import prepare
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.read import Reader

Read = Callable[..., list[Statement]]


def acts(statements: list[Statement]) -> set[tuple[str, str | None, str]]:
    return {(str(s.act), s.actor.id, s.contribution) for s in statements}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya will send 1,000 police officers to Haiti.", ("pledge", "KEN", "troops")),
        ("Brazil ruled out sending troops to Haiti.", ("refusal", "BRA", "troops")),
        ("Brazil did not rule out sending troops to Haiti.", ("undecided", "BRA", "troops")),
        (
            "Japan is not opposed to sending minesweepers to the Strait of Hormuz, its government said.",
            ("undecided", "JPN", "demining.naval"),
        ),
        ("Canada has no plans to lift sanctions on Venezuela.", ("refusal", "CAN", "sanctions")),
        ("Chile promised not to send weapons to either side.", ("pledge", "CHL", "equipment")),
        ("Qatar urged Israel to accept a ceasefire.", ("request", "QAT", "ceasefire")),
        ("Israel rejected the ceasefire.", ("rejection", "ISR", "ceasefire")),
        (
            "Australia expressed its readiness to train Fijian soldiers.",
            ("offer", "AUS", "training"),
        ),
        (
            "Troops will not be sent to Mali by Chad, its president said.",
            ("refusal", "TCD", "troops"),
        ),
    ],
)
def test_constructions(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in acts(read(text))


def test_but_gives_each_half_its_own_polarity(read: Read) -> None:
    found = acts(
        read(
            "Italian Prime Minister Giorgia Meloni said her country would not send troops to Libya but was prepared to train Libyan soldiers."
        )
    )
    assert ("refusal", "ITA", "troops") in found
    assert ("offer", "ITA", "training") in found


def test_conditions_keep_their_trigger_and_their_words(read: Read) -> None:
    (statement,) = [
        s
        for s in read(
            "Ghana will send troops to Mali once a ceasefire or a peace agreement is signed."
        )
        if s.contribution == "troops"
    ]
    assert {str(c.trigger) for c in statement.conditions} == {"ceasefire", "peace_agreement"}
    assert {c.alternative for c in statement.conditions} == {"a"}


def test_amounts_keep_their_bound(read: Read) -> None:
    (statement,) = read("Norway will give up to 30 million euros in humanitarian aid to Yemen.")
    (amount,) = statement.amounts
    assert (amount.value, amount.unit, str(amount.bound)) == (30_000_000, "EUR", "up_to")
    assert statement.recipient == "YEM"


def test_an_unnamed_official_stays_the_source(read: Read) -> None:
    found = read("A White House official said Trump had urged Japan to stop buying Russian gas.")
    (statement,) = found
    assert (statement.act, statement.actor.id, statement.recipient) == ("request", "USA", "JPN")
    assert statement.attribution == "anonymous"


def test_experts_and_critics_speak_for_no_state(read: Read) -> None:
    assert read("Analysts say France will send troops to Niger.") == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(alphabet="Italy will not send troops\"“”'\n.,;:🙂אب ", max_size=200))
def test_any_text_is_read_without_a_crash_and_with_exact_spans(reader: Reader, text: str) -> None:
    report = prepare(Report(id="x", text="Italy will not send troops to Mali. " + text))
    for statement in next(iter(reader.read([report], load_codebook()))).statements:
        for evidence in statement.evidence:
            assert report.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    "text",
    [
        "Italy will send troops " + "and then more troops " * 1700,
        "ITALY WILL NOT SEND TROOPS TO MALI. FRANCE WILL.",
        '"' * 400,
        "Italy\twill\tsend\ttroops\nFrance\tno\tno",
        "Italy will 🙂 send troops 🙂 to Mali.",
    ],
)
def test_odd_texts_are_bounded(read: Read, text: str) -> None:
    for statement in read(text):
        for evidence in statement.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Denmark is pulling its last 350 soldiers out of Mali.", ("withdrawal", "troops")),
        ("Denmark is pulling the last of its tired soldiers out.", ("withdrawal", "troops")),
        ("Denmark is pulling out its soldiers.", ("withdrawal", "troops")),
        ("Denmark has cut its emissions.", ("delivery", "emissions")),
        ("Denmark's goal is to cut emissions.", ("intention", "emissions")),
    ],
)
def test_taking_away_is_a_withdrawal_unless_it_is_what_is_promised(
    reader, text: str, position: tuple[str, str]
) -> None:
    report = Report(id="x", text=text)
    (statement,) = next(iter(reader.read([report], load_codebook()))).statements
    assert (statement.act.value, statement.contribution) == position
