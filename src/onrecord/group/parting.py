"""What hangs together by links, and large parts cut where their links are weakest."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from onrecord.group.vocabulary import I32

__all__ = ["Links", "connected", "none_too_large"]

Links = tuple[I32, I32, NDArray[np.float32]]
"""From, to, and how strong."""
_STRONGER = 1.25


def connected(members: I32, source: I32, target: I32) -> Iterator[I32]:
    """The sorted members as connected parts, each sorted, by the links among them."""
    if not len(members):
        return
    one, two = np.searchsorted(members, source), np.searchsorted(members, target)
    links = csr_matrix((np.ones(len(one), dtype=np.int8), (one, two)), shape=(len(members),) * 2)
    labels = connected_components(links, directed=False)[1]
    order = np.argsort(labels, kind="stable")
    edges = np.flatnonzero(np.diff(labels[order])) + 1
    yield from np.split(members[order], edges)


def none_too_large(part: I32, links: Links, limits: tuple[int, float]) -> list[I32]:
    """The part, or where it has more members than the limit its parts by ever stronger links.

    `limits`: the most members, and the strength at which links begin.
    """
    largest, strength = limits
    if len(part) <= largest:
        return [part]
    source, target, alike = links
    strength *= _STRONGER
    kept = np.isin(source, part) & (alike >= strength)
    stronger = (source[kept], target[kept], alike[kept])
    return [
        small
        for smaller in connected(part, stronger[0], stronger[1])
        for small in none_too_large(smaller, stronger, (largest, strength))
    ]
