"""How a report tells its story: its sentences in order, its quotations, and whom it credits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.group.credits import cited_agencies, credited_agencies, is_official, own_work
from onrecord.group.shelf import pack, unpack
from onrecord.group.stems import stem
from onrecord.group.terms import Line
from onrecord.group.vocabulary import I32, Vocabulary
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.text.quotes import quoted_spans

__all__ = ["TELLINGS", "Telling", "claims_of", "telling", "terms_of"]

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
    claims: tuple[tuple[str | None, str], ...] = ()
    """Actor and kind of contribution of each statement read in it."""

    def with_claims(self, claims: tuple[tuple[str | None, str], ...]) -> Telling:
        """The same report with what was read in it."""
        return replace(self, claims=claims)

    @property
    def order(self) -> tuple[str, bool, int, str]:
        """Earlier reports first; of one day, credited ones before others, then longer ones."""
        published = self.published or "9"
        day = f"9{published}" if published.startswith("--") else published[:10]
        return (day, not (self.agencies or self.official), -self.words, self.report)


def telling(report: Report, lines: Sequence[Line], vocabulary: Vocabulary) -> Telling:
    """How the report tells its story, given its own lines; new stems enter the vocabulary."""
    lines = lines[:_MAX_LINES]
    content = [line.terms for line in lines if line.terms]
    terms = list(dict.fromkeys(t for line in content for t in line))
    numbers = vocabulary.numbers(map(_stemmed, terms))
    rarity = -np.log(vocabulary.shares(vocabulary.numbers(terms)))
    stems, at = np.unique(numbers, return_inverse=True)
    weights = np.zeros(len(stems))
    np.maximum.at(weights, at, rarity)
    number = dict(zip(terms, numbers.tolist(), strict=True))
    return Telling(
        report=report.id,
        published=report.published,
        words=sum(len(line.words) for line in lines),
        stems=stems,
        weights=weights.astype(np.float32),
        lines=tuple(
            np.array(sorted({number[t] for t in line}), dtype=np.int32) for line in content
        ),
        quotes=_quotes(report),
        agencies=credited_agencies(report),
        cited=cited_agencies(report.text),
        official=is_official(report),
        own_work=own_work(report.text),
    )


def terms_of(lines: Iterable[Line]) -> list[str]:
    """The terms of the lines and their stems, as the vocabulary has them."""
    terms = dict.fromkeys(t for line in lines for t in line.terms)
    return [*terms, *map(_stemmed, terms)]


def _stemmed(term: str) -> str:
    return f"~{stem(term)}"


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


def claims_of(statements: Sequence[Statement]) -> tuple[tuple[str | None, str], ...]:
    """What is kept of the statements read in a report: whose they are, and about what in general."""
    return tuple((s.actor.id, s.contribution.partition(".")[0]) for s in statements)


_SETS = ("quotes", "agencies", "cited")
_PLAIN = ("report", "published", "words", "official", "own_work", "claims")


def _pack(telling: Telling) -> bytes:
    plain = {name: getattr(telling, name) for name in _PLAIN}
    plain |= {name: sorted(getattr(telling, name)) for name in _SETS}
    return pack(
        stems=telling.stems,
        weights=telling.weights,
        lines=np.concatenate([np.empty(0, dtype=np.int32), *telling.lines]),
        lengths=np.array([len(line) for line in telling.lines], dtype=np.int32),
        plain=np.frombuffer(json.dumps(plain).encode(), dtype=np.uint8),
    )


def _unpack(piece: bytes) -> Telling:
    parts = unpack(piece)
    plain = json.loads(parts["plain"].tobytes())
    plain |= {name: frozenset(plain[name]) for name in _SETS}
    plain["claims"] = tuple((actor, about) for actor, about in plain["claims"])
    edges = np.cumsum(parts["lengths"])[:-1]
    lines = tuple(np.split(parts["lines"], edges)) if len(parts["lengths"]) else ()
    return Telling(stems=parts["stems"], weights=parts["weights"], lines=lines, **plain)


TELLINGS = (_pack, _unpack)
