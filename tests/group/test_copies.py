"""Copies: what is one text, whatever was done to it on the way."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.collect import prepare
from onrecord.group.copies import CopyIndex, copy_links
from onrecord.group.shared_text import CopyRules
from onrecord.group.shingles import sketch_texts
from onrecord.model.grouping import CopyKind
from onrecord.model.report import Report

WORDS = [f"{a}{b}{c}" for a in "bdfgkl" for b in "aeiou" for c in ("n", "rt", "st", "m", "x")]


def article(seed: int, words: int = 300) -> str:
    """A text of its own, in sentences of ten words."""
    drawn = random.Random(seed)
    text = [drawn.choice(WORDS) for _ in range(words)]
    return ". ".join(" ".join(text[i : i + 10]).capitalize() for i in range(0, words, 10)) + "."


def report(report_id: str, text: str, published: str | None = "2025-03-01") -> Report:
    return Report(id=report_id, text=text, published=published)


def kinds(*reports: Report) -> dict[tuple[str, str], CopyKind]:
    return {(link.a, link.b): link.kind for link in copy_links(reports)}


def edited(text: str, share: float, seed: int = 5) -> str:
    drawn = random.Random(seed)
    return " ".join("zzz" if drawn.random() < share else word for word in text.split())


def test_each_kind_of_copy_is_found_and_named() -> None:
    text = article(1)
    original = report("a", text)
    later = "2025-03-02"
    assert kinds(original, report("b", text.upper().replace(".", " !"), later)) == {
        ("a", "b"): CopyKind.EXACT
    }
    assert kinds(original, report("b", text[: len(text) // 2], later)) == {
        ("a", "b"): CopyKind.ABRIDGED
    }
    assert kinds(original, report("b", text + " " + article(2, 100), later)) == {
        ("a", "b"): CopyKind.PADDED
    }
    assert kinds(original, report("b", edited(text, 0.05), later)) == {("a", "b"): CopyKind.EDITED}
    assert kinds(original, report("b", article(3), later)) == {}


def test_the_share_is_that_of_the_shorter_text() -> None:
    text = article(1)
    (link,) = copy_links([report("a", text), report("b", text[: len(text) // 3])])
    assert link.share == pytest.approx(1.0, abs=0.05)


def test_two_articles_in_one_site_s_frame_are_no_copies() -> None:
    head, foot = article(100, 60), article(101, 90)
    framed = [report(f"r{i}", f"{head}\n{article(i, 110)}\n{foot}") for i in range(30)]
    assert copy_links(framed) == ()


def test_one_article_in_two_frames_is_a_copy() -> None:
    text = article(1)
    one = report("a", f"{article(100, 60)}\n{text}")
    two = report("b", f"{article(101, 60)}\n{text}\n{article(102, 40)}")
    assert set(kinds(one, two)) == {("a", "b")}


def test_what_is_set_aside_links_nothing_and_parts_nothing() -> None:
    text = article(1, 120)
    line = "Sign up for our newsletter and never miss a story from the harbour and the hills"
    one, two = (
        prepare(report(i, f"{t}\n{line}")) for i, t in (("a", text), ("b", article(2, 120)))
    )
    assert copy_links([one, two]) == ()
    assert set(kinds(one, prepare(report("c", text)))) == {("a", "c")}


def test_a_form_that_returns_every_other_month_is_no_copy_but_an_old_text_printed_as_new_is() -> (
    None
):
    text = article(1)
    form = report("b", edited(text, 0.06), "2025-05-10")
    assert kinds(report("a", text), form) == {}
    assert kinds(report("a", text), report("b", edited(text, 0.06), "2025-03-20")) != {}
    assert kinds(report("a", text), report("b", text, "2025-09-10")) == {("a", "b"): CopyKind.EXACT}


def test_a_mass_of_edited_copies_is_one_copyset() -> None:
    text = article(1)
    reports = [report(f"r{i:03}", edited(text, 0.02, seed=i)) for i in range(150)]
    index = CopyIndex()
    index.add_reports(reports)
    assert set(index.copyset_heads().values()) == {"r000"}


def test_words_shared_by_too_many_texts_count_for_nothing_however_they_come_in() -> None:
    rules = CopyRules(max_texts=5)
    frame = article(100, 80)
    reports = [report(f"r{i}", f"{frame} {article(i, 30)}") for i in range(12)]
    whole = CopyIndex(rules)
    whole.add_reports(reports)
    bit_by_bit = CopyIndex(rules)
    for each in reports:
        bit_by_bit.add_reports([each])
    assert whole.links() == bit_by_bit.links() == ()


TEXTS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["whole", "half", "edited", "padded"]), st.integers(0, 40)),
    min_size=1, max_size=12,
)  # fmt: skip


def made(drawn: list[tuple[int, str, int]]) -> list[Report]:
    reports = []
    for number, (seed, how, day) in enumerate(drawn):
        text = article(seed, 160)
        text = {
            "whole": text, "half": text[: len(text) // 2], "edited": edited(text, 0.03, seed=number),
            "padded": text + " " + article(50 + number, 40),
        }[how]  # fmt: skip
        published = None if day > 35 else f"2025-01-{day % 28 + 1:02}"
        reports.append(report(f"r{number:02}", text, published))
    return reports


@settings(max_examples=40, deadline=None)
@given(drawn=TEXTS, order=st.randoms(use_true_random=False), size=st.integers(1, 5))
def test_order_and_batches_change_nothing(drawn, order: random.Random, size: int) -> None:
    reports = made(drawn)
    rules = CopyRules(max_texts=5, frequent=2)
    expected = CopyIndex(rules)
    expected.add_reports(reports)
    shuffled = list(reports)
    order.shuffle(shuffled)
    streamed = CopyIndex(rules)
    for at in range(0, len(shuffled), size):
        streamed.add_reports(shuffled[at : at + size])
    assert streamed.links() == expected.links()
    assert streamed.copyset_heads() == expected.copyset_heads()


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=400))
def test_any_text_is_sketched_and_is_an_exact_copy_of_itself(text: str) -> None:
    (sketch,) = sketch_texts([text])
    assert len(sketch.samples) <= max(0, sketch.words - 4)
    index = CopyIndex()
    index.add_reports([report("a", text), report("b", text)])
    assert set(index.copyset_heads().values()) == ({"a"} if sketch.words else {"a", "b"})
