"""How alike the reports of one neighbourhood are, seen in seven ways.

Terms are weighed by how rare they are in general news and in the neighbourhood itself: what every report
of a topic says tells its events apart no better than "the" does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from onrecord.group.profile import Profile, close_pairs
from onrecord.group.vocabulary import I32, Vocabulary

__all__ = ["F64", "LikenessRules", "likeness"]

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]
_PLAIN = 4_000_000
"""Matrices of up to so many places are plain ones."""
_UNLISTED = 0.002
"""The share of general news taken to carry a given pair, figure or day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LikenessRules:
    """The weight of each view, and what it typically is for two reports of one event."""

    terms: tuple[float, float] = (1.0, 0.20)
    pairs: tuple[float, float] = (0.5, 0.033)
    names: tuple[float, float] = (1.0, 0.40)
    opening: tuple[float, float] = (2.0, 0.19)
    opening_names: tuple[float, float] = (0.7, 0.48)
    figures: tuple[float, float] = (0.3, 0.18)
    days: tuple[float, float] = (0.5, 1.0)
    prior: float = 20.0
    """How many reports of general news the neighbourhood's own counts are mixed with."""
    most: float = 3.0
    """No view counts for more than so many times what is typical."""


def likeness(profiles: Sequence[Profile], vocabulary: Vocabulary, rules: LikenessRules) -> F64:
    """A symmetric matrix: about 1 for two reports of one event, 0 for nothing in common."""
    views = (
        (rules.terms, _cosine([p.terms for p in profiles], vocabulary, rules)),
        (rules.pairs, _cosine([close_pairs(p) for p in profiles], None, rules)),
        (rules.names, _cosine([p.names for p in profiles], vocabulary, rules, [p.name_counts for p in profiles])),
        (rules.opening, _cosine([p.opening for p in profiles], vocabulary, rules)),
        (rules.opening_names, _coverage(profiles, vocabulary, rules)),
        (rules.figures, _cosine([p.figures for p in profiles], None, rules)),
        (rules.days, _cosine([p.days for p in profiles], None, rules)),
    )  # fmt: skip
    total = sum(
        weight * np.minimum(view / typical, rules.most) for (weight, typical), view in views
    )
    weights = sum(weight for (weight, _), _ in views)
    # Rounding keeps the order in which terms came in, and so the order of sums, out of the result.
    return np.asarray(np.round(total / weights, 9), dtype=np.float64)


def _joined(arrays: Sequence[NDArray[np.int64] | I32]) -> NDArray[np.int64]:
    return np.concatenate([*arrays, np.empty(0, dtype=np.int32)]).astype(np.int64)


def _weights(
    once: NDArray[np.int64], carriers: NDArray[np.int64], reports: int,
    vocabulary: Vocabulary | None, prior: float,
) -> F64:  # fmt: skip
    share = vocabulary.shares(once.astype(np.int32)) if vocabulary is not None else _UNLISTED
    weights = np.log((reports + prior) / (carriers + prior * share))
    return np.asarray(np.maximum(weights, 0.0), dtype=np.float64)


def _cosine(
    ids: Sequence[NDArray[np.int64] | I32], vocabulary: Vocabulary | None, rules: LikenessRules,
    counts: Sequence[I32] | None = None,
) -> F64:  # fmt: skip
    reports = len(ids)
    once, column = np.unique(_joined(ids), return_inverse=True)
    carriers = np.bincount(column, minlength=len(once))
    values = _weights(once, carriers, reports, vocabulary, rules.prior)[column]
    if counts is not None:
        values = values * np.sqrt(_joined(counts))
    row = np.repeat(np.arange(reports), [len(i) for i in ids])
    lengths = np.sqrt(np.bincount(row, values * values, reports))
    values = values / np.maximum(lengths, 1e-12)[row]
    # What one report alone has counts for its length only.
    shared = carriers[column] > 1
    at = (np.cumsum(carriers > 1) - 1)[column[shared]]
    rows = _matrix(row[shared], at, values[shared], (reports, int((carriers > 1).sum())))
    found = _dense(rows @ rows.T)
    np.fill_diagonal(found, lengths > 0)
    return found


def _matrix(row: I64, column: I64, values: F64, shape: tuple[int, int]) -> F64 | csr_matrix:
    """A matrix with these values: a plain one if it is small, which is several times faster."""
    if shape[0] * shape[1] > _PLAIN:
        return csr_matrix((values, (row, column)), shape=shape)
    matrix = np.zeros(shape)
    matrix[row, column] = values
    return matrix


def _dense(matrix: F64 | csr_matrix) -> F64:
    return np.asarray(matrix if isinstance(matrix, np.ndarray) else matrix.toarray(), dtype=float)


def _coverage(profiles: Sequence[Profile], vocabulary: Vocabulary, rules: LikenessRules) -> F64:
    """How much of the names in one report's opening the other has anywhere, both ways, averaged."""
    names = [p.names for p in profiles]
    once, column = np.unique(_joined(names), return_inverse=True)
    carriers = np.bincount(column, minlength=len(once))
    weights = _weights(once, carriers, len(profiles), vocabulary, rules.prior)
    row, column = _places([p.opening_names for p in profiles], once)
    totals = np.bincount(row, weights[column], len(profiles))
    values = weights[column] / np.maximum(totals, 1e-12)[row]
    shape = (len(profiles), max(1, len(once)))
    anywhere = _places(names, once)
    has = _matrix(*anywhere, np.ones(len(anywhere[0])), shape)
    covered = _dense(_matrix(row, column, values, shape) @ has.T)
    return np.asarray((covered + covered.T) / 2, dtype=np.float64)


def _places(ids: Sequence[I32], once: I64) -> tuple[I64, I64]:
    """Row and column of each number: its report, and its place among the distinct ones."""
    row = np.repeat(np.arange(len(ids)), [len(i) for i in ids])
    return row, np.searchsorted(once, _joined(ids))
