"""Connected components: which things hang together by pairs."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["heads"]


def heads(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each of `count` things the lowest number in its component."""
    head = list(range(count))

    def find(n: int) -> int:
        while head[n] != n:
            head[n] = head[head[n]]
            n = head[n]
        return n

    for a, b in pairs:
        first, second = sorted((find(a), find(b)))
        head[second] = first
    return [find(n) for n in range(count)]
