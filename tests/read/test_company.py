"""Words that name a contribution only in company."""

from __future__ import annotations

import pytest

from onrecord.codebooks import load_codebook
from onrecord.model.report import Report
from onrecord.read import Reader

SENTENCE = "Norway will send two ships."
OF_WAR = "The navy's frigates and soldiers are to guard the truce. Troops will land from warships."
OF_GRAIN = (
    "Hungry families wait for flour, rice and medicine. The famine has spread, aid workers said, and "
    "refugees need food, shelter, vaccines and clean water."
)


@pytest.mark.parametrize(("around", "code"), [(OF_WAR, True), (OF_GRAIN, False)])
def test_ships_are_a_navys_only_where_the_report_is_of_war(
    reader: Reader, around: str, code: bool
) -> None:
    report = Report(id="a", text=f"{around} {SENTENCE}", published="2026-01-10")
    (reading,) = reader.read([report], load_codebook())
    codes = {s.contribution for s in reading.statements if s.actor.id == "NOR"}
    assert ("troops.naval" in codes) is code
