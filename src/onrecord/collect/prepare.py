"""From a text with whatever metadata is known to a Report: marks, dates, language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.collect.clean import set_aside
from onrecord.collect.metadata import TextMetadata, from_text
from onrecord.model.report import DateMention, Report
from onrecord.text.dates import find_dates, parse_published
from onrecord.text.time_phrases import looks_ahead

__all__ = ["prepare"]

_SPREAD_DAYS = 100


def prepare(report: Report) -> Report:
    """The report with its set-aside spans, metadata from the text, and dates settled.

    What the report carries already (given or from its source's metadata) is never overwritten.
    """
    asides = set_aside(report.text)
    meta = from_text(report.text, asides)
    report = _dated(report, meta)
    dates = find_dates(report.text, published=report.published, language=report.language or "en")
    if report.published is None and (newest := _newest(report.text, dates)):
        report = replace(report, published=newest, published_by="text")
        dates = find_dates(report.text, published=newest, language=report.language or "en")
    return replace(
        report,
        set_aside=asides,
        dates=dates,
        byline=report.byline or meta.byline,
        credit=report.credit or meta.credit,
        dateline=report.dateline or meta.dateline,
    )


def _dated(report: Report, meta: TextMetadata) -> Report:
    """With the publication date that metadata or the text's own header gives."""
    if report.published is not None:
        return report if report.published_by else replace(report, published_by="metadata")
    found = [
        (words, by) for words, by in ((meta.dated, "dateline"), (meta.published, "text")) if words
    ]
    values = [(parse_published(words)[0], by) for words, by in found]
    whole = [(v, by) for v, by in values if v and not v.startswith("--")]
    yearless = [(v, by) for v, by in values if v]
    for value, by in [*whole, *yearless]:
        return replace(report, published=value, published_by=by, published_readings=())
    return report


def _newest(text: str, dates: Sequence[DateMention]) -> str | None:
    """The newest day that the text tells of: a report is not older than what it reports.

    Days to come ("by 1 October") do not count. Dates without a year are those of the report's own
    time, so where there are any, those with one may be history; where they are scattered over the
    year, nothing can be told.
    """
    gone = [d.value for d in dates if d.value and not looks_ahead(text, d.start)]
    own = [value for value in gone if value.startswith("--")]
    if not own:
        return max(gone, default=None)
    days = [int(v[2:4]) * 31 + int(v[5:7]) for v in own]
    return max(own) if max(days) - min(days) <= _SPREAD_DAYS else None
