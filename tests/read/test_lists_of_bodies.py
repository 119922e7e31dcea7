"""Lists that a body's name alone leads in: what a summit did, what a resolution decides."""

from __future__ import annotations

import pytest
from tests.read.coding import coded, codes, told

from onrecord.collect import prepare
from onrecord.model.report import Report
from onrecord.read import Reader

PAST = (
    ("The African Union:", ("called for an immediate ceasefire in Sudan", "pledged to send troops to Somalia",
     "rejected the deployment of foreign troops in Libya"),
     "AU request ceasefire; AU pledge troops; AU rejection troops"),
    ("The African Union:", ("welcomed the ceasefire in Gaza", "promised to send observers to Sudan"),
     "AU support ceasefire; AU pledge monitoring"),
    ("The European Council:", ("agreed to impose new sanctions on Belarus", "refused to send troops to Libya"),
     "EU pledge sanctions; EU refusal troops"),
    ("The Arab League:", ("called for an immediate ceasefire in Sudan", "promised to send troops to Somalia"),
     "ARABLEAGUE request ceasefire; ARABLEAGUE pledge troops"),
)  # fmt: skip
RESOLUTIONS = (
    ("Deeply concerned by the fighting", ("Demands an immediate ceasefire in Sudan",
     "Rejects the deployment of foreign forces in Libya"),
     "UN request ceasefire; UN rejection troops"),
    ("Having considered the report", ("Supports the deployment of African troops in Haiti", "Imposes sanctions on Libya"),
     "UN support troops; UN pledge sanctions"),
    ("Recalling its earlier resolutions", ("Welcomes the decision of Kenya to send troops to Haiti",
     "Demands an immediate ceasefire"),
     "UN support troops; KEN pledge troops; UN request ceasefire"),
)  # fmt: skip


@pytest.mark.parametrize(("body", "items", "words"), PAST)
def test_bullets_in_the_past_tense_are_the_bodys(
    reader: Reader, body: str, items: tuple[str, ...], words: str
) -> None:
    text = f"{body}\n\n" + "".join(f"- {item};\n" for item in items)
    assert codes(told(reader, [text])[0]) == coded(words)


@pytest.mark.parametrize(("preamble", "items", "words"), RESOLUTIONS)
def test_numbered_decisions_are_those_of_the_council_named_above(
    reader: Reader, preamble: str, items: tuple[str, ...], words: str
) -> None:
    numbered = "".join(f"{n}. {item};\n\n" for n, item in enumerate(items, 1))
    text = f"The Security Council,\n\n{preamble},\n\n{numbered}"
    assert codes(told(reader, [text])[0]) == coded(words)


def test_a_summit_without_a_name_is_that_of_who_issues_the_communique(read) -> None:
    text = (
        "JOINT COMMUNIQUE\n\nWe, the leaders of the African Union, met in Accra. We thank our hosts. "
        "We honour the dead.\n\nThe Summit:\n\n- called for an immediate ceasefire in Sudan;\n"
        "- pledged to send troops to Somalia;\n- rejected the deployment of foreign troops in Libya.\n"
    )
    assert codes(read(text)) == coded("AU request ceasefire; AU pledge troops; AU rejection troops")


def test_an_item_shows_its_own_words(read) -> None:
    text = "The Arab League:\n\n- promised to send troops to Somalia.\n"
    (statement,) = read(text)
    kept = prepare(Report(id="t", text=text)).text
    assert all(kept[e.start : e.end] == e.quote for e in statement.evidence)
    assert any("send troops to Somalia" in e.quote for e in statement.evidence)
