"""Nothing promised, nobody taken in, decided against, and what would be done if wanted."""

from __future__ import annotations

import pytest
from tests.read.coding import misread

from onrecord.read import Reader

NO_PROMISE = (
    ("Spain made no promise to send troops to Ukraine.", "ESP undisclosed troops"),
    ("Ireland gave no promise of troops.", "IRL undisclosed troops"),
    ("The Dutch prime minister made no promises on tanks for Ukraine.", "NLD undisclosed equipment"),
    ("Estonia gave no promise to take in refugees.", "EST undisclosed refugees"),
    ("Brazil has made no pledge to send troops to Haiti.", "BRA undisclosed troops"),
)  # fmt: skip
NONE_TAKEN = (
    ("Hungary will take no refugees from Gaza.", "HUN refusal refugees"),
    ("Slovakia will take in no refugees.", "SVK refusal refugees"),
    ("Peru will take no more refugees from Venezuela.", "PER refusal refugees"),
    ("Poland would take no refugees, its prime minister said.", "POL refusal refugees"),
    ("Portugal will send no soldiers to Ukraine.", "PRT refusal troops"),
    ("Kuwait will accept 500 refugees from Gaza.", "KWT pledge refugees"),
)
DECIDED_AGAINST = (
    ("Poland decided not to send tanks to Ukraine.", "POL refusal equipment"),
    ("Malta has decided not to send soldiers to Libya.", "MLT refusal troops"),
    ("Cyprus decided against sending troops to Gaza.", "CYP refusal troops"),
    ("Nepal decided not to join the sanctions.", "NPL refusal sanctions"),
)
IF_INVITED = (
    ("Morocco said it would take part in the peace talks if invited.", "MAR offer talks"),
    ("Zambia said it would join a peacekeeping force if invited.", "ZMB offer troops"),
    ("Ruto said Kenya would train Haitian soldiers if asked.", "KEN offer training"),
    ("Oman said it would not take part in peace talks even if invited.", "OMN refusal talks"),
)


@pytest.mark.parametrize("cases", [NO_PROMISE, NONE_TAKEN, DECIDED_AGAINST, IF_INVITED])
def test_what_is_denied_or_only_offered_is_not_promised(
    reader: Reader, cases: tuple[tuple[str, str], ...]
) -> None:
    assert misread(reader, cases) == {}
