"""Reading here or in other processes: one outcome a report, in order, whatever is in it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

import pytest

from onrecord.codebooks import Codebook, load_codebook
from onrecord.collect import prepare
from onrecord.engine import local
from onrecord.engine.limit import OutOfTime, time_limit
from onrecord.engine.local import read_reports
from onrecord.engine.reader_version import reader_version
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report
from onrecord.read import READER_NAME, Reader, Reading

TEXT = "Norway will not send troops to Mali, its government said on Monday."


class FaultyReader:
    """A reader of the same protocol that can't read some texts."""

    name = "faulty.v1"

    def read(self, reports: Iterable[Report], codebook: Codebook) -> Iterator[Reading]:
        for report in reports:
            if "[" in report.text:
                raise ValueError("an unclosed\nbracket")
            if "slow" in report.text:
                time.sleep(60)
            yield Reading(report=report.id, statements=())


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Reader:
    reader = FaultyReader()
    monkeypatch.setattr(local, "_reader", lambda: reader)
    return reader


def reports(*texts: str) -> list[Report]:
    return [Report(id=f"r{n}", text=text) for n, text in enumerate(texts)]


def test_a_report_that_the_reader_fails_on_is_rejected_and_the_others_are_read(
    faulty: Reader,
) -> None:
    first, second, third = read_reports(reports("a", "[", "c"), load_codebook(), jobs=1)
    assert (first.report, third.report) == ("r0", "r2")
    assert isinstance(second, Rejected)
    assert (second.reason, second.where) == (RejectedReason.READING_FAILED, "r1")
    assert second.detail == "ValueError: an unclosed bracket"


def test_a_report_that_takes_too_long_is_rejected_and_the_others_are_read(
    faulty: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "SECONDS_A_REPORT", 0.05)
    first, second = read_reports(reports("slow", "b"), load_codebook(), jobs=1)
    assert isinstance(first, Rejected)
    assert first.reason is RejectedReason.TIMEOUT
    assert isinstance(second, Reading)


def test_the_time_limit_ends_with_its_body() -> None:
    with pytest.raises(OutOfTime), time_limit(0.02):
        time.sleep(60)
    with time_limit(0.02):
        pass
    time.sleep(0.05)


def test_reports_are_taken_only_as_they_are_read(faulty: Reader) -> None:
    taken = 0

    def endless() -> Iterator[Report]:
        nonlocal taken
        while True:
            taken += 1
            yield Report(id=f"r{taken}", text="a")

    found = read_reports(endless(), load_codebook(), jobs=1)
    for _ in range(500):
        next(found)
    assert taken < 600


def test_two_processes_give_what_one_gives_in_the_same_order() -> None:
    many = [prepare(Report(id=f"r{n}", text=f"{TEXT} Day {n}.", language="en")) for n in range(70)]
    one = list(read_reports(many, load_codebook(), jobs=1))
    two = list(read_reports(iter(many), load_codebook(), jobs=2))
    assert two == one
    assert [r.report for r in two] == [r.id for r in many]


def test_the_reader_s_version_is_its_name_and_what_decides() -> None:
    name, _, digest = reader_version().partition("+")
    assert name == READER_NAME
    assert len(digest) == 12
    assert len(reader_version()) <= 64
