"""What each page shows, worked out from the register; the templates only lay it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model.register import Commitment
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import State
from onrecord.publish.difference import word_difference
from onrecord.publish.lookup import Departure, Lookup
from onrecord.publish.marks import STATE_WORDS, departure_word, relation_words, strength_words
from onrecord.publish.matrix import matrix_of
from onrecord.publish.passages import Mark, around, passage, report_pieces
from onrecord.publish.strip import fact_values, strip_of
from onrecord.publish.wording import said_by

__all__ = ["Account", "Origin", "PageData"]

_RELATED = 8
"""At most so many related lines on a commitment's page."""
_TOLD_FACTS = ("Amount", "Condition", "When", "Strength")
"""Facts that make two reports' accounts of one line the same or different on a story's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One report's account on a commitment's page."""

    report: Report
    statement: Statement
    said_by: str
    repeats: str
    passages: list[list[tuple[str, bool]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The accounts that go back to one origin: one independent source, if it counts."""

    number: int | None
    """Its number among the independent sources; None where it adds none."""
    accounts: tuple[Account, ...]


class PageData:
    """Lays out one register, page by page."""

    def __init__(self, look: Lookup) -> None:
        self.look = look
        self.register = look.register

    def matrix(self) -> dict[str, Any]:
        """Actors × top-level contributions, and what stands out."""
        lines = self.register.commitments
        states = Counter(c.current.state for c in lines)
        return {
            "matrix": matrix_of(self.look, lines),
            "used": [s for s in STATE_WORDS if states[s]],
            "given": states[State.PROMISED] + states[State.DELIVERED],
            "states": states,
            "outlets": len({r.outlet for r in self.register.reports if r.outlet}),
            "origins": len({m.origin for m in self.register.grouping.memberships}),
            "collectives": [(self.look.lines[k.commitment], k) for k in self.register.collectives],
            "first": self.disagreements()[:3],
        }

    def commitment(self, commitment: Commitment) -> dict[str, Any]:
        """The comparison strip, the passages by origin, and the differences of one line."""
        told = self.look.told(commitment)
        found = [d for d in self.register.disagreements if d.commitment == commitment.id]
        return {
            "c": commitment,
            "origins": self._origins(commitment, told),
            "strip": strip_of(self.look, commitment, told),
            "differences": self._pairs(self.look.departures(found)),
            "collective": self.look.collective(commitment),
            "related": self._related(commitment),
        }

    def _origins(self, commitment: Commitment, told: Sequence[Statement]) -> list[Origin]:
        groups: dict[str, list[Account]] = {}
        for s in told:
            origin = self.look.membership(s.report).origin
            groups.setdefault(origin, []).append(self._account(s))
        numbers = {o: n for n, o in enumerate(commitment.origins, 1)}
        return [Origin(number=numbers.get(o), accounts=tuple(a)) for o, a in groups.items()]

    def _account(self, statement: Statement) -> Account:
        report = self.look.reports[statement.report]
        return Account(
            report=report,
            statement=statement,
            said_by=said_by(statement, self.look.codebook),
            repeats=self.look.repeats(report.id),
            passages=[around(report.text, e.start, e.end) for e in statement.evidence],
        )

    def _pairs(self, departures: Sequence[Departure]) -> list[dict[str, Any]]:
        """The departures, those between the same two statements told over one pair of passages."""
        pairs: dict[tuple[str, str], dict[str, Any]] = {}
        for departure in departures:
            d = departure.first
            item = pairs.setdefault((d.a, d.b), self._departure(departure) | {"heads": []})
            item["heads"].append((relation_words(d.relation, d.kind, d.on), d.reason))
        return list(pairs.values())

    def _related(self, commitment: Commitment) -> list[Commitment]:
        """Lines of the same actor, then of other actors on the same contribution."""
        others = [c for c in self.register.commitments if c.id != commitment.id]
        own = [c for c in others if c.actor == commitment.actor and c.actor is not None]
        like = [c for c in others if c.contribution == commitment.contribution and c not in own]
        return [*own, *like][:_RELATED]

    def report(self, report: Report) -> dict[str, Any]:
        """One report's text in pieces, its statements, and what was set aside."""
        mine = [
            s
            for s in self.register.statements
            if s.report == report.id and s.id in self.look.line_of
        ]
        mine.sort(key=lambda s: (s.evidence[0].start, s.evidence[0].end, s.id))
        numbered = [
            (Mark(number=n, commitment=self.look.line_of[s.id].id, statement=s.id), s)
            for n, s in enumerate(mine, 1)
        ]
        membership = self.look.membership(report.id)
        story = [m for m in self.register.grouping.memberships if m.story == membership.story]
        return {
            "r": report,
            "pieces": report_pieces(report, numbered),
            "statements": numbered,
            "alone": set(self.register.only.get(report.id, ())),
            "membership": membership,
            "story_size": len(story),
            "retold_by": [m.report for m in story if m.retells == report.id],
            "asides": [
                (report.text[a.start : a.end].strip(), a.reason.replace("_", " "))
                for a in report.set_aside
            ],
        }

    def stories(self) -> list[tuple[str, list[Report]]]:
        """Stories with their reports, the largest first."""
        found: dict[str, list[Report]] = {}
        for report in self.register.reports:
            found.setdefault(self.look.membership(report.id).story, []).append(report)
        for members in found.values():
            members.sort(key=self._reading_order)
        return sorted(found.items(), key=lambda s: (-len(s[1]), s[1][0].published or "9", s[0]))

    def event(self, members: Sequence[Report]) -> str:
        """What a story is called: its first headline, or its day."""
        titles = (r.title for r in members if r.title)
        return next(titles, f"Event of {members[0].published or 'an unknown day'}")

    def _reading_order(self, report: Report) -> tuple[str, str, bool, str]:
        """Reports of one origin together, each origin after its first day."""
        origin = self.look.membership(report.id).origin
        days = [
            r.published or "9" for r in self.register.reports
            if self.look.membership(r.id).origin == origin
        ]  # fmt: skip
        return (min(days), origin, self.look.retells(report.id) is not None, report.id)

    def story(self, members: Sequence[Report]) -> dict[str, Any]:
        """Facts × reports of one story: same, differs how, or absent."""
        ids = [r.id for r in members]
        facts = []
        for c in self.register.commitments:
            cells = self._fact_cells(c, ids)
            if any(cells):
                facts.append((c, cells))
        facts.sort(key=lambda f: (-sum(bool(x) for x in f[1]), self.look.sentence(f[0])))
        return {
            "title": self.event(members),
            "reports": list(members),
            "facts": facts,
            "origins": len({self.look.membership(i).origin for i in ids}),
            "reasons": {i: self.look.membership(i).reasons for i in ids},
        }

    def _fact_cells(self, commitment: Commitment, reports: Sequence[str]) -> list[str]:
        """A word for each report: the first one's strength, then "same" or how it departs."""
        known: str | None = None
        cells = []
        for report in reports:
            told = [
                self.look.statements[s] for s in commitment.statements
                if self.look.statements[s].report == report
            ]  # fmt: skip
            if not told:
                cells.append("")
                continue
            facts = self._told(told[0])
            departs = self._departs(commitment, {s.id for s in told})
            if departs:
                cells.append(", ".join(departs))
            elif known is None:
                known = facts
                cells.append(strength_words(told[0].act))
            else:
                cells.append("same" if facts == known else strength_words(told[0].act))
        return cells

    def _told(self, statement: Statement) -> str:
        values = fact_values(statement, self.look)
        return "|".join(values[f] for f in _TOLD_FACTS)

    def _departs(self, commitment: Commitment, statements: set[str]) -> list[str]:
        words = [
            departure_word(d.relation, d.kind) for d in self.register.disagreements
            if d.commitment == commitment.id and d.b in statements
        ]  # fmt: skip
        return list(dict.fromkeys(words))

    def disagreements(self) -> list[dict[str, Any]]:
        """The queue, with both passages and the words that differ."""
        return [self._departure(d) for d in self.look.departures(self.register.disagreements)]

    def _departure(self, departure: Departure) -> dict[str, Any]:
        d = departure.first
        a, b = self.look.statements[d.a], self.look.statements[d.b]
        reports = self.look.reports[a.report], self.look.reports[b.report]
        words = word_difference(passage(reports[0].text, a), passage(reports[1].text, b))
        return {
            "d": d,
            "line": self.look.lines[d.commitment],
            "words": relation_words(d.relation, d.kind, d.on),
            "also": departure.also,
            "sides": [(reports[0], a, words[0]), (reports[1], b, words[1])],
        }
