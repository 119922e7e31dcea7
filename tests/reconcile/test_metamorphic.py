"""One fault put into a report is found and named; no fault raises no alarm (bench/metamorphic.py)."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.metamorphic import in_statements, in_texts

from onrecord.codebooks import load_codebook
from onrecord.evaluate.gold import load_golds

PASSAGES = (
    "\nNorway will send troops to Mali after a ceasefire.",
    "\nPortugal pledged to give Sudan up to 500 million euros.",
    "\nThe Kenyan president, William Ruto, said that Kenya is ready to train soldiers in Somalia.",
    "\nGhana plans to send 300 peacekeepers to Liberia by 2031.",
    "\nDenmark will contribute 40 million euros if parliament approves.",
)


@pytest.mark.parametrize("folder", ["gold"])
def test_faults_in_hand_coded_fields_are_found_and_named(root: Path, folder: str) -> None:
    tally = in_statements(load_golds(sorted((root / "tests" / folder).glob("dev-0[0-3]*.json"))))
    assert sum(map(len, tally.faults.values())) > 300
    assert tally.found >= 0.98, tally.wrong[:5]
    assert tally.alarms <= 0.005, tally.wrong[:5]


def test_faults_in_sentences_are_found_and_named(reader) -> None:
    tally = in_texts(PASSAGES, reader, load_codebook())
    assert {"negated", "condition dropped", "amount changed"} <= set(tally.faults)
    assert tally.found >= 0.9, tally.wrong
    untouched = tally.harmless["untouched"]
    assert len(untouched) == len(PASSAGES)
    assert not any(untouched), tally.wrong
