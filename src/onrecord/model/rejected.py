"""Rejected: input that could not become a report, and why. Stored, counted, retryable."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["REASON_SENTENCES", "Rejected", "RejectedReason"]


class RejectedReason(StrEnum):
    """Why an input was rejected. Codes are never reused."""

    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    TOO_LARGE = "too_large"
    NO_TEXT = "no_text"
    LANGUAGE = "language"
    UNREADABLE = "unreadable"
    BROKEN_RECORD = "broken_record"
    DUPLICATE = "duplicate"
    TIMEOUT = "timeout"
    ID_TAKEN = "id_taken"
    READING_FAILED = "reading_failed"


REASON_SENTENCES: dict[RejectedReason, str] = {
    RejectedReason.EMPTY: "The file has no content.",
    RejectedReason.BINARY: "The file is not text, HTML or JSON lines.",
    RejectedReason.ENCODING: "The bytes are not text in a known encoding.",
    RejectedReason.TOO_LARGE: "The input is larger than the limit.",
    RejectedReason.NO_TEXT: "No article text was found.",
    RejectedReason.LANGUAGE: "The language is not read yet.",
    RejectedReason.UNREADABLE: "The file or folder could not be opened.",
    RejectedReason.BROKEN_RECORD: "The record does not follow the format.",
    RejectedReason.DUPLICATE: "The same bytes are already in the register.",
    RejectedReason.TIMEOUT: "Reading took longer than the limit.",
    RejectedReason.ID_TAKEN: "Another report in the register has this id.",
    RejectedReason.READING_FAILED: "The reader failed on this report.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """One input that was not taken in: what, where, and what to do next."""

    reason: RejectedReason
    where: str
    detail: str
    todo: str = ""
    source: str | None = None
