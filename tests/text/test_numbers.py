"""Numbers in digits and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.vocabulary import AmountBound
from onrecord.text.numbers import find_numbers, parse_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("26", 26),
        ("Twenty-six", 26),
        ("thirty five", 35),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("a hundred", 100),
        ("one hundred and twenty", 120),
        ("two hundred and six thousand four", 206_004),
        ("25,000", 25_000),
        ("25 000".replace(" ", "\u00a0"), 25_000),
        ("1.000.000", 1_000_000),
        ("3.5", 3.5),
        ("1,5 billion", 1.5e9),
        ("2.5 million", 2.5e6),
        ("300bn", 3e11),
        ("50m", 5e7),
        ("5k", 5_000),
        ("1.3tn", 1.3e12),
        ("half a billion", 5e8),
        ("a quarter of a million", 250_000),
        ("two and a half million", 2.5e6),
        ("one and a half billion", 1.5e9),
        ("500 crore", 5e9),
        ("a few hundred", 300),
        ("tens of thousands", 20_000),
        ("hundreds", 200),
    ],
)
def test_a_number_has_its_value(words: str, value: float) -> None:
    assert parse_number(words) == pytest.approx(value)


@pytest.mark.parametrize("words", ["", "the", "26th", "many", "four-star general", "€", "a"])
def test_what_is_no_number_has_no_value(words: str) -> None:
    assert parse_number(words) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twenty-six of 35 states", ["Twenty-six", "35"]),
        ("two and three brigades", ["two", "three"]),
        ("seven billion kroner, $5bn", ["seven billion", "5bn"]),
        ("F-16 jets and B-52 bombers", []),
        ("EUR522m", ["522m"]),
        ("one million shells", ["one million"]),
        ("someone, often, tension", []),
    ],
)
def test_numbers_are_found_whole(text: str, found: list[str]) -> None:
    assert [mention.words for mention in find_numbers(text)] == found


def test_vague_numbers_say_so() -> None:
    bounds = {m.words: m.bound for m in find_numbers("tens of thousands, a few hundred, 300")}
    assert bounds == {
        "tens of thousands": AmountBound.AT_LEAST,
        "a few hundred": AmountBound.ABOUT,
        "300": AmountBound.EXACT,
    }


@given(st.integers(0, 999_999_999))
def test_digits_with_separators_are_read_back(value: int) -> None:
    assert parse_number(f"{value:,}") == value


_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "x x twenty thirty forty fifty sixty seventy eighty ninety".split()


def _in_words(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    if value < 1000:
        rest = f" and {_in_words(value % 100)}" if value % 100 else ""
        return f"{_ONES[value // 100]} hundred{rest}"
    rest = f" {_in_words(value % 1000)}" if value % 1000 else ""
    return f"{_in_words(value // 1000)} thousand{rest}"


@given(st.integers(0, 999_999))
def test_numbers_in_words_are_read_back(value: int) -> None:
    assert parse_number(_in_words(value)) == value


@given(st.text(alphabet="0123456789,. -abmnkof thousdhireq$€\n", max_size=80))
def test_every_number_found_is_exactly_its_words(text: str) -> None:
    end = 0
    for mention in find_numbers(text):
        assert text[mention.start : mention.end] == mention.words
        assert mention.start >= end
        end = mention.end
