"""Who is named in a text, by any name, and what only looks like a name."""

from __future__ import annotations

import unicodedata
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.codebooks import load_codebook
from onrecord.codebooks.gazetteer import Gazetteer


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(load_codebook())


def named(text: str, on: str | None = None) -> list[tuple[str, str, str]]:
    return [(text[m.start : m.end], m.actor_id, m.form) for m in gazetteer().find(text, on=on)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("U.S. and US and the United States", [("U.S.", "USA"), ("US", "USA"), ("United States", "USA")]),
        ("let us go; LET US GO HOME NOW", []),
        ("who may march", []),
        ("Kiev, Kyiv’s army", [("Kiev", "UKR"), ("Kyiv", "UKR")]),
        ("the Élysée and Elysee", [("Élysée", "FRA"), ("Elysee", "FRA")]),
        ("Palazzo Chigi, Whitehall, No 10", [("Palazzo Chigi", "ITA"), ("Whitehall", "GBR"), ("No 10", "GBR")]),
        ("Côte d’Ivoire, Türkiye, N'Djamena", [("Côte d’Ivoire", "CIV"), ("Türkiye", "TUR"), ("N'Djamena", "TCD")]),
        ("US-led and Franco-German", [("US", "USA"), ("German", "DEU")]),
        ("a Paris-based, pro-Russian, anti-French group", []),
        ("FRANCE AND ITALY SEND TROOPS", [("FRANCE", "FRA"), ("ITALY", "ITA")]),
        ("Papua New Guinea, Guinea-Bissau, Equatorial Guinea", [
            ("Papua New Guinea", "PNG"), ("Guinea-Bissau", "GNB"), ("Equatorial Guinea", "GNQ")]),
        ("DR Congo and the Republic of Congo", [("DR Congo", "COD"), ("Republic of Congo", "COG")]),
        ("South Sudan, Sudan", [("South Sudan", "SSD"), ("Sudan", "SDN")]),
        ("North Korea’s Kim Jong Un", [("North Korea", "PRK"), ("Kim Jong Un", "PRK")]),
        ("Palestinian, Kosovo, Taiwanese", [("Palestinian", "PSE"), ("Kosovo", "XKX"), ("Taiwanese", "TWN")]),
        ("the European\nCommission", [("European\nCommission", "EU")]),
        ("UNICEF, the World Food Programme", [("UNICEF", "UNICEF"), ("World Food Programme", "WFP")]),
        ("Gavi, the TFFF and the EBRD", [("Gavi", "GAVI"), ("TFFF", "TFFF"), ("EBRD", "EBRD")]),
        ("the Baltic states and Visegrad Four", [("Baltic states", "BALTICS"), ("Visegrad Four", "VISEGRAD")]),
    ],
)  # fmt: skip
def test_actors_are_found_by_any_of_their_names(text: str, found: list[tuple[str, str]]) -> None:
    assert [(words, actor) for words, actor, _ in named(text)] == found


@pytest.mark.parametrize(
    "words",
    ["coalition of the willing", "Coalition of the Willing", "coalition of goodwill", "goodwill alliance",
     "alliance of the willing", "COALITION OF THE WILLING", "coalition of good will"],
)  # fmt: skip
def test_the_coalition_is_known_by_its_translated_names(words: str) -> None:
    assert named(f"a member of the {words} said") == [(words, "COALITION", "name")]


@pytest.mark.parametrize(
    "text",
    [
        "The Washington Post", "the New York Times", "George Washington", "Michael Jordan",
        "the Paris Agreement", "Bank of England", "the South China Sea", "Air France",
        "the University of Washington", "Mike Johnson", "Latin America", "the Korean War",
        "a polish turkey in the china shop",
    ],
)  # fmt: skip
def test_what_only_contains_an_actors_name_is_none(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("French troops", "adjective"),
        ("The French have agreed", "people"),
        ("Germans want", "people"),
        ("Berlin said", "seat"),
        ("the Bundestag", "body"),
        ("Germany", "name"),
    ],
)
def test_the_form_says_by_which_kind_of_name(text: str, form: str) -> None:
    assert [f for _, _, f in named(text)] == [form]


def test_ambiguous_names_say_so() -> None:
    brussels, georgia = gazetteer().find("Brussels and Georgia")
    assert (brussels.actor_id, brussels.ambiguous, brussels.others) == ("EU", True, ("BEL",))
    assert georgia.ambiguous


def test_a_short_name_counts_only_beside_a_full_one() -> None:
    assert named("The Commission will pay.") == []
    with_full = named("The European Union will pay, the Commission said.")
    assert [actor for _, actor, _ in with_full] == ["EU", "EU"]


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2023-05-01", [("Kallas", "EST"), ("Rutte", "NLD"), ("Scholz", "DEU")]),
        ("2025-09-05", [("Kallas", "EU"), ("Rutte", "NATO"), ("Merz", "DEU")]),
        (None, [("Kallas", "EU"), ("Rutte", "NATO"), ("Scholz", "DEU"), ("Merz", "DEU")]),
    ],
)
def test_a_person_speaks_for_the_office_held_on_the_day(
    on: str | None, found: list[tuple[str, str]]
) -> None:
    mentions = named("Kallas, Rutte, Scholz, Merz said", on)
    assert [(words, actor) for words, actor, _ in mentions] == found


def test_a_person_is_given_with_name_and_office() -> None:
    (mention,) = gazetteer().find("Mr Macron said")
    assert (mention.name, mention.role, mention.actor_id) == ("Emmanuel Macron", "president", "FRA")


def test_another_persons_family_name_is_not_the_office_holders() -> None:
    assert named("his wife Brigitte Macron said") == []


def test_offsets_hold_in_text_with_accents_that_stand_apart() -> None:
    text = unicodedata.normalize("NFD", "Già: l'Élysée, Türkiye and Côte d'Ivoire")
    for mention in gazetteer().find(text):
        words = unicodedata.normalize("NFC", text[mention.start : mention.end])
        assert words in ("Élysée", "Türkiye", "Côte d'Ivoire")
    assert len(gazetteer().find(text)) == 3


def test_no_state_shares_an_unmarked_name_with_another() -> None:
    owners: dict[str, str] = {}
    for actor in load_codebook().actors:
        for name in {*actor.names, *actor.adjectives, *actor.seats, *actor.bodies}:
            if name not in actor.ambiguous:
                assert owners.setdefault(name, actor.id) == actor.id, name


@given(
    st.lists(
        st.sampled_from(
            ["France", "US", "U.S.", "the Élysée", "E\u0301lyse\u0301e", "\n", " ", "’s", "-", "Kyiv",
             "coalition of the willing", "President ", "Macron", "MACRON", "Bank of ", "New ", "🇫🇷", "a"]
        ),
        max_size=12,
    ).map("".join)
)  # fmt: skip
def test_mentions_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for mention in gazetteer().find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        end = mention.end
