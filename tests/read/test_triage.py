"""Triage keeps what may be a statement, and tells why it leaves out the rest."""

import pytest

from onrecord.codebooks import load_codebook
from onrecord.collect import prepare
from onrecord.model.report import Report
from onrecord.read.grammar.reader import GrammarReader


def _reading(text: str, reader: GrammarReader):
    report = prepare(Report(id="x", text=text, published="2025-09-05"))
    return next(iter(reader.read([report], load_codebook())))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will not send troops to Haiti. Ghana might.",
        "Kenya and Ghana met to discuss a peacekeeping force. Germany will decide later.",
        "Kenya offered 300 soldiers. Ghana has ruled that out.",
        "Ten states offered troops. The ten are Kenya, Ghana, Togo, Benin, Chad, Mali and Niger.",
        "Kenya will send troops to Haiti. How many soldiers, the president did not say.",
        "Troops will be deployed to Haiti, Kenya said.",
        "Kenya is in charge of training.",
        "Ghana called a truce unacceptable.",
    ],
)
def test_what_is_told_elsewhere_in_the_report_is_not_lost(text: str) -> None:
    with_triage, without = GrammarReader(), GrammarReader(triage=False)
    assert _reading(text, with_triage).statements == _reading(text, without).statements
    assert _reading(text, with_triage).statements


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("My neighbour promised to feed the cat while we were away.", "nobody"),
        ("Kenya promised more of the same.", "names anything the codebook codes"),
        ("Will Kenya pledge 300 soldiers to Haiti?", "a question"),
        ("Kenya's papers told of the pledge of soldiers.", "no predicate"),
    ],
)
def test_each_sentence_left_out_has_its_own_reason(text: str, reason: str) -> None:
    reading = _reading(text, GrammarReader())
    assert reading.statements == ()
    (left,) = reading.left_out
    assert reason in left.reason
    assert left.cue


def test_a_sentence_without_a_cue_is_left_without_a_word() -> None:
    reading = _reading("The weather in Nairobi was fine on Friday.", GrammarReader())
    assert (reading.statements, reading.left_out) == ((), ())


def test_reports_read_together_give_what_each_gives_alone() -> None:
    texts = [f"Kenya will send {n} soldiers to Haiti. It won't train police." for n in range(20)]
    reports = [prepare(Report(id=f"r{n}", text=t)) for n, t in enumerate(texts)]
    together = list(GrammarReader().read(reports, load_codebook()))
    alone = [next(iter(GrammarReader().read([r], load_codebook()))) for r in reports]
    assert together == alone
