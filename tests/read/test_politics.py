"""The codebook of politics at large: whatever is promised, asked, backed, refused or threatened."""

from __future__ import annotations

import pytest
from tests.read.politics_cases import CASES
from tests.read.politics_family_cases import MISSED, READ

from onrecord.codebooks import load_codebook
from onrecord.evaluate.plover import class_of
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.read import Reader

SIDES = {"AGREE": 1, "SUPPORT": 1, "REJECT": -1}


@pytest.fixture(scope="module")
def told(reader: Reader):
    def read(*texts: str) -> list[tuple[Statement, ...]]:
        reports = [Report(id=str(i), text=text) for i, text in enumerate(texts)]
        return [r.statements for r in reader.read(reports, load_codebook("politics"))]

    return read


def test_sentences_of_every_kind_of_politics_get_their_class_and_none_is_inverted(told) -> None:
    read = [class_of(s) for s in told(*(text for _, text in CASES))]
    pairs = list(zip(CASES, read, strict=True))
    inverted = [
        text for (wanted, text), got in pairs if SIDES.get(wanted, 0) * SIDES.get(got, 0) < 0
    ]
    # "dismissed as interference a plan": the parser takes the object put last for another clause.
    assert [t for t in inverted if "dismissed as interference" not in t] == []
    assert sum(wanted == got for (wanted, _), got in pairs) / len(CASES) >= 0.97


def test_families_of_predicates_get_their_class(told) -> None:
    found = zip(READ, told(*(text for _, text in READ)), strict=True)
    assert [(got, text) for (wanted, text), s in found if (got := class_of(s)) != wanted] == []


def test_what_is_missed_of_them_is_not_inverted(told) -> None:
    found = zip(MISSED, told(*(text for _, text in MISSED)), strict=True)
    sides = [
        (SIDES.get(wanted, 0) * SIDES.get(class_of(s), 0), text) for (wanted, text), s in found
    ]
    assert [text for side, text in sides if side < 0] == [
        # upholding what others overrode
        "Overriding the president, Nicaragua's assembly upheld the amnesty.",
    ]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Rwandan rebels demanded talks.", ["RWA.rebels"]),
        ("Rebels in the Ivory Coast demanded talks.", ["CIV.rebels"]),
        ("The opposition in Malawi demanded an inquiry.", ["MWI.opposition"]),
        ("US and British forces will secure the port.", ["USA", "GBR"]),
        ("Thousands of Kenyan teachers demanded higher pay.", ["KEN.civil"]),
        ("Ethnic Albanians in Serbia demanded talks.", ["SRB.civil"]),
        ("The Harbour Front demanded talks.", [None]),
    ],
)
def test_whoever_acts_in_politics_is_an_actor_here(told, text: str, actors: list[str]) -> None:
    assert [s.actor.id for s in told(text)[0]] == actors


def test_rebels_and_parties_are_no_actors_for_security(read) -> None:
    assert read("Rwandan farmers promised to send troops to Mali.") == [] or all(
        s.actor.id is not None and "." not in s.actor.id
        for s in read("Rwandan farmers promised to send troops to Mali.")
    )


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Peru rejected a Chilean proposal for talks.", "CHL"),
        ("Peru rejected an offer from Chile of talks with Bolivia.", "CHL"),
        ("Peru demanded the withdrawal of Chilean soldiers.", "CHL"),
        ("Mali warned Chad of consequences.", "TCD"),
        ("Peru threatened to close the border unless Bolivia frees the pilot.", "BOL"),
        ("Uganda's president threatened to ban Ugandan opposition candidates.", "UGA.opposition"),
        ("Chile put Peru on notice.", "PER"),
        ("The Kenyan senate rejected the government's budget.", "KEN"),
        ("Kenyan dockers asked their employers for a rise.", "KEN.business"),
        ("Messages of sympathy from Chile reached Peru.", "PER"),
        ('"We will march on the capital," a Chadian rebel said of Niger.', "NER"),
        ("Malian rebels will send envoys to Rome for talks with the government.", "MLI"),
    ],
)
def test_toward_whom_an_act_is(told, text: str, recipient: str) -> None:
    assert told(text)[0][0].recipient == recipient


def test_harm_announced_is_a_threat_and_what_backs_another_is_support(told) -> None:
    texts = (
        "Peru will expel the Chilean ambassador.",
        "Peru will not expel the Chilean ambassador.",
        "Peru promised to lift the curfew.",
        "Peru and Chile signed a treaty.",
        "Peru will sign a treaty with Chile.",
    )
    acts = [next(iter(s)).act for s in told(*texts)]
    assert acts == ["threat", "refusal", "pledge", "support", "pledge"]


def test_a_negation_parted_from_its_verb_still_negates(read) -> None:
    acts = {
        s.act
        for s in read("Ghana had not, as of Monday, announced any plans to send troops to Mali.")
    }
    assert acts == {"undisclosed"}
    acts = {s.act for s in read("Ghana will not, as of Monday, send troops to Mali.")}
    assert acts == {"refusal"}
