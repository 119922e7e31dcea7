"""A commitment in plain words, and the strip that sets reports against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.codebooks import Codebook
from onrecord.model.register import Register
from onrecord.model.statement import Amount, DateRange, Members
from onrecord.model.vocabulary import Act, AmountBound, CountBound, Instrument
from onrecord.publish.lookup import Lookup
from onrecord.publish.matrix import matrix_of
from onrecord.publish.strip import strip_of
from onrecord.publish.wording import amount_words, members_words, sentence_of, when_words


def test_a_sentence_says_who_how_strongly_what_for_whom_how_much_and_if_what(
    register: Register, codebook: Codebook
) -> None:
    norway, ten = register.commitments
    assert sentence_of(norway, codebook) == "Norway refuses troops for Mali."
    before = replace(norway, positions=norway.positions[:1])
    assert sentence_of(before, codebook) == (
        "Norway offers troops for Mali (up to 200 people), “after a ceasefire”."
    )
    assert sentence_of(ten, codebook) == "Ten countries (10) promise troops for Mali."


@pytest.mark.parametrize(
    ("act", "words"),
    [(Act.REQUEST, "Norway asks Mali for troops."), (Act.THREAT, "Norway threatens troops against Mali."),
     (Act.UNDECIDED, "Norway has not decided on troops for Mali.")],
)  # fmt: skip
def test_asking_and_threatening_name_the_other_side_rightly(
    register: Register, codebook: Codebook, act: Act, words: str
) -> None:
    norway = register.commitments[0]
    position = replace(norway.current, act=act)
    assert sentence_of(replace(norway, positions=(position,)), codebook) == words


def test_a_promise_not_to_do_is_not_told_as_a_promise_to_do(
    register: Register, codebook: Codebook
) -> None:
    ten = register.commitments[1]
    refrain = replace(ten.current, refrain=True)
    assert "promise to refrain from troops" in sentence_of(
        replace(ten, positions=(refrain,)), codebook
    )


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(value=5e8, unit="EUR", bound=AmountBound.UP_TO), "up to 500 million EUR"),
        (Amount(value=3.5, unit="percent_gdp", bound=AmountBound.AT_LEAST), "at least 3.5% of GDP"),
        (Amount(value=2, unit="items", of="minehunters"), "2 minehunters"),
        (Amount(value=1e9, high=2e9, unit="NOK", bound=AmountBound.RANGE,
                instrument=Instrument.LOAN, period="2026"), "1 billion–2 billion NOK, loan, 2026"),
    ],
)  # fmt: skip
def test_an_amount_keeps_its_bound_unit_form_and_years(amount: Amount, words: str) -> None:
    assert amount_words(amount) == words


def test_counts_and_times_keep_what_is_not_known() -> None:
    assert members_words(Members(count=26, bound=CountBound.AT_LEAST, of=35)) == "at least 26 of 35"
    assert members_words(Members()) == ""
    assert when_words(DateRange(first=None, last="2035-12-31")) == "until 2035-12-31"
    unsettled = DateRange(first=None, last=None, readings=("2025-09-04", "2025-04-09"))
    assert when_words(unsettled) == "2025-09-04 or 2025-04-09"
    assert when_words(DateRange(first="2025-09-04", last="2025-09-04")) == "2025-09-04"


def test_the_strip_names_how_each_retelling_departs_and_leaves_the_rest_alone(
    register: Register, codebook: Codebook
) -> None:
    look = Lookup(register, codebook)
    norway = register.commitments[0]
    told = look.told(norway)
    assert [s.report for s in told] == ["wire", "re/told", "own", "later"]
    rows = {r.fact: [c.departs for c in r.cells] for r in strip_of(look, norway, told)}
    assert rows["Strength"] == ["", "Stronger", "", "Changed"]
    assert rows["Condition"] == ["", "Dropped", "", ""]
    assert rows["Amount"] == ["", "Dropped", "Differs", ""]
    assert rows["To whom"] == ["", "", "", ""]
    assert "Where" not in rows


def test_what_a_retelling_adds_is_named(register: Register, codebook: Codebook) -> None:
    bare, added, *rest = register.statements
    changed = (replace(bare, amounts=()), added, *rest)
    look = Lookup(replace(register, statements=changed, disagreements=()), codebook)
    norway = register.commitments[0]
    rows = {r.fact: [c.departs for c in r.cells] for r in strip_of(look, norway, look.told(norway))}
    assert rows["Amount"][:3] == ["", "Added", ""]


def test_a_departure_from_a_text_and_from_its_copy_is_told_once(
    register: Register, codebook: Codebook
) -> None:
    again = replace(register.disagreements[1], id="d-9", a="s-own")
    look = Lookup(replace(register, disagreements=(*register.disagreements, again)), codebook)
    told = look.departures(look.register.disagreements)
    assert [len(d.also) for d in told] == [0, 1, 0, 0, 0]
    assert told[1].also == ("own",)


def test_the_matrix_sets_collectives_apart_and_names_a_recipient_where_two_lines_are_alike(
    register: Register, codebook: Codebook
) -> None:
    norway, ten = register.commitments
    twin = replace(norway, id="c-twin", recipient=None)
    look = Lookup(replace(register, commitments=(norway, twin, ten)), codebook)
    laid = matrix_of(look, look.register.commitments)
    assert [r.label for r in laid.collectives] == ["Ten countries (10)"]
    assert "9 to 10 unnamed" in laid.collectives[0].reconciliations[0][1]
    assert laid.recipient == "MLI"
    assert laid.actors[0].toward == {"c-norway": "Mali", "c-twin": "nobody named"}
    assert laid.collectives[0].toward == {}
