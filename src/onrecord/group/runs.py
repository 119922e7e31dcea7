"""A sorted run of (key, value) entries, of which only the chunks that are asked for are read from a shelf."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.group.shelf import Shelf, pack, unpack

__all__ = ["I32", "Keys", "Run", "merged"]

I32 = NDArray[np.int32]
Keys = NDArray[Any]
Entries = tuple[Keys, I32]
_CHUNK = 1_024
_VALUE = np.dtype(np.int32)


class Run:
    """Entries in the order of their keys. Entries of one key may be many."""

    def __init__(self, keys: Keys, values: I32) -> None:
        self._keys, self._values = keys, values
        self._count = len(keys)
        self._shelf: Shelf | None = None
        self._name = ""
        self._fences = keys[:0]
        """The first key of each chunk on the shelf."""
        self._there = np.empty(0, dtype=np.int64)
        """The chunks that are at hand."""

    @classmethod
    def of(cls, shelf: Shelf, name: str) -> Run:
        """The run that was put on the shelf under this name."""
        parts = unpack(shelf.get([name])[name])
        run = cls(parts["fences"][:0], np.empty(0, dtype=np.int32))
        run._shelf, run._name = shelf, name
        run._fences, run._count = parts["fences"], int(parts["count"][0])
        return run

    def __len__(self) -> int:
        return self._count

    def save(self, shelf: Shelf, name: str) -> None:
        """Put a run that is not there yet on the shelf."""
        keys, values = self.whole()
        pieces = {
            f"{name}/{n}": keys[at : at + _CHUNK].tobytes() + values[at : at + _CHUNK].tobytes()
            for n, at in enumerate(range(0, len(keys), _CHUNK))
        }
        pieces[name] = pack(fences=keys[::_CHUNK], count=np.array([len(keys)]))
        shelf.put(pieces)

    def drop(self, shelf: Shelf, name: str) -> None:
        """Take the run of this name off the shelf."""
        shelf.drop([name, *(f"{name}/{n}" for n in range(-(-self._count // _CHUNK)))])

    def whole(self) -> Entries:
        """All entries."""
        self._fetch(np.arange(len(self._fences)))
        return self._keys, self._values

    def around(self, keys: Keys) -> Entries:
        """Entries in their order, among them all of these keys."""
        if len(self._there) < len(self._fences):
            # A key may begin at the end of one chunk and go on in the next ones.
            first = np.maximum(np.searchsorted(self._fences, keys) - 1, 0)
            last = np.searchsorted(self._fences, keys, "right")
            edges = np.zeros(len(self._fences) + 1, dtype=np.int64)
            np.add.at(edges, first, 1)
            np.add.at(edges, np.maximum(last, first), -1)
            self._fetch(np.flatnonzero(np.cumsum(edges[:-1]) > 0))
        return self._keys, self._values

    def _fetch(self, chunks: NDArray[np.int64]) -> None:
        wanted = np.setdiff1d(chunks, self._there, assume_unique=True)
        if not len(wanted) or self._shelf is None:
            return
        names = {n: f"{self._name}/{n}" for n in wanted.tolist()}
        found = self._shelf.get(list(names.values()))
        parts = [self._unpacked(found[name]) for name in names.values()]
        new = np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
        self._there = np.sort(np.concatenate([self._there, wanted]))
        self._keys, self._values = (
            merged((self._keys, self._values), new) if len(self._keys) else new
        )

    def _unpacked(self, piece: bytes) -> Entries:
        kind = self._fences.dtype
        count = len(piece) // (kind.itemsize + _VALUE.itemsize)
        return np.frombuffer(piece, kind, count), np.frombuffer(
            piece, _VALUE, offset=count * kind.itemsize
        )


def merged(elder: Entries, younger: Entries) -> Entries:
    """Two sorted runs of entries as one, without sorting again and with few copies."""
    at = np.searchsorted(elder[0], younger[0], "right") + np.arange(len(younger[0]))
    size = len(elder[0]) + len(younger[0])
    from_elder = np.ones(size, dtype=bool)
    from_elder[at] = False
    keys = np.empty(size, dtype=elder[0].dtype)
    values = np.empty(size, dtype=np.int32)
    keys[at], values[at] = younger
    keys[from_elder], values[from_elder] = elder
    return keys, values
