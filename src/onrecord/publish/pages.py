"""What each page shows, worked out from the register; the templates only lay it out."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.codebooks import Codebook
from onrecord.model.register import Commitment, Register
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import State
from onrecord.publish.difference import word_difference
from onrecord.publish.marks import (
    DEPARTURE_WORDS,
    STATE_WORDS,
    actor_label,
    amount_words,
    relation_words,
    said_by,
    strength_words,
)

__all__ = ["PageData"]

Pieces = list[tuple[str, bool]]
_CONTEXT = 140
"""Characters of the report shown on either side of a marked passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One report's account on a commitment's page."""

    report: Report
    statement: Statement
    said_by: str
    passages: list[Pieces]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a report's text: plain, marked as evidence, or set aside."""

    kind: str
    text: str
    reason: str = ""
    anchor: str = ""
    notes: tuple[tuple[int, str], ...] = ()


class PageData:
    """Looks up and lays out one register."""

    def __init__(self, register: Register, codebook: Codebook) -> None:
        self.register = register
        self.codebook = codebook
        self._reports = {r.id: r for r in register.reports}
        self._statements = {s.id: s for s in register.statements}
        self._members = {m.report: m for m in register.grouping.memberships}
        self._line = {s: c for c in register.commitments for s in c.statements}

    # -- names ----------------------------------------------------------------------------------

    def repeats(self, report_id: str) -> str | None:
        """The report that this one retells, or None."""
        return self._members[report_id].retells

    def outlet(self, report_id: str) -> str:
        """The outlet's name, or the report's id."""
        report = self._reports[report_id]
        return report.outlet or (f"“{report.title}”" if report.title else report.id)

    def name_of(self, actor_id: str) -> str:
        """An actor's name."""
        try:
            return self.codebook.actor(actor_id).name
        except KeyError:
            return actor_id

    def reader(self) -> str:
        """The readers whose statements these are."""
        return ", ".join(sorted({s.reader for s in self.register.statements})) or "none"

    # -- pages ----------------------------------------------------------------------------------

    def matrix(self) -> dict[str, Any]:
        """Actors × top-level contributions."""
        register = self.register
        counts = Counter(c.contribution.partition(".")[0] for c in register.commitments)
        tops = sorted(counts, key=lambda t: (t == "other", -counts[t], t))
        rows: dict[str, dict[str, list[Commitment]]] = {}
        for c in register.commitments:
            rows.setdefault(actor_label(c), {}).setdefault(
                c.contribution.partition(".")[0], []
            ).append(c)
        refusing = sum(c.current.state is State.REFUSED for c in register.commitments)
        promised = sum(
            c.current.state in (State.PROMISED, State.CONDITIONAL) for c in register.commitments
        )
        return {
            "title": f"{register.name}: {promised} promised or conditional, {refusing} refused",
            "rows": sorted(rows.items(), key=lambda r: r[0].lower()),
            "tops": tops,
            "used": [
                s for s in STATE_WORDS if any(c.current.state is s for c in register.commitments)
            ],
            "outlets": len({r.outlet for r in register.reports if r.outlet}),
            "origins": len({m.origin for m in register.grouping.memberships}),
            "by_id": {c.id: c for c in register.commitments},
        }

    def commitment(self, commitment: Commitment) -> dict[str, Any]:
        """The comparison strip, the passages, and the differences of one commitment."""
        columns = [self._column(self._statements[s]) for s in commitment.statements]
        found = [d for d in self.register.disagreements if d.commitment == commitment.id]
        how = {(d.b, d.kind or d.relation): d for d in found}
        departures: dict[str, dict[str, str]] = {}
        for (statement, _), d in how.items():
            word = DEPARTURE_WORDS[d.kind] if d.kind is not None else "Differs"
            departures.setdefault(statement, {})[_row_of(d.kind, d.on)] = word
        return {
            "c": commitment,
            "columns": columns,
            "strip": self._strip(columns, departures),
            "differences": [
                {"words": relation_words(d.relation, d.kind, d.on), "reason": d.reason}
                for d in found
            ],
            "collective": next(
                (k for k in self.register.collectives if k.commitment == commitment.id), None
            ),
        }

    def _column(self, statement: Statement) -> Column:
        report = self._reports[statement.report]
        passages = [_around(report.text, e.start, e.end) for e in statement.evidence]
        return Column(
            report=report, statement=statement, said_by=said_by(statement), passages=passages
        )

    def _strip(
        self, columns: Sequence[Column], departures: dict[str, dict[str, str]]
    ) -> list[tuple[str, list[tuple[str, str]]]]:
        rows = []
        for name, value in _ROWS:
            cells = []
            for column in columns:
                s = column.statement
                cells.append((value(s, self), departures.get(s.id, {}).get(name, "")))
            if any(text for text, _ in cells):
                rows.append((name, cells))
        return rows

    def report(self, report: Report) -> dict[str, Any]:
        """One report's text in pieces, its statements, and what was set aside."""
        mine = [s for s in self.register.statements if s.report == report.id]
        numbered = [(n, s, self._line[s.id]) for n, s in enumerate(mine, 1)]
        membership = self._members[report.id]
        story = [m for m in self.register.grouping.memberships if m.story == membership.story]
        return {
            "r": report,
            "pieces": _pieces(report, numbered),
            "statements": numbered,
            "membership": membership,
            "story_size": len(story),
            "asides": [
                (report.text[a.start : a.end].strip(), a.reason.value) for a in report.set_aside
            ],
        }

    def stories(self) -> list[tuple[str, list[Report]]]:
        """Stories with their reports, the largest first."""
        found: dict[str, list[Report]] = {}
        for report in self.register.reports:
            found.setdefault(self._members[report.id].story, []).append(report)
        for members in found.values():
            members.sort(key=lambda r: (r.published or "9", r.id))
        return sorted(found.items(), key=lambda s: (-len(s[1]), s[1][0].published or "9", s[0]))

    def story(self, members: Sequence[Report]) -> dict[str, Any]:
        """Facts × reports of one story."""
        ids = [r.id for r in members]
        facts = []
        for c in self.register.commitments:
            cells = []
            for report in ids:
                told = [
                    self._statements[s]
                    for s in c.statements
                    if self._statements[s].report == report
                ]
                cells.append("; ".join(dict.fromkeys(strength_words(s.act) for s in told)) or "–")
            if any(cell != "–" for cell in cells):
                facts.append((c, cells))
        return {
            "reports": list(members),
            "facts": facts,
            "origins": len({self._members[i].origin for i in ids}),
            "reasons": {i: self._members[i].reasons for i in ids},
        }

    def disagreements(self) -> list[dict[str, Any]]:
        """The queue, with both passages and the words that differ."""
        items = []
        for d in self.register.disagreements:
            a, b = self._statements[d.a], self._statements[d.b]
            first, second = word_difference(a.evidence[0].quote, b.evidence[0].quote)
            items.append({
                "id": d.id, "commitment": d.commitment, "who": f"{a.actor.name}, {a.contribution}",
                "words": relation_words(d.relation, d.kind, d.on), "reason": d.reason, "weight": f"{d.weight:g}",
                "sides": [(self._reports[a.report], first), (self._reports[b.report], second)],
            })  # fmt: skip
        return items


