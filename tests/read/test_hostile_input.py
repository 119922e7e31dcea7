"""Whatever a report holds, reading ends soon, fails on nothing, and every span is exact."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.codebooks import load_codebook
from onrecord.collect import prepare
from onrecord.model.report import Report
from onrecord.text.sentences import MAX_SENTENCE_CHARS, sentences

SENTENCE = "France will send 500 soldiers to Mali after a ceasefire"

TEXTS = {
    "a sentence of 5,000 words": f"{SENTENCE} and " * 460,
    "no sentence end": f"{SENTENCE} while Kenya said it will not " * 300,
    "only quotation marks": "“”\"'’«»" * 2_000,
    "unclosed quotations": "“France will send troops, " * 500,
    "marks that do not pair": "\"France\" \"will\" send 'troops \"” to Mali " * 300,
    "right to left": "فرنسا سترسل قوات إلى مالي بعد وقف إطلاق النار. " * 200,
    "both directions": "\u202bفرنسا\u202c France will send troops\u200f to Mali. " * 200,
    "emoji": "🇫🇷🚀👩‍👩‍👧 France will send 🪖 troops to Mali 🎉. " * 200,
    "a table flattened to text": " ".join(f"France {i} soldiers | Mali {i} none |" for i in range(2_000)),
    "all capitals": f"{SENTENCE.upper()}. " * 200,
    "another language": "Der Kanzler sagte, Deutschland werde keine Truppen nach Mali schicken. " * 200,
    "nine thousand copies": f"{SENTENCE}. " * 9_000,
    "only full stops": "." * 20_000,
    "one word": "a" * 100_000,
    "abbreviations": "U.S. " * 10_000,
    "line ends": "\n" * 50_000 + SENTENCE,
    "nested sayings": "France said that Mali said that " * 500,
    "control characters": "France\x00 will\u200b send\x07 troops to Mali. " * 200,
}  # fmt: skip


def _read(reader, text: str):
    report = prepare(Report(id="x", text=text, published="2025-09-05"))
    (reading,) = reader.read([report], load_codebook())
    return reading, report


def _faults(reading, report) -> list:
    """Spans that are not in the text as quoted, and what is left out without a reason."""
    shown = [e for s in reading.statements for e in s.evidence]
    wrong = [e for e in shown if report.text[e.start : e.end] != e.quote]
    bare = [
        left
        for left in reading.left_out
        if not (left.reason and 0 <= left.start < left.end <= len(report.text))
    ]
    return [*wrong, *bare]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_hostile_reports_are_read_with_exact_spans(reader, text: str) -> None:
    assert _faults(*_read(reader, text)) == []


def test_a_run_without_an_end_is_read_in_parts_and_the_reason_says_so(reader) -> None:
    reading, report = _read(reader, "France will regularly ask of someone for something and " * 120)
    assert any("cut at 1,200 characters" in left.reason for left in reading.left_out)
    assert all(s.end - s.start <= MAX_SENTENCE_CHARS for s in sentences(report.text))


def test_a_sentence_of_too_many_marks_is_not_parsed_and_the_reason_says_so(reader) -> None:
    reading, _ = _read(reader, "France will send troops to Mali " + "( ) " * 250)
    assert [left.reason for left in reading.left_out] == [
        "not parsed: more words and marks than one sentence may have"
    ]


def test_a_sentence_said_over_and_over_is_one_statement_with_bounded_evidence(reader) -> None:
    reading, _ = _read(reader, f"{SENTENCE}. " * 300)
    (statement,) = reading.statements
    assert 1 <= len(statement.evidence) <= 10
    assert any("the same sentence" in left.reason for left in reading.left_out)


_PIECES = st.sampled_from(
    [*"\"“”'‘’«»().,;:!?-–\n\t ", "France", "Italy's", "will", "won't", "not", "send", "pledged",
     "troops", "$5 billion", "said", "that", "if", "he", "🚀", "قوات", "e\u0301", "U.S.", "\u200b"]
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pieces=st.lists(_PIECES, max_size=60), glue=st.sampled_from([" ", ""]))
def test_any_medley_of_words_and_marks_is_read_with_exact_spans(reader, pieces, glue) -> None:
    assert _faults(*_read(reader, glue.join(pieces))) == []
