"""What copy finding keeps of each distinct text: its sketch, where it was printed, and what it is linked to."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from sys import intern

import numpy as np

from onrecord.group.shingles import U32, TextSketch, own_text, sketch_texts
from onrecord.model.grouping import CopyKind, CopyLink
from onrecord.model.report import Report

__all__ = [
    "RECORDS", "SAMPLES", "CopyEntry", "Samples", "TextRecord", "copy_link", "entries", "exact_links",
    "pack_samples", "unpack_samples",
]  # fmt: skip

_ABRIDGED, _PADDED = 0.9, 1.1
"""A copy whose length in words is outside these bounds of the first is abridged or padded."""

Order = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyEntry:
    """What copy finding is given of a report."""

    report: str
    published: str | None
    sketch: TextSketch

    @property
    def order(self) -> Order:
        """Earlier reports first; those without a full date last."""
        # Very many reports share few dates.
        return (intern(self.published or "9"), self.report)


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """A text's sampled 5-grams in text order, its sampling rate and its length in words."""

    values: U32
    rate: int
    words: int


@dataclass(slots=True)
class TextRecord:
    """Where a text was printed (by publication and report), and the texts that it is linked to."""

    members: list[Order] = field(default_factory=list)
    links: dict[int, float] = field(default_factory=dict)
    """The share of the shorter one's 5-grams, by the other text's number."""
    together: tuple[int, ...] = ()
    """All texts of its copyset, sorted; empty where it stands alone."""


def entries(reports: Iterable[Report]) -> Iterator[CopyEntry]:
    """What the index is given of each report, in order."""
    kept: list[tuple[str, str | None]] = []

    def texts() -> Iterator[str]:
        for report in reports:
            kept.append((report.id, report.published))
            yield own_text(report)

    for at, sketch in enumerate(sketch_texts(texts())):
        report, published = kept[at]
        yield CopyEntry(report=report, published=published, sketch=sketch)


def exact_links(members: Sequence[Order]) -> Iterator[CopyLink]:
    """Each report of one text with the earliest."""
    if len(members) > 1:
        first, *rest = sorted(members)
        for other in rest:
            yield CopyLink(a=first[1], b=other[1], kind=CopyKind.EXACT, share=1.0)


def copy_link(one: tuple[Order, int], two: tuple[Order, int], share: float) -> CopyLink:
    """The link of two texts, given the earliest report and the length in words of each."""
    (first, length), (second, other_length) = sorted((one, two))
    ratio = other_length / max(1, length)
    kind = (
        CopyKind.ABRIDGED if ratio < _ABRIDGED
        else CopyKind.PADDED if ratio > _PADDED else CopyKind.EDITED
    )  # fmt: skip
    return CopyLink(a=first[1], b=second[1], kind=kind, share=share)


def pack_samples(sketch: TextSketch) -> bytes:
    """A sketch without its digest, in as little room as can be."""
    return struct.pack("<II", sketch.words, sketch.rate) + sketch.samples.tobytes()


def unpack_samples(piece: bytes) -> Samples:
    """The samples of `pack_samples`; they can't be written to."""
    words, rate = struct.unpack_from("<II", piece)
    return Samples(values=np.frombuffer(piece, np.uint32, offset=8), rate=rate, words=words)


def _pack_record(record: TextRecord) -> bytes:
    return json.dumps([record.members, list(record.links.items()), record.together]).encode()


def _unpack_record(piece: bytes) -> TextRecord:
    members, links, together = json.loads(piece)
    return TextRecord([(day, report) for day, report in members], dict(links), tuple(together))


def _as_is(piece: bytes) -> bytes:
    return piece


SAMPLES = (_as_is, _as_is)
"""Samples stay packed in their box, which takes less memory."""
RECORDS = (_pack_record, _unpack_record)
