"""Which line of the register a statement belongs to: actor, contribution and recipient."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.grouping import Grouping
from onrecord.model.ids import content_id
from onrecord.model.statement import Statement
from onrecord.reconcile.closeness import act_family
from onrecord.reconcile.wording import shared_words

__all__ = ["LineKey", "by_line"]

_ONE_THING = 0.6
"""Share of common words from which two objects without a code are one thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineKey:
    """What one line is about. `family` keeps apart requests, stances and threats from own giving."""

    actor: str
    """Actor id, or `collective:` with the count or the name of an unnamed collective."""
    family: str
    contribution: str
    recipient: str | None
    thing: str = ""
    """The object in words, where the contribution is `other` and so says nothing."""

    @property
    def id(self) -> str:
        """The commitment's id: the same in every run, however many reports tell of it."""
        about = f"{self.family}:{self.contribution}" if self.family else self.contribution
        thing = (self.thing,) if self.thing else ()
        return content_id("c", self.actor, about, self.recipient or "", *thing)

    @property
    def order(self) -> tuple[str, str, str, str, str]:
        """Sorting key of the register."""
        return self.actor, self.contribution, self.family, self.recipient or "", self.thing


def by_line(
    statements: Sequence[Statement], retold: Mapping[str, str], grouping: Grouping
) -> dict[LineKey, list[Statement]]:
    """Statements by line, both in a fixed order.

    A statement that retells another (`retold`: its id -> the other's) goes with that one, whatever
    it has become on the way: a garbled word or a swapped actor makes no line of its own. A statement
    that does not say for whom goes with the only recipient that its story names for it.
    """
    by_id = {s.id: s for s in statements}
    story = {m.report: m.story for m in grouping.memberships}
    counted = _coalitions(statements, story)
    recipients = _Recipients(statements, retold, story)
    things = _Things()
    lines: dict[LineKey, list[Statement]] = {}
    for statement in statements:
        lead = by_id[_first_told(statement.id, retold, by_id)]
        key = LineKey(
            actor=_actor(lead, counted, story), family=_family(lead),
            contribution=lead.contribution, recipient=recipients.of(lead), thing=things.of(lead),
        )  # fmt: skip
        lines.setdefault(key, []).append(statement)
    return dict(sorted(lines.items(), key=lambda line: line[0].order))


def _first_told(statement: str, retold: Mapping[str, str], by_id: Mapping[str, Statement]) -> str:
    seen = {statement}
    while (above := retold.get(statement)) is not None and above in by_id and above not in seen:
        statement = above
        seen.add(statement)
    return statement


def _family(statement: Statement) -> str:
    """Asking others for a thing, backing or rejecting theirs, is another line than own giving."""
    if act_family(statement.act) in ("own", "undisclosed"):
        return ""
    return str(statement.act)


def _coalitions(
    statements: Sequence[Statement], story: Mapping[str, str]
) -> dict[tuple[str | None, int], str]:
    """The named collective of each count in each story: "26 countries" are its 26."""
    return {
        (story.get(s.report), s.members.count): s.actor.id
        for s in reversed(statements)
        if s.members is not None and s.members.count is not None and s.actor.id is not None
    }


def _actor(
    statement: Statement,
    counted: Mapping[tuple[str | None, int], str],
    story: Mapping[str, str],
) -> str:
    if statement.actor.id is not None:
        return statement.actor.id
    count = statement.members.count if statement.members is not None else None
    if count is None:
        return f"collective:{statement.actor.name.lower()}"
    return counted.get((story.get(statement.report), count), f"collective:{count}")


class _Things:
    """What the objects under `other` are: one thing where most of the words are the same."""

    def __init__(self) -> None:
        self._known: dict[str, list[str]] = {}

    def of(self, statement: Statement) -> str:
        """The words of the first statement of the actor about this thing; "" for any other code."""
        if statement.contribution != "other":
            return ""
        words = (statement.object or statement.evidence[0].quote).lower()
        known = self._known.setdefault(statement.actor.id or statement.actor.name.lower(), [])
        for thing in known:
            if shared_words(thing, words) >= _ONE_THING:
                return thing
        known.append(words)
        return words


class _Recipients:
    """The recipients that each story, and the whole register, names for an actor's contribution."""

    def __init__(
        self, statements: Sequence[Statement], retold: Mapping[str, str], story: Mapping[str, str]
    ) -> None:
        self._story = story
        self._in_story: dict[tuple[str | None, str, str], set[str]] = {}
        self._anywhere: dict[tuple[str, str], set[str]] = {}
        self._in_report: dict[str, set[str]] = {}
        for s in statements:
            if s.recipient is not None and s.id not in retold:
                about = _about(s)
                self._in_story.setdefault((story.get(s.report), *about), set()).add(s.recipient)
                self._anywhere.setdefault(about, set()).add(s.recipient)
                self._in_report.setdefault(s.report, set()).add(s.recipient)

    def of(self, statement: Statement) -> str | None:
        """For whom: as said, else the story's only one, else the register's if this report has it."""
        if statement.recipient is not None:
            return statement.recipient
        about = _about(statement)
        near = self._in_story.get((self._story.get(statement.report), *about), set())
        if near:
            return next(iter(near)) if len(near) == 1 else None
        far = self._anywhere.get(about, set())
        here = self._in_report.get(statement.report, set())
        return next(iter(far)) if len(far) == 1 and far <= here else None


def _about(statement: Statement) -> tuple[str, str]:
    actor = statement.actor.id or statement.actor.name.lower()
    return actor, f"{_family(statement)}:{statement.contribution}"
