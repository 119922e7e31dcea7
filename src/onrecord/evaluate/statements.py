"""How well statements were read: matching, precision and recall, fields, polarity, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from onrecord.evaluate.fields import FIELDS
from onrecord.evaluate.figures import harmonic_mean, share
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import Act

__all__ = ["ReportPair", "Scores", "match_statements", "score_statements"]

_POSITIVE = {Act.PLEDGE, Act.INTENTION, Act.OFFER, Act.DELIVERY, Act.SUPPORT}
_NEGATIVE = {Act.REFUSAL, Act.REJECTION, Act.WITHDRAWAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPair:
    """One report's text with the statements of the gold and of the reader."""

    report: str
    text: str
    gold: Sequence[Statement]
    read: Sequence[Statement]


@dataclass(slots=True, kw_only=True)
class Scores:
    """Counts over any number of reports; the figures are derived from them."""

    reports: int = 0
    gold: int = 0
    read: int = 0
    matched: int = 0
    inverted: list[dict[str, str]] = field(default_factory=list)
    spans: int = 0
    exact_spans: int = 0
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    field_right: Counter[str] = field(default_factory=Counter)
    field_total: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Matched over read; 0 where nothing was read."""
        return share(self.matched, self.read)

    @property
    def recall(self) -> float:
        """Matched over gold; 0 where there is no gold."""
        return share(self.matched, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)

    def record(self) -> dict[str, Any]:
        """All figures as plain values, rounded to four places."""
        return {
            "reports": self.reports,
            "statements": {
                "gold": self.gold, "read": self.read, "matched": self.matched,
                "precision": round(self.precision, 4), "recall": round(self.recall, 4),
                "f1": round(self.f1, 4),
            },
            "fields": {
                name: {
                    "accuracy": round(self.field_right[name] / self.field_total[name], 4),
                    "n": self.field_total[name],
                }
                for name, _, _ in FIELDS
                if self.field_total[name]
            },
            "inverted_polarity": {"count": len(self.inverted), "items": self.inverted},
            "evidence": {
                "spans": self.spans, "exact": self.exact_spans,
                "exactness": round(self.exact_spans / self.spans, 4) if self.spans else 1.0,
            },
            "confusion": [
                {"gold": gold, "read": read, "n": n}
                for (gold, read), n in sorted(self.confusion.items())
            ],
        }  # fmt: skip


def match_statements(
    gold: Sequence[Statement], read: Sequence[Statement]
) -> list[tuple[Statement, Statement]]:
    """One-to-one pairs on actor id, act and top-level contribution with overlapping evidence.

    `COALITION` and no id count as the same actor. Among the possible assignments the one with the
    most pairs, then the most equal codes and overlap, is taken.
    """
    return _assign(gold, read, _same_position)


def score_statements(pairs: Iterable[ReportPair]) -> Scores:
    """Scores over all reports."""
    scores = Scores()
    for pair in pairs:
        _add(scores, pair)
    return scores


def _add(scores: Scores, pair: ReportPair) -> None:
    matched = match_statements(pair.gold, pair.read)
    scores.reports += 1
    scores.gold += len(pair.gold)
    scores.read += len(pair.read)
    scores.matched += len(matched)
    for gold, read in matched:
        _add_fields(scores, gold, read)
    _add_spans(scores, pair)
    matched_gold = {g.id for g, _ in matched}
    matched_read = {r.id for _, r in matched}
    left_gold = [g for g in pair.gold if g.id not in matched_gold]
    left_read = [r for r in pair.read if r.id not in matched_read]
    scores.confusion.update((g.act.value, r.act.value) for g, r in matched)
    _add_confusion(scores, pair.report, left_gold, left_read)


def _add_fields(scores: Scores, gold: Statement, read: Statement) -> None:
    for name, applies, agrees in FIELDS:
        if applies(gold):
            scores.field_total[name] += 1
            scores.field_right[name] += agrees(gold, read)


def _add_spans(scores: Scores, pair: ReportPair) -> None:
    for statement in pair.read:
        for evidence in statement.evidence:
            scores.spans += 1
            scores.exact_spans += pair.text[evidence.start : evidence.end] == evidence.quote


def _add_confusion(
    scores: Scores, report: str, gold: Sequence[Statement], read: Sequence[Statement]
) -> None:
    """Same actor and contribution, another act: a confusion, and maybe an inversion."""
    confused = _assign(gold, read, _same_but_act)
    for g, r in confused:
        scores.confusion[(g.act.value, r.act.value)] += 1
        if _inverts(g, r):
            scores.inverted.append({
                "report": report, "gold": g.id, "act": g.act.value, "read": r.act.value,
                "quote": r.evidence[0].quote,
            })  # fmt: skip
    seen_gold, seen_read = {g.id for g, _ in confused}, {r.id for _, r in confused}
    scores.confusion.update((g.act.value, "-") for g in gold if g.id not in seen_gold)
    scores.confusion.update(("-", r.act.value) for r in read if r.id not in seen_read)


def _inverts(gold: Statement, read: Statement) -> bool:
    sides = [1 if s.act in _POSITIVE else -1 if s.act in _NEGATIVE else 0 for s in (gold, read)]
    if gold.refrain != read.refrain:
        sides[1] = -sides[1]
    return sides[0] * sides[1] < 0


def _assign(
    gold: Sequence[Statement],
    read: Sequence[Statement],
    agree: Callable[[Statement, Statement], bool],
) -> list[tuple[Statement, Statement]]:
    if not gold or not read:
        return []
    gain = np.zeros((len(gold), len(read)))
    for i, g in enumerate(gold):
        for j, r in enumerate(read):
            if agree(g, r):
                gain[i, j] = 100 + 10 * (g.contribution == r.contribution) + _overlap(g, r)
    rows, columns = linear_sum_assignment(-gain)
    return [(gold[i], read[j]) for i, j in zip(rows, columns, strict=True) if gain[i, j] > 0]


def _actor(statement: Statement) -> str:
    return statement.actor.id or "COALITION"


def _same_but_act(a: Statement, b: Statement) -> bool:
    same_top = a.contribution.partition(".")[0] == b.contribution.partition(".")[0]
    return same_top and _actor(a) == _actor(b) and _overlap(a, b) > 0


def _same_position(a: Statement, b: Statement) -> bool:
    return a.act == b.act and _same_but_act(a, b)


def _overlap(a: Statement, b: Statement) -> float:
    """Largest Jaccard overlap of any two evidence spans, 0..1."""
    best = 0.0
    for x in a.evidence:
        for y in b.evidence:
            shared = min(x.end, y.end) - max(x.start, y.start)
            if shared > 0:
                best = max(best, shared / (max(x.end, y.end) - min(x.start, y.start)))
    return best
