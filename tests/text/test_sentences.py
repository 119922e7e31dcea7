from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotes import quoted_spans
from onrecord.text.sentences import MAX_SENTENCE_CHARS, sentences


def texts(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


def test_abbreviations_and_initials_do_not_end_a_sentence() -> None:
    assert texts("Mr. J. Smith of the U.S. Senate left. He is back.") == [
        "Mr. J. Smith of the U.S. Senate left.",
        "He is back.",
    ]
    assert texts("É.M. Cioran met P.V. Rao. They left.") == [
        "É.M. Cioran met P.V. Rao.",
        "They left.",
    ]


def test_a_line_ends_a_sentence_but_a_wrapped_line_does_not() -> None:
    assert texts("Headline\nBody one.") == ["Headline", "Body one."]
    assert texts("The talks went on\nuntil midnight.") == ["The talks went on\nuntil midnight."]


def test_skipped_stretches_are_in_no_sentence() -> None:
    text = "PARIS (AFP) - Italy will not go."
    assert [text[s.start : s.end] for s in sentences(text, [(0, 14)])] == ["Italy will not go."]


@given(st.text(max_size=400))
def test_sentences_are_in_order_without_overlap_and_within_the_text(text: str) -> None:
    last = 0
    for sentence in sentences(text):
        assert last <= sentence.start < sentence.end <= len(text)
        assert sentence.end - sentence.start <= MAX_SENTENCE_CHARS
        last = sentence.end


@given(st.text(alphabet="ab \"“”'’‘\n.,", max_size=120))
def test_quotations_are_in_order_and_within_the_text(text: str) -> None:
    last = 0
    for start, end in quoted_spans(text):
        assert last <= start <= end <= len(text)
        assert "\n" not in text[start:end]
        last = end


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "He said: “We will go\nItaly stays."
    assert [text[a:b] for a, b in quoted_spans(text)] == ["We will go"]
