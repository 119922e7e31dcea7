"""Movements and private persons: no actors where the commitments of states are recorded."""

from __future__ import annotations

from tests.read.coding import misread, told

from onrecord.read import Reader

MOVEMENTS = (
    "The Houthis promised to send troops to Gaza.",
    "The M23 will send soldiers to Goma.",
    "Hezbollah rejected a ceasefire.",
    "Hamas agreed to a ceasefire.",
    "The Taliban rejected the sanctions.",
    "The Wagner Group will send soldiers to Mali.",
    "Al-Shabaab threatened to attack Kenyan troops.",
    "Rebels in Mali promised to send troops to Niger.",
    "The opposition in Chad rejected the sanctions.",
)
PERSONS = (
    "Bill Gates will give 20 million dollars to Ukraine.",
    "Elon Musk promised to send satellite terminals to Ukraine.",
    "The actor Sean Penn urged Europe to send weapons.",
    "The singer Bono called for aid to Sudan.",
    "Maria Novak, a nurse from Graz, called for an immediate ceasefire.",
    "Anna Weber, a teacher from Linz, refused to accept refugees.",
    "The oil company Shell suspended purchases of Russian oil.",
)
BESIDE_A_STATE = (
    ("Hamas promised to release the hostages, and Egypt will send troops to Gaza.", "EGY pledge troops"),
    ("Uganda will send soldiers to Goma if the M23 agrees to a ceasefire.", "UGA pledge troops"),
    ("Bill Gates praised Norway. Norway will give 20 million dollars to Ukraine.", "NOR pledge funding"),
)  # fmt: skip


def test_movements_have_no_positions_on_security(reader: Reader) -> None:
    found = zip(MOVEMENTS, told(reader, MOVEMENTS), strict=True)
    assert {text: s for text, s in found if s} == {}


def test_movements_are_actors_of_politics(reader: Reader) -> None:
    found = zip(MOVEMENTS, told(reader, MOVEMENTS, codebook="politics"), strict=True)
    assert [text for text, s in found if not s] == []


def test_private_persons_have_no_positions_on_security(reader: Reader) -> None:
    found = zip(PERSONS, told(reader, PERSONS), strict=True)
    assert {text: s for text, s in found if s} == {}


def test_a_state_beside_them_has_its_own(reader: Reader) -> None:
    assert misread(reader, BESIDE_A_STATE) == {}
