"""Runs of spaces are looked past; what is found keeps its places in the text."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.amounts import find_amounts


@given(st.lists(st.integers(min_value=1, max_value=4), min_size=8, max_size=8))
def test_amounts_are_found_however_words_are_spaced(gaps: list[int]) -> None:
    words = "Germany promised up to 180 million euros for Sudan".split()
    text = "".join(w + " " * g for w, g in zip(words, [*gaps, 1], strict=True))
    (found,) = find_amounts(text)
    assert (found.amount.value, found.amount.unit, found.amount.bound.value) == (
        180e6,
        "EUR",
        "up_to",
    )
    assert text[found.start : found.end] == found.words
    assert found.words.split() == ["180", "million", "euros"]
