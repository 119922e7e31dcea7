"""What is told as long past is background; the same told as news is a position."""

from __future__ import annotations

import pytest
from tests.read.coding import misread, told

from onrecord.read import Reader

LONG_PAST = (
    "Egypt signed a peace treaty with Israel in 1979.",
    "In 1994 Ukraine agreed to give up its nuclear weapons.",
    "Peru signed a ceasefire with Ecuador in 1995.",
    "Colombia agreed to a ceasefire with the rebels in 2016.",
    "Norway sent troops to Lebanon in 1978.",
    "Sweden suspended its aid to Mali in 2022.",
    "Britain promised troops to Poland nine decades ago.",
    "Britain and China signed a peace agreement a century ago.",
    "Denmark promised fighter jets to Ukraine years ago.",
)
NEWS = (
    ("Egypt signed a peace treaty with Israel this week.", "EGY delivery peace_agreement"),
    ("Peru signed a ceasefire with Ecuador on Monday.", "PER delivery ceasefire"),
    ("Norway sent troops to Lebanon on Tuesday.", "NOR delivery troops"),
    ("Sweden suspended its aid to Mali on Monday.", "SWE withdrawal funding"),
    ("Denmark promised fighter jets to Ukraine last week.", "DNK pledge equipment"),
    ("Ghana promised in July 2025 to send troops to Haiti.", "GHA pledge troops"),
)
BESIDE = (
    ("Spain will send troops to Lebanon, as it did in 2006.", "ESP pledge troops"),
    ("In 1994 Ukraine agreed to give up its nuclear weapons, and it will not send its soldiers abroad.", "UKR refusal troops"),
    ("Japan pledged 2 billion dollars to Ukraine in 2022 and will send generators this winter.", "JPN pledge equipment"),
)  # fmt: skip


def test_what_was_done_years_before_the_report_is_background(reader: Reader) -> None:
    found = zip(LONG_PAST, told(reader, LONG_PAST), strict=True)
    assert [text for text, statements in found if statements] == []


@pytest.mark.parametrize("cases", [NEWS, BESIDE])
def test_news_is_a_position_also_beside_history(
    reader: Reader, cases: tuple[tuple[str, str], ...]
) -> None:
    assert misread(reader, cases) == {}


def test_the_same_words_are_news_in_a_report_of_their_day(reader: Reader) -> None:
    (then,) = told(
        reader, ["Colombia agreed to a ceasefire with the rebels in 2016."], published="2016-08-29"
    )
    assert [s.actor.id for s in then] == ["COL"]
