import json
import os
from collections.abc import Iterator
from io import BytesIO
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


@pytest.mark.parametrize("given_date", ["2025-09-05"])
def test_a_given_date_goes_before_what_the_text_says(given_date: str) -> None:
    options = CollectOptions(published=given_date)
    (item,) = collect_bytes(("They met on 4/9 and on 3/9. " + ENGLISH).encode(), "a.txt", options)
    assert not isinstance(item, Rejected)
    assert item[1].published == given_date
    assert [d.value for d in item[1].dates] == ["2025-09-04", "2025-09-03"]


def one(content: bytes, where: str, options: CollectOptions = OPTIONS) -> Report:
    (item,) = collect_bytes(content, where, options)
    assert not isinstance(item, Rejected), item
    return item[1]


def test_the_text_is_as_given_with_its_line_ends_and_without_its_mark() -> None:
    text = f"Line one.\r\n{ENGLISH}\r\n\u2028End."
    assert one(b"\xef\xbb\xbf" + text.encode(), "a.txt").text == text
    assert one(text.encode("utf-16"), "a.txt").text == text


def test_ids_are_readable_and_standard_input_has_one_of_its_own() -> None:
    assert one(ENGLISH.encode(), "news/Côte d'Or: 4.9.txt").id == "Côte-d-Or-4.9"
    stdin = list(collect("-", OPTIONS, stdin=BytesIO(ENGLISH.encode())))
    assert not isinstance(stdin[0], Rejected)
    assert stdin[0][1].id == f"stdin-{stdin[0][0].id[:8]}"


def test_another_language_is_named_and_a_person_may_overrule() -> None:
    french = "Le gouvernement a annoncé que la France n'enverrait pas de soldats en Ukraine avant la fin de la guerre, selon le ministre."
    (item,) = collect_bytes(french.encode(), "a.txt", OPTIONS)
    assert isinstance(item, Rejected)
    assert "French (fr)" in item.detail
    assert one(french.encode(), "a.txt", CollectOptions(language="English")).language == "en"
    (item,) = collect_bytes(ENGLISH.encode(), "a.txt", CollectOptions(language="de"))
    assert isinstance(item, Rejected)
    # What the text shows goes before what its source declares.
    declared = json.dumps({"text": ENGLISH, "language": "fr"})
    assert one(declared.encode(), "a.jsonl").language == "en"
    assert one(b"Italy will not.", "short.txt").language == "en"


def test_a_file_without_words_or_over_the_limit_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"word " * 50_001)
    (tmp_path / "dots.txt").write_text("... --- ...")
    (tmp_path / "mark.txt").write_bytes(b"\xef\xbb\xbf")
    found = list(collect(tmp_path, OPTIONS))
    assert [(i.reason, Path(i.where).name) for i in found if isinstance(i, Rejected)] == [
        (RejectedReason.TOO_LARGE, "big.txt"), (RejectedReason.EMPTY, "dots.txt"), (RejectedReason.EMPTY, "mark.txt"),
    ]  # fmt: skip


def test_folders_are_read_in_order_and_links_to_folders_are_told(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.txt", "a.txt", "c.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{ENGLISH} {name}")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere.txt")
    found = list(collect(tmp_path, OPTIONS))
    names = [Path(i[0].where).name for i in found if not isinstance(i, Rejected)]
    assert names == ["a.txt", "a.txt", "z.txt", "c.txt"]
    told = {Path(i.where).name: i.detail for i in found if isinstance(i, Rejected)}
    assert set(told) == {"loop", "gone"}
    assert "link to a folder" in told["loop"]


def test_an_empty_folder_and_one_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty,) = collect(tmp_path, OPTIONS)
    assert isinstance(empty, Rejected)
    assert empty.reason is RejectedReason.EMPTY
    (tmp_path / "shut").mkdir()
    (tmp_path / "ok.txt").write_text(ENGLISH)
    listing = Path.iterdir

    def deny(path: Path) -> Iterator[Path]:
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return listing(path)

    # Root may read everything, so a mode alone would not shut the folder in every environment.
    monkeypatch.setattr(Path, "iterdir", deny)
    good, shut = collect(tmp_path, OPTIONS)
    assert not isinstance(good, Rejected)
    assert isinstance(shut, Rejected)
    assert (shut.reason, shut.detail) == (RejectedReason.UNREADABLE, "Permission denied")


def test_a_pipe_and_an_impossible_name_are_one_line_each(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for target in (tmp_path / "pipe", "a\0b", "x" * 5000):
        (item,) = collect(target, OPTIONS)
        assert isinstance(item, Rejected)
        assert item.reason is RejectedReason.UNREADABLE


def test_the_real_reports_have_no_year_until_a_person_gives_it(shared: Path) -> None:
    def dates(options: CollectOptions) -> list[tuple[str | None, set[str | None]]]:
        found = [i for i in collect(shared / "seeds", options) if not isinstance(i, Rejected)]
        return [(r.published, {d.value for d in r.dates}) for _, r in found]

    assert dates(OPTIONS) == [("--09-04", {"--09-04", "--09-03"}), ("--09-04", {"--09-04"})]
    assert dates(CollectOptions(published="2025-09-05")) == [
        ("2025-09-05", {"2025-09-04", "2025-09-03"}), ("2025-09-05", {"2025-09-04"}),
    ]  # fmt: skip


_PIECES = st.sampled_from(
    [b"<p>", b"<html>", b"</p>", b"{", b"}", b'"text":', b'"Italy will not send troops to Ukraine, she said"', b"[", b"]",
     b",", b"\n", b"\r\n", b"![](", b"Photo: AFP", b" on 4/9", b"\xc3", b"\xff\xfe", b"\x00", "é—”".encode(), b"By A B\n",
     b"PARIS, Sept 4 (AFP) - Italy will not send troops. ", b"<!--", b"<script>", b'{"text": "It is so and will be."}\n']
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.one_of(st.binary(max_size=300), st.lists(_PIECES, max_size=25).map(b"".join)),
    st.sampled_from(["x", "x.txt", "x.md", "x.html", "x.json", "x.jsonl", "-"]),
)
def test_any_bytes_end_as_reports_or_rejected(content: bytes, where: str) -> None:
    found = list(collect_bytes(content, where, OPTIONS))
    assert found or not content.strip()
    for item in found:
        if isinstance(item, Rejected):
            assert all((item.where, item.detail, item.todo))
            continue
        report = item[1]
        last = 0
        for aside in report.set_aside:
            assert last <= aside.start < aside.end <= len(report.text)
            last = aside.end
        for mention in report.dates:
            assert mention.end <= len(report.text)
        assert prepare(report) == report
