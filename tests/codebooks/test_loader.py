"""Codebook files: what loads, and the one clear line for each fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.codebooks import BUILT_IN, ActorKind, load_codebook
from onrecord.codebooks.document import Document
from onrecord.errors import CodebookError

HEAD = 'name: mine\nversion: "1"\n'
ONE = HEAD + "contributions:\n  - code: a\n    nouns: [apple]\n"


def write(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


FAULTS = [
    ("", 1, "empty"),
    ("name: mine\nversion: [1\n", 3, "not YAML"),
    ("- a\n- b\n", 1, "must be a mapping"),
    (HEAD + "colour: red\n", 3, "no key 'colour'"),
    (HEAD + "name: twice\n", 3, "twice"),
    ("name: mine\ncontributions:\n  - code: a\n", 1, "needs `version`"),
    ('name: mine\nversion: "1 or 2"\ncontributions:\n  - code: a\n', 2, "needs `version`"),
    ('version: "1"\ncontributions:\n  - code: a\n', 1, "needs `name`"),
    (HEAD, 1, "without `contributions`"),
    (HEAD + "extends: policies\n", 3, "extends 'policies'"),
    (HEAD + "extends: missing.yaml\n", 3, "no file beside"),
    (HEAD + "extends: mine.yaml\n", 3, "in turn"),
    (HEAD + "contributions: none\n", 3, "must be a list"),
    (HEAD + "contributions:\n  - a\n", 4, "must be a mapping"),
    (HEAD + "contributions:\n  - label: A\n", 4, "needs `code`"),
    (HEAD + "contributions:\n  - code: Big Code\n", 4, "lower-case"),
    (HEAD + "contributions:\n  - code: a\n  - code: a\n", 5, "stands twice, first in line 4"),
    (
        HEAD + "contributions:\n  - code: a\n    nouns: [ship]\n    weak: [boat]\n",
        6,
        "'boat' is weak but none of the words of 'a'",
    ),
    (HEAD + "contributions:\n  - code: a.b\n", 4, "narrows 'a'"),
    (HEAD + "contributions:\n  - code: a\n    nouns: apple\n", 5, "must be a list"),
    (HEAD + "contributions:\n  - code: a\n    nouns: [apple, [pear]]\n", 5, "not a word"),
    (HEAD + "contributions:\n  - code: a\n    money: maybe\n", 5, "true or false"),
    (HEAD + "contributions:\n  - code: a\n    words: [x]\n", 5, "no key 'words'"),
    (ONE + "actors:\n  - id: X\n", 7, "needs `name`"),
    (ONE + "actors:\n  - id: X Y\n    name: X\n", 7, "not letters"),
    (ONE + "actors:\n  - id: X\n    name: X\n    kind: party\n", 9, "no kind of actor 'party'"),
    (ONE + "actors:\n  - id: X\n    name: X\n    members: [FRA, ZZZ]\n", 9, "'ZZZ'"),
    (ONE + "actors:\n  - id: X\n    name: X\n  - id: X\n    name: Y\n", 9, "stands twice"),
    (
        ONE + "actors:\n  - id: X\n    name: X\n    heads: [[A, b, 2020]]\n",
        9,
        "'2020' is not a day",
    ),
    (ONE + "actors:\n  - id: X\n    name: X\n    heads: [[A]]\n", 9, "a head is"),
    (ONE + "actors:\n  - id: X\n    name: X\n    ambiguous: [Y]\n", 9, "'Y' is ambiguous"),
    (ONE + "actors:\n  - id: X\n    name: X\n    names: [Norway]\n", 9, "already stands for 'NOR'"),
    (
        HEAD + "contributions:\n  - code: a\n    handed_over: b\n",
        5,
        "`handed_over` is 'b', which is no",
    ),
    (ONE + "uncoded: b\n", 6, "`uncoded` is 'b', which is no code"),
    (ONE + "unknown_names: perhaps\n", 6, "true or false"),
    (ONE + "sorts:\n  - label: Rebels\n", 7, "needs `sort`"),
    (ONE + "sorts:\n  - sort: Big Sort\n", 7, "lower-case"),
    (ONE + "sorts:\n  - sort: a\n  - sort: a\n", 8, "stands twice, first in line 7"),
    (ONE + "sorts:\n  - sort: a\n    nouns: [armed group]\n", 8, "is not one word"),
    (
        ONE + "sorts:\n  - sort: a\n    nouns: [rebel]\n  - sort: b\n    nouns: [rebel]\n",
        10,
        "is of the sort 'a' already",
    ),
]


@pytest.mark.parametrize(("text", "line", "words"), FAULTS)
def test_each_fault_is_one_line_with_file_line_and_what_is_wrong(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    with pytest.raises(CodebookError) as caught:
        load_codebook(write(tmp_path, text))
    message = str(caught.value)
    assert f"mine.yaml, line {line}:" in message
    assert words in message
    assert "\n" not in message
    assert "write-a-codebook" in message


def test_a_path_that_holds_no_codebook_says_what_can_be_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(CodebookError, match=r"aid, climate, politics, security"):
            load_codebook(path)


def test_a_file_that_is_not_utf8_says_so(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("name: caf\xe9\n".encode("latin-1"))
    with pytest.raises(CodebookError, match="UTF-8"):
        load_codebook(path)


def test_words_that_yaml_takes_for_something_else_stay_words(tmp_path: Path) -> None:
    text = HEAD + "contributions:\n  - code: a\n    nouns: [no, on, 2030, 1.5]\n"
    codebook = load_codebook(write(tmp_path, text))
    assert codebook.contribution("a").nouns == ("no", "on", "2030", "1.5")


def test_an_extending_codebook_adds_words_and_keeps_the_rest(tmp_path: Path) -> None:
    write(tmp_path, ONE, "fruit.yaml")
    text = HEAD + "extends: fruit.yaml\ncontributions:\n  - code: a\n    nouns: [pear]\n"
    codebook = load_codebook(write(tmp_path, text))
    assert codebook.contribution("a").nouns == ("apple", "pear")
    assert codebook.actor("FRA").name == "France"


def test_files_that_extend_each_other_are_told(tmp_path: Path) -> None:
    write(tmp_path, HEAD + "extends: b.yaml\n" + "contributions:\n  - code: a\n", "a.yaml")
    path = write(tmp_path, HEAD + "extends: a.yaml\n", "b.yaml")
    with pytest.raises(CodebookError, match="in turn"):
        load_codebook(path)


def test_a_changed_word_changes_the_fingerprint_and_layout_does_not(tmp_path: Path) -> None:
    first = load_codebook(write(tmp_path, ONE)).fingerprint
    spaced = ONE.replace("[apple]", "[ apple ]  # a comment")
    assert load_codebook(write(tmp_path, spaced)).fingerprint == first
    changed = ONE.replace("apple", "plum")
    assert load_codebook(write(tmp_path, changed)).fingerprint != first


@pytest.mark.parametrize("name", BUILT_IN)
def test_built_in_codebooks_hold_together(name: str) -> None:
    codebook = load_codebook(name)
    codes = {c.code for c in codebook.contributions}
    assert all(c.parent in (None, *codes) for c in codebook.contributions)
    ids = [actor.id for actor in codebook.actors]
    assert len(ids) == len(set(ids))
    assert all(member in ids for actor in codebook.actors for member in actor.members)
    states = [a for a in codebook.actors if a.kind is ActorKind.STATE]
    assert len(states) >= 195
    assert all(len(a.id) == 3 and a.id.isupper() for a in states)


def test_heads_are_dated_in_order_and_one_at_a_time_in_each_office() -> None:
    for actor in load_codebook().actors:
        for head in actor.heads:
            assert head.since is None or head.until is None or head.since <= head.until, head
        first = [h for h in actor.heads if h.role in ("president", "chancellor", "prime minister")]
        for one in first:
            for other in first:
                if one.role != other.role or one.short == other.short:
                    continue
                assert not (one.since or "") < (other.since or "") < (one.until or "9999"), (
                    one,
                    other,
                )


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_is_a_codebook_or_a_codebook_error(text: str) -> None:
    message = "mine.yaml, line"
    try:
        entry = Document("mine.yaml", text).mapping("a codebook")
        entry.only(("name",))
        entry.texts("name")
    except CodebookError as error:
        message = str(error)
    assert "mine.yaml, line" in message
