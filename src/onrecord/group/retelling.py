"""Retellings: within a story, which report repeats which, and why.

A report retells an earlier one if it copies it, shares its agency, or brings nothing of its own: nearly
all of its words and names, translated or reworded as they may be, are the other's. Reports of one event
by two newsrooms share its facts too, but each has some words of its own; what tells them apart is how
much of a report the other already says (measured on the development gold: see `bench/stories.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from onrecord.group.telling import Telling
from onrecord.model.grouping import CopyLink, GroupReason

__all__ = ["Retelling", "RetellingRules", "retellings"]

F64 = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class RetellingRules:
    """When a report has nothing of its own. Shares are of the later report's content, by rarity."""

    all_told: float = 0.58
    """From here on the other report says it all."""
    much_told: float = 0.45
    """From here on it does if the order is the same too, or quotations or statements are."""
    in_order: float = 0.85
    lines_in_order: int = 5
    cited: float = 0.35
    """From here on, where the text cites the other report's agency."""
    credited: float = 0.15
    """From here on, where both are credited to one agency and no other."""
    line_match: float = 0.3
    """Share of a sentence that its counterpart has."""
    statements: float = 0.9
    quotes: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """Report `b` retells report `a`, and why."""

    a: str
    b: str
    score: float
    reasons: tuple[GroupReason, ...]


def retellings(
    tellings: Iterable[Telling],
    copies: Sequence[CopyLink],
    rules: RetellingRules | None = None,
) -> dict[str, Retelling]:
    """For each report of one story that retells another: the one it retells most plainly.

    A report only retells one that stands before it in time, so that there are no circles.
    """
    rules = rules or RetellingRules()
    ordered = sorted(tellings, key=lambda t: t.order)
    if len(ordered) < 2:
        return {}
    linked = {frozenset((c.a, c.b)): c for c in copies}
    told = _told(ordered)
    found = {}
    for j, later in enumerate(ordered):
        meetings = [
            _Meeting(a, later, float(told[i, j]), linked.get(frozenset((a.report, later.report))))
            for i, a in enumerate(ordered[:j])
        ]
        # Of equally plain ones the first, the earliest, is the one told from.
        for meeting in sorted(meetings, key=lambda m: -m.score(rules)):
            if (retelling := _retells(meeting, rules)) is not None:
                found[later.report] = retelling
                break
    return found


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Two reports of one story, the earlier and the later, and how much of the later is in both."""

    a: Telling
    b: Telling
    told: float
    copy: CopyLink | None

    def score(self, rules: RetellingRules) -> float:
        """How plainly b retells a, if it does: copies before one agency before the same facts."""
        if self.copy is not None:
            return round(2.0 + self.copy.share, 4)
        return round(self.told + (0.5 if _agency(self, rules) else 0.0), 4)


def _told(ordered: Sequence[Telling]) -> F64:
    """For each two reports the share of the second's content, by rarity, that the first has."""
    once = np.unique(np.concatenate([t.stems for t in ordered]))
    columns = np.searchsorted(once, np.concatenate([t.stems for t in ordered]))
    edges = np.concatenate(([0], np.cumsum([len(t.stems) for t in ordered])))
    weights = np.concatenate(
        [t.weights.astype(np.float64) / max(float(t.weights.sum()), 1e-9) for t in ordered]
    )
    shape = (len(ordered), len(once))
    has = csr_matrix((np.ones(len(columns)), columns, edges), shape=shape)
    share = csr_matrix((weights, columns, edges), shape=shape)
    return np.asarray(np.round((has @ share.T).toarray(), 9), dtype=np.float64)


def _retells(meeting: _Meeting, rules: RetellingRules) -> Retelling | None:
    a, b, copy = meeting.a, meeting.b, meeting.copy
    reasons: list[GroupReason] = []
    if copy is not None:
        detail = f"{copy.kind} copy: {copy.share:.0%} of the shorter text is shared"
        reasons.append(GroupReason(code="copy", detail=detail, score=copy.share))
    if not (b.official or b.own_work):
        found = (_agency(meeting, rules), _nothing_own(meeting, rules))
        reasons += [reason for reason in found if reason is not None]
    if not reasons:
        return None
    if quotes := a.quotes & b.quotes:
        detail = f"{len(quotes)} quotation{'s' * (len(quotes) > 1)} word for word"
        reasons.append(GroupReason(code="quotes", detail=detail))
    return Retelling(a=a.report, b=b.report, score=meeting.score(rules), reasons=tuple(reasons))


def _agency(meeting: _Meeting, rules: RetellingRules) -> GroupReason | None:
    """One agency behind both. A report made from several agencies' texts is nobody's retelling."""
    a, b, told = meeting.a, meeting.b, meeting.told
    if len(a.agencies) != 1:
        return None
    (name,) = a.agencies
    if b.agencies == a.agencies and told >= rules.credited:
        return GroupReason(
            code="agency", detail=f"both are credited to {name}", score=round(told, 3)
        )
    if b.cited == a.agencies and told >= (rules.much_told if b.agencies else rules.cited):
        return GroupReason(code="agency", detail=f"cites {name}", score=round(told, 3))
    return None


def _nothing_own(meeting: _Meeting, rules: RetellingRules) -> GroupReason | None:
    a, b, told = meeting.a, meeting.b, meeting.told
    if told < rules.much_told or _apart_by_credit(a, b):
        return None
    matched, in_order = _counterparts(a, b, rules)
    enough = (
        told >= rules.all_told
        or (in_order >= rules.in_order and matched >= rules.lines_in_order)
        or (len(b.quotes) >= rules.quotes and b.quotes <= a.quotes)
        or _same_claims(a, b) >= rules.statements
    )
    if not enough:
        return None
    detail = (
        f"{told:.0%} of its content is there, {matched} of {len(b.lines)} sentences have a "
        f"counterpart, {in_order:.0%} in the same order"
    )
    return GroupReason(code="same_facts", detail=detail, score=round(told, 3))


def _apart_by_credit(a: Telling, b: Telling) -> bool:
    """Whether the two are credited to different agencies: then what they share is the event."""
    return bool(a.agencies and b.agencies and not a.agencies & b.agencies)


def _counterparts(a: Telling, b: Telling, rules: RetellingRules) -> tuple[int, float]:
    """How many of b's sentences have a counterpart in a, and the share that keep a's order."""
    weight = dict(zip(b.stems.tolist(), b.weights.tolist(), strict=True))
    theirs = [frozenset(line.tolist()) for line in a.lines]
    places: list[int] = []
    for line in b.lines:
        stems = frozenset(line.tolist())
        total = sum(weight[s] for s in stems)
        # Rounded, so that the order of the sum can't break a tie.
        shares = [round(sum(weight[s] for s in stems & other), 6) for other in theirs]
        best = max(range(len(shares)), key=lambda i: (shares[i], -i), default=-1)
        if best >= 0 and shares[best] >= rules.line_match * total:
            places.append(best)
    return len(places), _longest_run(places) / len(places) if places else 0.0


def _longest_run(numbers: Sequence[int]) -> int:
    """The length of the longest subsequence that never falls."""
    tails: list[int] = []
    for number in numbers:
        at = bisect_right(tails, number)
        tails[at : at + 1] = [number]
    return len(tails)


def _same_claims(a: Telling, b: Telling) -> float:
    """The share of b's statements (three or more) whose actor and contribution a has too."""
    if len(b.claims) < 3:
        return 0.0
    known = set(a.claims)
    return sum(claim in known for claim in b.claims) / len(b.claims)
