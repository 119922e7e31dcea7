"""Publication dates that a person gave after a report was added: decisions, never overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from onrecord.collect import prepare
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.ids import content_id
from onrecord.model.report import Report
from onrecord.store import Store, utc_now

__all__ = ["as_ruled", "rule_published", "ruled_dates"]


def ruled_dates(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The newest decision on each report's publication date that is not undone, by report id."""
    listed = list(decisions)
    undone = {d.target for d in listed if d.kind is DecisionKind.UNDO}
    return {
        d.target: d
        for d in listed
        if d.kind is DecisionKind.SET_PUBLISHED and d.value and d.id not in undone
    }


def as_ruled(reports: Iterable[Report], ruled: Mapping[str, Decision]) -> Iterator[Report]:
    """The reports, with the dates that people gave and every date in the text settled by them."""
    for report in reports:
        decision = ruled.get(report.id)
        if decision is None:
            yield report
        else:
            yield prepare(
                replace(
                    report, published=decision.value, published_by="given", published_readings=()
                )
            )


def rule_published(store: Store, report: Report, day: str) -> Decision | None:
    """Keep the day (ISO) as the report's publication date; None where it has that date already."""
    decisions = store.records.decisions()
    ruled = ruled_dates(decisions).get(report.id)
    if (ruled.value if ruled else report.published) == day:
        return None
    at = utc_now()
    decision = Decision(
        id=content_id("d", report.id, day, at), kind=DecisionKind.SET_PUBLISHED, target=report.id,
        value=day, by="the one who added it", at=at, why="given when it was added again",
    )  # fmt: skip
    store.records.add_decision(decision)
    return decision
