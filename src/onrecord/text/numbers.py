"""Numbers in digits and in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["NUMBER", "NumberMention", "find_numbers", "parse_number"]

_UNITS = {
    w: i for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}  # fmt: skip
_TENS = {
    w: 10 * i for i, w in enumerate(
        "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
    ) if w != "_"
}  # fmt: skip
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "mio": 1e6,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12, "dozen": 12,
    "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORD = "|".join([*_UNITS, *_TENS])
_SCALE = r"hundred|thousand|million|billion|trillion|dozen|crore|lakh|bn|mn|tn|trn|mio"
NUMBER = re.compile(
    rf"(?<![\w.])(?:(?:{_DIGITS})(?:[\s-]?(?:{_SCALE})\b|(?:bn|mn|tn|m|b|k)\b)?"
    rf"|(?:half\s+a\s+|a\s+|several\s+)?(?:(?:{_WORD}|{_SCALE})(?:[\s-]+(?:and\s+)?(?:a\s+half\s+)?)?)+\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """A number at one place of a text."""

    start: int
    end: int
    words: str
    value: float


def parse_number(words: str) -> float | None:
    """The value of a number in digits, in words or both ("2.5 million", "twenty-six"); or None."""
    tokens = re.findall(r"\d[\d,.\u00a0\u202f]*|[a-z]+", words.lower())
    total, current, seen = 0.0, 0.0, False
    half_pending = False
    for index, token in enumerate(tokens):
        if token in ("and", "a", "an", "of"):
            continue
        if token == "half":
            if index == 0:
                half_pending = True
                continue
            current += 0.5
            continue
        if token[0].isdigit():
            value = _digits(token)
            if value is None:
                return None
            current += value
        elif token in _UNITS:
            current += _UNITS[token]
        elif token in _TENS:
            current += _TENS[token]
        elif token in _SCALES:
            scale = _SCALES[token]
            base = current or (0.5 if half_pending else 1.0)
            half_pending = False
            if scale == 100:
                current = base * scale
            else:
                total, current = total + base * scale, 0.0
        else:
            return None
        seen = True
    return total + current if seen else None


def _digits(token: str) -> float | None:
    plain = re.sub(r"[,\u00a0\u202f]", "", token.rstrip(".,"))
    try:
        return float(plain)
    except ValueError:
        return None


def find_numbers(text: str) -> list[NumberMention]:
    """Every number of the text, in order."""
    found = []
    for match in NUMBER.finditer(text):
        words = match.group().rstrip(" -")
        value = parse_number(words)
        if value is not None:
            found.append(
                NumberMention(
                    start=match.start(), end=match.start() + len(words), words=words, value=value
                )
            )
    return found
