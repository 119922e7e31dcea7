import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.dates import find_dates
from onrecord.text.relative import find_when, resolve_when

DAY = "2025-09-05"  # a Friday


def ends(words: str, published: str | None = DAY) -> tuple[str | None, str | None] | None:
    when = resolve_when(words, published=published)
    return None if when is None else (when.first, when.last)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in the coming days", "2025-09-05", "2025-09-11"),
        ("in the coming weeks", "2025-09-05", "2025-10-03"),
        ("over the next five years", "2025-09-05", "2030-09-05"),
        ("within two years", "2025-09-05", "2027-09-05"),
        ("in two to three weeks", "2025-09-05", "2025-09-26"),
        ("in the next 48 hours", "2025-09-05", "2025-09-07"),
        ("within days", "2025-09-05", "2025-09-11"),
        ("by 2035", None, "2035-12-31"),
        ("before 2030", None, "2029-12-31"),
        ("before the end of the year", None, "2025-12-31"),
        ("by the end of the year", None, "2025-12-31"),
        ("by the end of next week", None, "2025-09-14"),
        ("by mid-2026", None, "2026-08-31"),
        ("by Friday", None, "2025-09-05"),
        ("no later than 1 October 2025", None, "2025-10-01"),
        ("until the end of September", None, "2025-09-30"),
        ("from next month", "2025-10-01", None),
        ("starting in January", "2026-01-01", None),
        ("since March", "2025-03-01", None),
        ("as of 2027", "2027-01-01", None),
        ("after 2030", "2031-01-01", None),
        ("in 2026", "2026-01-01", "2026-12-31"),
        ("for 2025 and 2026", "2025-01-01", "2026-12-31"),
        ("between 2025 and 2029", "2025-01-01", "2029-12-31"),
        ("from May to October", "2025-05-01", "2025-10-31"),
        ("in early 2026", "2026-01-01", "2026-04-30"),
        ("in the second half of 2026", "2026-07-01", "2026-12-31"),
        ("in the first quarter of 2026", "2026-01-01", "2026-03-31"),
        ("this year", "2025-01-01", "2025-12-31"),
        ("later this year", "2025-09-05", "2025-12-31"),
        ("next month", "2025-10-01", "2025-10-31"),
        ("next week", "2025-09-08", "2025-09-14"),
        ("this weekend", "2025-09-06", "2025-09-07"),
        ("next spring", "2026-03-01", "2026-05-31"),
        ("in January", "2026-01-01", "2026-01-31"),
        ("in August", "2025-08-01", "2025-08-31"),
        ("tomorrow", "2025-09-06", "2025-09-06"),
        ("yesterday", "2025-09-04", "2025-09-04"),
        ("three days ago", "2025-09-02", "2025-09-02"),
        ("on Thursday", "2025-09-04", "2025-09-04"),
        ("on Saturday", "2025-09-06", "2025-09-06"),
        ("next Monday", "2025-09-08", "2025-09-08"),
        ("last Monday", "2025-09-01", "2025-09-01"),
        ("on September 4", "2025-09-04", "2025-09-04"),
        ("on 4/9", "2025-09-04", "2025-09-04"),
        ("a 30-day truce from 12 September", "2025-09-12", "2025-10-11"),
    ],
)
def test_time_phrases_count_from_the_reports_day(
    words: str, first: str | None, last: str | None
) -> None:
    assert ends(words) == (first, last)
    assert [w for _, _, w in find_when(f"It will end {words}, he said.")] == [words]


def test_without_a_year_only_what_needs_none_is_told() -> None:
    assert ends("in the coming days", "--09-05") == ("--09-05", "--09-11")
    assert ends("from next month", "--09-05") == ("--10-01", None)
    assert ends("by 2035", "--09-05") == (None, "2035-12-31")
    assert ends("on Thursday", "--09-05") is None
    assert ends("next year", "--09-05") is None
    assert ends("in the coming days", None) is None
    assert ends("in 2026", None) == ("2026-01-01", "2026-12-31")


def test_a_numeric_date_is_read_as_the_whole_report_reads_it() -> None:
    text = "On 10/5, in Kyiv, they called for a 30-day ceasefire from 12/5; nothing came of it."
    dates = find_dates(text, published="2025-09-22", language="en")
    found = [resolve_when(w, published="2025-09-22", dates=dates) for _, _, w in find_when(text)]
    assert [(w.first, w.last) for w in found if w] == [
        ("2025-05-10", "2025-05-10"), ("2025-05-12", "2025-06-10"),
    ]  # fmt: skip


def test_a_date_with_two_readings_keeps_both() -> None:
    when = resolve_when("by 5/6", published=DAY)
    assert when is not None
    assert (when.first, when.last) == (None, None)
    assert set(when.readings) == {"2025-06-05", "2025-05-06"}


@pytest.mark.parametrize(
    "text",
    [
        "The budget of 2025 soldiers", "It rose by 2.5 points", "for the first time in 20 years",
        "at the end of the day", "They may march on", "The Thursday's summit", "a five-year-old child",
        "in 2000 villages",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_time_is_left(text: str) -> None:
    assert find_when(text) == []


def test_a_phrase_may_run_over_a_line_break() -> None:
    ((_, _, words),) = find_when("It will be agreed in the\ncoming days.")
    assert ends(words) == ("2025-09-05", "2025-09-11")


def test_the_hand_coded_times_that_stand_in_their_own_evidence(root: Path) -> None:
    """Every coded time whose words stand in the statement's own evidence is found and resolved."""
    told = right = 0
    for path in sorted((root / "tests" / "gold").glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        published = raw["report"]["published"]
        dates = find_dates(raw["report"]["text"], published=published, language="en")
        for statement in raw["statements"]:
            if statement["when"] is None:
                continue
            quotes = [e["quote"] for e in statement["evidence"]]
            found = [
                resolve_when(w, published=published, dates=dates)
                for q in quotes
                for *_, w in find_when(q)
            ]
            wanted = (statement["when"]["from"], statement["when"]["to"])
            told += bool(found)
            right += wanted in [(w.first, w.last) for w in found if w]
    assert told >= 15
    assert right / told >= 0.95


@given(
    st.lists(
        st.sampled_from(
            "by in the coming end of last next 2 30 2035 9999 5/6 days weeks year decades ago on Friday May from to quarter first".split()
        ),
        max_size=7,
    ),
    st.sampled_from([None, DAY, "--02-29", "9999-12-31", "0001-01-01", "junk"]),
)
def test_any_words_resolve_or_not_without_an_error(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    for start, end, found in find_when(text):
        assert text[start:end] == found
        when = resolve_when(found, published=published)
        if when and when.first and when.last and not when.first.startswith("--"):
            assert when.first <= when.last
    resolve_when(text, published=published)
