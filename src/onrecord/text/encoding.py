"""Bytes to text: known encodings only, and no guessing where the bytes are not text."""

from __future__ import annotations

import codecs
import re

__all__ = ["declared_charset", "decode", "looks_binary"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 12, 13, 27}))
_SAMPLE = 4096
_DECLARED = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_-]{3,20})|^\s*<\?xml[^<>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_-]{3,20})""",
    re.IGNORECASE,
)
_CHARSETS = re.compile(
    r"(?:utf-?8|iso-?8859-?\d\d?|windows-?125\d|cp125\d|koi8-?[ru]|latin-?1|us-ascii|shift_jis|euc-(?:jp|kr)|"
    r"gb2312|gbk|gb18030|big5)",
    re.IGNORECASE,
)
"""Encodings of text that a page may declare; Python knows others that are none ("zip", "rot13")."""
_GARBLED = re.compile("Ã[\x80-\u00bf€-™]|â€|Â[\u00a0-\u00bf]|Ð[\u00b0-\u00bf]|Ñ[\u0080-\u008f€-™]")
"""What UTF-8 looks like when it is read as Windows-1252."""
_MARKS = "‘’“”–—…€£°§«»·•™®©²³½¼¾×¡¿¹ºª´¨\u00a0"


def looks_binary(content: bytes) -> bool:
    """Whether the bytes are no text in any encoding: control bytes without a byte-order mark."""
    if any(content.startswith(bom) for bom, _ in _BOMS) or _plain_utf16(content):
        return False
    sample = content[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in sample or controls > len(sample) // 50


def declared_charset(content: bytes) -> str | None:
    """The encoding that an HTML or XML head declares, if it is one of text; None if none."""
    match = _DECLARED.search(content[:2048])
    name = (match.group(1) or match.group(2)).decode("ascii") if match else ""
    return name if _CHARSETS.fullmatch(name) else None


def decode(content: bytes) -> str | None:
    """The text of UTF-8, UTF-16, UTF-32, a page's declared encoding, or Windows-1252; None if none.

    A byte-order mark is not part of the text. Windows-1252 fits almost any bytes, so it is taken only
    where what comes out looks like text of a Western language.
    """
    for bom, name in _BOMS:
        if content.startswith(bom):
            return _try(content, name)
    if utf16 := _plain_utf16(content):
        return _try(content, utf16)
    text = _try(content, "utf-8")
    if text is None and (declared := declared_charset(content)):
        text = _try(content, declared)
    if text is not None:
        return text
    text = _try(content, "cp1252")
    return text if text is not None and _is_western(text) else None


def _plain_utf16(content: bytes) -> str | None:
    """UTF-16 without a mark: of mostly Western text every other byte is nought."""
    sample = content[:_SAMPLE]
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 8 or len(content) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    for zeros, others, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.8 * half and others == 0:
            text = _try(sample, name)
            if text is not None and not any(c < " " and c not in "\t\n\f\r" for c in text):
                return name
    return None


def _is_western(text: str) -> bool:
    """Whether text read as Windows-1252 is plausible: few odd signs, few accents, not garbled."""
    if _GARBLED.search(text):
        return False
    odd = sum(not (c.isascii() or c.isalpha() or c in _MARKS) for c in text)
    letters = sum(c.isalpha() for c in text)
    accented = sum(c.isalpha() and not c.isascii() for c in text)
    # No language that Windows-1252 was made for has an accent on more than one letter in four.
    return odd <= max(2, len(text) // 200) and accented * 4 <= max(letters, 20)


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None