_ROWS: tuple[tuple[str, Any], ...] = (
    ("Who", lambda s, d: s.actor.mention or s.actor.name),
    ("To whom", lambda s, d: d.name_of(s.recipient) if s.recipient else ""),
    ("What", lambda s, d: s.object or s.contribution),
    ("Strength", lambda s, d: strength_words(s.act)),
    ("Amount", lambda s, d: ", ".join(amount_words(a) for a in s.amounts)),
    ("Condition", lambda s, d: "; ".join(dict.fromkeys(c.quote for c in s.conditions))),
    ("Where", lambda s, d: s.place.words if s.place else ""),
    ("When", lambda s, d: f"{s.when.first or '…'} to {s.when.last or '…'}" if s.when else ""),
    ("Said by", lambda s, d: said_by(s)),
)


def _row_of(kind: str | None, on: str | None) -> str:
    """The row of the strip in which a departure is shown."""
    by_kind = {
        "condition_dropped": "Condition", "strength_raised": "Strength", "strength_lowered": "Strength",
        "actor_changed": "Who", "attribution_dropped": "Said by", "translation_error": "What",
        "count_transferred": "Who", "qualifier_dropped": "Amount", "disjunction_collapsed": "What",
    }  # fmt: skip
    by_field = {"act": "Strength", "actor": "Who", "amount": "Amount", "count": "Who", "trigger": "Condition",
                "time": "When", "place": "Where", "contribution": "What"}  # fmt: skip
    return by_field.get(on or "", by_kind.get(kind or "", "What"))


def _around(text: str, start: int, end: int) -> Pieces:
    """The passage marked, in the words around it, cut at word boundaries of one paragraph."""
    left = max(text.rfind("\n", 0, start) + 1, start - _CONTEXT)
    if left == start - _CONTEXT and left > 0:
        left = text.find(" ", left, start) + 1 or start
    stop = text.find("\n", end)
    right = min(len(text) if stop < 0 else stop, end + _CONTEXT)
    if right == end + _CONTEXT:
        right = text.rfind(" ", end, right)
        right = right if right > end else end
    return [
        ("…" + text[left:start] if left else text[left:start], False),
        (text[start:end], True),
        (text[end:right], False),
    ]


def _pieces(report: Report, numbered: Sequence[tuple[int, Statement, Commitment]]) -> list[Piece]:
    """The text cut where a mark or a set-aside stretch begins or ends; joined, it is the text again."""
    spans = [(e.start, e.end, n, c.id, s.id) for n, s, c in numbered for e in s.evidence]
    cuts = {0, len(report.text)}
    cuts |= {x for a, b, *_ in spans for x in (a, b)} | {
        x for a in report.set_aside for x in (a.start, a.end)
    }
    edges = sorted(cuts)
    found = []
    for left, right in itertools.pairwise(edges):
        words = report.text[left:right]
        aside = next((a for a in report.set_aside if a.start <= left and right <= a.end), None)
        covering = [s for s in spans if s[0] <= left and right <= s[1]]
        if aside is not None:
            found.append(Piece(kind="aside", text=words, reason=aside.reason.replace("_", " ")))
        elif covering:
            ending = dict.fromkeys((s[2], s[3]) for s in covering if s[1] == right)
            starting = next((s[4] for s in covering if s[0] == left), "")
            found.append(
                Piece(kind="mark", text=words, anchor=f"{starting}-{left}", notes=tuple(ending))
            )
        else:
            found.append(Piece(kind="text", text=words))
    return found
