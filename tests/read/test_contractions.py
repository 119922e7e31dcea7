"""The "'s" of "Denmark's handed Ukraine its howitzers" is "has", that of "he's prepared" is "is"."""

from __future__ import annotations

import pytest
from tests.read.coding import misread

from onrecord.read import Reader

HAS = (
    ("Denmark's handed Ukraine its last howitzers.", "DNK delivery equipment"),
    ("Estonia's sent its howitzers to Ukraine.", "EST delivery equipment"),
    ("Canada's given Ukraine 20 tanks.", "CAN delivery equipment"),
    ("Belgium's already delivered 12 fighter jets to Ukraine.", "BEL delivery equipment"),
    ("Romania's handed over a Patriot battery to Ukraine.", "ROU delivery equipment"),
    ("Spain's trained 5,000 Ukrainian soldiers.", "ESP delivery training"),
    ("Germany's promised to send tanks to Ukraine.", "DEU pledge equipment"),
    ("Italy's refused to send troops to Ukraine.", "ITA refusal troops"),
    ("Turkey's again refused to send troops to Libya.", "TUR refusal troops"),
)
IS = (
    ("President Lula said he's prepared to send troops to Haiti.", "BRA offer troops"),
    ("Prime Minister Mark Carney said he's ready to send troops to Ukraine.", "CAN offer troops"),
    ("Meloni said she's prepared to train Libyan soldiers.", "ITA offer training"),
)
GENITIVE = (
    ("Norway's trained soldiers will not go to Ukraine.", "NOR refusal troops"),
    ("Zelensky's promised tanks have not arrived.", ""),
    ("Greece's donated warships are in Odesa.", ""),
)


@pytest.mark.parametrize("cases", [HAS, IS, GENITIVE])
def test_what_is_contracted_is_read_as_what_it_stands_for(
    reader: Reader, cases: tuple[tuple[str, str], ...]
) -> None:
    assert misread(reader, cases) == {}
