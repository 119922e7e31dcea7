import pytest

from onrecord.text.dates import find_dates
from onrecord.text.relative import find_when, resolve_when

SEED = "They met in Paris on 4/9. On 3/9, the president warned them."


def values(text: str, published: str | None = None) -> list[str | None]:
    return [d.value for d in find_dates(text, published=published, language="en")]


def test_publication_date_settles_day_and_month() -> None:
    assert values(SEED, "2025-09-05") == ["2025-09-04", "2025-09-03"]
    assert values(SEED, "2025-04-10")[0] == "2025-04-09"


def test_another_date_of_the_report_settles_and_no_year_is_invented() -> None:
    assert values("On 4/9 they met. On September 3 he spoke.") == ["--09-04", "--09-03"]


def test_nothing_settles_a_lone_numeric_date() -> None:
    (date,) = find_dates("The vote is on 5/6.", published=None, language="en")
    assert date.value is None
    assert set(date.readings) == {"--06-05", "--05-06"}


def test_a_day_over_twelve_needs_no_settling() -> None:
    assert values("It began on 28/2/2025.") == ["2025-02-28"]


@pytest.mark.parametrize(
    "text", ["open 24/7", "the 9/11 attacks", "a 50/50 chance", "won 3/4 of seats", "room 12/3B"]
)
def test_fractions_and_idioms_are_no_dates(text: str) -> None:
    assert values(text, "2025-09-05") == []


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in the coming days", "2025-09-05", "2025-09-11"),
        ("by 2035", None, "2035-12-31"),
        ("for 2025 and 2026", "2025-01-01", "2026-12-31"),
        ("this year", "2025-01-01", "2025-12-31"),
        ("next month", "2025-10-01", "2025-10-31"),
        ("within two years", "2025-09-05", "2027-09-05"),
        ("by the end of the year", None, "2025-12-31"),
        ("tomorrow", "2025-09-06", "2025-09-06"),
        ("on 4/9", "2025-09-04", "2025-09-04"),
    ],
)
def test_time_phrases_count_from_the_reports_day(words: str, first: str | None, last: str) -> None:
    when = resolve_when(words, published="2025-09-05")
    assert when is not None
    assert (when.first, when.last) == (first, last)
    assert [w for _, _, w in find_when(f"It will end {words}, he said.")] == [words]


def test_without_a_year_the_range_has_none() -> None:
    when = resolve_when("in the coming days", published="--09-05")
    assert when is not None
    assert (when.first, when.last) == ("--09-05", "--09-11")
