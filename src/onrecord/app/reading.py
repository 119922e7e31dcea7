"""Reading reports without keeping anything: from files, folders, standard input and texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.app.intake import arrivals, whole
from onrecord.codebooks import load_codebook
from onrecord.collect import CollectOptions, prepare
from onrecord.engine.local import read_reports
from onrecord.errors import ReadingFailed
from onrecord.model.rejected import Rejected
from onrecord.model.report import Report
from onrecord.read import Reading

__all__ = ["collect_all", "iter_reports", "read_all", "read_each", "read_text"]


def iter_reports(
    targets: Iterable[str | Path], options: CollectOptions | None = None
) -> Iterator[Report | Rejected]:
    """The reports of files, folders and "-", and what was rejected, in order, one at a time.

    Two reports of one id keep apart ids, so that every statement can be told to its report.
    """
    seen: set[str] = set()
    for item in arrivals(targets, options or CollectOptions()):
        if isinstance(item, Rejected):
            yield item
            continue
        report = item[1]
        if report.id in seen:
            report = replace(report, id=f"{report.id}-{(report.source or '')[:8]}")
        seen.add(report.id)
        yield report


def collect_all(
    targets: Iterable[str | Path], options: CollectOptions | None = None
) -> tuple[list[Report], list[Rejected]]:
    """The reports of `iter_reports` and its rejects, as two lists."""
    reports: list[Report] = []
    rejected: list[Rejected] = []
    for item in iter_reports(targets, options):
        if isinstance(item, Rejected):
            rejected.append(item)
        else:
            reports.append(item)
    return reports, rejected


def read_each(
    reports: Iterable[Report], *, codebook: str | Path = "security", jobs: int | None = None
) -> Iterator[Reading | Rejected]:
    """What the built-in reader finds in each report, or why it failed, in order."""
    return read_reports(reports, load_codebook(codebook), jobs=jobs)


def read_text(
    text: str, *, published: str | None = None, codebook: str | Path = "security"
) -> Reading:
    """What the built-in reader finds in a text. Raises ReadingFailed where it fails on it."""
    report = whole(Report(id="text", text=text, published=published, language="en"))
    (found,) = read_each([prepare(report)], codebook=codebook, jobs=1)
    if isinstance(found, Rejected):
        raise ReadingFailed(
            f"the reader failed on this text ({found.detail})",
            todo="tell the authors of onrecord",
        )
    return found


def read_all(
    reports: Sequence[Report], *, codebook: str | Path = "security", jobs: int | None = None
) -> list[Reading]:
    """One Reading a report; one that the reader failed on counts as holding nothing."""
    return [
        Reading(report=r.id, statements=()) if isinstance(found, Rejected) else found
        for r, found in zip(reports, read_each(reports, codebook=codebook, jobs=jobs), strict=True)
    ]
