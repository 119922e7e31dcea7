"""Headlines, which leave out verbs and articles, and verbs that only they use."""

from __future__ import annotations

import pytest
from tests.read.coding import codes, misread, told

from onrecord.read import Reader

READY = (
    ("Nairobi ready to send troops to Haiti", "KEN offer troops"),
    ("Canberra willing to train Ukrainian troops, says Marles", "AUS offer training"),
    ("Zagreb not ready to send troops to Ukraine", "HRV refusal troops"),
)
TO_COME = (
    ("Oslo to send six fighter jets to Ukraine", "NOR intention equipment"),
    ("Vilnius to train Ukrainian soldiers", "LTU intention training"),
    ("Prague to deliver ammunition to Ukraine", "CZE intention equipment"),
    ("Belgrade not to join sanctions", "SRB refusal sanctions"),
    ("London, Paris to send peacekeepers to Ukraine", "GBR intention troops; FRA intention troops"),
    ("Riga, Tallinn to send troops to Ukraine", "LVA intention troops; EST intention troops"),
    ("Prague and Vilnius to deliver ammunition to Ukraine", "CZE intention equipment; LTU intention equipment"),
)  # fmt: skip
NAMED_BEFORE_A_COLON = (
    ("Madrid: No soldiers for Ukraine", "ESP refusal troops"),
    ("Sofia: No weapons for Kyiv", "BGR refusal equipment"),
    ("Meloni: No soldiers for Gaza", "ITA refusal troops"),
    ("Athens: We will not send troops to Ukraine", "GRC refusal troops"),
)
VERBS = (
    ("Santiago eyes troop deployment to Haiti", "CHL intention troops"),
    ("Manila mulls sanctions on Russia", "PHL undecided sanctions"),
    ("Brazil weighs sending troops to Haiti", "BRA undecided troops"),
    ("Bern nixes arms deliveries to Ukraine", "CHE rejection equipment"),
    ("Athens spurns peace plan", "GRC rejection peace_agreement"),
    ("Vienna scraps aid to Kabul", "AUT withdrawal funding"),
    ("Warsaw vows to send tanks to Ukraine", "POL pledge equipment"),
)


@pytest.mark.parametrize("cases", [READY, TO_COME, NAMED_BEFORE_A_COLON, VERBS])
def test_headlines_are_read_as_coded(reader: Reader, cases: tuple[tuple[str, str], ...]) -> None:
    assert misread(reader, cases) == {}


@pytest.mark.parametrize(
    ("headline", "plain"),
    [
        ("Ottawa slaps sanctions on Belarus", "Ottawa imposes sanctions on Belarus"),
        ("Dublin eyes troop deployment to Lebanon", "Dublin plans troop deployment to Lebanon"),
        ("Lisbon mulls sending troops to Ukraine", "Lisbon considers sending troops to Ukraine"),
    ],
)
def test_a_verb_of_headlines_says_what_a_common_one_says(
    reader: Reader, headline: str, plain: str
) -> None:
    one, other = told(reader, [headline, plain])
    assert codes(one) == codes(other) != set()
