"""Bytes to text: known encodings only, and no guessing where the bytes are not text."""

from __future__ import annotations

import codecs

__all__ = ["decode", "looks_binary"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}


def looks_binary(content: bytes) -> bool:
    """Whether the bytes are no text in any encoding: control bytes without a byte-order mark."""
    if any(content.startswith(bom) for bom, _ in _BOMS):
        return False
    sample = content[:4096]
    return b"\0" in sample or sum(b in _CONTROLS for b in sample) > len(sample) // 50


def decode(content: bytes) -> str | None:
    """The text of UTF-8, UTF-16 or UTF-32 (by its mark) or Windows-1252 bytes; None if none fits."""
    for bom, name in _BOMS:
        if content.startswith(bom):
            return _try(content, name)
    text = _try(content, "utf-8")
    if text is not None:
        return text
    text = _try(content, "cp1252")
    if text is None:
        return None
    odd = sum(
        not (c.isascii() or c.isalpha() or c in "‘’“”–—…€£°§«»·•™®©²³½¼¾×¡¿¹ºª´¨\u00a0")
        for c in text
    )
    return text if odd <= max(2, len(text) // 200) else None


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        return None
