"""Amounts: what is counted, how it is bounded, over what time, in what form, part of what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.amounts import find_amounts

MONEY = [
    ("Sweden will give €500 million", 5e8, "EUR"),
    ("a package of 2 billion euros", 2e9, "EUR"),
    ("EUR522m for Sudan", 5.22e8, "EUR"),
    ("USD 5 million", 5e6, "USD"),
    ("US$1.45bn", 1.45e9, "USD"),
    ("$30 million", 3e7, "USD"),
    ("C$2 billion", 2e9, "CAD"),
    ("up to Can$500 million", 5e8, "CAD"),
    ("4.5 billion Canadian dollars", 4.5e9, "CAD"),
    ("A$100 million", 1e8, "AUD"),
    ("£1.6bn", 1.6e9, "GBP"),
    ("813 million pounds", 8.13e8, "GBP"),
    ("5 billion Egyptian pounds", 5e9, "EGP"),
    ("¥600 billion", 6e11, "JPY"),
    ("360 billion yuan", 3.6e11, "CNY"),
    ("30 billion Norwegian kroner", 3e10, "NOK"),
    ("1.5 billion Danish kroner", 1.5e9, "DKK"),
    ("SEK 16 billion", 1.6e10, "SEK"),
    ("2 billion zlotys", 2e9, "PLN"),
    ("100 million Swiss francs", 1e8, "CHF"),
    ("a 500m-euro loan", 5e8, "EUR"),
    ("50 million riyals", 5e7, "SAR"),
]


@pytest.mark.parametrize(("text", "value", "unit"), MONEY)
def test_money_has_its_currency(text: str, value: float, unit: str) -> None:
    (mention,) = find_amounts(text)
    assert (mention.amount.value, mention.amount.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "around", "unit"),
    [
        ("about seven billion kroner", "Norway said on Sunday", "NOK"),
        ("about seven billion kroner", "Denmark's parliament", "DKK"),
        ("2 billion rupees", "Pakistan asked the bank", "PKR"),
    ],
)
def test_a_shared_currency_name_is_settled_by_the_report(text: str, around: str, unit: str) -> None:
    assert find_amounts(text, around=around)[0].amount.unit == unit


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("8,000 soldiers", "exact"),
        ("up to 8,000 soldiers", "up_to"),
        ("as many as 8,000 soldiers", "up_to"),
        ("no more than 8,000 soldiers", "up_to"),
        ("fewer than 8,000 soldiers", "up_to"),
        ("at least 8,000 soldiers", "at_least"),
        ("more than 8,000 soldiers", "at_least"),
        ("no fewer than 8,000 soldiers", "at_least"),
        ("a minimum of 8,000 soldiers", "at_least"),
        ("about 8,000 soldiers", "about"),
        ("some 8,000 soldiers", "about"),
        ("nearly 8,000 soldiers", "about"),
        ("close to 8,000 soldiers", "about"),
        ("8,000 soldiers or more", "at_least"),
        ("8,000 soldiers at most", "up_to"),
        ("members sign up to 8,000 soldiers", "exact"),
        ("up to a further 8,000 soldiers", "up_to"),
    ],
)
def test_a_bound_is_never_dropped(text: str, bound: str) -> None:
    (mention,) = find_amounts(text)
    assert (mention.amount.value, mention.amount.bound) == (8000, bound)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 25,000 and 30,000 soldiers", 25_000, 30_000, "persons"),
        ("25,000 to 30,000 soldiers", 25_000, 30_000, "persons"),
        ("$5-10 billion", 5e9, 1e10, "USD"),
        ("between $5 and $10 billion", 5e9, 1e10, "USD"),
        ("two to three million euros", 2e6, 3e6, "EUR"),
    ],
)
def test_a_range_keeps_both_ends(text: str, low: float, high: float, unit: str) -> None:
    (mention,) = find_amounts(text)
    amount = mention.amount
    assert (amount.value, amount.high, amount.unit, amount.bound) == (low, high, unit, "range")


def test_of_a_change_only_the_result_is_the_amount() -> None:
    (mention,) = find_amounts("It will raise spending from 2 to 3.5 percent of GDP by 2035.")
    assert (mention.amount.value, mention.amount.high) == (3.5, None)


@pytest.mark.parametrize(
    ("text", "unit", "of"),
    [
        ("3.5 percent of GDP", "percent_gdp", None),
        ("5% of gross domestic product", "percent_gdp", None),
        ("cut emissions by 55 per cent", "percent", None),
        ("20,000 troops", "persons", None),
        ("a 1,000-strong police mission", "persons", None),
        ("3,000 Afghan refugees", "persons", None),
        ("18 Leopard 2 tanks", "items", "Leopard 2 tanks"),
        ("5,000 air defence missiles", "items", "air defence missiles"),
        ("500,000 tonnes of grain", "items", "tonnes of grain"),
        ("two battalions", "items", "battalions"),
        ("a company-sized combat unit", "items", "company-sized combat unit"),
    ],
)
def test_what_is_counted_is_told_apart(text: str, unit: str, of: str | None) -> None:
    (mention,) = find_amounts(text)
    assert (mention.amount.unit, mention.amount.of) == (unit, of)


@pytest.mark.parametrize(
    "text",
    [
        "Ten countries will send soldiers",
        "on 4 September 2025",
        "F-16 fighter jets",
        "26 of 35 states",
        "one in five soldiers",
        "for three years",
        "Article 5",
    ],
)
def test_numbers_that_count_no_contribution_are_left(text: str) -> None:
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("$300 billion a year by 2035", "per year"),
        ("$10bn annually", "per year"),
        ("2.5 billion euros for 2025 and 2026", "2025-2026"),
        ("500 million euros in aid to Sudan in 2025", "2025"),
        ("$40 billion from 2025 to 2029", "2025-2029"),
        ("$1 billion through 2030", "to 2030"),
        ("¥600 billion over five years", "5 years"),
        ("500 million euros by 2030", None),
        ("£4.5 billion this year", "2025"),
        ("£4.5 billion next year", "2026"),
        ("EUR 522 million, or about SEK 5.8 billion, in aid in 2025", "2025"),
    ],
)
def test_the_time_that_money_runs_over_is_kept(text: str, period: str | None) -> None:
    (mention,) = find_amounts(text, published="2025-09-05")
    assert mention.amount.period == period


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("a £2.2 billion loan", "loan"),
        ("A loan of 2.2 billion pounds", "loan"),
        ("Norway will lend up to 30 billion kroner", "loan"),
        ("a €200 million grant", "grant"),
        ("$5 billion in loan guarantees", "guarantee"),
        ("missiles worth 1.6 billion pounds", "in_kind"),
        ("$400 million worth of weapons", "in_kind"),
        ("$30 million for Gavi", None),
    ],
)
def test_loan_and_grant_are_kept_apart(text: str, instrument: str | None) -> None:
    amounts = [m.amount for m in find_amounts(text)]
    assert [a.instrument for a in amounts] == [instrument]


def test_parts_of_a_total_are_marked() -> None:
    text = "5.8 billion euros for Syria - 4.2 billion in grants and 1.6 billion in loans"
    amounts = [m.amount for m in find_amounts(text)]
    assert [(a.value, a.unit, a.instrument, a.part_of_total) for a in amounts] == [
        (5.8e9, "EUR", None, False),
        (4.2e9, "EUR", "grant", True),
        (1.6e9, "EUR", "loan", True),
    ]


def test_what_is_included_is_a_part() -> None:
    amounts = [m.amount for m in find_amounts("$3bn a year, including up to $500m for drones")]
    assert [(a.value, a.bound, a.part_of_total) for a in amounts] == [
        (3e9, "exact", False),
        (5e8, "up_to", True),
    ]


def test_a_share_of_the_sum_is_a_part() -> None:
    amounts = [m.amount for m in find_amounts("asked for $1.3 trillion, most of it in grants")]
    assert [(a.value, a.unit, a.bound, a.instrument, a.part_of_total) for a in amounts] == [
        (1.3e12, "USD", "exact", None, False),
        (50, "percent", "at_least", "grant", True),
    ]


def test_a_conversion_is_the_same_money() -> None:
    text = "two billion Canadian dollars ($1.45 billion) in aid"
    assert [m.amount.unit for m in find_amounts(text)] == ["CAD"]
    assert [m.amount.unit for m in find_amounts(text, conversions=True)] == ["CAD", "USD"]


_PIECES = st.sampled_from(
    ["up to ", "about ", "$", "€", "25,000", "3.5", "two", " million", " billion", "bn", " percent",
     " of GDP", " soldiers", " tanks", " to ", " and ", "between ", " (", ")", ", ", ". ", "most of it",
     " a year", "in 2025", " Danish", " kroner", "a battalion", "\n", "é", "-", "5", "%", " or more"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_every_amount_is_exactly_its_words_and_none_overlap(text: str) -> None:
    end = 0
    for mention in find_amounts(text, published="2025-09-05", around=text):
        assert text[mention.start : mention.end] == mention.words
        assert mention.start >= end
        assert mention.amount.high is None or mention.amount.high > mention.amount.value
        end = mention.end


def _key(amount: dict[str, Any]) -> tuple[Any, ...]:
    names = ("value", "unit", "bound", "high", "period", "instrument")
    return (*(amount.get(name) for name in names), bool(amount.get("part_of_total")))


def test_nine_in_ten_coded_amounts_are_found_in_their_evidence(root: Path) -> None:
    """On the project's own hand-coded reports, with bound, period, form and part all right."""
    right, total = 0, 0
    for path in sorted((root / "tests" / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        report = gold["report"]
        for statement in gold["statements"]:
            quotes = [evidence["quote"] for evidence in statement["evidence"]]
            read = {
                (a.value, a.unit, str(a.bound), a.high, a.period,
                 a.instrument and str(a.instrument), a.part_of_total)
                for quote in quotes
                for a in (
                    m.amount
                    for m in find_amounts(quote, published=report["published"], around=report["text"])
                )
            }  # fmt: skip
            wanted = {_key(amount) for amount in statement["amounts"]}
            right += len(wanted & read)
            total += len(wanted)
    assert total > 60
    assert right / total >= 0.9
