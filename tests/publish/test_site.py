"""The published pages as files: whole, exact, linked, small, safe, and tidy on a second run."""

from __future__ import annotations

import csv
import gzip
import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from onrecord.codebooks import Codebook
from onrecord.collect import CollectOptions, collect
from onrecord.errors import OnrecordError
from onrecord.group import group
from onrecord.model.register import Register
from onrecord.model.rejected import Rejected
from onrecord.publish.site import publish_site, slug
from onrecord.read import Reader
from onrecord.reconcile import ReconcileInputs, reconcile

VOID = ("meta", "link", "br", "img")


@pytest.fixture(scope="module")
def examples(root: Path, reader: Reader, codebook: Codebook) -> Register:
    """The register of the sample reports, read and reconciled."""
    options = CollectOptions(received_at="2026-01-01T00:00:00Z")
    found = [c for c in collect(root / "examples", options) if not isinstance(c, Rejected)]
    reports = tuple(report for _, report in found)
    readings = {r.report: r.statements for r in reader.read(reports, codebook)}
    return reconcile(
        ReconcileInputs(
            name="Sample", codebook=codebook, reports=reports,
            statements=tuple(s for r in reports for s in readings[r.id]),
            grouping=group(reports, statements=readings, decisions=()),
            decisions=(), occurrences=(), as_of=None,
        )
    )  # fmt: skip


@pytest.fixture(scope="module", params=["by hand", "examples"])
def published(
    request: pytest.FixtureRequest,
    register: Register,
    codebook: Codebook,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, Register]:
    found = register if request.param == "by hand" else request.getfixturevalue("examples")
    folder = tmp_path_factory.mktemp("pages")
    publish_site(found, folder, codebook=codebook)
    return folder, found


