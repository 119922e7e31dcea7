import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.dates import find_dates, parse_published

SEED = "They met in Paris on 4/9. On 3/9, the president warned them."


def values(text: str, published: str | None = None, language: str = "en") -> list[str | None]:
    return [d.value for d in find_dates(text, published=published, language=language)]


def settled_by(text: str, published: str | None = None, language: str = "en") -> str | None:
    return find_dates(text, published=published, language=language)[-1].settled_by


def test_publication_date_settles_day_and_month() -> None:
    assert values(SEED, "2025-09-05") == ["2025-09-04", "2025-09-03"]
    assert values(SEED, "--09-05") == ["--09-04", "--09-03"]
    assert values(SEED, "2025-04-10") == ["2025-04-09", "2025-03-09"]
    assert values("They met on 9/4.", "2025-09-05") == ["2025-09-04"]


def test_an_american_looking_date_is_never_settled_by_its_order() -> None:
    (date,) = find_dates("The vote is on 5/6.", published=None, language="en-US")
    assert date.value is None
    assert set(date.readings) == {"--06-05", "--05-06"}
    assert values("The vote is on 5/6.", None, "de") == ["--06-05"]
    assert values("The vote is on 5/6.", None, "en-GB") == ["--06-05"]


def test_what_the_report_shows_goes_before_its_publication_date() -> None:
    # 27/3 shows that the day comes first, so 9/5 in a report of September is 9 May.
    assert values("On 27/3 they met, on 9/5 again.", "2025-09-05")[1] == "2025-05-09"
    assert values("On 3/27 they met, on 9/5 again.", "2025-09-05")[1] == "2025-09-05"
    assert values("It was on Thursday 4/9 that", "2025-09-05") == ["2025-09-04"]
    assert settled_by("It was on Thursday 4/9 that", "2025-09-05") == "the weekday beside it"
    assert values("On 9/5 they met. The 9 May talks failed.", "2025-09-07") == [
        "2025-05-09",
        "2025-05-09",
    ]


def test_numeric_dates_are_settled_together_and_never_far_ahead() -> None:
    text = "On 10/5, in Kyiv, they called for a truce from 12/5; nothing came of it."
    assert values(text, "2025-09-22") == ["2025-05-10", "2025-05-12"]
    assert values("On 4/9 and on 3/9 they met.") == ["--09-04", "--09-03"]


def test_another_date_of_the_report_settles_and_no_year_is_invented() -> None:
    assert values("On 4/9 they met. On September 3 he spoke.") == ["--09-04", "--09-03"]


def test_nothing_settles_a_lone_numeric_date() -> None:
    (date,) = find_dates("The vote is on 5/6.", published="2025-09-05", language="en")
    assert date.value is None
    assert date.settled_by is None
    assert set(date.readings) == {"2025-06-05", "2025-05-06"}


def test_a_day_over_twelve_needs_no_settling() -> None:
    assert values("It began on 28/2/2025.") == ["2025-02-28"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on September 4, 2025", "2025-09-04"), ("on 4 September", "2025-09-04"),
        ("on Sept 4", "2025-09-04"), ("on Sept. 4th", "2025-09-04"), ("on 04.09.2025", "2025-09-04"),
        ("on the 4th of September 2025", "2025-09-04"), ("at 2025-09-04T18:30Z", "2025-09-04"),
        ("on 4-Sep-2025", "2025-09-04"), ("on 4/9/25", "2025-09-04"), ("on 2025/9/4", "2025-09-04"),
        ("on 28 December", "2024-12-28"), ("by 1 January", "2026-01-01"), ("on May 5", "2025-05-05"),
    ],
)  # fmt: skip
def test_ways_of_writing_a_date(text: str, expected: str) -> None:
    assert values(f"It was agreed {text}, they said.", "2025-09-05") == [expected]


def test_a_range_of_days_is_two_dates() -> None:
    assert values("the summit of 4-6 September 2025") == ["2025-09-04", "2025-09-06"]
    assert values("on September 4 and 6, 2025") == ["2025-09-04", "2025-09-06"]
    assert values("On September 4 and 26 countries agreed.") == ["--09-04"]


@pytest.mark.parametrize(
    "text",
    [
        "open 24/7", "the 9/11 attacks", "a 50/50 chance", "won 3/4 of seats", "room 12/3B", "a 2/3 majority",
        "rated 9/10", "page 4/9", "version 1.2.3", "address 10.0.0.1", "https://x.org/2025/09/04/report",
        "they may 5 times", "will march 10 miles", "In September 20 countries agreed", "at 4.9 percent",
        "grew by 3.5", "a 7/5 score", "call 020 7/8", "on 4/9 points",
    ],
)  # fmt: skip
def test_fractions_and_idioms_are_no_dates(text: str) -> None:
    assert values(text, "2025-09-05") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2025-09-05T08:00:00Z", "2025-09-05"), ("Fri, 05 Sep 2025 08:00:00 GMT", "2025-09-05"),
        ("5 September 2025", "2025-09-05"), ("20250905T101010", "2025-09-05"), ("--09-05", "--09-05"),
        ("13/9/2025", "2025-09-13"), ("4/9/2025", None), ("2025-09", None), ("yesterday", None),
        ("2025-13-45", None), ("", None),
    ],
)  # fmt: skip
def test_publication_dates_as_metadata_write_them(words: str, value: str | None) -> None:
    assert parse_published(words)[0] == value
    assert bool(parse_published(words)[1]) is (words == "4/9/2025")


@given(
    st.text(st.sampled_from("0123456789/.-, on May Sept"), max_size=60),
    st.sampled_from(
        [None, "2025-09-05", "--02-29", "2024-02-29", "0001-01-01", "9999-12-31", "junk"]
    ),
)
def test_mentions_are_in_order_inside_the_text_and_complete(
    text: str, published: str | None
) -> None:
    last = 0
    for mention in find_dates(text, published=published, language=None):
        assert last <= mention.start < mention.end <= len(text)
        assert (mention.value is None) == (len(mention.readings) == 2)
        assert (mention.value is None) == (mention.settled_by is None)
        last = mention.end
