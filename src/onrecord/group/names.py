"""Numbers for names, from 0 as they come. Of many that are kept only those that are asked for are looked up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from onrecord.group.postings import Postings
from onrecord.group.shelf import Pages, Shelf

__all__ = ["Digests", "Names", "digest"]

_SIZE = 16
_PAGE = 1_024
_KEYS = np.dtype(f"S{_SIZE}")


class Digests:
    """Numbers for digests of 16 bytes."""

    def __init__(self, name: str, shelf: Shelf | None = None, count: int = 0) -> None:
        self._kept = Postings(name, shelf)
        self._held: dict[bytes, int] = {}
        """Those that are new, and those that were asked for."""
        self._saved = self._count = count

    def __len__(self) -> int:
        return self._count

    def find(self, digests: Iterable[bytes]) -> list[int]:
        """The number of each, -1 where it has none."""
        listed = list(digests)
        unknown = [d for d in dict.fromkeys(listed) if d not in self._held]
        if unknown and self._saved:
            found = self._kept.entries(np.sort(np.array(unknown, dtype=_KEYS)))
            self._held.update(zip(map(_whole, found[0].tolist()), found[1].tolist(), strict=True))
        return [self._held.get(d, -1) for d in listed]

    def add(self, digests: Iterable[bytes]) -> list[int]:
        """The number of each; those that have none get the next ones."""
        listed = list(digests)
        self.find(listed)
        for each in listed:
            if each not in self._held:
                self._held[each] = self._count
                self._count += 1
        return [self._held[d] for d in listed]

    def save(self, shelf: Shelf) -> None:
        """Keep those that are new."""
        new = {d: n for d, n in self._held.items() if n >= self._saved}
        if new:
            keys = np.array(list(new), dtype=_KEYS)
            self._kept.add(keys, np.array(list(new.values()), dtype=np.int32))
        self._kept.save(shelf)
        self._saved = self._count


def _whole(found: bytes) -> bytes:
    """The digest with the zeros that numpy takes for the end of a text."""
    return found.ljust(_SIZE, b"\0")


class Names:
    """Numbers for names, and names for numbers."""

    def __init__(self, name: str, shelf: Shelf | None = None, count: int = 0) -> None:
        self._digests = Digests(f"{name}-numbers", shelf, count)
        self._names: Pages[str] = Pages(name, _PAGE, shelf, count)
        self._held: dict[str, int] = {}
        self._saved = count

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[str]:
        self.fetch(range(len(self)))
        return (self._names[n] for n in range(len(self)))

    def find(self, names: Sequence[str]) -> list[int]:
        """The number of each name, -1 where it has none."""
        held = self._held
        if self._saved and (unknown := [n for n in dict.fromkeys(names) if n not in held]):
            numbers = self._digests.find(map(digest, unknown))
            held.update((name, n) for name, n in zip(unknown, numbers, strict=True) if n >= 0)
        return [held.get(name, -1) for name in names]

    def add(self, names: Iterable[str]) -> list[int]:
        """The number of each name; those that have none get the next ones."""
        listed, held = list(names), self._held
        numbers = [held.get(name, -1) for name in listed]
        if -1 not in numbers:
            return numbers
        self.find(listed)
        for name in listed:
            if name not in held:
                held[name] = len(self._names)
                self._names.append(name)
        return [held[name] for name in listed]

    def number(self, name: str) -> int:
        """The number of a name, -1 where it has none."""
        found = self._held.get(name)
        return self.find([name])[0] if found is None else found

    def name(self, number: int) -> str:
        """The name of a number."""
        return self._names[number]

    def fetch(self, numbers: Iterable[int]) -> None:
        """Have the names of these numbers at hand."""
        self._names.fetch(numbers)

    def save(self, shelf: Shelf) -> None:
        """Keep the names that are new."""
        new = range(self._saved, len(self))
        self._digests.add(digest(self._names[n]) for n in new)
        self._digests.save(shelf)
        self._names.save(shelf)
        self._saved = len(self)


def digest(name: str) -> bytes:
    """The digest of a name."""
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
