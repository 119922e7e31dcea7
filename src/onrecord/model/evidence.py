"""Evidence: a span of one report's text, with the exact words."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.ids import content_id

__all__ = ["Evidence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """`text[start:end] == quote` for the report's text; offsets count Unicode code points."""

    report: str
    text_hash: str
    start: int
    end: int
    quote: str

    @property
    def id(self) -> str:
        """The same span of the same text always has the same id."""
        return content_id("e", self.report, self.text_hash, str(self.start), str(self.end))
