"""From a text with whatever metadata is known to a Report: marks, dates, language."""

from __future__ import annotations

from dataclasses import replace

from onrecord.collect.clean import set_aside
from onrecord.collect.metadata import from_text
from onrecord.model.report import Report
from onrecord.text.dates import find_dates, parse_date

__all__ = ["prepare"]


def prepare(report: Report) -> Report:
    """The report with its set-aside spans, metadata from the text, and dates settled.

    What the report carries already (given or from its source's metadata) is never overwritten.
    """
    asides = set_aside(report.text)
    meta = from_text(report.text, asides)
    published, by = report.published, report.published_by
    if published is not None and by is None:
        by = "metadata"
    if published is None:
        for words, source in ((meta.dated, "dateline"), (meta.published, "text")):
            if words and (value := parse_date(words)):
                published, by = value, source
                break
    language = report.language or "en"
    dates = find_dates(report.text, published=published, language=language)
    if published is None and dates:
        settled = [d.value for d in dates if d.value]
        if settled:
            # The newest date the text names: a report is not older than what it reports.
            published, by = max(settled), "text"
    return replace(
        report,
        set_aside=asides,
        dates=dates,
        byline=report.byline or meta.byline,
        credit=report.credit or meta.credit,
        dateline=report.dateline or meta.dateline,
        published=published,
        published_by=by,
    )
