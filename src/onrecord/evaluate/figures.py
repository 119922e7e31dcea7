"""Precision, recall and F1, worked out in one place."""

from __future__ import annotations

__all__ = ["figures", "harmonic_mean", "share"]


def share(part: float, whole: float) -> float:
    """`part` of `whole`, 0..1; 0 where there is nothing to have a part of."""
    return part / whole if whole else 0.0


def harmonic_mean(precision: float, recall: float) -> float:
    """Their harmonic mean; 0 where both are 0."""
    return share(2 * precision * recall, precision + recall)


def figures(*, right: int, read: int, gold: int, found: int | None = None) -> dict[str, float]:
    """Counts with precision, recall and F1, rounded to four places.

    `right` of those read are right; `found` of the gold ones were found, as many as are right
    unless given: where one read may stand for several gold ones the two differ.
    """
    precision = share(right, read)
    recall = share(right if found is None else found, gold)
    return {
        "gold": gold, "read": read, "precision": round(precision, 4), "recall": round(recall, 4),
        "f1": round(harmonic_mean(precision, recall), 4),
    }  # fmt: skip
