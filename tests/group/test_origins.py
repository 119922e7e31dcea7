"""Origins: which report retells which; two newsrooms at one event are two sources."""

from __future__ import annotations

import pytest

from onrecord.collect import prepare
from onrecord.group import group
from onrecord.model.grouping import Membership
from onrecord.model.report import Report

WIRE = (
    "Kelmar will lend Ostrana up to 300 ferries for the evacuation of the delta once the governor signs a safety "
    "agreement, transport minister Ada Brenn said on Tuesday. \"We will not send crews into the lower channels,\" she "
    "told reporters in Port Azul. The neighbouring republic of Sund promised 40 buses and 12 doctors. Governor Petr "
    "Halas said 9,000 families were still waiting at the Lindow dike. Meteorologists expect the flood to crest on Friday."
)  # fmt: skip
RETOLD = (
    "Once the governor has signed an agreement on safety, Kelmar is going to lend Ostrana 300 ferries to evacuate the "
    "delta. This was said by Ada Brenn, minister of transport. 40 buses and 12 doctors come from Sund, a republic next "
    "door. At the Lindow dike there are 9,000 families waiting, according to governor Petr Halas. The flood crests Friday."
)  # fmt: skip
OWN = (
    "Ferries are on the way, but not yet the crews. In Port Azul on Tuesday the Kelmar minister Ada Brenn offered 300 "
    "boats to Ostrana; fishermen on the quay shook their heads. \"Who is going to steer them?\" asked Jon Mave, who has "
    "worked the lower channels for thirty years. The harbour union wants double pay and insurance. At the Lindow dike "
    "volunteers handed out soup; a girl of six, Mira, had lost her shoes. Pastor Ebbe Lund opened his church for the night."
)  # fmt: skip


def report(report_id: str, text: str, published: str = "2025-04-08", **more: str) -> Report:
    return prepare(Report(id=report_id, text=text, published=published, **more))


def member(*reports: Report, of: str) -> Membership:
    return group(reports).of(of)


def one_source(*reports: Report) -> bool:
    memberships = group(reports).memberships
    assert len({m.story for m in memberships}) == 1
    return len({m.origin for m in memberships}) == 1


def test_a_reworded_text_with_nothing_of_its_own_is_a_retelling() -> None:
    told = member(report("a", WIRE), report("b", RETOLD, "2025-04-09"), of="b")
    assert told.retells == "a"
    assert told.copyset != member(report("a", WIRE), of="a").copyset
    assert "same_facts" in {r.code for r in told.reasons}


def test_a_reporter_at_the_same_event_is_a_source_of_its_own() -> None:
    assert not one_source(report("a", WIRE), report("b", OWN, "2025-04-09"))


def test_the_later_report_retells_the_earlier() -> None:
    found = group([report("x", RETOLD, "2025-04-08"), report("a", WIRE, "2025-04-10")])
    assert found.of("x").retells is None
    assert found.of("a").retells in (None, "x")


@pytest.mark.parametrize("credits", [("Reuters", "Reuters"), ("AFP", "Agence France-Presse")])
def test_two_texts_of_one_agency_are_one_source(credits: tuple[str, str]) -> None:
    first, second = credits
    assert one_source(
        report("a", WIRE, credit=first), report("b", OWN, "2025-04-09", credit=second)
    )


def test_two_agencies_are_two_sources_even_with_the_same_facts() -> None:
    assert not one_source(
        report("a", WIRE, credit="Reuters"), report("b", RETOLD, "2025-04-09", credit="AFP")
    )


def test_a_text_that_cites_the_agency_for_what_it_tells_retells_it() -> None:
    brief = "Kelmar will lend Ostrana 300 ferries, minister Ada Brenn said, according to Reuters. Sund sends 40 buses."
    told = member(report("a", WIRE, credit="Reuters"), report("b", brief, "2025-04-09"), of="b")
    assert told.retells == "a"
    assert any(r.code == "agency" and "cites Reuters" in r.detail for r in told.reasons)


def test_an_official_text_and_own_asking_are_sources_of_their_own() -> None:
    ministry = report("b", RETOLD, "2025-04-09", outlet="Ministry of Transport of Kelmar")
    assert not one_source(report("a", WIRE), ministry)
    asked = report("b", RETOLD + " Halas told this newspaper that he would sign.", "2025-04-09")
    assert not one_source(report("a", WIRE), asked)


def test_a_newsroom_that_prints_a_press_release_retells_it() -> None:
    ministry = report("b", WIRE, outlet="Ministry of Transport of Kelmar")
    assert member(ministry, report("a", RETOLD), of="a").retells == "b"


def test_retellings_of_retellings_have_one_origin() -> None:
    found = group([
        report("a", WIRE), report("b", RETOLD, "2025-04-09"),
        report("c", RETOLD.rpartition(". ")[0] + ".", "2025-04-10"),
    ])  # fmt: skip
    assert found.of("c").retells == "b"
    assert len({m.origin for m in found.memberships}) == 1


def test_quotations_found_in_both_are_named_as_a_reason() -> None:
    told = member(
        report("a", WIRE), report("b", WIRE.replace("Tuesday", "yesterday"), "2025-04-09"), of="b"
    )
    assert {"copy", "quotes"} <= {r.code for r in told.reasons}
