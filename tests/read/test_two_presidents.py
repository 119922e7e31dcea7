"""Two heads of state in one sentence, each named with a country: each speaks for their own."""

from __future__ import annotations

import pytest
from tests.read.coding import misread, told

from onrecord.read import Reader

TOGETHER = (
    ("Kenyan President William Ruto and Rwandan President Paul Kagame pledged to send troops to Mozambique.",
     "KEN pledge troops; RWA pledge troops"),
    ("The presidents of Chad and Niger promised to send troops to Mali.", "TCD pledge troops; NER pledge troops"),
    ("Finnish President Alexander Stubb and Lithuanian President Gitanas Nauseda rejected the sanctions.",
     "FIN rejection sanctions; LTU rejection sanctions"),
    ("Turkish President Recep Tayyip Erdogan and Azerbaijani President Ilham Aliyev called for a ceasefire in Gaza.",
     "TUR request ceasefire; AZE request ceasefire"),
    ("Chad's President Mahamat Deby and Niger's President Abdourahamane Tiani rejected the deployment of foreign troops.",
     "TCD rejection troops; NER rejection troops"),
)  # fmt: skip
APART = (
    ("Polish President Karol Nawrocki said Poland would not send troops to Ukraine, while French President "
     "Emmanuel Macron said France would send soldiers.", "POL refusal troops; FRA pledge troops"),
    ("President William Ruto of Kenya pledged to send troops to Haiti, but President Paul Kagame of Rwanda "
     "refused to send troops.", "KEN pledge troops; RWA refusal troops"),
    ("President Lula of Brazil offered to host peace talks. President Petro of Colombia refused to send troops "
     "to Haiti.", "BRA offer talks; COL refusal troops"),
)  # fmt: skip


@pytest.mark.parametrize("cases", [TOGETHER, APART])
def test_each_takes_the_position_of_the_country_named_with_them(
    reader: Reader, cases: tuple[tuple[str, str], ...]
) -> None:
    assert misread(reader, cases) == {}


def test_each_is_the_speaker_of_their_own(reader: Reader) -> None:
    for statements in told(reader, (text for text, _ in APART)):
        assert [s.speaker and s.speaker.of for s in statements] == [s.actor.id for s in statements]
