"""What the reader makes of constructions, one sentence or two at a time."""

from __future__ import annotations

from tests.read.coding import Codes, coded, codes
from tests.read.construction_cases import MISSED, READ

from onrecord.codebooks import load_codebook
from onrecord.model.report import Report
from onrecord.read import Reader

FOR = {"pledge", "intention", "offer", "delivery", "support"}
AGAINST = {"refusal", "rejection", "withdrawal", "pledge!"}


def read(reader: Reader, cases: tuple[tuple[str, str], ...]) -> list[Codes]:
    reports = [
        Report(id=str(i), text=text, published="2026-01-10") for i, (text, _) in enumerate(cases)
    ]
    return [codes(r.statements) for r in reader.read(reports, load_codebook())]


def test_each_construction_is_read_as_coded(reader: Reader) -> None:
    found = zip(READ, read(reader, READ), strict=True)
    wrong = {text: told for (text, words), told in found if told != coded(words)}
    assert wrong == {}


def test_what_is_missed_is_not_inverted(reader: Reader) -> None:
    inverted = []
    for (text, words), told in zip(MISSED, read(reader, MISSED), strict=True):
        for actor, act, contribution in coded(words):
            other = FOR if act in AGAINST else AGAINST if act in FOR else set()
            if any(t[0] == actor and t[2] == contribution and t[1] in other for t in told):
                inverted.append(text)
    assert inverted == []


def test_what_is_missed_is_still_missed(reader: Reader) -> None:
    found = zip(MISSED, read(reader, MISSED), strict=True)
    assert [text for (text, words), told in found if told == coded(words)] == []
