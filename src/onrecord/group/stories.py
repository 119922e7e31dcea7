"""Stories: reports about one event, by shared rare terms and names within a window of days.

Sparse TF-IDF vectors, names weighed twice, average link over cosine similarity, cut at a threshold
that was fixed on the development topics of ECB+ (see `bench/`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix
from scipy.spatial.distance import squareform

from onrecord.group.dates import days_apart
from onrecord.group.words import Features
from onrecord.model.report import Report

__all__ = ["Story", "stories"]

THRESHOLD = 0.15
"""Least average similarity of a story's reports."""
_WINDOW_DAYS = 10
_NAME_WEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one event, and why each is in it: (score, the top shared terms)."""

    members: tuple[str, ...]
    reasons: Mapping[str, tuple[float, tuple[str, ...]]]


def stories(reports: Sequence[Report], seen: Mapping[str, Features]) -> list[Story]:
    """Every report in exactly one story; independent of the order of the reports."""
    ordered = sorted(reports, key=lambda r: r.id)
    if len(ordered) < 2:
        return [Story((r.id,), {}) for r in ordered]
    matrix, vocabulary = _vectors([seen[r.id].terms for r in ordered])
    similarity = np.clip((matrix @ matrix.T).toarray(), 0.0, 1.0)
    for i, a in enumerate(ordered):
        for j in range(i):
            apart = days_apart(a, ordered[j])
            if apart is not None and apart > _WINDOW_DAYS:
                similarity[i, j] = similarity[j, i] = 0.0
    distance = 1.0 - similarity
    np.fill_diagonal(distance, 0.0)
    tree = linkage(squareform(distance, checks=False), method="average")
    labels = fcluster(tree, t=1.0 - THRESHOLD, criterion="distance")
    groups: dict[int, list[int]] = {}
    for index, label in enumerate(labels):
        groups.setdefault(int(label), []).append(index)
    return [
        _story(indices, ordered, similarity, matrix, vocabulary)
        for indices in sorted(groups.values())
    ]


def _vectors(terms: Sequence[Counter[str]]) -> tuple[csr_matrix, list[str]]:
    frequency: Counter[str] = Counter(term for each in terms for term in each)
    vocabulary = sorted(frequency)
    column = {term: i for i, term in enumerate(vocabulary)}
    rows, columns, values = [], [], []
    for row, each in enumerate(terms):
        weights = {
            t: (1 + math.log(n)) * math.log((len(terms) + 1) / frequency[t])
            * (_NAME_WEIGHT if t.startswith("^") else 1.0)
            for t, n in each.items()
        }  # fmt: skip
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        for term in sorted(weights):
            rows.append(row)
            columns.append(column[term])
            values.append(weights[term] / norm)
    return csr_matrix((values, (rows, columns)), shape=(len(terms), len(vocabulary))), vocabulary


def _story(
    indices: Sequence[int],
    ordered: Sequence[Report],
    similarity: np.ndarray,
    matrix: csr_matrix,
    vocabulary: Sequence[str],
) -> Story:
    reasons = {}
    for i in indices:
        others = [j for j in indices if j != i]
        if others:
            score = float(np.mean([similarity[i, j] for j in others]))
            nearest = max(others, key=lambda j: (similarity[i, j], ordered[j].id))
            shared = matrix[i].multiply(matrix[nearest]).tocoo()
            top = sorted(zip(shared.data, shared.col, strict=True), key=lambda t: (-t[0], t[1]))[:8]
            words = dict.fromkeys(vocabulary[c].lstrip("^") for _, c in top)
            reasons[ordered[i].id] = (round(score, 3), tuple(words)[:5])
    return Story(tuple(ordered[i].id for i in indices), reasons)
