"""Copies: reports that share their text, by sampled-shingle containment.

Two texts are compared by how many of the shorter one's sampled 5-grams the other has: containment, not
Jaccard, finds abridged and padded copies. 5-grams that very many texts carry are site furniture and
count for nothing. What is found depends on the set of reports alone, never on their order or on how
they came in: `CopyIndex` looks again at every text whose links an addition can change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np

from onrecord.group.copy_pairs import copy_pairs
from onrecord.group.copy_texts import CopyEntry, copy_link, entries, exact_links
from onrecord.group.names import Names
from onrecord.group.posted import PostedTexts
from onrecord.group.postings import I32
from onrecord.group.shared_text import CopyRules
from onrecord.group.shelf import Shelf
from onrecord.group.table import Table
from onrecord.model.grouping import CopyLink
from onrecord.model.report import Report

__all__ = ["CopyIndex", "copy_links"]

_CHUNK = 20_000
_BLOCK = 1_024
_NONE = np.int32(-1)


def copy_links(reports: Iterable[Report], rules: CopyRules | None = None) -> tuple[CopyLink, ...]:
    """Every pair of distinct texts that are copies, and each exact copy with its earliest report."""
    index = CopyIndex(rules)
    index.add_reports(reports)
    return index.links()


class CopyIndex:
    """Copies among all reports added so far. Reports with the same words share one entry."""

    def __init__(
        self, rules: CopyRules | None = None, reports: Names | None = None,
        shelf: Shelf | None = None,
    ) -> None:  # fmt: skip
        """`reports` numbers the reports; with a shelf, those whose copies were saved there."""
        self._texts = PostedTexts(rules or CopyRules(), shelf)
        self._records = self._texts.records
        self._reports = Names("reports") if reports is None else reports
        self._text = Table("text-of", {"text": _NONE}, _BLOCK, shelf, len(self._reports))
        """For each report the number of its text."""
        self._text.fetch_all()

    def save(self, shelf: Shelf) -> None:
        """Keep on the shelf what changed since it was loaded or last saved."""
        self._texts.save(shelf)
        self._text.save(shelf)

    def add_reports(self, reports: Iterable[Report]) -> None:
        """Add reports, holding the text of few at a time."""
        waiting = entries(reports)
        while chunk := list(islice(waiting, _CHUNK)):
            self.add(chunk)

    def add(self, new: Iterable[CopyEntry]) -> set[str]:
        """Add entries; the ids of the reports whose copyset or links may have changed.

        A report that is there already is given the date that the entry has.
        """
        touched = self._place(list(new))
        dirty = touched | self._texts.post(touched)
        self._records.fetch(dirty)
        self._records.fetch({m for n in dirty for m in self._records[n].together})
        parted = {m for n in dirty for m in self._records[n].together or (n,)}
        self._relink(np.array(sorted(dirty), dtype=np.int32))
        changed = self._gather(parted)
        return {report for n in changed for _, report in self._records[n].members}

    def links(self, reports: Iterable[str] | None = None) -> tuple[CopyLink, ...]:
        """The copy links of these reports, or all, sorted; `a` is the earlier report of each pair."""
        of = self._text["text"].tolist() if reports is None else self._texts_of(reports)
        texts = sorted(set(of))
        self._records.fetch(texts)
        linked = {m for n in texts for m in (n, *self._records[n].links) if self._records[n].links}
        self._records.fetch(linked)
        self._texts.fetch(sorted(linked))
        chosen = set(texts)
        found: list[CopyLink] = []
        for n in texts:
            record = self._records[n]
            found += exact_links(record.members)
            others = record.links.items()
            found += [
                copy_link(self._earliest(n), self._earliest(m), share)
                for m, share in others
                if n < m or m not in chosen
            ]
        return tuple(sorted(found, key=lambda link: (link.a, link.b)))

    def fetch(self, reports: Iterable[str]) -> None:
        """Have the copysets of these reports at hand."""
        texts = self._texts_of(reports)
        self._records.fetch(texts)
        reached = {m for n in texts for m in self._records[n].together}
        self._records.fetch(reached)
        self._texts.fetch(sorted(reached))

    def copyset(self, report: str) -> list[str]:
        """The reports that share the report's text, itself among them, the earliest first."""
        (n,) = self._texts_of([report])
        texts = self._records[n].together or (n,)
        return [report for _, report in sorted(e for m in texts for e in self._records[m].members)]

    def copyset_heads(self) -> dict[str, str]:
        """For each report the earliest report of its copyset: itself where it has no copy."""
        heads: dict[str, str] = {}
        for report in self._reports:
            if report not in heads:
                members = self.copyset(report)
                heads |= dict.fromkeys(members, members[0])
        return heads

    def _texts_of(self, reports: Iterable[str]) -> list[int]:
        texts: list[int] = self._text["text"][self._reports.find(list(reports))].tolist()
        return texts

    def _earliest(self, n: int) -> tuple[tuple[str, str], int]:
        return min(self._records[n].members), self._texts.samples(n).words

    def _gather(self, texts: set[int]) -> set[int]:
        """Make the sets of linked texts anew, from these on; all texts of the sets made."""
        done: set[int] = set()
        for start in texts:
            if start in done:
                continue
            together, waiting = {start}, [start]
            while waiting:
                reached = [m for m in self._records[waiting.pop()].links if m not in together]
                together.update(reached)
                waiting += reached
            done |= together
            members = tuple(sorted(together)) if len(together) > 1 else ()
            for n in sorted(together):
                record = self._records[n]
                if record.together != members:
                    record.together = members
                    self._records[n] = record
        return done

    def _place(self, new: Sequence[CopyEntry]) -> set[int]:
        """Put the reports to their texts; the texts whose reports changed."""
        reports = self._reports.add(entry.report for entry in new)
        texts = self._texts.numbers([(_digest(entry), entry.sketch) for entry in new])
        self._text.grow(len(self._reports) - len(self._text))
        self._text.mark(reports)
        text_of = self._text["text"]
        self._records.fetch(n for n in {*texts, *text_of[reports].tolist()} if n >= 0)
        touched = set(texts)
        for entry, report, n in zip(new, reports, texts, strict=True):
            if (before := int(text_of[report])) >= 0:
                record = self._records[before]
                record.members = [m for m in record.members if m[1] != entry.report]
                self._records[before] = record
                touched.add(before)
            record = self._records[n]
            record.members.append(entry.order)
            self._records[n] = record
            text_of[report] = n
        return touched

    def _relink(self, dirty: I32) -> None:
        records = self._records
        records.fetch({m for n in dirty.tolist() for m in records[n].links})
        for n in dirty.tolist():
            for m in records[n].links:
                records[m].links.pop(n, None)
                records[m] = records[m]
            records[n].links = {}
            records[n] = records[n]
        pairs = list(copy_pairs(self._texts, dirty))
        records.fetch({n for pair in pairs for n in (pair.a, pair.b)})
        for pair in pairs:
            for one, two in ((pair.a, pair.b), (pair.b, pair.a)):
                record = records[one]
                record.links[two] = pair.share
                records[one] = record


def _digest(entry: CopyEntry) -> bytes:
    if entry.sketch.words:
        return entry.sketch.digest
    # Texts without a word have nothing in common.
    name = b"\0" + entry.report.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(name, digest_size=len(entry.sketch.digest)).digest()
