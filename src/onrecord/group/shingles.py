"""What a text looks like to the copy finder: hashes of its words and of sampled 5-grams.

Everything is vectorised over the UTF-8 bytes of many texts at once, so that no word becomes a Python
object. Hashes are polynomials over fixed tables: the same on every machine and in every process.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from onrecord.model.report import Report

__all__ = ["SAMPLE", "TextSketch", "own_text", "sketch_texts"]

SAMPLE = 8
"""A 5-gram is kept where its hash is 0 modulo this; short texts keep more (see `TextSketch.rate`)."""
_SIZE = 5
_ALL_BELOW = 64
_HALF_BELOW = 200
_BATCH = 16

U32 = NDArray[np.uint32]
U64 = NDArray[np.uint64]
I64 = NDArray[np.int64]

_FOLDED = {
    "’": "'", "‘": "'", "“": " ", "”": " ", "„": " ", "«": " ", "»": " ", "–": " ", "—": " ", "…": " ",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": "", "\ufeff": "", "•": " ", "·": " ",
    "\u2028": " ", "\u2029": " ",
}  # fmt: skip


def _random_table(name: str, size: int) -> U64:
    """Fixed 64-bit numbers that look random: the same everywhere, whatever numpy's generator does."""
    raw = b"".join(
        hashlib.blake2b(f"{name} {i}".encode(), digest_size=8).digest() for i in range(size)
    )
    return np.frombuffer(raw, dtype="<u8").astype(np.uint64)


_LONGEST_WORD = 64
_BYTE_VALUES = _random_table("byte", 256)
_PLACES = _random_table("place", _LONGEST_WORD) | np.uint64(1)
_STEPS = _random_table("step", _SIZE) | np.uint64(1)


def _word_bytes() -> NDArray[np.bool_]:
    table = np.zeros(256, dtype=bool)
    for low, high in ((48, 57), (97, 122), (128, 255)):
        table[low : high + 1] = True
    return table


_IS_WORD = _word_bytes()
_BYTE_VALUES[~_IS_WORD] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSketch:
    """A text's length in words, a digest of its words, and its sampled 5-grams in text order."""

    words: int
    digest: bytes
    """16 bytes, equal for texts that differ in case, punctuation and spacing only."""
    samples: U32
    """Distinct hashes, in order of first appearance; all are 0 modulo `rate`."""
    rate: int
    """1 for very short texts, 2 for short ones, 8 otherwise."""


def own_text(report: Report) -> str:
    """The report's text without what is set aside; the title is not part of it."""
    if not report.set_aside:
        return report.text
    parts, at = [], 0
    for aside in report.set_aside:
        if aside.start > at:
            parts.append(report.text[at : aside.start])
        at = max(at, aside.end)
    parts.append(report.text[at:])
    return "\n".join(parts)


def sketch_texts(texts: Iterable[str]) -> Iterator[TextSketch]:
    """One sketch a text, in order; holds a small batch of texts at a time."""
    waiting = iter(texts)
    while batch := list(islice(waiting, _BATCH)):
        yield from _sketch_batch(batch)


def _fold(text: str) -> bytes:
    if not text.isascii():
        for mark, plain in _FOLDED.items():
            if mark in text:
                text = text.replace(mark, plain)
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
    return text.lower().encode("utf-8", "surrogatepass")


def _sketch_batch(texts: Sequence[str]) -> Iterator[TextSketch]:
    folded = [_fold(text) for text in texts]
    # A space after each text keeps words from running on into the next.
    joined = np.frombuffer(b" ".join(folded) + b" ", dtype=np.uint8)
    inside = _IS_WORD[joined]
    starts = np.flatnonzero(inside[1:] > inside[:-1]) + 1
    if inside[0]:
        starts = np.concatenate(([0], starts))
    hashes = _word_hashes(joined, starts)
    ends = np.cumsum([len(f) + 1 for f in folded])
    limits = np.searchsorted(starts, ends)
    grams = _gram_hashes(hashes)
    first = 0
    for limit in limits:
        yield _sketch(hashes[first:limit], grams[first : max(first, limit - _SIZE + 1)])
        first = limit


def _word_hashes(joined: NDArray[np.uint8], starts: I64) -> U64:
    if not len(starts):
        return np.empty(0, dtype=np.uint64)
    # The place of each byte in its word; bytes between words weigh nothing.
    place = np.ones(len(joined), dtype=np.int32)
    place[0] = 0
    place[starts[1:]] = starts[:-1] - starts[1:] + 1
    place = np.cumsum(place, dtype=np.int32) - np.int32(starts[0])
    values = _BYTE_VALUES[joined] * _PLACES[place & (_LONGEST_WORD - 1)]
    return _mixed(np.add.reduceat(values, starts))


def _gram_hashes(words: U64) -> U32:
    count = len(words) - _SIZE + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint32)
    total = np.zeros(count, dtype=np.uint64)
    for step in range(_SIZE):
        total += words[step : step + count] * _STEPS[step]
    # 32 bits are kept: a chance meeting adds one shared 5-gram to a pair, never half a text.
    return _mixed(total).astype(np.uint32)


def _mixed(values: U64) -> U64:
    """The finishing steps of splitmix64: every bit of the result depends on every bit given."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _sketch(words: U64, grams: U32) -> TextSketch:
    count = len(words)
    rate = 1 if count < _ALL_BELOW else 2 if count < _HALF_BELOW else SAMPLE
    kept = grams
    if rate > 1:
        kept = grams[grams & np.uint32(rate - 1) == 0]
    listed = kept.tolist()
    if len(once := dict.fromkeys(listed)) < len(listed):
        kept = np.array(list(once), dtype=np.uint32)
    return TextSketch(
        words=count,
        digest=hashlib.blake2b(words.astype("<u8", copy=False).tobytes(), digest_size=16).digest(),
        samples=kept.copy(),
        rate=rate,
    )
