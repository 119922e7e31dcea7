"""Where a negation stands, and what it turns: subjects, objects, phrases, opposition given up, near misses."""

from __future__ import annotations

import pytest
from tests.read.coding import misread

from onrecord.read import Reader

SUBJECTS = (
    ("No soldiers will be sent to Ukraine, Germany says.", "DEU refusal troops"),
    ("Not one soldier will be sent to Ukraine, Germany says.", "DEU refusal troops"),
    ("Not a single German soldier will be sent to Ukraine.", "DEU refusal troops"),
    ("Germany promised that no soldier would go to Gaza.", "DEU pledge! troops"),
    (
        "France and Britain, but not Italy, will send troops to Ukraine.",
        "FRA pledge troops; GBR pledge troops",
    ),
    ("France, not Italy, will send troops to Ukraine.", "FRA pledge troops"),
    ("Slovakia, unlike Hungary, has agreed to send weapons to Ukraine.", "SVK pledge equipment"),
    ("Neither Chile nor Peru will send troops to Haiti.", "CHL refusal troops; PER refusal troops"),
)
OBJECTS = (
    ("Germany will send neither troops nor weapons to Niger.",
     "DEU refusal troops; DEU refusal equipment"),
    ("Germany will commit no troops to Ukraine.", "DEU refusal troops"),
    ("Japan will accept no refugees from Gaza.", "JPN refusal refugees"),
    ("Germany ruled out troops for Ukraine but not trainers.", "DEU refusal troops"),
    ("Norway will help clear mines in Ukraine without sending troops.",
     "NOR pledge demining; NOR refusal troops"),
    ("Germany will send trainers, not troops, to Ukraine.", "DEU pledge training"),
)  # fmt: skip
BOUNDS = (
    ("Germany will send no fewer than 200 soldiers to Mali.", "DEU pledge troops"),
    ("Germany will send no more than 200 soldiers to Mali.", "DEU pledge troops"),
    ("No more than 200 German soldiers will be sent to Mali.", "DEU pledge troops"),
)
PHRASES = (
    ("Germany will under no circumstances send troops to Ukraine.", "DEU refusal troops"),
    ("Under no circumstances will Germany send troops to Ukraine.", "DEU refusal troops"),
    ("In no case will Norway sell weapons to Mali.", "NOR refusal equipment"),
    ("Never will Germany send troops to Ukraine.", "DEU refusal troops"),
    ("Germany is no longer willing to send troops to Mali.", "DEU refusal troops"),
)
KEPT = (
    ("Germany stands by its refusal to send tanks to Ukraine.", "DEU refusal equipment"),
    ("Germany defended its decision not to send tanks to Ukraine.", "DEU refusal equipment"),
    ("Germany stands by its promise to send tanks to Ukraine.", "DEU pledge equipment"),
)
GIVEN_UP = (
    ("Germany is no longer opposed to sending troops to Ukraine.", "DEU undecided troops"),
    ("Germany does not oppose sending troops to Ukraine.", "DEU undecided troops"),
    ("Germany no longer rules out sending troops to Ukraine.", "DEU undecided troops"),
    ("Germany reversed its decision not to send tanks to Ukraine.", "DEU undecided equipment"),
    ("Germany reversed its decision to send tanks to Ukraine.", "DEU withdrawal equipment"),
    ("Canada's offer to train Haitian police no longer stands.", ""),
    ("Canada has neither accepted nor rejected the request for troops.", ""),
    ("Germany won't stand in the way of tanks for Ukraine.", ""),
)
NOT_DONE = (
    ("Not all EU countries will send troops to Ukraine.", ""),
    ("Not all EU countries agreed to send troops to Ukraine.", ""),
    ("Not every German soldier will be sent to Mali.", ""),
    ("Germany almost sent tanks to Ukraine.", ""),
    ("Germany nearly agreed to send tanks to Ukraine.", ""),
    ("Norway would have sent troops to Ukraine, its defence minister said.", ""),
    ("Norway was going to send troops to Ukraine but changed its mind.", ""),
    ("Norway had ruled out sending tanks but now says it will.", ""),
    ("Israel will not break the ceasefire in Gaza.", ""),
    ("Nine states will send troops to Haiti. Malta is not among them.", "None pledge troops"),
)
TAKEN_BACK = (
    ("Sweden plans to reduce its aid to Mali.", "SWE withdrawal funding"),
    ("Germany wants to end its military aid to Niger.", "DEU withdrawal military"),
    ("Germany decided to end arms deliveries to Mali.", "DEU withdrawal equipment"),
    ("Germany promised to stop sending weapons to Mali.", "DEU withdrawal equipment"),
    ("Germany wants to end the war in Ukraine.", "DEU intention peace_agreement"),
)
QUOTED = (
    ('"We won\'t send troops to Ukraine," French President Emmanuel Macron pledged.',
     "FRA refusal troops"),
    ('"No Spanish soldier will go to Ukraine," promised Prime Minister Pedro Sanchez.',
     "ESP refusal troops"),
    ('"We will send tanks to Ukraine," promised Prime Minister Pedro Sanchez of Spain.',
     "ESP pledge equipment"),
    ('"Israel must let aid into Gaza," urged Norwegian Foreign Minister Espen Barth Eide.',
     "NOR request funding"),
    ('"We will give 20 million euros to Sudan," Norway promised.', "NOR pledge funding"),
)  # fmt: skip
BARE = (
    ("Jakarta ready to send peacekeepers to Gaza", "IDN offer troops"),
    ("Ottawa open to sending trainers to Ukraine", "CAN offer training"),
    ("Tokyo to fund demining in Ukraine", "JPN intention demining"),
    ("Berlin not to send troops to Ukraine", "DEU refusal troops"),
    ("Oslo, Helsinki to train Ukrainian pilots", "NOR intention training; FIN intention training"),
    ("No soldiers for Ukraine, Madrid says", "ESP refusal troops"),
    ("No more weapons for Kyiv, Slovakia says", "SVK refusal equipment"),
    ("Stockholm: No more money for Mali", "SWE refusal funding"),
)
HEADLINES = (
    ("Hungary rejects call for troops", "HUN rejection troops"),
    ("Seoul shelves plan to send weapons to Ukraine", "KOR withdrawal equipment"),
    ("Warsaw backs plan to send troops to Ukraine", "POL support troops"),
    ("The Security Council decides to extend the mission in Congo.", "UN pledge troops"),
)


@pytest.mark.parametrize(
    "cases",
    [
        SUBJECTS,
        OBJECTS,
        BOUNDS,
        PHRASES,
        KEPT,
        GIVEN_UP,
        NOT_DONE,
        TAKEN_BACK,
        QUOTED,
        BARE,
        HEADLINES,
    ],
)
def test_a_negation_turns_what_it_stands_with_and_nothing_else(
    reader: Reader, cases: tuple[tuple[str, str], ...]
) -> None:
    assert misread(reader, cases) == {}
