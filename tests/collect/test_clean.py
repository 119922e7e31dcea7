import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.collect import prepare
from onrecord.collect.clean import set_aside
from onrecord.model.report import Report


def marked(text: str) -> list[tuple[str, str]]:
    return [(text[a.start : a.end], a.reason.value) for a in set_aside(text)]


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, Germany will decide on troops.", "By Friday Germany will decide",
        "Sources: Germany to send 5,000 troops", "Source: Macron will send troops",
        "Reuters reported that Italy will not send troops to Ukraine.", "AP said that Poland would help",
        "NATO — the alliance of 32 states — will not send troops.", "On October 1 - Germany said no",
        "Germany does not subscribe to the plan.", "Share the burden: Poland will take refugees",
        "The bank offered a tax credit: Germany will pay.", "EU - Poland will not send troops.",
        "Italy: no troops for Ukraine", "France (EU) - we will send troops",
        "Meloni (left) said Italy will not send troops.", "The picture is clear: Germany will pay",
        "Images of troops: Poland denies", "Sign up to the pact, Macron tells Italy",
        "Join the coalition, Starmer urges Spain", "He spoke to Reuters.", "Follow us, Macron tells Poland",
        "Italy will not send troops, Meloni told AFP", "Writing by hand, Tusk refused",
        "Edited by the EU, the plan will fail.", "Scroll of honour: Norway will pay",
        "In pictures, Macron pledges troops", "Updated plan: Germany will pay", "- Italy will send troops.",
        "Spain, Sept 4 will decide - maybe", "Accept all refugees, Poland is told", "26 countries - Italy too - will pay",
    ],
)  # fmt: skip
def test_a_sentence_that_looks_like_furniture_is_read(line: str) -> None:
    assert marked(line) == []


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        ("byline", "By Anna Smith"), ("byline", "*By Imogen Tarrant in Paris, 5 September 2025*"),
        ("byline", "By ANNA SMITH and TOM JONES"), ("byline", "By Nicușor Dănilă, Bucharest"),
        ("byline", "By Ludovic van der Meer, defence correspondent"), ("byline", "Huyen Le (Reuters)"),
        ("agency_credit", "(Reporting by A; editing by B)"), ("agency_credit", "cw/abc/gv"),
        ("agency_credit", "AFP contributed to this report."), ("agency_credit", "AFP/Reuters"),
        ("agency_credit", "with AFP"), ("agency_credit", "Source: PAP, Radio Vistula"),
        ("photo_credit", "Photo: AFP"), ("photo_credit", "(Photo by Ludovic Marin/AFP)"),
        ("photo_credit", "Ludovic Marin/AFP"), ("caption", "FILE PHOTO: Macron speaks in Paris"),
        ("caption", "Macron greets Zelensky in Paris (AP Photo/Thibault Camus)"),
        ("caption", "Macron and Starmer in Paris. © Reuters"), ("share_line", "Facebook | Twitter | WhatsApp"),
        ("share_line", "- Share this article"), ("subscribe_line", "Sign up for our newsletter"),
        ("subscribe_line", "Already a subscriber? Log in"), ("boilerplate", "We use cookies to improve your visit."),
        ("boilerplate", "© 2025 The Daily. All rights reserved."), ("related_links", "READ MORE: Poland will not send troops"),
        ("related_links", "Watch: Macron says France will send troops"), ("image_residue", "![](x.jpg) |"),
        ("dateline", "Kyiv, 4 September (AFP)"),
    ],
)  # fmt: skip
def test_whole_lines_that_are_not_the_reports_own(reason: str, line: str) -> None:
    assert marked(f"Talks went on.\n{line}\nThey ended.") == [(line, reason)]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("PARIS, Sept 4, 2025 (AFP) - Italy will not send troops.", "PARIS, Sept 4, 2025 (AFP) - "),
        ("WASHINGTON, D.C. (AP) — Italy will not.", "WASHINGTON, D.C. (AP) — "),
        ("THE HAGUE, June 25 (Reuters) - Spain will pay.", "THE HAGUE, June 25 (Reuters) - "),
        ("NEW YORK — Italy will not.", "NEW YORK — "), ("(AFP) - Italy will not.", "(AFP) - "),
        ("Italy will not send troops.Huyen Le (Reuters)", "Huyen Le (Reuters)"),
        ("Huyen Le (Reuters)French leaders will.", "Huyen Le (Reuters)"),
        ("Italy will not. (Reporting by A B; editing by C D)", "(Reporting by A B; editing by C D)"),
        ("Italy will not, she said. AFP", "AFP"), ("## What comes next", "## "),
    ],
)  # fmt: skip
def test_a_mark_inside_a_line_leaves_the_sentence(text: str, mark: str) -> None:
    assert [words for words, _ in marked(text)] == [mark]


def test_a_long_paragraph_with_a_credit_loses_the_credit_alone() -> None:
    prose = "Italy will not send troops. Poland will not. Spain may. Norway will pay."
    assert marked(f"{prose} (Photo: AFP)") == [("(Photo: AFP)", "photo_credit")]


def test_a_repeated_caption_in_a_table_is_told_apart() -> None:
    caption = "The leaders at the palace on 4/9. Photo: AFP"
    text = f"![]() |\n{caption} |\n{caption}\nPoland will not."
    assert [r for _, r in marked(text)] == ["image_residue", "caption", "caption_repeated"]


def test_no_hand_coded_statement_is_set_aside(root: Path) -> None:
    for path in sorted((root / "tests" / "gold").glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        asides = prepare(Report(id="x", text=raw["report"]["text"])).set_aside
        for statement in raw["statements"]:
            for evidence in statement["evidence"]:
                for aside in asides:
                    overlap = min(aside.end, evidence["end"]) - max(aside.start, evidence["start"])
                    assert overlap <= 0, (path.name, statement["id"], aside)


def test_news_prose_is_hardly_ever_set_aside(shared: Path) -> None:
    folder = shared / "data" / "wikinews"
    if not folder.is_dir():
        pytest.skip("the Wikinews articles beside the project are not here")
    found = []
    with (folder / "wikinews_2020.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found += [words for words, _ in marked(row["text"])]
    prose = [words for words in found if "Image" not in words and "(" not in words]
    assert len(found) >= 15
    assert prose == []


@given(st.text(st.sampled_from("Ab y.:|/![]()#>*-–—\n\r\u2028©éPhotoAFReuters,09"), max_size=300))
def test_marks_are_in_order_inside_the_text(text: str) -> None:
    last = 0
    for aside in set_aside(text):
        assert last <= aside.start < aside.end <= len(text)
        last = aside.end


def test_hostile_text_is_cleaned_in_time_that_grows_with_it() -> None:
    for piece in ("![", "](/", "By A", "Photo: ", "(", "A. ", "/", "Sept 4 ", "© ", "AFP "):
        report = prepare(Report(id="x", text=piece * 40_000))
        assert len(report.text) == len(piece) * 40_000
