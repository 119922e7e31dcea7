"""A shelf in memory, for tests of what grouping keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


class Drawer:
    """A shelf in memory."""

    def __init__(self) -> None:
        self.pieces: dict[str, bytes] = {}

    def get(self, keys: Sequence[str]) -> dict[str, bytes]:
        return {k: self.pieces[k] for k in keys if k in self.pieces}

    def put(self, pieces: Mapping[str, bytes]) -> None:
        self.pieces |= pieces

    def drop(self, keys: Iterable[str]) -> None:
        for key in list(keys):
            del self.pieces[key]
