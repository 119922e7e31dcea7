"""Synthetic reports with known copies: what `bench/copies.py` measures on.

Sentences are drawn from a Zipf-like vocabulary by a fixed seed. Some articles are copied: verbatim, with 2
or 8 % of the words changed, with sentences dropped, truncated, or inside a site's frame. Others only look
alike: one form filled in with other names and numbers.
"""

from __future__ import annotations

import bisect
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from onrecord.model.report import Report

__all__ = ["COPY_KINDS", "Synthetic", "report_stream", "synthetic_reports"]

_LETTERS = "etaoinshrdlucmfwypvbgk"
_WORDS = 30_000
_ARTICLE_WORDS = 365
_START = date(2025, 1, 1)
COPY_KINDS = ("verbatim", "edit 2 %", "edit 8 %", "dropped", "truncated", "framed")


@dataclass
class Synthetic:
    """Reports in a shuffled order, and for each the group of copies it belongs to and how it was made."""

    reports: list[Report] = field(default_factory=list)
    group: dict[str, int] = field(default_factory=dict)
    kind: dict[str, str] = field(default_factory=dict)


class _Writer:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.words = [self._word() for _ in range(_WORDS)]
        total = 0.0
        self.cumulative = []
        for rank in range(1, _WORDS + 1):
            total += 1 / (rank + 2.7)
            self.cumulative.append(total)

    def _word(self) -> str:
        return "".join(self.random.choice(_LETTERS) for _ in range(self.random.randint(2, 9)))

    def word(self) -> str:
        return self.words[
            bisect.bisect(self.cumulative, self.random.random() * self.cumulative[-1])
        ]

    def sentence(self) -> str:
        return " ".join(self.word() for _ in range(self.random.randint(9, 27))).capitalize() + "."

    def article(self) -> list[str]:
        length = max(60, int(self.random.gauss(_ARTICLE_WORDS, 110)))
        sentences: list[str] = []
        while sum(len(s.split()) for s in sentences) < length:
            sentences.append(self.sentence())
        return sentences

    def edited(self, sentences: list[str], share: float) -> list[str]:
        return [
            " ".join(self.word() if self.random.random() < share else w for w in s.split())
            for s in sentences
        ]

    def copy(self, sentences: list[str], kind: str, frames: list[tuple[str, str]]) -> list[str]:
        if kind == "edit 2 %":
            return self.edited(sentences, 0.02)
        if kind == "edit 8 %":
            return self.edited(sentences, 0.08)
        if kind == "dropped":
            kept = [s for s in sentences if self.random.random() > 0.35]
            return kept or sentences[:1]
        if kind == "truncated":
            return sentences[: max(2, int(len(sentences) * self.random.uniform(0.3, 0.8)))]
        if kind == "framed":
            head, foot = self.random.choice(frames)
            return [head, *sentences, foot]
        return sentences


def synthetic_reports(count: int, *, seed: int = 7) -> Synthetic:
    """About `count` reports: half stand alone, a tenth are filled-in forms, the rest are copies."""
    writer = _Writer(seed)
    made = Synthetic()
    frames = [
        (
            " ".join(writer.sentence() for _ in range(2)),
            " ".join(writer.sentence() for _ in range(4)),
        )
        for _ in range(40)
    ]
    forms = [[writer.sentence() for _ in range(14)] for _ in range(max(1, count // 1000))]
    number = 0
    while len(made.reports) < count:
        number += 1
        for kind, sentences in _family(writer, frames, forms):
            _add(
                made,
                writer,
                number if kind != "form" else number + 10_000_000 + len(made.reports),
                kind,
                sentences,
            )
    writer.random.shuffle(made.reports)
    return made


def _family(
    writer: _Writer, frames: list[tuple[str, str]], forms: list[list[str]]
) -> Iterator[tuple[str, list[str]]]:
    draw = writer.random.random()
    if draw < 0.13:
        # Every third word or so of a form is filled in anew: the frame is shared, the news is not.
        yield "form", writer.edited(writer.random.choice(forms), 0.3)
        return
    original = writer.article()
    framed = writer.random.random() < 0.3
    yield "original", writer.copy(original, "framed", frames) if framed else original
    if draw > 0.80:
        for _ in range(min(12, 1 + int(writer.random.expovariate(0.5)))):
            kind = writer.random.choice(COPY_KINDS)
            yield kind, writer.copy(original, kind, frames)


def _add(made: Synthetic, writer: _Writer, group: int, kind: str, sentences: list[str]) -> None:
    report_id = f"s{len(made.reports):07d}"
    day = _START + timedelta(days=(group * 7919) % 300 + writer.random.randint(0, 3))
    made.reports.append(Report(id=report_id, text=" ".join(sentences), published=day.isoformat()))
    made.group[report_id] = group
    made.kind[report_id] = kind


def report_stream(count: int, *, seed: int = 7) -> Iterator[Report]:
    """As many reports one after the other, none kept: a fifth of them are copies with 2 % changed."""
    writer = _Writer(seed)
    words = np.array(writer.words, dtype=object)
    weights = np.diff(np.array([0.0, *writer.cumulative])) / writer.cumulative[-1]
    generator = np.random.default_rng(seed)
    recent: list[list[str]] = []
    for number in range(count):
        if number % 1000 == 0:
            drawn = generator.choice(len(words), size=(1000, _ARTICLE_WORDS), p=weights)
        if number % 5 == 4:
            text = list(recent[int(generator.integers(len(recent)))])
            for at in generator.integers(len(text), size=len(text) // 50):
                text[at] = str(words[int(drawn[number % 1000][at])])
        else:
            text = words[drawn[number % 1000]].tolist()
            recent = [*recent[-50:], text]
        day = _START + timedelta(days=number * 300 // count)
        yield Report(id=f"s{number:07d}", text=" ".join(text), published=day.isoformat())
