"""Reports against each other: what is the same, what departs and how, what only one has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.model.grouping import Grouping
from onrecord.model.register import Aligned, Comparison
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.reconcile.align import align
from onrecord.reconcile.relate import Relating, relate
from onrecord.reconcile.wording import telling_words

__all__ = ["by_their_report", "compare", "compare_pair", "only_one_has", "report_pairs"]

_OVERLAP = 0.6
"""Share of common telling words from which, without a grouping, a report counts as a retelling."""


def compare(
    reports: Sequence[Report],
    statements: Sequence[Statement],
    grouping: Grouping | None = None,
) -> Comparison:
    """Every pair of the reports aligned field by field, the earlier or retold one as `a`.

    Where the grouping gives both one origin, a departure is a distortion; between independent reports
    it is a contradiction or an update. Without a grouping, reports with most of their words in common
    count as retellings. `only` lists, by report id, the statements that no other report has.
    """
    by_report = by_their_report(reports, statements)
    aligned = [
        record
        for a, b, retells in report_pairs(reports, grouping)
        for record in compare_pair(a, b, by_report, retells=retells)
    ]
    return Comparison(aligned=tuple(aligned), only=only_one_has(by_report, aligned))


def compare_pair(
    a: Report, b: Report, by_report: Mapping[str, Sequence[Statement]], *, retells: bool
) -> list[Aligned]:
    """The relations between the statements of two reports, in the order of b's statements."""
    relating = Relating(a=a, b=b, retells=retells)
    pairs = align(by_report[a.id], by_report[b.id], retells=retells)
    return [record for pair in pairs for record in relate(pair.a, pair.b, relating)]


def report_pairs(
    reports: Iterable[Report], grouping: Grouping | None
) -> Iterator[tuple[Report, Report, bool]]:
    """Every two reports and whether they are of one origin: the retold one first, else the earlier."""
    tells = {m.report: m.retells for m in grouping.memberships} if grouping is not None else {}
    depth = {r.id: _depth(r.id, tells) for r in reports}
    ordered = sorted(reports, key=lambda r: (r.published or "9", depth[r.id], r.id))
    for first, second in combinations(ordered, 2):
        retells = _retells(first, second, grouping)
        if retells and depth[first.id] > depth[second.id]:
            first, second = second, first
        yield first, second, retells


def only_one_has(
    by_report: Mapping[str, Sequence[Statement]], aligned: Iterable[Aligned]
) -> dict[str, tuple[str, ...]]:
    """By report id, the statements that no other report has, in the report's order."""
    met = {i for x in aligned for i in (x.a, x.b)}
    return {
        report: tuple(s.id for s in told if s.id not in met) for report, told in by_report.items()
    }


def by_their_report(
    reports: Iterable[Report], statements: Iterable[Statement]
) -> dict[str, list[Statement]]:
    """The statements of each report, by report id, in the order given."""
    by_report: dict[str, list[Statement]] = {r.id: [] for r in reports}
    for statement in statements:
        if statement.report in by_report:
            by_report[statement.report].append(statement)
    return by_report


def _depth(report: str, tells: Mapping[str, str | None]) -> int:
    """How many retellings lie between the report and its origin."""
    depth, at, seen = 0, report, {report}
    while (above := tells.get(at)) is not None and above not in seen:
        at, depth = above, depth + 1
        seen.add(above)
    return depth


def _retells(a: Report, b: Report, grouping: Grouping | None) -> bool:
    if grouping is None:
        first, second = telling_words(a.text), telling_words(b.text)
        least = min(len(first), len(second))
        return bool(least) and len(first & second) / least >= _OVERLAP
    origins = {m.report: m.origin for m in grouping.memberships}
    return a.id in origins and origins.get(a.id) == origins.get(b.id)
