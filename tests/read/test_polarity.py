"""Reading one sentence right is the heart: no inversion in any construction of the suite."""

from __future__ import annotations

from tests.read.polarity_suite import cases

from onrecord.codebooks import load_codebook
from onrecord.model.report import Report
from onrecord.read import Reader

POSITIVE = {"pledge", "intention", "offer", "delivery", "support"}
NEGATIVE = {"refusal", "rejection", "withdrawal"}


def side(act: str, *, refrain: bool) -> int:
    sign = 1 if act in POSITIVE else -1 if act in NEGATIVE else 0
    return -sign if refrain else sign


def test_minimal_pairs_are_never_inverted_and_nearly_all_right(reader: Reader) -> None:
    suite = list(cases())
    assert len({case.pair for case in suite}) >= 400
    reports = [Report(id=str(i), text=case.text) for i, case in enumerate(suite)]
    right, inverted = 0, []
    for case, reading in zip(suite, reader.read(reports, load_codebook()), strict=True):
        mine = [
            s for s in reading.statements
            if s.actor.id == case.actor and s.contribution.partition(".")[0] == case.contribution
        ]  # fmt: skip
        right += any(s.act == case.act and s.refrain == case.refrain for s in mine)
        wanted = side(case.act, refrain=case.refrain)
        if any(side(s.act, refrain=s.refrain) * wanted < 0 for s in reading.statements):
            inverted.append(case.text)
    assert inverted == []
    assert right / len(suite) >= 0.97
