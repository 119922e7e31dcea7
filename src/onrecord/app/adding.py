"""Adding reports to a register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.app.intake import arrivals
from onrecord.app.published import rule_published
from onrecord.app.register_folder import RegisterFolder
from onrecord.collect import CollectOptions
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report
from onrecord.store import exclusive

__all__ = ["Dated", "add_targets", "open_reject_files"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A report that was there already and was given another publication date."""

    report: str
    published: str
    before: str | None


def add_targets(
    register: RegisterFolder, targets: Iterable[str | Path], options: CollectOptions
) -> Iterator[Report | Rejected | Dated]:
    """Collect and keep the targets; yields what became of each.

    The same bytes with another `options.published` change that report's date, by a decision that
    can be undone. What was kept stays kept if this is interrupted. Raises StoreBusy while another
    process writes.
    """
    with exclusive(register.folder):
        for item in register.store.reports.add(arrivals(targets, options)):
            yield _dated(register, item, options.published) or item


def _dated(register: RegisterFolder, item: Report | Rejected, day: str | None) -> Dated | None:
    if not isinstance(item, Rejected) or item.reason is not RejectedReason.DUPLICATE:
        return None
    report = register.store.reports.of_source(item.source or "")
    if day is None or report is None:
        return None
    decision = rule_published(register.store, report, day)
    if decision is None:
        return None
    return Dated(report=report.id, published=day, before=report.published)


def open_reject_files(register: RegisterFolder) -> list[Path]:
    """The files of the rejected inputs that nothing has come of since, each once, if they are there."""
    places = [r.where for r in register.store.records.open_rejects()]
    candidates = [p for place in places for p in (Path(place), Path(place.rpartition(", ")[0]))]
    return list(dict.fromkeys(p for p in candidates if p != Path() and p.exists()))
