"""Keeping what grouping knows between runs: named pieces of bytes, read back only where they are needed.

Grouping knows no database. It is given a `Shelf`, puts its arrays there piece by piece, and later fetches the
pieces that an addition touches. All of it can be made anew from the reports.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = ["Box", "Pages", "Shelf", "pack", "unpack"]

T = TypeVar("T")
Array = NDArray[Any]


class Shelf(Protocol):
    """Bytes under names. Nothing is kept for good before the whole of a change is."""

    def get(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """The pieces of these names; those that are not there are left out."""

    def put(self, pieces: Mapping[str, bytes]) -> None:
        """Keep pieces; one of a known name takes its place."""

    def drop(self, keys: Iterable[str]) -> None:
        """Forget pieces."""


def pack(**parts: Array) -> bytes:
    """Arrays as bytes: a line of JSON with names, types and shapes, then their contents."""
    head = [(name, part.dtype.str, part.shape) for name, part in parts.items()]
    return b"\n".join((json.dumps(head).encode(), b"".join(p.tobytes() for p in parts.values())))


def unpack(piece: bytes) -> dict[str, Array]:
    """The arrays of `pack`, by name; they can't be written to."""
    found: dict[str, Array] = {}
    at = piece.index(b"\n") + 1
    for name, kind, shape in json.loads(piece[:at]):
        count = int(np.prod(shape))
        found[name] = np.frombuffer(piece, kind, count, at).reshape(shape)
        at += count * np.dtype(kind).itemsize
    return found


class Box(Generic[T]):
    """A growing list whose items are fetched from a shelf when they are first asked for.

    An item that was changed in place is kept once it is set again.
    """

    def __init__(
        self, name: str, packing: tuple[Callable[[T], bytes], Callable[[bytes], T]],
        shelf: Shelf | None = None, count: int = 0,
    ) -> None:  # fmt: skip
        self._name = name
        self._pack, self._unpack = packing
        self._shelf = shelf
        self._saved = count
        self._items: list[T | None] = [None] * count
        self._changed: set[int] = set()

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, number: int) -> T:
        item = self._items[number]
        if item is None:
            (item,) = self._read([number])
        return item

    def __setitem__(self, number: int, item: T) -> None:
        self._items[number] = item
        if number < self._saved:
            self._changed.add(number)

    def append(self, item: T) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def fetch(self, numbers: Iterable[int]) -> None:
        """Have these items at hand: quicker than asking for one after the other."""
        if wanted := [n for n in numbers if self._items[n] is None]:
            self._read(wanted)

    def _read(self, numbers: Sequence[int]) -> list[T]:
        if self._shelf is None:
            raise IndexError(numbers)
        found = self._shelf.get([self._key(n) for n in numbers])
        items = [self._unpack(found[self._key(n)]) for n in numbers]
        for n, item in zip(numbers, items, strict=True):
            self._items[n] = item
        return items

    def save(self, shelf: Shelf) -> None:
        """Put the items that are new or were changed on the shelf."""
        fresh = [*sorted(self._changed), *range(self._saved, len(self))]
        shelf.put({self._key(n): self._pack(self[n]) for n in fresh})
        self._changed.clear()
        self._saved = len(self)

    def _key(self, number: int) -> str:
        return f"{self._name}/{number}"


class Pages(Generic[T]):
    """A growing list of texts, or tuples of plain values, kept `size` to a piece. Items never change."""

    def __init__(self, name: str, size: int, shelf: Shelf | None = None, count: int = 0) -> None:
        self._pages: Box[list[T]] = Box(name, _PAGES, shelf, -(-count // size))
        self._size = size
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> T:
        return self._pages[number // self._size][number % self._size]

    def append(self, item: T) -> None:
        """Add an item at the end."""
        last = self._count // self._size
        if last == len(self._pages):
            self._pages.append([])
        page = self._pages[last]
        page.append(item)
        self._pages[last] = page
        self._count += 1

    def fetch(self, numbers: Iterable[int]) -> None:
        """Have these items at hand."""
        self._pages.fetch({n // self._size for n in numbers})

    def save(self, shelf: Shelf) -> None:
        """Put the pages that are new or have grown on the shelf."""
        self._pages.save(shelf)


def _pack_page(page: list[Any]) -> bytes:
    return json.dumps(page).encode()


def _unpack_page(piece: bytes) -> list[Any]:
    return [tuple(item) if isinstance(item, list) else item for item in json.loads(piece)]


_PAGES = (_pack_page, _unpack_page)
