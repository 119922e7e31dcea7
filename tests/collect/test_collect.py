import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.collect import CollectOptions, collect, collect_bytes, prepare
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report, SetAsideReason

OPTIONS = CollectOptions(max_bytes=200_000)
ENGLISH = "The government said that it would not send troops to the border, and that talks would go on for weeks."


def reason(content: bytes, where: str = "x.txt") -> RejectedReason:
    (item,) = collect_bytes(content, where, OPTIONS)
    assert isinstance(item, Rejected)
    assert all((item.where, item.detail, item.todo))
    return item.reason


def test_each_kind_of_bad_input_has_its_reason() -> None:
    assert reason(b"") is RejectedReason.EMPTY
    assert reason(b"\x00\x01\x02PNG\x00") is RejectedReason.BINARY
    assert reason(("é\x81\x8d\x8f" * 30).encode("latin-1")) is RejectedReason.ENCODING
    assert reason(b"a" * 200_001) is RejectedReason.TOO_LARGE
    assert reason(b"<html><body><nav>Home</nav></body></html>", "x.html") is RejectedReason.NO_TEXT
    french = "Le gouvernement a annoncé que la France n'enverrait pas de soldats en Ukraine avant la fin de la guerre, selon le ministre."
    assert reason(french.encode()) is RejectedReason.LANGUAGE


def test_a_broken_line_among_good_ones_loses_only_itself(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"r{i}", "text": ENGLISH + str(i)}) for i in range(3)]
    (tmp_path / "r.jsonl").write_text("\n".join([lines[0], "{broken", *lines[1:]]))
    found = list(collect(tmp_path, OPTIONS))
    assert [i[1].id for i in found if not isinstance(i, Rejected)] == ["r0", "r1", "r2"]
    (bad,) = [i for i in found if isinstance(i, Rejected)]
    assert bad.reason is RejectedReason.BROKEN_RECORD
    assert "line 2" in bad.where


def test_the_same_bytes_twice_are_read_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ENGLISH)
    first, second = collect(tmp_path, OPTIONS)
    assert not isinstance(first, Rejected)
    assert isinstance(second, Rejected)
    assert second.reason is RejectedReason.DUPLICATE


def test_missing_files_pipes_and_hidden_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / ".hidden").write_text(ENGLISH)
    (tmp_path / "ok.txt").write_text(ENGLISH)
    (tmp_path / "loop").symlink_to(tmp_path)
    found = list(collect(tmp_path, OPTIONS))
    assert sum(not isinstance(i, Rejected) for i in found) == 1
    (missing,) = collect(tmp_path / "none.txt", OPTIONS)
    assert isinstance(missing, Rejected)
    assert missing.reason is RejectedReason.UNREADABLE


def test_a_page_gives_its_article_and_metadata(root: Path) -> None:
    (item,) = collect(root / "examples" / "05-press-release-palazzo.html", OPTIONS)
    assert not isinstance(item, Rejected)
    report = item[1]
    assert report.published == "2025-09-04"
    assert report.url == "https://example.org/italy/statement-2025-09-04"
    assert "Italy will not send soldiers" in report.text
    assert "Cookies" not in report.text


def test_marks_never_cut_and_captions_bylines_datelines_are_set_aside() -> None:
    text = (
        "PARIS, Sept 4, 2025 (AFP) - Italy will not send troops.\n![]() |\n"
        "The leaders at the palace on 4/9. Photo: AFP |\nThe leaders at the palace on 4/9. Photo: AFP\n"
        "Poland will not either.\nRead more: what we know\nJane Doe (Reuters)"
    )
    report = prepare(Report(id="x", text=text))
    assert report.text == text
    reasons = [a.reason for a in report.set_aside]
    assert reasons == [
        SetAsideReason.DATELINE, SetAsideReason.IMAGE_RESIDUE, SetAsideReason.CAPTION,
        SetAsideReason.CAPTION_REPEATED, SetAsideReason.RELATED_LINKS, SetAsideReason.BYLINE,
    ]  # fmt: skip
    assert report.byline == "Jane Doe"
    assert report.credit is not None
    assert report.published == "2025-09-04"


def test_no_gold_statement_is_set_aside(root: Path) -> None:
    for path in sorted((root / "tests" / "gold").glob("*.json")):
        raw = json.loads(path.read_text())
        asides = prepare(Report(id="x", text=raw["report"]["text"])).set_aside
        for statement in raw["statements"]:
            for evidence in statement["evidence"]:
                for aside in asides:
                    overlap = min(aside.end, evidence["end"]) - max(aside.start, evidence["start"])
                    assert overlap <= 0, (path.name, statement["id"], aside)


@pytest.mark.parametrize("given_date", ["2025-09-05"])
def test_a_given_date_goes_before_what_the_text_says(given_date: str) -> None:
    options = CollectOptions(published=given_date)
    (item,) = collect_bytes(("They met on 4/9 and on 3/9. " + ENGLISH).encode(), "a.txt", options)
    assert not isinstance(item, Rejected)
    assert item[1].published == given_date
    assert [d.value for d in item[1].dates] == ["2025-09-04", "2025-09-03"]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_end_as_reports_or_rejected(content: bytes) -> None:
    for item in collect_bytes(content, "x", OPTIONS):
        if not isinstance(item, Rejected):
            report = item[1]
            last = 0
            for aside in report.set_aside:
                assert last <= aside.start < aside.end <= len(report.text)
                last = aside.end
