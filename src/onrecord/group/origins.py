"""Origins: within a story, which report retells which.

A retelling is a copy, carries the same agency's credit, or brings nothing of its own: nearly every
one of its sentences has a counterpart in the other, in the same order, and it is no earlier.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.group.dates import days_apart, is_later
from onrecord.group.words import Features
from onrecord.model.grouping import CopyLink, GroupReason
from onrecord.model.report import Report
from onrecord.model.statement import Statement

__all__ = ["Retelling", "plainly_retells", "retellings"]

_MIN_SENTENCE = 0.3
_MIN_COVERED = 0.68
_MAX_NOVELTY = 0.52
"""Share of a retelling's content words that the retold report lacks; independent reports of one event
measure 0.54 and more on the development gold, retellings 0.51 and less."""
_PLAIN_NOVELTY = 0.45
_OWN_WORK = re.compile(
    r"\btold (?:our|this) (?:newspaper|correspondent|reporter|magazine|paper|website)|\b(?:our|this newspaper's) correspondent\b|"
    r"\bin an interview with (?:our|this)\b|\bseen by (?:our|this) newspaper\b|\btold us\b|\btells us\b",
    re.IGNORECASE,
)
_WINDOW_DAYS = 31
_OFFICIAL = re.compile(
    r"\b(?:ministry|government|office|presidency|press (?:office|release|service)|council of|commission|"
    r"department|embassy|kremlin|secretariat|\.gov|gov\.|federal reserve|house of|parliament)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\b(?:reuters|afp|ap|associated press|dpa|ansa|efe|pap|anp|tass|xinhua|pa media|pa)\b",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\b(?:according to|reported by|told|citing|, |said|quoted by|news agency|report(?:ed|s)? )\s*(?:the )?(?:news )?(?:agency )?"
    r"(?P<a>Reuters|AFP|AP|Associated Press|dpa|ANSA|EFE|PAP|ANP|TASS|Xinhua)\b"
)


@dataclass(frozen=True, slots=True)
class Retelling:
    """Report `b` retells report `a`, and why."""

    a: str
    b: str
    score: float
    reasons: tuple[GroupReason, ...]


def retellings(
    reports: Sequence[Report],
    seen: Mapping[str, Features],
    copies: Sequence[CopyLink],
    statements: Mapping[str, Sequence[Statement]],
) -> list[Retelling]:
    """For each report of one story the one that it retells best, if it retells any."""
    linked = {(c.a, c.b): c for c in copies} | {(c.b, c.a): c for c in copies}
    found = []
    for b in reports:
        options = [
            r for a in reports if a.id != b.id and (r := _retells(a, b, seen, linked, statements))
        ]
        if options:
            found.append(max(options, key=lambda r: (r.score, r.a)))
    return _without_cycles(found, {r.id: r for r in reports})


def plainly_retells(a: Report, b: Report, seen: Mapping[str, Features]) -> tuple[str, float] | None:
    """(a's id, share) where b brings nothing that a does not have, whatever their stories."""
    apart = days_apart(a, b)
    if _official(b) or not is_later(a, b) or (apart is not None and apart > _WINDOW_DAYS):
        return None
    covered, in_order = _coverage(seen[a.id], seen[b.id])
    plain = _brings_nothing(seen[a.id], seen[b.id], covered, 0.0)
    return (a.id, covered) if plain and in_order >= 0.5 else None


def _brings_nothing(a: Features, b: Features, covered: float, told: float) -> bool:
    """Whether b has nothing of its own: few words that a lacks, and its sentences found in a."""
    own = set(b.terms) - set(a.terms)
    novelty = len(own) / max(1, len(b.terms))
    if novelty > _MAX_NOVELTY:
        return False
    return (
        covered >= _MIN_COVERED or novelty <= _PLAIN_NOVELTY or (covered >= 0.55 and told >= 0.75)
    )


def _retells(
    a: Report, b: Report, seen: Mapping[str, Features],
    linked: Mapping[tuple[str, str], CopyLink], statements: Mapping[str, Sequence[Statement]],
) -> Retelling | None:  # fmt: skip
    if not is_later(a, b) or (a.published == b.published and _earlier(b, a, seen)):
        return None
    reasons: list[GroupReason] = []
    score = 0.0
    copy = linked.get((a.id, b.id))
    if copy is not None:
        score = max(score, 0.6 + 0.4 * copy.share)
        reasons.append(
            GroupReason(code="copy", score=copy.share,
                        detail=f"{copy.kind} copy: {copy.share:.0%} of the shorter text is shared")
        )  # fmt: skip
    if not _official(b):
        covered, in_order = _coverage(seen[a.id], seen[b.id])
        told = _told(statements.get(a.id, ()), statements.get(b.id, ()))
        enough = _brings_nothing(seen[a.id], seen[b.id], covered, told)
        if enough and (in_order >= 0.6 or (covered >= 0.9 and in_order >= 0.5)):
            score = max(score, 0.5 * covered + 0.2 * in_order)
            reasons.append(
                GroupReason(code="same_facts", score=round(covered, 3),
                            detail=f"{covered:.0%} of its sentences have a counterpart, {in_order:.0%} in the same order")
            )  # fmt: skip
        agencies = _agencies(a) & _agencies(b)
        if agencies:
            score = max(score, 0.45 + 0.3 * covered)
            reasons.append(
                GroupReason(
                    code="agency",
                    detail=f"both are credited to {', '.join(sorted(agencies))}",
                    score=None,
                )
            )
    quotes = seen[a.id].quotes & seen[b.id].quotes
    if reasons and quotes:
        reasons.append(
            GroupReason(
                code="quotes", detail=f"{len(quotes)} quotation(s) word for word", score=None
            )
        )
    return Retelling(a.id, b.id, round(score, 3), tuple(reasons)) if reasons else None


def _earlier(a: Report, b: Report, seen: Mapping[str, Features]) -> bool:
    """Of two reports of one day the one with a credit, then the longer, then the first id is the earlier."""

    def rank(r: Report) -> tuple[bool, int, str]:
        return (r.credit is None, -len(seen[r.id].words), r.id)

    return rank(a) < rank(b)


def _official(report: Report) -> bool:
    """A government's own text, or a report that says that it did its own asking."""
    own_outlet = report.outlet and _OFFICIAL.search(report.outlet)
    return bool(own_outlet or _OWN_WORK.search(report.text))


def _agencies(report: Report) -> set[str]:
    named = {m.group().upper() for m in _AGENCY.finditer(report.credit or "")}
    named |= {m.group("a").upper() for m in _CITED.finditer(report.text)}
    return {"AP" if n == "ASSOCIATED PRESS" else "PA" if n == "PA MEDIA" else n for n in named}


def _coverage(a: Features, b: Features) -> tuple[float, float]:
    """Share of b's sentences with a counterpart in a, and how far the counterparts keep a's order."""
    if not a.sentences or not b.sentences:
        return 0.0, 0.0
    matched: list[int] = []
    weight = covered = 0
    for sentence in b.sentences:
        weight += len(sentence)
        best, at = max(
            ((len(sentence & other) / len(sentence), -i) for i, other in enumerate(a.sentences))
        )
        if best >= _MIN_SENTENCE:
            covered += len(sentence)
            matched.append(-at)
    order = _longest_increasing(matched) / len(matched) if matched else 0.0
    return covered / weight, order


def _longest_increasing(numbers: Sequence[int]) -> int:
    tails: list[int] = []
    for number in numbers:
        at = bisect_left(tails, number + 1) if number in tails else bisect_left(tails, number)
        if at == len(tails):
            tails.append(number)
        else:
            tails[at] = number
    return len(tails)


def _told(a: Sequence[Statement], b: Sequence[Statement]) -> float:
    """Share of b's statements whose actor and contribution a has too."""
    if not b:
        return 0.0
    known = {(s.actor.id, s.contribution.partition(".")[0]) for s in a}
    return sum((s.actor.id, s.contribution.partition(".")[0]) in known for s in b) / len(b)


def _without_cycles(found: list[Retelling], reports: Mapping[str, Report]) -> list[Retelling]:
    kept: dict[str, Retelling] = {}
    for each in sorted(found, key=lambda r: (-r.score, r.b)):
        at, chain = each.a, {each.b}
        while at in kept and at not in chain:
            chain.add(at)
            at = kept[at].a
        if at not in chain:
            kept[each.b] = each
    return list(kept.values())
