"""What grouping keeps between runs: the same whether it was never put away or is read back in pieces."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.group.drawer import Drawer

from onrecord.group import postings, runs, term_runs
from onrecord.group.names import Digests, Names
from onrecord.group.postings import Postings
from onrecord.group.profile import Profile
from onrecord.group.rare_terms import RareTerms
from onrecord.group.table import Table
from onrecord.group.vocabulary import Vocabulary

BATCHES = st.lists(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 99)), max_size=12), max_size=8
)


@pytest.fixture(scope="module", autouse=True)
def small_chunks():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "_CHUNK", 3)
        patch.setattr(postings, "_MOST", 40)
        patch.setattr(term_runs, "_CHUNK", 5)
        patch.setattr(term_runs.TermRun, "MOST", 6)
        yield


@settings(max_examples=150, deadline=None)
@given(batches=BATCHES, asked=st.sets(st.integers(0, 9)))
def test_postings_find_every_value_of_a_key(batches, asked: set[int]) -> None:
    shelf = Drawer()
    expected: dict[int, list[int]] = defaultdict(list)
    for batch in batches:
        held = Postings("p", shelf)
        held.add(
            np.array([k for k, _ in batch], np.uint32), np.array([v for _, v in batch], np.int32)
        )
        for key, value in batch:
            expected[key].append(value)
        held.save(shelf)
    kept = Postings("p", shelf)
    keys = np.array(sorted(asked), np.uint32)
    assert kept.counts(keys).tolist() == [len(expected[k]) for k in sorted(asked)]
    found = kept.entries(keys)
    assert list(zip(found[0].tolist(), found[1].tolist(), strict=True)) == [
        (k, v) for k in sorted(asked) for v in sorted(expected[k])
    ]
    assert len(kept) == sum(map(len, batches))


def test_what_was_merged_is_taken_off_the_shelf() -> None:
    shelf = Drawer()
    for n in range(9):
        held = Postings("p", shelf)
        held.add(np.arange(4, dtype=np.uint32), np.full(4, n, np.int32))
        held.save(shelf)
    kept = [key for key in shelf.pieces if key.count("/") == 2]
    assert len(kept) <= math.ceil(36 / 3) + 3


@settings(max_examples=60, deadline=None)
@given(batches=st.lists(st.lists(st.text(max_size=3)), max_size=5), asked=st.lists(st.text()))
def test_a_name_keeps_its_number(batches: list[list[str]], asked: list[str]) -> None:
    shelf = Drawer()
    expected: dict[str, int] = {}
    for batch in batches:
        names = Names("n", shelf, len(expected))
        for name in batch:
            expected.setdefault(name, len(expected))
        assert names.add(batch) == [expected[name] for name in batch]
        names.save(shelf)
    names = Names("n", shelf, len(expected))
    assert names.find(asked) == [expected.get(name, -1) for name in asked]
    assert list(names) == list(expected)


def test_a_digest_may_end_in_zeros() -> None:
    shelf = Drawer()
    listed = [b"a" * 16, b"b" * 15 + b"\0", b"\0" * 16, b"b" * 14 + b"\0\0"]
    digests = Digests("d", shelf)
    assert digests.add(listed) == [0, 1, 2, 3]
    digests.save(shelf)
    assert Digests("d", shelf, 4).find([*reversed(listed), b"c" * 16]) == [3, 2, 1, 0, -1]


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(st.tuples(st.integers(0, 7), st.sets(st.integers(0, 30))), max_size=6))
def test_a_table_reads_and_writes_the_rows_that_are_asked_for(steps) -> None:
    shelf = Drawer()
    expected: list[list[int]] = []
    for turn, (more, changed) in enumerate(steps):
        table = Table("t", {"x": np.full(2, -1, dtype=np.int32)}, 4, shelf, len(expected))
        table.grow(more)
        expected += [[-1, -1] for _ in range(more)]
        rows = sorted(n for n in changed if n < len(expected))
        table.fetch(rows)
        table["x"][rows, 1] = turn
        table.mark(rows)
        for n in rows:
            expected[n][1] = turn
        table.save(shelf)
    table = Table("t", {"x": np.full(2, -1, dtype=np.int32)}, 4, shelf, len(expected))
    table.fetch_all()
    assert table["x"].tolist() == expected


DRAWN = st.lists(st.tuples(st.sets(st.sampled_from("abcdefghij")), st.integers(-1, 100)))
WINDOW, LEAST = 10, 0.3


def profile(terms: np.ndarray) -> Profile:
    none = np.empty(0, np.int32)
    return Profile(
        terms=terms, content=none, opening=none, names=none, name_counts=none,
        opening_names=none, figures=none, days=none,
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(batches=st.lists(DRAWN, max_size=4), asked=DRAWN)
def test_all_that_are_alike_and_near_in_time_are_found(batches, asked) -> None:
    shelf = Drawer()
    words, count = Vocabulary(), 0
    for batch in batches:
        index = RareTerms(words, 0.1, shelf)
        numbers = np.arange(count, count + len(batch), dtype=np.int32)
        profiles = [profile(words.numbers(f"zz{t}" for t in sorted(terms))) for terms, _ in batch]
        index.add(numbers, profiles, np.array([day for _, day in batch], np.int32))
        index.save(shelf)
        count += len(batch)
    held = [drawn for batch in batches for drawn in batch]
    index = RareTerms(words, 0.1, shelf)
    found = {}
    one, two, alike = index.alike(
        np.arange(len(asked), dtype=np.int32),
        [profile(words.numbers(f"zz{t}" for t in sorted(terms))) for terms, _ in asked],
        np.array([day for _, day in asked], np.int32), WINDOW, LEAST,
    )  # fmt: skip
    for a, b, share in zip(one.tolist(), two.tolist(), alike.tolist(), strict=True):
        assert (a, b) not in found
        found[a, b] = share
    for a, (terms, day) in enumerate(asked):
        for b, (others, other_day) in enumerate(held):
            # All of these terms are as rare.
            cosine = len(terms & others) / math.sqrt(max(1, len(terms) * len(others)))
            if (a, b) in found:
                assert found[a, b] == pytest.approx(cosine, abs=1e-5)
            else:
                apart = min(day, other_day) >= 0 and abs(day - other_day) > WINDOW
                assert apart or cosine < LEAST
