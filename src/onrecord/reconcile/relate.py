"""The relation of two aligned statements, from how the one departs from the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model.register import Aligned
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import Distortion, RelationKind
from onrecord.reconcile.departure import Departure, Field
from onrecord.reconcile.differ import departures

__all__ = ["Relating", "days_between", "relate"]

_STALE_AFTER = 7
"""Days after which an old text printed without its date is old words as new."""
_SAME_NEWS = 2
"""Days within which independent reports tell of one state of things, not of a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relating:
    """The reports that two statements stand in, a's the earlier or retold one."""

    a: Report
    b: Report
    retells: bool
    """Whether b's report has it from a's, or both from one source."""

    @property
    def days(self) -> int | None:
        """Days from a's publication to b's; None where one of them has no full date."""
        return days_between(self.a.published, self.b.published)


def relate(a: Statement, b: Statement, relating: Relating) -> list[Aligned]:
    """One relation, or several distortions; the reason names the words that differ."""
    found = departures(a, b, told=relating.a.text)
    if relating.retells:
        return _as_retelling(a, b, found, relating)
    return [_as_independent(a, b, found, relating)]


def _as_retelling(
    a: Statement, b: Statement, found: Sequence[Departure], relating: Relating
) -> list[Aligned]:
    faults = _faults(found)
    stale = _stale(b, relating)
    if not faults and not stale:
        return [_aligned(a, b, *_more_or_less(found))]
    records = [
        Aligned(
            a=a.id, b=b.id, relation=RelationKind.DISTORTS, kind=d.kind,
            on=d.on if d.kind is Distortion.VALUE_CHANGED else None, reason=d.reason,
        )
        for d in faults
    ]  # fmt: skip
    if stale:
        records.append(
            Aligned(
                a=a.id, b=b.id, relation=RelationKind.DISTORTS, kind=Distortion.STALE, on=None,
                reason=f"told as new on '{relating.b.published}' where the other has it on '{relating.a.published}'",
            )
        )  # fmt: skip
    return _one_a_kind(records)


def _faults(found: Sequence[Departure]) -> list[Departure]:
    """Departures that make a retelling wrong; to say more, or a value less, is no fault.

    A retelling that tells "26 countries" as "many" is a vaguer account of the whole position: what
    else it leaves out goes with that, and is no fault of its own.
    """
    vaguer = any(d.field is Field.COUNT and d.loss < 0 for d in found)
    changed = any(d.loss == 0 for d in found)
    if vaguer and not changed:
        return []
    return [
        d for d in found if d.loss == 0 or (d.loss < 0 and d.kind is not Distortion.VALUE_CHANGED)
    ]


def _one_a_kind(records: Sequence[Aligned]) -> list[Aligned]:
    return list({(r.kind, r.on): r for r in reversed(records)}.values())[::-1]


def _stale(b: Statement, relating: Relating) -> bool:
    days = relating.days
    if days is None or days < _STALE_AFTER:
        return False
    said = b.said_on.first if b.said_on is not None else None
    return said is None or (days_between(said, relating.b.published) or 0) < _STALE_AFTER


def _as_independent(
    a: Statement, b: Statement, found: Sequence[Departure], relating: Relating
) -> Aligned:
    hard = next((d for d in found if d.loss == 0 and d.on is not None), None)
    if hard is None:
        return _aligned(a, b, *_more_or_less(found))
    if _later(relating) and hard.field in _CHANGEABLE and _speaks_for_itself(b):
        return _aligned(a, b, RelationKind.UPDATES, hard.reason)
    return Aligned(
        a=a.id, b=b.id, relation=RelationKind.CONTRADICTS, kind=None, on=hard.on, reason=hard.reason
    )


_CHANGEABLE = (Field.ACT, Field.AMOUNT, Field.TRIGGER, Field.TIME, Field.COUNT, Field.PLACE)


def _later(relating: Relating) -> bool:
    days = relating.days
    return days is not None and days >= _SAME_NEWS


def _speaks_for_itself(statement: Statement) -> bool:
    speaker = statement.speaker
    return speaker is None or speaker.of in (None, statement.actor.id)


def _more_or_less(found: Sequence[Departure]) -> tuple[RelationKind, str]:
    """Same, or how specific b is against a; who is named as the source does not count here."""
    telling = [d for d in found if d.on is not None and d.loss != 0]
    more = next((d for d in telling if d.loss > 0), None)
    less = next((d for d in telling if d.loss < 0), None)
    if more is not None:
        return RelationKind.MORE_SPECIFIC, more.reason
    if less is not None:
        return RelationKind.LESS_SPECIFIC, less.reason
    return RelationKind.SAME, "the same position in other words"


def _aligned(a: Statement, b: Statement, relation: RelationKind, reason: str) -> Aligned:
    return Aligned(a=a.id, b=b.id, relation=relation, kind=None, on=None, reason=reason)


def days_between(a: str | None, b: str | None) -> int | None:
    """Days from ISO date a to b; None where one of them is not a full date."""
    if not a or not b or a.startswith("--") or b.startswith("--"):
        return None
    return (date.fromisoformat(b) - date.fromisoformat(a)).days
