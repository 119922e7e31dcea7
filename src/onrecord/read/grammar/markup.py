"""Markup inside sentences: read as if it were not there, quoted as it stands."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model.report import Report, SetAsideReason
from onrecord.model.statement import Statement
from onrecord.text.normalise import blanked

__all__ = ["in_own_words", "without_markup"]


def without_markup(report: Report) -> Report:
    """The report with its markup blanked, so that a link or an emphasis parts no sentence.

    Every offset stays. A report without markup comes back as it is.
    """
    markup = [s for s in report.set_aside if s.reason is SetAsideReason.MARKUP]
    if not markup:
        return report
    return replace(
        report,
        text=blanked(report.text, [(s.start, s.end) for s in markup]),
        set_aside=tuple(s for s in report.set_aside if s.reason is not SetAsideReason.MARKUP),
    )


def in_own_words(statement: Statement, report: Report, plain: Report) -> Statement:
    """A statement read from the plain report, with evidence that quotes the report itself."""
    if plain is report:
        return statement
    evidence = []
    for each in statement.evidence:
        words = plain.text[each.start : each.end]
        start = each.start + len(words) - len(words.lstrip())
        end = each.end - (len(words) - len(words.rstrip()))
        evidence.append(
            replace(
                each,
                start=start,
                end=end,
                quote=report.text[start:end],
                text_hash=report.text_hash,
            )
        )
    return replace(statement, evidence=tuple(evidence))
