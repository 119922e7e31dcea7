"""Source and Report: bytes as received, and the text read from them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.ids import text_hash

__all__ = ["DateMention", "Report", "SetAside", "SetAsideReason", "Source"]


class SetAsideReason(StrEnum):
    """Why a stretch of a report's text is not read for statements."""

    IMAGE_RESIDUE = "image_residue"
    CAPTION = "caption"
    CAPTION_REPEATED = "caption_repeated"
    PHOTO_CREDIT = "photo_credit"
    SHARE_LINE = "share_line"
    SUBSCRIBE_LINE = "subscribe_line"
    RELATED_LINKS = "related_links"
    BYLINE = "byline"
    AGENCY_CREDIT = "agency_credit"
    DATELINE = "dateline"
    MARKUP = "markup"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A marked stretch of the text that the reader skips; never cut out."""

    start: int
    end: int
    reason: SetAsideReason


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A calendar date named in the text.

    `value` is ISO 8601: `2025-09-04`, or `--09-04` where no year can be known. Where the order of
    day and month can't be settled, `value` is None and `readings` holds every possible date.
    """

    start: int
    end: int
    value: str | None
    readings: tuple[str, ...] = ()
    settled_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes as received; stored once under their hash, never changed."""

    id: str
    """SHA-256 of the bytes, in hex."""
    content: bytes
    media_type: str
    where: str
    """The file, URL or `-` they came from, and the line for JSON lines."""
    received_at: str
    """UTC, ISO 8601."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The text of one source with its metadata. `text` is as given: nothing is cut from it."""

    id: str
    text: str
    source: str | None = None
    where: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    credit: str | None = None
    """Agency the text is credited to, as written ("AFP", "AFP, Reuters")."""
    dateline: str | None = None
    published: str | None = None
    """ISO date; `--09-04` where the text gives no year; None where not known."""
    published_by: str | None = None
    """What the publication date rests on: `given`, `metadata`, `dateline`, `text`; None if none."""
    published_readings: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    domain: str | None = None
    """The codebook a gold or JSON-lines record asks for, if it names one."""
    set_aside: tuple[SetAside, ...] = ()
    dates: tuple[DateMention, ...] = ()

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text, in hex."""
        return text_hash(self.text)
