import pytest

from onrecord.collect import prepare
from onrecord.collect.metadata import title_of
from onrecord.model.report import Report


def report(text: str, **known: str) -> Report:
    return prepare(Report(id="x", text=text, **known))


def test_byline_credit_and_dateline_come_from_the_text() -> None:
    found = report(
        "Allies meet\n\nBy Marie Lenoir and Tom Askew in Paris\n\nPARIS, Sept 4, 2025 (Reuters) - Italy will not."
    )
    assert found.byline == "Marie Lenoir and Tom Askew"
    assert found.credit == "Reuters"
    assert found.dateline == "PARIS, Sept 4, 2025 (Reuters)"
    assert (found.published, found.published_by) == ("2025-09-04", "dateline")


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Italy will not.\nHuyen Le (Reuters)", "Reuters"), ("Italy will not.\nSource: PAP, Radio Vistula", "PAP, Radio Vistula"),
        ("Italy will not.\nAFP contributed to this report.", "AFP"), ("Italy will not.\ndpa/AFP", "dpa/AFP"),
        ("Italy told AFP it will not.", None), ("The EU (Reuters) fund will pay.", None),
    ],
)  # fmt: skip
def test_an_agency_is_credited_only_where_the_text_credits_it(
    text: str, credit: str | None
) -> None:
    assert report(text).credit == credit


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("A title here\nPress release, 4 September 2025\nItaly will not.", "2025-09-04"),
        ("Policy brief No. 41 | 22 September 2025\n\nItaly said on 4 September that it will not.", "2025-09-22"),
        ("Italy will not.\nPublished on 2025-09-05", "2025-09-05"),
        ("*By Imogen Tarrant in Paris, 5 September 2025*\n\nOn 24 February 2022 Russia invaded.", "2025-09-05"),
        ("Italy said on 4 September it will not, then on 5 September again.", "--09-05"),
        ("Russia invaded on 24 February 2022. Italy said on September 4 it will not.", "--09-04"),
        ("Italy will pay by 1 October 2030, she said on 4 September 2025.", "2025-09-04"),
        ("In May they met on 3 January, on 5 June and on 9 December.", None),
        ("Italy will not.", None),
    ],
)  # fmt: skip
def test_the_publication_date_that_the_text_shows(text: str, published: str | None) -> None:
    assert report(text).published == published


def test_what_is_known_goes_before_what_the_text_says() -> None:
    found = report(
        "PARIS, Sept 4, 2025 (AFP) - Italy will not.", published="2025-09-06", byline="Desk"
    )
    assert (found.published, found.published_by, found.byline) == ("2025-09-06", "metadata", "Desk")


def test_a_first_line_is_a_title_only_where_it_plainly_is_one() -> None:
    assert (
        title_of("Allies meet in Paris\n\nItaly will not.", markdown=False)
        == "Allies meet in Paris"
    )
    assert title_of("# Allies *meet*\nItaly will not.", markdown=True) == "Allies *meet"
    for text in (
        "Italy will not send troops.\n\nPoland will.", "Allies meet in Paris\nItaly will not.",
        "By Anna Smith\n\nItaly will not.", "PARIS, Sept 4 (AFP) - Italy will not\n\nx", "Only one line of it",
    ):  # fmt: skip
        assert title_of(text, markdown=False) is None
