"""Clauses that leave out all but the actor, and what is no echo."""

from __future__ import annotations

from tests.read.coding import misread

from onrecord.read import Reader

ECHOES = (
    ("Latvia will send 200 soldiers to Moldova. So will Norway.", "LVA pledge troops; NOR pledge troops"),
    ("Canada will send 400 soldiers to Haiti, and so will Jamaica.", "CAN pledge troops; JAM pledge troops"),
    ("Finland has sent artillery shells to Ukraine. So has Portugal.", "FIN delivery equipment; PRT delivery equipment"),
    ("Japan has ruled out sending troops to Gaza. So has South Korea.", "JPN refusal troops; KOR refusal troops"),
    ("Hungary will not send troops to Ukraine. Nor will Slovakia.", "HUN refusal troops; SVK refusal troops"),
    ("Ireland will not send troops to Ukraine, and neither will Malta.", "IRL refusal troops; MLT refusal troops"),
    ("Austria has not ruled out sending troops to Kosovo. Neither has Ireland.", "AUT undecided troops; IRL undecided troops"),
    ("Ghana is ready to train Malian soldiers. Benin is too.", "GHA offer training; BEN offer training"),
    ("Lithuania pledged to train Ukrainian soldiers. Latvia did the same.", "LTU pledge training; LVA pledge training"),
    ("Greece will not send troops to Ukraine. The same goes for Cyprus.", "GRC refusal troops; CYP refusal troops"),
    ("Denmark will train Ukrainian pilots. The same applies to Belgium.", "DNK pledge training; BEL pledge training"),
    ("Sweden promised to send air defence systems to Ukraine. Norway took the same line.", "SWE pledge equipment; NOR pledge equipment"),
    ("Twelve countries have promised to send troops to Haiti. Jamaica and Benin are among them.", "None pledge troops; JAM pledge troops; BEN pledge troops"),
)  # fmt: skip
TURNED = (
    ("Croatia will send troops to Ukraine. Serbia will not.", "HRV pledge troops; SRB refusal troops"),
    ("Spain will train Ukrainian soldiers, but Slovenia will not.", "ESP pledge training; SVN refusal training"),
    ("India has refused to send troops to Gaza. Pakistan has not.", "IND refusal troops; PAK undecided troops"),
    ("Italy has not ruled out sending troops to Libya. Spain has.", "ITA undecided troops; ESP refusal troops"),
)  # fmt: skip
NONE = (
    ("Ukraine will accept a ceasefire if Russia does the same.", "UKR pledge ceasefire"),
    ("Poland will send tanks to Ukraine if Germany does the same.", "POL pledge equipment"),
    ("Iceland will host the talks unless Norway does the same.", "ISL pledge talks"),
    ("Lebanon will agree to a ceasefire provided Israel does the same.", "LBN pledge ceasefire"),
    ("Turkey will withdraw its troops once Syria does.", "TUR withdrawal troops"),
    ("Bulgaria rejected the sanctions. Romania did not.", "BGR rejection sanctions"),
    ("Britain will send tanks to Ukraine. The weather in Poland will not.", "GBR pledge equipment"),
)


def test_an_echo_says_of_another_what_was_just_told(reader: Reader) -> None:
    assert misread(reader, ECHOES) == {}


def test_an_echo_of_the_other_sign_says_the_opposite(reader: Reader) -> None:
    assert misread(reader, TURNED) == {}


def test_what_is_supposed_or_says_nothing_is_no_echo(reader: Reader) -> None:
    assert misread(reader, NONE) == {}
