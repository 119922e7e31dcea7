"""Numbers in digits and in words, with what their wording says of their exactness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model.vocabulary import AmountBound
from onrecord.text.currencies import CODES

__all__ = ["NUMBER", "NumberMention", "find_numbers", "parse_number"]

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: float(i) for i, word in enumerate(_ONES)} | {
    word: 10.0 * i for i, word in enumerate(_TENS, start=2)
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "mln": 1e6, "mn": 1e6,
    "m": 1e6, "mio": 1e6, "crore": 1e7, "billion": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9,
    "trillion": 1e12, "trn": 1e12, "tn": 1e12, "dozen": 12.0,
}  # fmt: skip
_PLURALS = {f"{word}s": word for word in ("hundred", "thousand", "million", "billion", "dozen")}
# A plural scale ("hundreds", "tens of thousands") is at least two of it.
_PLURAL = 2.0

_CODES = "|".join(sorted(CODES))  # "EUR522m": a code may touch its number
_DIGITS = (
    r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?"  # 25,000
    r"|\d{1,3}(?:\.\d{3}){2,}"  # 1.000.000
    r"|\d+,\d{1,2}(?=\s?(?:million|billion|trillion|bn|mn))"  # 1,5 billion
    r"|\d+(?:\.\d+)?"
)
_SHORT_SCALE = r"(?:bn|bln|mn|mln|mio|tn|trn|[mbk])(?![\w])"
_LONG_SCALE = (
    r"(?:hundred|thousand|million|billion|trillion|dozen|crore|lakh|bn|bln|mn|mln|mio|trn)"
)
_SMALL_WORD = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES[1:10])}))?"
    rf"|(?:{'|'.join(sorted(_ONES, key=len, reverse=True))}))\b"
)
_PLURAL_WORD = (
    r"(?:tens|scores|dozens|hundreds|thousands)\s+of\s+(?:thousands|millions|billions)"
    r"|(?:thousands|millions|billions|hundreds|dozens)(?=\s+(?:of|more|upon)\b)"
)
_IN_WORDS = (
    rf"(?:half\s+a|a\s+quarter\s+of\s+a|three\s+quarters\s+of\s+a)\s+{_LONG_SCALE}\b"
    rf"|(?:a\s+few|several|a\s+couple\s+of|a\s+couple|a)\s+{_LONG_SCALE}(?:\s+{_LONG_SCALE})*\b"
    rf"|{_SMALL_WORD}(?:\s+and\s+a\s+half\b)?"
    rf"(?:[\s-]{_LONG_SCALE}\b(?:\s+(?:and\s+)?{_SMALL_WORD}(?=\s+{_LONG_SCALE}\b|\W|$))?)*"
)
NUMBER = re.compile(
    rf"(?:(?<![\w.,])(?<![A-Za-z]-)|(?<=\b(?:{_CODES}))(?=\d))(?:(?:{_DIGITS})(?:{_SHORT_SCALE}|[\s\u00a0-]?{_LONG_SCALE}\b)*"
    rf"|\b(?:{_PLURAL_WORD}|{_IN_WORDS})\b)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\d[\d,.\u00a0\u202f\u2009]*|[a-z]+")
_SKIPPED = frozenset({"and", "a", "an", "of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """A number at one place of a text.

    `bound` is `exact`, or `at_least` / `about` where the number's own words are vague ("tens of
    thousands", "several hundred").
    """

    start: int
    end: int
    words: str
    value: float
    bound: AmountBound = AmountBound.EXACT


def parse_number(words: str) -> float | None:
    """The value of a number in digits, in words or both ("2.5 million", "twenty-six").

    None where the words are not one number. "Tens of thousands" is 20,000: at least two tens.
    """
    tokens = _TOKEN.findall(words.lower())
    if not tokens or re.search(r"[^\w\s.,'’\u00a0\u202f\u2009-]", words):
        return None
    if tokens[0] in ("tens", "scores") or tokens[0] in _PLURALS:
        return _plural(tokens)
    if tokens[:2] == ["a", "quarter"]:
        return _times(0.25, tokens[2:])
    if tokens[:2] == ["three", "quarters"]:
        return _times(0.75, tokens[2:])
    return _total(tokens)


def find_numbers(text: str) -> list[NumberMention]:
    """Every number of the text, in order, not overlapping; years and ordinals are not told apart."""
    return list(_mentions(text))


def _mentions(text: str) -> Iterator[NumberMention]:
    for match in NUMBER.finditer(text):
        words = match.group().rstrip(" -\u00a0")
        value = parse_number(words)
        if value is not None:
            end = match.start() + len(words)
            yield NumberMention(
                start=match.start(), end=end, words=words, value=value, bound=_own_bound(words)
            )


def _own_bound(words: str) -> AmountBound:
    first = words.lower().split()
    if first[0] in _PLURALS or first[0] in ("tens", "scores"):
        return AmountBound.AT_LEAST
    if first[0] == "several" or first[:2] == ["a", "few"]:
        return AmountBound.ABOUT
    return AmountBound.EXACT


def _plural(tokens: list[str]) -> float | None:
    value = _PLURAL
    for token in tokens:
        if token in _SKIPPED or token == "upon":
            continue
        scale = {"tens": 10.0, "scores": 20.0}.get(token) or _SCALES.get(_PLURALS.get(token, ""))
        if scale is None:
            return None
        value *= scale
    return value


def _times(share: float, rest: list[str]) -> float | None:
    total = _total([token for token in rest if token not in _SKIPPED])
    return None if total is None else share * total


def _total(tokens: list[str]) -> float | None:
    """The sum of the groups that scale words close: "two hundred and six thousand four"."""
    total, group, seen = 0.0, 0.0, False
    for index, token in enumerate(tokens):
        if token in _SKIPPED:
            continue
        if token == "half" and index + 1 < len(tokens):
            group += 0.5
        elif token in ("few", "several"):
            group += 3.0
        elif token == "couple":
            group += 2.0
        elif token in _SMALL:
            group += _SMALL[token]
        elif token in _SCALES:
            total, group = _scaled(total, group, token)
        elif token[0].isdigit() and (value := _digits(token)) is not None:
            group += value
        else:
            return None
        seen = True
    return round(total + group, 6) if seen else None


def _scaled(total: float, group: float, token: str) -> tuple[float, float]:
    scale = _SCALES[token]
    if scale <= 100:
        return total, (group or 1.0) * scale
    if not group and total:
        return total * scale, 0.0
    return total + (group or 1.0) * scale, 0.0


def _digits(token: str) -> float | None:
    plain = re.sub(r"[\u00a0\u202f\u2009]", "", token.rstrip(".,"))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", plain):
        plain = plain.replace(".", "")
    elif re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    try:
        return float(plain.replace(",", ""))
    except ValueError:
        return None