class _Page(HTMLParser):
    """Collects links and ids, and what is not well formed or not allowed by the policy."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("script", "style", "iframe", "object") or "style" in values:
            self.faults.append(f"<{tag}> with script or style")
        self.faults += [f"{name} on {tag}" for name in values if name.startswith("on")]
        self.links += [href for href in (values.get("href"),) if href]
        self.ids += [name for name in (values.get("id"),) if name]
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")


def _pages(site: Path) -> dict[Path, _Page]:
    return {p: _Page(p.read_text(encoding="utf-8")) for p in sorted(site.rglob("*.html"))}


def test_every_page_is_well_formed_and_keeps_the_policy(published: tuple[Path, Register]) -> None:
    for path, page in _pages(published[0]).items():
        assert page.faults == [], path
        assert page.open == [], path
        assert len(page.ids) == len(set(page.ids)), path
        assert page.headings[0] == 1, path
        assert page.headings.count(1) == 1, path
        steps = zip(page.headings, page.headings[1:], strict=False)
        assert all(after - before <= 1 for before, after in steps), path


def test_every_link_leads_somewhere(published: tuple[Path, Register]) -> None:
    pages = _pages(published[0])
    for path, page in pages.items():
        for link in page.links:
            assert not link.lower().startswith("javascript"), path
            if link.startswith(("http://", "https://", "data:")):
                continue
            file, _, anchor = link.partition("#")
            target = (path.parent / file).resolve() if file else path.resolve()
            assert target.exists(), (path.name, link)
            if anchor:
                assert anchor in pages[path if not file else _same(pages, target)].ids, (path, link)


def _same(pages: dict[Path, _Page], target: Path) -> Path:
    return next(p for p in pages if p.resolve() == target)


def test_every_mark_is_the_evidence_word_for_word(published: tuple[Path, Register]) -> None:
    site, register = published
    quotes = {s.id: [e.quote for e in s.evidence] for s in register.statements}
    for line in register.commitments:
        text = (site / "c" / f"{line.id}.html").read_text(encoding="utf-8")
        marked = [html.unescape(m) for m in re.findall(r"<mark>(.*?)</mark>", text, re.DOTALL)]
        wanted = [q for s in line.statements for q in quotes[s]]
        assert sorted(marked) == sorted(wanted)


def test_a_report_page_carries_the_whole_text_unchanged(published: tuple[Path, Register]) -> None:
    site, register = published
    for report in register.reports:
        text = (site / "report" / f"{slug(report.id)}.html").read_text(encoding="utf-8")
        body = text.partition('<div class="report-text"')[2].partition(">")[2]
        body = re.sub(r"<sup>.*?</sup>", "", body.partition("</div>")[0])
        assert html.unescape(re.sub(r"<[^>]+>", "", body)) == report.text.replace("\r\n", "\n")


def test_the_downloads_hold_every_row_and_the_exact_words(published: tuple[Path, Register]) -> None:
    site, register = published
    statements = json.loads((site / "data/statements.json").read_text(encoding="utf-8"))
    texts = {r.id: r.text for r in register.reports}
    assert len(statements) == len(register.statements)
    for row in statements:
        for e in row["evidence"]:
            assert texts[row["report"]][e["start"] : e["end"]] == e["quote"]
    with (site / "data/commitments.csv").open(encoding="utf-8", newline="") as file:
        assert [r["id"] for r in csv.DictReader(file)] == [c.id for c in register.commitments]


def test_the_examples_show_copies_a_distortion_a_contradiction_an_update_and_a_collective(
    examples: Register,
) -> None:
    assert {"distorts", "updates", "contradicts"} <= {d.relation for d in examples.disagreements}
    assert examples.grouping.copies
    assert any(c.claimed == 26 for c in examples.collectives)
    assert any(m.retells for m in examples.grouping.memberships)


def test_pages_are_small(
    many: Callable[[int, int], Register],
    examples: Register,
    codebook: Codebook,
    tmp_path: Path,
) -> None:
    publish_site(many(60, 15), tmp_path / "many", codebook=codebook)
    assert len(gzip.compress((tmp_path / "many/index.html").read_bytes())) < 100_000
    publish_site(examples, tmp_path / "examples", codebook=codebook)
    for path in (tmp_path / "examples").rglob("*.html"):
        assert len(gzip.compress(path.read_bytes())) < 30_000, path


def test_the_commitment_page_says_how_reports_differ_and_who_repeats_whom(
    register: Register, codebook: Codebook, tmp_path: Path
) -> None:
    publish_site(register, tmp_path, codebook=codebook)
    page = (tmp_path / "c/c-norway.html").read_text(encoding="utf-8")
    for words in ("Stronger", "Dropped", "Differs", "Changed", "repeats Press Agency, 82% shared text",
                  "Source 3", "2025-05-02", "2025-06-01"):  # fmt: skip
        assert words in page
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert (
        "10 claimed · 1 named or alike · 1 others refusing it themselves · 9 to 10 unnamed" in index
    )
    assert "nothing on record" in (tmp_path / "data.html").read_text(encoding="utf-8")


def test_hostile_input_stays_text(register: Register, codebook: Codebook, tmp_path: Path) -> None:
    first, *rest = register.reports
    wild = replace(first, title='"><script>alert(1)</script>', outlet="=1+1<img src=x onerror=y>")
    publish_site(replace(register, reports=(wild, *rest)), tmp_path, codebook=codebook)
    for path, page in _pages(tmp_path).items():
        assert page.faults == [], path
    own = (tmp_path / "report/own.html").read_text(encoding="utf-8")
    assert "javascript:" not in own
    assert "&lt;b&gt;" in own
    rows = (tmp_path / "data/evidence.csv").read_text(encoding="utf-8")
    assert "'=1+1<img" in rows


def test_a_second_run_removes_its_own_old_pages_and_nothing_else(
    register: Register, codebook: Codebook, tmp_path: Path
) -> None:
    first = publish_site(register, tmp_path, codebook=codebook)
    before = {p: p.read_bytes() for p in first}
    assert {
        p: p.read_bytes() for p in publish_site(register, tmp_path, codebook=codebook)
    } == before
    mine = tmp_path / "c" / "my-notes.html"
    mine.write_text("mine", encoding="utf-8")
    fewer = replace(
        register, commitments=register.commitments[:1], disagreements=(), collectives=()
    )
    publish_site(fewer, tmp_path, codebook=codebook)
    assert not (tmp_path / "c/c-ten.html").exists()
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_manifest_that_was_tampered_with_removes_nothing_outside(
    register: Register, codebook: Codebook, tmp_path: Path
) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside.html"
    publish_site(register, site, codebook=codebook)
    outside.write_text("kept", encoding="utf-8")
    (site / ".onrecord-pages").write_text(
        "../outside.html\nc/../../outside.html\n", encoding="utf-8"
    )
    publish_site(register, site, codebook=codebook)
    assert outside.exists()


def test_a_folder_that_cannot_be_written_is_one_clear_line(
    register: Register, codebook: Codebook, tmp_path: Path
) -> None:
    (tmp_path / "site").write_text("a file", encoding="utf-8")
    with pytest.raises(OnrecordError, match="can't be written") as caught:
        publish_site(register, tmp_path / "site", codebook=codebook)
    assert "\n" not in str(caught.value)
    assert "name another folder" in str(caught.value)


def test_an_empty_register_says_what_would_be_here_and_the_next_step(
    register: Register, codebook: Codebook, tmp_path: Path
) -> None:
    empty = Register(
        name="Empty", codebook="security 1", as_of=None, reports=(),
        grouping=replace(register.grouping, memberships=(), copies=()), statements=(),
        commitments=(), disagreements=(), collectives=(), only={},
    )  # fmt: skip
    publish_site(empty, tmp_path, codebook=codebook)
    for name, words in (("index", "onrecord add"), ("disagreements", "No two reports differ"),
                        ("reports", "No reports yet")):  # fmt: skip
        assert words in (tmp_path / f"{name}.html").read_text(encoding="utf-8")
