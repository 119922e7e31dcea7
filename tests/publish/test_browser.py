"""The published pages in a real Chromium: policy, widths, contrast, and reading without JavaScript."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.codebooks import Codebook
from onrecord.model.register import Register
from onrecord.publish.site import publish_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

CHROMIUM = next(
    (p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None
)
PAGES = (
    "index.html", "list.html", "disagreements.html", "reports.html", "data.html",
    "c/c-norway.html", "c/c-ten.html", "report/wire.html", "report/own.html", "story/t-1.html",
)  # fmt: skip
# Relative luminance by WCAG 2.2; translucent backgrounds don't occur in the pages' own style.
CONTRAST = """
() => {
  const channel = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const parse = (c) => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const box = e.getBoundingClientRect();
    if (!own || box.width < 2 || e.closest('[aria-hidden]')) continue;
    const a = light(parse(getComputedStyle(e).color)), b = light(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(getComputedStyle(e).fontSize);
    const bold = Number(getComputedStyle(e).fontWeight) >= 700;
    const large = size >= 24 || (bold && size >= 18.66);
    if (ratio < (large ? 3 : 4.5)) low.push(`${e.className || e.tagName} ${ratio.toFixed(2)}: ${e.textContent.trim().slice(0, 30)}`);
  }
  return low;
}
"""
SMALL = """
() => [...document.querySelectorAll('nav a, .cell, .brand')]
  .filter((e) => e.getClientRects().length && e.getBoundingClientRect().height < 24)
  .map((e) => e.textContent)
"""


@pytest.fixture(scope="module")
def site(register: Register, codebook: Codebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    publish_site(register, folder, codebook=codebook)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (scripts/install-chromium says how)")
    from playwright.sync_api import sync_playwright

    switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--disable-component-update"]  # fmt: skip
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=switches)
        yield started
        started.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_pages_read_without_javascript_and_break_no_policy(
    browser: Browser, site: Path, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=False
    )
    tab = context.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("requestfailed", lambda request: said.append(request.url))
    for name in PAGES:
        tab.goto(f"file://{site / name}")
        assert said == [], name
        assert tab.locator("main h1:visible").count() == 1
        for table in tab.locator("table").all():
            assert table.locator("thead th[scope]").count() > 0, name
            assert table.locator("tbody th[scope=row]").count() > 0, name
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways_and_all_text_has_contrast(
    browser: Browser, site: Path, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    for name in PAGES:
        tab.goto(f"file://{site / name}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, name
        assert tab.evaluate(CONTRAST) == [], name
        assert tab.evaluate(SMALL) == [], name
    context.close()


def test_a_phone_sees_every_position_though_the_matrix_does_not_fit(
    browser: Browser, site: Path
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    tab = context.new_page()
    tab.goto(f"file://{site / 'index.html'}")
    assert not tab.locator("table.matrix").is_visible()
    assert tab.locator(".cards .cell:visible").count() == 2
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": 800, "height": 900})
    assert tab.locator("table.matrix").is_visible()
    context.close()


def test_marked_text_copies_as_the_clean_quote(browser: Browser, site: Path) -> None:
    tab = browser.new_page()
    tab.goto(f"file://{site / 'report/wire.html'}")
    copied = tab.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('.report-text'));"
        " return getSelection().toString(); }"
    )
    assert "send up to 200 soldiers to Mali after a ceasefire, its premier" in copied
    tab.close()


def test_a_cell_leads_by_keyboard_to_the_words_in_the_whole_report(
    browser: Browser, site: Path
) -> None:
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.goto(f"file://{site / 'index.html'}")
    tab.locator("table.matrix a.cell.refused").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/c/c-norway.html")
    tab.get_by_role("link", name="In the whole report").first.click()
    assert tab.url.endswith("report/wire.html#s-wire")
    assert tab.locator("mark").first.is_visible()
    tab.close()
