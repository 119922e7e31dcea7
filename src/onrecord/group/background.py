"""How common terms are in general news: the yardstick for what is rare in a report.

The table is data (`data/background.tsv`, counted by `bench/background.py`), so that the likeness of two
reports does not depend on what else was collected.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

__all__ = ["Background", "background"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """Counts over `texts` articles of general news."""

    texts: int
    carriers: Mapping[str, int]
    """Articles that carry a term; those not listed are in one at most."""
    lower: Mapping[str, int]
    upper: Mapping[str, int]
    """Uses of a term inside a sentence in lower case, and with a capital."""

    def shares(self, carriers: NDArray[np.int32]) -> NDArray[np.float64]:
        """The share of articles that carry a term, for each count of them: never quite 0 or 1."""
        return np.asarray((carriers + 0.5) / (self.texts + 1), dtype=np.float64)

    def used_in_lower_case(self, term: str) -> bool:
        """Whether general text has the term in lower case at all."""
        return term in self.lower

    def is_plain_word(self, term: str) -> bool:
        """Whether general text has the term mostly in lower case: then a capital makes no name."""
        return self.lower.get(term, 0) > 3 * self.upper.get(term, 0) + 1


@cache
def background() -> Background:
    """The table that comes with the package, read once a process."""
    text = (files("onrecord.group") / "data" / "background.tsv").read_text(encoding="utf-8")
    texts = 0
    carriers: dict[str, int] = {}
    lower: dict[str, int] = {}
    upper: dict[str, int] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            if line.startswith("# texts "):
                texts = int(line.split()[2])
            continue
        name, held, low, up = line.split("\t")
        if held != "0":
            carriers[name] = int(held)
        if low != "0":
            lower[name] = int(low)
        if up != "0":
            upper[name] = int(up)
    return Background(texts=texts, carriers=carriers, lower=lower, upper=upper)
