"""Quotations that somebody warned, promised or urged: whose they are, and how that is known."""

from __future__ import annotations

import pytest
from tests.read.coding import told

from onrecord.read import Reader

QUOTED = (
    ('"We will strike any foreign base in Syria," Israeli Prime Minister Benjamin Netanyahu warned.',
     "ISR", "threat", "military_operation", "Benjamin Netanyahu"),
    ('Netanyahu spoke on Friday. "We will strike any foreign base in Syria," he warned.',
     "ISR", "threat", "military_operation", "Benjamin Netanyahu"),
    ('"Foreign troops will be legitimate targets," Kremlin spokesman Dmitry Peskov warned.',
     "RUS", "threat", "military_operation", "Dmitry Peskov"),
    ('"We will send peacekeepers to Haiti," Kenyan President William Ruto promised.',
     "KEN", "pledge", "troops", "William Ruto"),
    ('"Peru will send troops to Haiti," Peruvian President Dina Boluarte promised.',
     "PER", "pledge", "troops", "Dina Boluarte"),
    ('"Germany must send more ammunition to Ukraine," Zelensky urged.',
     "UKR", "request", "equipment", "Volodymyr Zelensky"),
    ('Zelensky met Merz on Friday. "Send us more tanks," he urged.',
     "UKR", "request", "equipment", "Volodymyr Zelensky"),
    ('"Agree to a ceasefire," Antonio Guterres urged.',
     "UN", "request", "ceasefire", "Antonio Guterres"),
    ('"Lay down your weapons and agree to a ceasefire," the UN secretary-general urged.',
     "UN", "request", "ceasefire", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "actor", "act", "contribution", "speaker"), QUOTED)
def test_the_verb_beside_a_quotation_tells_whose_it_is(
    reader: Reader, text: str, actor: str, act: str, contribution: str, speaker: str | None
) -> None:
    ((statement,),) = told(reader, [text])
    assert (statement.actor.id, statement.act.value) == (actor, act)
    assert statement.contribution.partition(".")[0] == contribution
    assert statement.attribution.value == "quote"
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.of) == (speaker, actor)
