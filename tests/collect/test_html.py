import pytest

from onrecord.collect import CollectOptions, collect_bytes
from onrecord.collect.html import looks_like_html, read_page
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report

PAGE = """<!doctype html><html lang="en-GB"><head><title>Poland will not send troops | Daily Star</title>
<meta property="og:site_name" content="Daily Star"><link rel="canonical" href="https://star.example/poland">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-09-04T10:00:00Z","author":{"name":"Anna Smith"}}</script>
</head><body><header><a href="/">Home</a></header><h1>Poland will not send troops</h1>
<div class="body"><p>Poland will not send soldiers to Ukraine, Donald Tusk said on Thursday.</p>
<p>He said that <a href="https://x.example">Poland</a> will handle <b>logistics</b> for the mission &amp; more.</p>
<ul><li>Italy will train soldiers outside Ukraine.</li><li>Spain will not decide yet.</li></ul>
<p>Talks go on in Paris, where ministers of eight countries are to meet again next week.</p></div>
<script>var x = "France will send troops";</script><footer>Privacy and cookies</footer></body></html>"""


def collected(page: str) -> Report:
    (item,) = collect_bytes(page.encode(), "page.html", CollectOptions())
    assert not isinstance(item, Rejected), item
    return item[1]


def test_a_page_gives_its_words_a_paragraph_a_line_and_its_metadata() -> None:
    report = collected(PAGE)
    lines = report.text.split("\n")
    assert lines[0] == report.title == "Poland will not send troops"
    assert "He said that Poland will handle logistics for the mission & more." in lines
    assert any("Italy will train soldiers" in line for line in lines), "lists are read"
    assert "France" not in report.text
    assert "cookies" not in report.text
    assert (report.outlet, report.byline, report.url) == (
        "Daily Star",
        "Anna Smith",
        "https://star.example/poland",
    )
    assert (report.published, report.published_by, report.language) == (
        "2025-09-04",
        "metadata",
        "en-gb",
    )


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2025-09-04T23:30:00+02:00">', "2025-09-04"),
        ('<meta content="5 September 2025" name="date">', "2025-09-05"), ('<meta name="date" content="4/9/2025">', None),
        ("", None),
    ],
)  # fmt: skip
def test_the_date_is_the_one_that_the_page_declares(head: str, published: str | None) -> None:
    page = f"<html><head>{head}</head><body><p>Italy will not send any troops to Ukraine, she said.</p></body></html>"
    report = collected(page)
    assert report.published == published
    assert len(report.published_readings) == (2 if "4/9" in head else 0)


def test_a_fragment_is_read_and_a_feed_or_a_menu_is_not() -> None:
    assert (
        "Italy will not"
        in collected("<p>Italy will not send troops to Ukraine, the premier said.</p>").text
    )
    for page in (
        "<html><body><nav>Home</nav></body></html>",
        "<?xml version='1.0'?><rss><item>Italy will not send troops at all, ever, says she</item></rss>",
    ):
        (item,) = collect_bytes(page.encode(), "x", CollectOptions())
        assert isinstance(item, Rejected)
        assert item.reason is RejectedReason.NO_TEXT


def test_plain_text_with_a_sign_is_no_page() -> None:
    assert not looks_like_html("Growth was < 3 percent, they said. <b>Bold</b>")
    assert not looks_like_html("a < b and c > d", named=True)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 15_000 + "Italy will not send troops to Ukraine, she said again." + "</div>" * 15_000,
        "<html><body " + " ".join(f"a{i}=1" for i in range(40_000)) + "><p>hello</p></body></html>",
        "<html>" + "<script>" * 150_000, "<html>" + "<!--" * 200_000, "<html>" + "<" * 1_000_000,
        "<html>" + "<p " * 400_000, "<html>" + "<meta x=" * 100_000, "<html><p>" + "&amp;" * 300_000,
        "<html><body>" + "<a href='/x'>Italy will</a> " * 40_000,
    ],
    ids=["nested", "attributes", "scripts", "comments", "signs", "tags", "meta", "entities", "links"],
)  # fmt: skip
def test_a_hostile_page_is_read_or_not_but_ends(page: str) -> None:
    found = read_page(page)
    assert found is None or found.text.strip()
