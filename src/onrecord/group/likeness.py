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

from onrecord.group.profile import Profile
from onrecord.group.vocabulary import I32, Vocabulary

__all__ = ["F64", "LikenessRules", "general_vectors", "likeness"]

F64 = NDArray[np.float64]
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
        (rules.pairs, _cosine([p.pairs for p in profiles], None, rules)),
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


def general_vectors(
    profiles: Sequence[Profile], vocabulary: Vocabulary, rarer_than: float
) -> csr_matrix:
    """Unit vectors over the vocabulary by rarity in general news alone; common terms are left out."""
    flat = _joined([p.terms for p in profiles])
    shares = vocabulary.shares(flat.astype(np.int32))
    weights = np.where(shares < rarer_than, -np.log(shares), 0.0)
    edges = np.concatenate(([0], np.cumsum([len(p.terms) for p in profiles])))
    rows = csr_matrix((weights, flat, edges), shape=(len(profiles), len(vocabulary.terms)))
    rows = _unit_rows(rows)
    rows.eliminate_zeros()
    return rows


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
    once, column = np.unique(_joined(ids), return_inverse=True)
    carriers = np.bincount(column, minlength=len(once))
    values = _weights(once, carriers, len(ids), vocabulary, rules.prior)[column]
    if counts is not None:
        values = values * np.sqrt(_joined(counts))
    edges = np.concatenate(([0], np.cumsum([len(i) for i in ids])))
    rows = _unit_rows(csr_matrix((values, column, edges), shape=(len(ids), max(1, len(once)))))
    return np.asarray((rows @ rows.T).toarray(), dtype=np.float64)


def _unit_rows(matrix: csr_matrix) -> csr_matrix:
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    matrix.data /= np.repeat(np.maximum(lengths, 1e-12), np.diff(matrix.indptr))
    return matrix


def _coverage(profiles: Sequence[Profile], vocabulary: Vocabulary, rules: LikenessRules) -> F64:
    """How much of the names in one report's opening the other has anywhere, both ways, averaged."""
    names = [p.names for p in profiles]
    once, column = np.unique(_joined(names), return_inverse=True)
    carriers = np.bincount(column, minlength=len(once))
    weights = _weights(once, carriers, len(profiles), vocabulary, rules.prior)
    openings = _indicator([p.opening_names for p in profiles], once)
    openings.data = weights[openings.indices]
    totals = np.asarray(openings.sum(axis=1)).ravel()
    openings.data /= np.repeat(np.maximum(totals, 1e-12), np.diff(openings.indptr))
    covered = (openings @ _indicator(names, once).T).toarray()
    return np.asarray((covered + covered.T) / 2, dtype=np.float64)


def _indicator(ids: Sequence[I32], once: NDArray[np.int64]) -> csr_matrix:
    flat = np.searchsorted(once, _joined(ids))
    edges = np.concatenate(([0], np.cumsum([len(i) for i in ids])))
    return csr_matrix((np.ones(len(flat)), flat, edges), shape=(len(ids), max(1, len(once))))
