import json
from io import BytesIO

import pytest

from onrecord.collect import Collected, CollectOptions, collect, collect_bytes
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report

ENGLISH = (
    "The government said that it would not send troops to the border, and that talks would go on."
)


def read(content: str, where: str = "r.jsonl", **options: str) -> list[Collected]:
    return list(collect_bytes(content.encode(), where, CollectOptions(**options)))


def reports(found: list[Collected]) -> list[Report]:
    return [item[1] for item in found if not isinstance(item, Rejected)]


def rejects(found: list[Collected]) -> list[Rejected]:
    return [item for item in found if isinstance(item, Rejected)]


def line(**fields: object) -> str:
    return json.dumps({"text": ENGLISH, **fields})


def test_lines_a_list_and_a_gold_file_give_the_same_report() -> None:
    fields = {
        "id": "r1",
        "title": "T",
        "published": "2025-09-05",
        "outlet": "O",
        "credit": "AFP",
        "domain": "aid",
    }
    as_line = reports(read(line(**fields)))
    as_list = reports(read(f"[{line(**fields)}]", "r.json"))
    gold = json.dumps(
        {"report": {"text": ENGLISH, **fields}, "statements": [], "relations": []}, indent=1
    )
    as_gold = reports(read(gold, "-"))
    for (report,) in (as_line, as_list, as_gold):
        assert (report.id, report.title, report.published, report.outlet) == (
            "r1",
            "T",
            "2025-09-05",
            "O",
        )
        assert (report.credit, report.domain, report.text) == ("AFP", "aid", ENGLISH)


def test_a_broken_first_line_does_not_hide_the_others_nor_make_a_text_of_them() -> None:
    found = read("\n".join(["{broken", line(id="a"), "", line(id="b", text=ENGLISH + "!")]), "-")
    assert [r.id for r in reports(found)] == ["a", "b"]
    (bad,) = rejects(found)
    assert bad.reason is RejectedReason.BROKEN_RECORD
    assert bad.where == "-, line 1"
    assert "others were taken" in bad.todo


def test_a_broken_document_is_one_line_that_says_where() -> None:
    broken = json.dumps({"report": {"text": ENGLISH}, "statements": []}, indent=1).replace(
        "[]", "[", 1
    )
    (bad,) = read(broken, "gold.json")
    assert isinstance(bad, Rejected)
    assert "line 6" in bad.where
    assert "others" not in bad.todo


def test_records_without_an_id_have_one_each_by_their_place() -> None:
    found = reports(read("\n".join([line(), line(text=ENGLISH + "!")]), "wire.jsonl"))
    assert [r.id for r in found] == ["wire-1", "wire-2"]


def test_the_source_is_the_lines_own_bytes() -> None:
    raw = '{"text" : "' + ENGLISH + '" }'
    (item,) = read(raw + "\r\n" + line(id=7, text="Other. " + ENGLISH))[:1]
    assert not isinstance(item, Rejected)
    assert item[0].content == raw.encode()


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"id": "x"}, "`text`"), ({"text": 5}, "`text`"), ({"text": ENGLISH, "title": ["T"]}, "`title`"),
        ({"text": ENGLISH, "id": {}}, "`id`"), ({"text": ENGLISH, "published": "soon"}, "`published`"),
        ({"text": ENGLISH, "published": 2025}, "`published`"), ([1], "object"),
    ],
)  # fmt: skip
def test_each_fault_is_named(record: object, words: str) -> None:
    (bad,) = read(json.dumps(record), "x.jsonl")
    assert isinstance(bad, Rejected)
    assert words in bad.detail


def test_a_given_date_heals_a_record_without_a_good_one() -> None:
    (report,) = reports(read(line(published="soon"), published="2025-09-05"))
    assert report.published == "2025-09-05"
    (report,) = reports(read(line(published="4/9/2025")))
    assert (report.published, set(report.published_readings)) == (
        None,
        {"2025-09-04", "2025-04-09"},
    )


def test_json_that_is_no_record_and_nests_without_end_is_refused() -> None:
    for content in ("[1" * 100_000, '{"a":' * 50_000, "[7]", '{"a": 1}'):
        (bad,) = read(content, "x.json")
        assert isinstance(bad, Rejected)
        assert bad.reason is RejectedReason.BROKEN_RECORD


def test_a_text_that_begins_with_a_bracket_is_a_text() -> None:
    (report,) = reports(read(f"[Updated] {ENGLISH}", "-"))
    assert report.text.startswith("[Updated]")


def test_half_characters_become_whole_and_offsets_stay() -> None:
    (report,) = reports(read('{"text": "\\ud800 ' + ENGLISH + '"}'))
    assert report.text == f"\ufffd {ENGLISH}"
    assert report.text_hash


def test_json_lines_over_the_limit_are_read_line_by_line() -> None:
    lines = [line(id=f"r{i}", text=f"{i} {ENGLISH}") for i in range(30)]
    lines[7] = line(id="big", text=ENGLISH * 60)
    lines[9] = "{broken"
    content = "\n".join(lines).encode()
    found = list(collect("-", CollectOptions(max_bytes=2000), stdin=BytesIO(content)))
    assert [r.id for r in reports(found)] == [f"r{i}" for i in range(30) if i not in (7, 9)]
    assert [(b.reason, b.where) for b in rejects(found)] == [
        (RejectedReason.TOO_LARGE, "-, line 8"), (RejectedReason.BROKEN_RECORD, "-, line 10"),
    ]  # fmt: skip
