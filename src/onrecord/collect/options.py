"""What a person may say about what they add."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MAX_BYTES", "CollectOptions"]

MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectOptions:
    """Metadata given by the person, which goes before what the input says, and limits."""

    published: str | None = None
    """ISO date."""
    outlet: str | None = None
    language: str | None = None
    max_bytes: int = MAX_BYTES
    received_at: str = ""
    """UTC, ISO 8601; kept with the source."""
