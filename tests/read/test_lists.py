"""Communiqués that list what they promise, and tables of who gives what."""

from __future__ import annotations

from onrecord import read

COMMUNIQUE = """JOINT STATEMENT

We, the leaders of the G7, will:

- provide $50 billion to Ukraine by the end of 2026;
- train 40,000 Ukrainian soldiers;
- not recognise any change of borders by force.

We call on Russia to:
(a) agree to an immediate ceasefire;
(b) release all prisoners.

We thank our hosts for their welcome.
"""

TABLE = """Pledges made in Doha

Canada: CAD 27 million
Norway: up to NOK 500 million in grants
Qatar: to be confirmed
United States: will not contribute
"""


def told(text: str) -> list[tuple[str | None, str, bool, str]]:
    return [(s.actor.id, s.act.value, s.refrain, s.contribution) for s in read(text)]


def test_items_take_act_and_actor_from_the_line_above() -> None:
    assert told(COMMUNIQUE) == [
        ("G7", "pledge", False, "funding"),
        ("G7", "pledge", False, "training"),
        ("G7", "pledge", True, "other"),
        ("G7", "request", False, "ceasefire"),
        ("G7", "request", False, "other"),
    ]


def test_an_item_shows_its_own_words_and_those_that_lead_it_in() -> None:
    first = read(COMMUNIQUE)[0]
    assert [e.quote for e in first.evidence] == [
        "provide $50 billion to Ukraine by the end of 2026",
        "We, the leaders of the G7, will:",
    ]
    assert all(COMMUNIQUE[e.start : e.end] == e.quote for e in first.evidence)


def test_each_row_of_a_table_is_its_donor_s_position() -> None:
    assert told(TABLE) == [
        ("CAN", "pledge", False, "funding"),
        ("NOR", "pledge", False, "funding"),
        ("QAT", "undisclosed", False, "funding"),
        ("USA", "refusal", False, "funding"),
    ]
    amounts = [(a.value, a.unit, a.bound.value) for s in read(TABLE) for a in s.amounts]
    assert amounts == [(27e6, "CAD", "exact"), (500e6, "NOK", "up_to")]


def test_rows_that_are_no_table_of_pledges_are_left_alone() -> None:
    assert told("Results\n\nCanada: 3\nNorway: 2\nQatar: 1\nFrance: 0\n") == []
