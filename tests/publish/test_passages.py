"""Marked passages are the report's own words, whatever overlaps what."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.evidence import Evidence
from onrecord.model.register import Register
from onrecord.model.report import Report, SetAside, SetAsideReason
from onrecord.publish.difference import word_difference
from onrecord.publish.passages import Mark, around, passage, report_pieces

texts = st.text(alphabet="ab é😀.\n\r\t<&", min_size=1, max_size=80)


@st.composite
def spans(draw: st.DrawFn, most: int = 4) -> tuple[str, list[tuple[int, int]]]:
    text = draw(texts)
    ends = st.integers(0, len(text) - 1).flatmap(
        lambda a: st.tuples(st.just(a), st.integers(a + 1, len(text)))
    )
    return text, draw(st.lists(ends, min_size=1, max_size=most))


@given(spans())
def test_a_passage_in_its_context_is_marked_word_for_word(
    found: tuple[str, list[tuple[int, int]]],
) -> None:
    text, ((start, end), *_) = found
    pieces = around(text, start, end)
    assert [words for words, marked in pieces if marked] == [text[start:end]]
    context = "".join(w for w, _ in pieces)
    assert context.removeprefix("… ").removesuffix(" …") in text


@given(spans(), spans())
def test_the_pieces_of_a_report_are_its_text_and_mark_all_evidence(
    found: tuple[str, list[tuple[int, int]]], other: tuple[str, list[tuple[int, int]]]
) -> None:
    text, marked = found
    aside = [s for s in other[1] if s[1] <= len(text)][:1]
    report = Report(
        id="r", text=text,
        set_aside=tuple(SetAside(start=a, end=b, reason=SetAsideReason.CAPTION) for a, b in aside),
    )  # fmt: skip
    pieces = report_pieces(report, _numbered(report, marked))
    assert "".join(p.text for p in pieces) == text
    outside = {i for a, b in marked for i in range(a, b)} - {
        i for a, b in aside for i in range(a, b)
    }
    position, seen = 0, set()
    for piece in pieces:
        if piece.kind == "mark":
            seen |= set(range(position, position + len(piece.text)))
        position += len(piece.text)
    assert seen == outside


def _numbered(report: Report, marked: list[tuple[int, int]]) -> list[tuple[Mark, object]]:
    from onrecord.model.statement import ActorRef, Statement
    from onrecord.model.vocabulary import Act, Attribution

    return [
        (
            Mark(number=n, commitment="c", statement=f"s{n}"),
            Statement(
                id=f"s{n}", report="r", reader="hand", act=Act.PLEDGE, contribution="troops",
                actor=ActorRef(id=None, name="x", mention=None), attribution=Attribution.QUOTE,
                evidence=(Evidence(report="r", text_hash="", start=a, end=b, quote=report.text[a:b]),),
            ),
        )
        for n, (a, b) in enumerate(marked, 1)
    ]  # fmt: skip


def test_a_passage_takes_in_the_condition_that_stands_beside_it(register: Register) -> None:
    wire, statement = register.reports[0], register.statements[0]
    assert passage(wire.text, statement).endswith("to Mali after a ceasefire")
    apart = wire.text.replace(" after a ceasefire", "") + "\n\nThis would be after a ceasefire."
    shifted = replace(statement, evidence=statement.evidence)
    assert passage(apart, shifted) == statement.evidence[0].quote


@given(texts, texts)
def test_a_word_difference_gives_both_passages_back(a: str, b: str) -> None:
    left, right = word_difference(a, b)
    assert "".join(w for w, _ in left) == a
    assert "".join(w for w, _ in right) == b


def test_only_the_words_that_differ_are_marked() -> None:
    left, right = word_difference("Up to five ships.", "up to six ships, he said")
    assert [w for w, differs in left if differs] == ["five"]
    assert [w for w, differs in right if differs] == ["six", "he said"]
