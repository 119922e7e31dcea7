"""What is handed over against what is sent along, what is taken back against what is only lessened."""

from __future__ import annotations

import pytest
from tests.read.coding import misread

from onrecord.read import Reader

SENT = (
    ("Greece will send two warships to the Red Sea.", "GRC pledge troops"),
    ("Italy will send a frigate to the Black Sea.", "ITA pledge troops"),
    ("Turkey sent two corvettes to the Black Sea.", "TUR delivery troops"),
    ("India deployed a frigate in the Gulf of Aden.", "IND delivery troops"),
)
GIVEN = (
    ("Greece will give two warships to Ukraine.", "GRC pledge equipment"),
    ("Italy will hand over a frigate to Ukraine.", "ITA pledge equipment"),
    ("Turkey handed over two corvettes to Ukraine.", "TUR delivery equipment"),
    ("The Netherlands will donate a frigate to Ukraine.", "NLD pledge equipment"),
    ("Britain donated two minehunting ships to Ukraine.", "GBR delivery equipment"),
)
TO_BE_TAKEN_BACK = (
    ("Uganda plans to withdraw its troops from Somalia.", "UGA withdrawal troops"),
    ("France intends to withdraw its soldiers from Chad.", "FRA withdrawal troops"),
    ("Kenya plans to pull its soldiers out of Haiti.", "KEN withdrawal troops"),
    ("Poland plans to scale back its deployment in Iraq.", "POL withdrawal troops"),
    ("The United States plans to cut its aid to Kenya.", "USA withdrawal funding"),
)
TO_BE_LESSENED = (
    ("Denmark plans to cut emissions by 70 percent.", "DNK intention emissions"),
    ("Chile intends to cut its emissions by half.", "CHL intention emissions"),
    ("Greece aims to cut emissions by 2030.", "GRC intention emissions"),
    ("Brazil plans to reduce deforestation by 2030.", "BRA intention forests"),
)
RELIEF = (
    ("Canada suspended import duties on Ukrainian steel.", "CAN delivery other"),
    ("Britain suspended tariffs on Ukrainian steel.", "GBR delivery other"),
    ("Vietnam will suspend import duties on rice.", "VNM pledge other"),
    ("Armenia will pull its troops back from the front line.", "ARM pledge troops"),
)
TAKEN_BACK = (
    ("India suspended its aid to the Maldives.", "IND withdrawal funding"),
    ("Australia suspended its military aid to Myanmar.", "AUS withdrawal military"),
    ("Vietnam will suspend its aid to Laos.", "VNM withdrawal funding"),
    ("Armenia pulled its troops out of Kosovo.", "ARM withdrawal troops"),
)


@pytest.mark.parametrize("cases", [SENT, GIVEN])
def test_ships_sent_are_forces_and_ships_given_are_equipment(
    reader: Reader, cases: tuple[tuple[str, str], ...]
) -> None:
    assert misread(reader, cases) == {}


@pytest.mark.parametrize("cases", [TO_BE_TAKEN_BACK, TO_BE_LESSENED])
def test_plans_to_take_back_are_none_to_give(
    reader: Reader, cases: tuple[tuple[str, str], ...]
) -> None:
    assert misread(reader, cases) == {}


@pytest.mark.parametrize("cases", [RELIEF, TAKEN_BACK])
def test_suspending_a_burden_is_no_withdrawal(
    reader: Reader, cases: tuple[tuple[str, str], ...]
) -> None:
    assert misread(reader, cases) == {}
