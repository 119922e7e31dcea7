"""One register, looked up by id: what stands behind every page and terminal view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.codebooks import Codebook
from onrecord.model.grouping import CopyLink, Membership
from onrecord.model.register import Collective, Commitment, Disagreement, Register
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.publish.wording import actor_name, contribution_label, sentence_of

__all__ = ["Departure", "Lookup"]

_USUAL = 0.6
"""Share of the lines with a recipient that one must have to be the usual one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """A disagreement, once for all the reports whose copies it also departs from."""

    first: Disagreement
    also: tuple[str, ...]
    """Reports that carry the same words as the first side's report."""


class Lookup:
    """Finds a register's reports, statements and lines by id, and names them."""

    def __init__(self, register: Register, codebook: Codebook) -> None:
        self.register = register
        self.codebook = codebook
        self.reports: dict[str, Report] = {r.id: r for r in register.reports}
        self.statements: dict[str, Statement] = {s.id: s for s in register.statements}
        self.lines: dict[str, Commitment] = {c.id: c for c in register.commitments}
        self.line_of = {s: c for c in register.commitments for s in c.statements}
        self._members = {m.report: m for m in register.grouping.memberships}
        self._collectives = {k.commitment: k for k in register.collectives}

    def membership(self, report: str) -> Membership:
        """Where a report stands; KeyError if it was not grouped."""
        return self._members[report]

    def retells(self, report: str) -> str | None:
        """The report that this one retells, or None."""
        return self._members[report].retells

    def copy_share(self, report: str) -> CopyLink | None:
        """How this report copies the one it retells, where it shares its text."""
        retold = self.retells(report)
        for link in self.register.grouping.copies:
            if {link.a, link.b} == {report, retold}:
                return link
        return None

    def repeats(self, report: str) -> str:
        """Words such as "repeats Sofia Chronicle, 82 % shared text"; empty for an own report."""
        retold = self.retells(report)
        if retold is None:
            return ""
        link = self.copy_share(report)
        share = f", {link.share:.0%} shared text" if link else ""
        return f"repeats {self.outlet(retold)}{share}"

    def collective(self, commitment: Commitment) -> Collective | None:
        """The reconciliation of a collective's line, or None."""
        return self._collectives.get(commitment.id)

    def outlet(self, report_id: str) -> str:
        """The outlet's name; the title, or the id, where none is known."""
        report = self.reports[report_id]
        return report.outlet or (f"“{report.title}”" if report.title else report.id)

    def name_of(self, actor_id: str) -> str:
        """An actor's name."""
        return actor_name(actor_id, self.codebook)

    def label(self, code: str) -> str:
        """A contribution's label."""
        return contribution_label(code, self.codebook)

    def sentence(self, commitment: Commitment) -> str:
        """A commitment as one sentence."""
        return sentence_of(commitment, self.codebook)

    def told(self, commitment: Commitment) -> list[Statement]:
        """The line's statements, those of one origin together, the report that others retell first."""
        position = {o: n for n, o in enumerate(commitment.origins)}
        found = [self.statements[s] for s in commitment.statements]
        return sorted(
            found, key=lambda s: (position.get(self._members[s.report].origin, len(position)),
                                  self.retells(s.report) is not None,
                                  self.reports[s.report].published or "9", s.report, s.id),
        )  # fmt: skip

    def departures(self, found: Sequence[Disagreement]) -> list[Departure]:
        """The disagreements in the given order; those that differ only by a copy told once."""
        groups: dict[tuple[str, str, str, str], list[Disagreement]] = {}
        for d in found:
            key = (d.commitment, str(d.kind or d.relation), d.on or "", d.b)
            groups.setdefault(key, []).append(d)
        return [
            Departure(
                first=same[0],
                also=tuple(
                    dict.fromkeys(
                        report for d in same[1:]
                        if (report := self.statements[d.a].report) != self.statements[same[0].a].report
                    )
                ),
            )
            for same in groups.values()
        ]  # fmt: skip

    def usual_recipient(self, commitments: Sequence[Commitment]) -> str | None:
        """The recipient of most lines, so that only the others need saying; None if there is none."""
        counts = Counter(c.recipient for c in commitments if c.recipient)
        if not counts:
            return None
        name, most = min(counts.items(), key=lambda x: (-x[1], x[0]))
        return name if most >= _USUAL * counts.total() else None
