"""Copies: reports that share their text, by sampled-shingle containment.

A 5-gram's hash is kept where it is 0 mod 8; two reports are compared by how many of the shorter one's
sampled 5-grams the longer one has. Containment, not Jaccard, finds abridged and padded copies
(measured against MinHash: see `bench/`). 5-grams that very many reports carry are site furniture.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from zlib import crc32

from onrecord.group.dates import days_apart
from onrecord.group.words import Features
from onrecord.model.grouping import CopyKind, CopyLink
from onrecord.model.report import Report

__all__ = ["copy_links", "shingles"]

_SIZE = 5
_SAMPLE = 8
_SHORT = 160
"""A text of fewer words keeps every shingle: sampling would leave too few."""
_MAX_REPORTS = 60
_MIN_SHARE = 0.5
_WINDOW_DAYS = 45


def shingles(words: Sequence[str]) -> frozenset[int]:
    """Hashes of the sampled 5-grams of the words."""
    hashes = {
        crc32(" ".join(words[i : i + _SIZE]).encode("utf-8", "surrogatepass"))
        for i in range(max(0, len(words) - _SIZE + 1))
    }
    if len(words) < _SHORT:
        return frozenset(h for h in hashes if h % 2 == 0) or frozenset(hashes)
    return frozenset(h for h in hashes if h % _SAMPLE == 0)


def copy_links(reports: Sequence[Report], seen: Mapping[str, Features]) -> list[CopyLink]:
    """Pairs of reports that share at least half of the shorter one's text, in a date window."""
    ordered = sorted(reports, key=lambda r: (r.published or "9", r.id))
    prints = {r.id: shingles(seen[r.id].words) for r in ordered}
    short = {r.id for r in ordered if len(seen[r.id].words) < _SHORT}
    # Short texts are sampled differently: compare them with the same sampling of the long ones.
    dense = (
        {r.id: prints[r.id] if r.id in short else _dense(seen[r.id].words) for r in ordered}
        if short
        else {}
    )
    links = []
    for a, b in _candidates(ordered, prints, dense, short):
        use = dense if a.id in short or b.id in short else prints
        link = _link(a, b, use, seen)
        if link is not None:
            links.append(link)
    return links


def _dense(words: Sequence[str]) -> frozenset[int]:
    hashes = (
        crc32(" ".join(words[i : i + _SIZE]).encode("utf-8", "surrogatepass"))
        for i in range(max(0, len(words) - _SIZE + 1))
    )
    return frozenset(h for h in hashes if h % 2 == 0)


def _candidates(
    ordered: Sequence[Report],
    prints: Mapping[str, frozenset[int]],
    dense: Mapping[str, frozenset[int]],
    short: set[str],
) -> list[tuple[Report, Report]]:
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for index, report in enumerate(ordered):
        for print_ in dense.get(report.id, prints[report.id]) if short else prints[report.id]:
            holders[print_].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for indices in holders.values():
        if 2 <= len(indices) <= _MAX_REPORTS:
            for position, i in enumerate(indices):
                for j in indices[position + 1 :]:
                    shared[(i, j)] += 1
    return [(ordered[i], ordered[j]) for (i, j), n in sorted(shared.items()) if n >= 2]


def _link(
    a: Report, b: Report, prints: Mapping[str, frozenset[int]], seen: Mapping[str, Features]
) -> CopyLink | None:
    if (days_apart(a, b) or 0) > _WINDOW_DAYS:
        return None
    words_a, words_b = seen[a.id].words, seen[b.id].words
    if words_a == words_b:
        return CopyLink(a=a.id, b=b.id, kind=CopyKind.EXACT, share=1.0)
    first, second = prints[a.id], prints[b.id]
    smaller = min(len(first), len(second))
    if smaller == 0:
        return None
    share = len(first & second) / smaller
    if share < _MIN_SHARE:
        return None
    ratio = len(words_b) / max(1, len(words_a))
    kind = (
        CopyKind.ABRIDGED if ratio < 0.85 else CopyKind.PADDED if ratio > 1.15 else CopyKind.EDITED
    )
    return CopyLink(a=a.id, b=b.id, kind=kind, share=round(share, 3))
