"""How a report tells its story: its sentences in order, its quotations, and whom it credits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.group.credits import cited_agencies, credited_agencies, is_official, own_work
from onrecord.group.stems import stem
from onrecord.group.terms import Line
from onrecord.group.vocabulary import I32, Vocabulary
from onrecord.model.report import Report
from onrecord.text.quotes import quoted_spans

__all__ = ["Telling", "telling"]

_MAX_LINES = 150
_LEAST_QUOTE = 5
"""Words from which on a quotation found in two reports is no chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What finding retellings keeps of a report. Stems are numbers of one vocabulary."""

    report: str
    published: str | None
    words: int
    stems: I32
    """Distinct and sorted."""
    weights: np.ndarray[tuple[int], np.dtype[np.float32]]
    """How rare each stem's word is in general news, as -log of its share."""
    lines: tuple[I32, ...]
    """The distinct stems of each sentence, in order."""
    quotes: frozenset[str]
    agencies: frozenset[str]
    """Agencies that the report is credited to."""
    cited: frozenset[str]
    """Agencies that the text cites."""
    official: bool
    """A government's or organisation's own text."""
    own_work: bool
    """Whether the text says that its outlet did its own asking."""

    @property
    def order(self) -> tuple[str, bool, int, str]:
        """Earlier reports first; of one day, credited ones before others, then longer ones."""
        published = self.published or "9"
        day = f"9{published}" if published.startswith("--") else published[:10]
        return (day, not (self.agencies or self.official), -self.words, self.report)


def telling(report: Report, lines: Sequence[Line], vocabulary: Vocabulary) -> Telling:
    """How the report tells its story, given its own lines; new stems enter the vocabulary."""
    weights: dict[int, float] = {}
    kept: list[I32] = []
    count = 0
    for line in lines[:_MAX_LINES]:
        count += len(line.words)
        content = list(dict.fromkeys(line.terms))
        if not content:
            continue
        terms = vocabulary.numbers(content)
        stems = vocabulary.numbers([f"~{stem(t)}" for t in content])
        rarity = -np.log(vocabulary.shares(terms))
        for number, weight in zip(stems.tolist(), rarity.tolist(), strict=True):
            weights[number] = max(weight, weights.get(number, 0.0))
        kept.append(np.unique(stems))
    numbers = np.array(sorted(weights), dtype=np.int32)
    return Telling(
        report=report.id,
        published=report.published,
        words=count,
        stems=numbers,
        weights=np.array([weights[n] for n in numbers.tolist()], dtype=np.float32),
        lines=tuple(kept),
        quotes=_quotes(report),
        agencies=credited_agencies(report),
        cited=cited_agencies(report.text),
        official=is_official(report),
        own_work=own_work(report.text),
    )


def _quotes(report: Report) -> frozenset[str]:
    aside = [(a.start, a.end) for a in report.set_aside]
    found = set()
    for start, end in quoted_spans(report.text):
        if any(a <= start < b for a, b in aside):
            continue
        words = re.findall(r"\w+", report.text[start:end].lower())
        if len(words) >= _LEAST_QUOTE:
            found.add(" ".join(words))
    return frozenset(found)
