"""The how-to page's codebooks load, and read as the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.codebooks import Codebook, load_codebook
from onrecord.codebooks.gazetteer import Gazetteer
from onrecord.codebooks.matching import ContributionMatcher
from onrecord.collect import prepare
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.read import grammar_reader


@pytest.fixture(scope="module")
def codebooks(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Codebook]:
    """The page's YAML blocks, each loaded as the file that a reader would save."""
    page = (root / "docs" / "howto" / "write-a-codebook.md").read_text(encoding="utf-8")
    folder = tmp_path_factory.mktemp("howto")
    loaded = []
    for index, block in enumerate(re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)):
        path = folder / f"step-{index + 1}.yaml"
        path.write_text(block, encoding="utf-8")
        loaded.append(load_codebook(path))
    return loaded


def test_each_step_of_the_page_loads(codebooks: list[Codebook]) -> None:
    assert [c.name for c in codebooks] == [
        "election", "election", "election", "city-security", "city-politics",
    ]  # fmt: skip
    assert all(c.contribution("other") for c in codebooks)


def test_the_page_finds_what_it_says_it_finds(codebooks: list[Codebook]) -> None:
    first, second, third, fourth, _ = codebooks
    taxes = ContributionMatcher(first).best(
        ["cut", "in", "income", "tax"], "cut in income taxes".split()
    )
    assert taxes is not None
    assert taxes.code == "taxes"
    social = ContributionMatcher(second).best(
        "build 100,000 affordable home".split(), "build 100,000 affordable homes".split()
    )
    assert social is not None
    assert (social.code, social.kind) == ("housing.social", "verb")
    text = (
        "The Meadow League and Ada Quill met; the League and Coast and Country agreed with France."
    )
    assert [m.actor_id for m in Gazetteer(third).find(text)] == [
        "MEADOW", "HARBOUR", "MEADOW", "BLOC", "FRA",
    ]  # fmt: skip
    mentions = Gazetteer(fourth).find("Uncle Sam ate at Uncle Sam's Diner in London Street, Paris.")
    assert [m.actor_id for m in mentions] == ["USA", "FRA"]
    assert "soldier" in fourth.contribution("troops").nouns
    assert "city guard" in fourth.contribution("troops").nouns


@pytest.mark.parametrize(
    ("sentence", "act", "actor", "contribution"),
    [
        ("Malian rebels promised to return the paintings.", "pledge", "MLI.rebels", "other"),
        ("A French court refused to release the painter.", "refusal", "FRA", "other"),
        ("The dockers' union threatened to go on strike.", "threat", None, "strikes"),
        ("Ada Quill urged Norway to reopen its museums.", "request", None, "other"),
    ],
)
def test_a_codebook_with_a_catch_all_reads_any_act(
    codebooks: list[Codebook], sentence: str, act: str, actor: str | None, contribution: str
) -> None:
    (read,) = statements(sentence, codebooks[-1])
    assert (read.act, read.actor.id, read.contribution) == (act, actor, contribution)


def test_without_a_catch_all_an_act_about_nothing_named_is_left_out() -> None:
    sentence = "Norway urged Chad to reopen its museums."
    assert not statements(sentence, load_codebook("security"))
    assert statements(sentence, load_codebook("politics"))


def statements(text: str, codebook: Codebook) -> tuple[Statement, ...]:
    report = prepare(Report(id="r", text=text, language="en"))
    return next(iter(grammar_reader().read([report], codebook))).statements


def test_the_page_quotes_the_messages_that_are_given(root: Path) -> None:
    """What the table promises is what the loader says."""
    page = (root / "docs" / "howto" / "write-a-codebook.md").read_text(encoding="utf-8")
    source = "".join(
        (root / "src" / "onrecord" / "codebooks" / name).read_text(encoding="utf-8")
        for name in ("loader.py", "document.py", "entries.py")
    )
    for words in ("has no key", "stands twice, first in line", "stands nowhere before it",
                  "is no known actor id", "already stands for", "which is no code of this codebook",
                  "is not one word", "which is neither"):  # fmt: skip
        assert words in page
        assert words in source
