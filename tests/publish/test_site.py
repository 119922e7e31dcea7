"""The published pages, in files and in a real browser."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from onrecord.app.adding import add_targets
from onrecord.app.building import build, load_register
from onrecord.app.register_folder import init_register
from onrecord.collect import CollectOptions
from onrecord.model.register import Register
from onrecord.publish.difference import word_difference
from onrecord.publish.site import publish_site

CHROMIUM = next(
    (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None
)


@pytest.fixture(scope="module")
def published(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Register]:
    folder = tmp_path_factory.mktemp("site")
    register = init_register(folder / "register", name="Sample", codebook="security")
    list(add_targets(register, [root / "examples"], CollectOptions()))
    build(register, jobs=1)
    found = load_register(register)
    publish_site(found, folder / "pages", codebook=register.codebook)
    return folder / "pages", found


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if "style" in values or any(name.startswith("on") for name in values):
            self.faults.append(f"inline style or script on {tag}")
        if href := values.get("href"):
            self.links.append(href)
        if tag not in ("meta", "link", "br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")


def test_every_page_is_well_formed_and_every_link_leads_somewhere(
    published: tuple[Path, Register],
) -> None:
    site, _ = published
    for path in sorted(site.rglob("*.html")):
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))
        assert page.faults == [], path
        assert page.open == [], path
        for link in page.links:
            if not link.startswith(("http", "#")):
                assert (path.parent / link.partition("#")[0]).exists(), (path.name, link)


def test_the_register_shows_a_copy_a_distortion_an_update_and_a_collective(
    published: tuple[Path, Register],
) -> None:
    _, register = published
    relations = {str(d.relation) for d in register.disagreements}
    assert {"distorts", "updates", "contradicts"} <= relations
    assert register.grouping.copies
    assert any(c.claimed == 26 for c in register.collectives)
    assert any(m.retells for m in register.grouping.memberships)


def test_every_mark_is_the_evidence_word_for_word(published: tuple[Path, Register]) -> None:
    import html

    site, register = published
    for commitment in register.commitments:
        text = (site / "c" / f"{commitment.id}.html").read_text(encoding="utf-8")
        marked = {html.unescape(m) for m in re.findall(r"<mark>(.*?)</mark>", text, re.DOTALL)}
        wanted = {
            e.quote
            for s in register.statements
            if s.id in commitment.statements
            for e in s.evidence
        }
        assert wanted <= marked


def test_pages_are_small(published: tuple[Path, Register]) -> None:
    import gzip

    site, _ = published
    assert len(gzip.compress((site / "index.html").read_bytes())) < 100_000
    assert all(
        len(gzip.compress(p.read_bytes())) < 30_000
        for p in site.rglob("*.html")
        if p.name != "index.html"
    )


def test_word_difference_gives_both_passages_back() -> None:
    left, right = word_difference("up to five ships", "five big ships")
    assert "".join(w for w, _ in left) == "up to five ships"
    assert [w.strip() for w, differs in left if differs] == ["up to"]
    assert [w.strip() for w, differs in right if differs] == ["big"]


@pytest.mark.browser
def test_in_chromium_at_both_widths_without_javascript(published: tuple[Path, Register]) -> None:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (scripts/install-chromium)")
    from playwright.sync_api import sync_playwright

    site, register = published
    pages = ["index.html", "list.html", "disagreements.html", "reports.html", "data.html",
             f"c/{register.commitments[0].id}.html", "report/01-wire-agence-continentale.html"]  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
            ],
        )
        for width in (390, 1440):
            context = browser.new_context(
                viewport={"width": width, "height": 900}, java_script_enabled=False
            )
            for name in pages:
                tab = context.new_page()
                said: list[str] = []
                tab.on("console", lambda message, said=said: said.append(message.text))
                tab.goto(f"file://{site / name}")
                assert said == [], (name, width)
                assert tab.locator("h1").count() == 1
                assert tab.locator("main").count() == 1
                for table in tab.locator("table").all():
                    assert table.locator("thead th, tbody th").count() > 0
                tab.close()
            context.close()
            scripted = browser.new_page(viewport={"width": width, "height": 900})
            for name in pages:
                scripted.goto(f"file://{site / name}")
                assert scripted.evaluate("document.documentElement.scrollWidth") <= width, (
                    name,
                    width,
                )
            scripted.close()
        browser.close()
