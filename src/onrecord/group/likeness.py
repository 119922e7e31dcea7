"""How alike reports of one neighbourhood are, as five views of their terms see it.

Terms are weighed by how rare they are in general news and in the neighbourhood itself: what every report
of a topic says tells its events apart no better than "the" does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from onrecord.group.background import background
from onrecord.group.profile import I32, Profile, Vocabulary

__all__ = ["LikenessRules", "general_vectors", "likeness"]

F64 = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class LikenessRules:
    """Weights of the views, each divided by what it typically is for two reports of one event."""

    terms: float = 1.0
    pairs: float = 1.0
    names: float = 1.0
    opening: float = 1.0
    opening_names: float = 1.0
    prior: float = 20.0
    """How many reports of general news the neighbourhood's own counts are mixed with."""


_TYPICAL = {"terms": 0.2, "pairs": 0.04, "names": 0.4, "opening": 0.19, "opening_names": 0.48}


def likeness(profiles: Sequence[Profile], vocabulary: Vocabulary, rules: LikenessRules) -> F64:
    """A symmetric matrix; about 1 for two reports of one event, 0 for nothing in common."""
    views = {
        "terms": _cosine([p.terms for p in profiles], None, vocabulary, rules.prior),
        "pairs": _cosine([p.pairs for p in profiles], None, vocabulary, rules.prior),
        "names": _cosine(
            [p.names for p in profiles], [p.name_counts for p in profiles], vocabulary, rules.prior
        ),
        "opening": _cosine([p.opening for p in profiles], None, vocabulary, rules.prior),
        "opening_names": _coverage(profiles, vocabulary, rules.prior),
    }
    weights = {name: float(getattr(rules, name)) for name in views}
    total = sum(w * views[name] / _TYPICAL[name] for name, w in weights.items())
    # Rounding keeps the order in which reports came in, and so the order of sums, out of the result.
    return np.asarray(np.round(total / sum(weights.values()), 9), dtype=np.float64)


def general_vectors(profiles: Sequence[Profile], vocabulary: Vocabulary, width: int) -> csr_matrix:
    """Unit vectors of the terms weighed by general news alone: the same whatever else there is."""
    return _unit_rows(
        _matrix(
            [p.terms for p in profiles],
            None,
            lambda ids, _: _general_weights(ids, vocabulary),
            width,
        )
    )


def _shares(ids: I32, vocabulary: Vocabulary) -> F64:
    general = background()
    return np.array([general.share(vocabulary.terms[i]) for i in ids.tolist()], dtype=np.float64)


def _general_weights(ids: I32, vocabulary: Vocabulary) -> F64:
    return -np.log(_shares(ids, vocabulary))


def _local_weights(prior: float, vocabulary: Vocabulary, reports: int) -> Callable[[I32, I32], F64]:
    def weigh(ids: I32, carriers: I32) -> F64:
        expected = carriers + prior * _shares(ids, vocabulary)
        return np.maximum(np.log((reports + prior) / expected), 0.0)

    return weigh


def _cosine(
    ids: Sequence[I32], counts: Sequence[I32] | None, vocabulary: Vocabulary, prior: float
) -> F64:
    weigh = _local_weights(prior, vocabulary, len(ids))
    vectors = _unit_rows(_matrix(ids, counts, weigh, None))
    return np.asarray((vectors @ vectors.T).toarray(), dtype=np.float64)


def _matrix(
    ids: Sequence[I32],
    counts: Sequence[I32] | None,
    weigh: Callable[[I32, I32], F64],
    width: int | None,
) -> csr_matrix:
    """Rows of term weights; columns are renumbered densely unless `width` is given."""
    flat = np.concatenate([*ids, np.empty(0, dtype=np.int32)])
    once, column = np.unique(flat, return_inverse=True)
    carriers = np.bincount(column, minlength=len(once)).astype(np.int32)
    values = weigh(once, carriers)[column]
    if counts is not None:
        values = values * np.sqrt(np.concatenate([*counts, np.empty(0, dtype=np.int32)]))
    edges = np.concatenate(([0], np.cumsum([len(i) for i in ids])))
    shape = (len(ids), width if width is not None else max(1, len(once)))
    return csr_matrix((values, flat if width is not None else column, edges), shape=shape)


def _unit_rows(matrix: csr_matrix) -> csr_matrix:
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    matrix.data /= np.repeat(np.maximum(lengths, 1e-12), np.diff(matrix.indptr))
    return matrix


def _coverage(profiles: Sequence[Profile], vocabulary: Vocabulary, prior: float) -> F64:
    """How much of the names in one report's opening the other has anywhere, both ways, averaged."""
    both = [np.concatenate([p.names, p.opening_names]) for p in profiles]
    weigh = _local_weights(prior, vocabulary, len(profiles))
    flat = np.concatenate([*both, np.empty(0, dtype=np.int32)])
    once = np.unique(flat)
    names = [p.names for p in profiles]
    carriers = np.bincount(
        np.searchsorted(once, np.concatenate([*names, np.empty(0, dtype=np.int32)])),
        minlength=len(once),
    ).astype(np.int32)
    weights = weigh(once, carriers)
    openings = _indicator([p.opening_names for p in profiles], once)
    openings.data = weights[openings.indices]
    totals = np.asarray(openings.sum(axis=1)).ravel()
    openings.data /= np.repeat(np.maximum(totals, 1e-12), np.diff(openings.indptr))
    covered = (openings @ _indicator(names, once).T).toarray()
    return np.asarray((covered + covered.T) / 2, dtype=np.float64)


def _indicator(ids: Sequence[I32], once: I32) -> csr_matrix:
    flat = np.searchsorted(once, np.concatenate([*ids, np.empty(0, dtype=np.int32)]))
    edges = np.concatenate(([0], np.cumsum([len(i) for i in ids])))
    return csr_matrix((np.ones(len(flat)), flat, edges), shape=(len(ids), max(1, len(once))))
