"""Reports by what people call them: their ids, or the ids of the stories that begin with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.group.names import Digests, Names, digest
from onrecord.group.shelf import Shelf
from onrecord.model.ids import content_id

__all__ = ["Named"]


class Named:
    """All reports of `reports`, and the story that would begin with each."""

    def __init__(self, reports: Names, shelf: Shelf | None = None) -> None:
        self._reports = reports
        self._stories = Digests("story-ids", shelf, len(reports))

    def find(self, names: Sequence[str]) -> Mapping[str, str]:
        """The report of each name that is known.

        A story's id is that of its first report, and stays readable when another has become the first.
        """
        self._learn()
        reports = self._reports.find(names)
        stories = self._stories.find(map(digest, names))
        numbers = (s if s >= 0 else r for s, r in zip(stories, reports, strict=True))
        return {
            name: self._reports.name(n) for name, n in zip(names, numbers, strict=True) if n >= 0
        }

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf what is new."""
        self._learn()
        self._stories.save(shelf)

    def _learn(self) -> None:
        new = range(len(self._stories), len(self._reports))
        self._stories.add(digest(content_id("story", self._reports.name(n))) for n in new)
