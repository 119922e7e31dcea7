"""Ids are digests of content, so that a re-run gives the same ids."""

from __future__ import annotations

import hashlib

__all__ = ["content_id", "text_hash"]

_ID_HEX = 16


def content_id(prefix: str, *parts: str) -> str:
    """`prefix-` and 16 hex digits of the SHA-256 of the parts (NUL-separated)."""
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:_ID_HEX]}"


def text_hash(text: str) -> str:
    """The SHA-256 of a report's text, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
