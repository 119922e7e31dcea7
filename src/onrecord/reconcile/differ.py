"""How a statement departs from another about the same position, field by field."""

from __future__ import annotations

from onrecord.model.statement import Statement
from onrecord.reconcile.departure import Departure
from onrecord.reconcile.figures import amount_departures
from onrecord.reconcile.stance import (
    act_departures,
    actor_departures,
    alternative_departures,
    attribution_departures,
    contribution_departures,
    event_departures,
)
from onrecord.reconcile.terms import (
    condition_departures,
    count_departures,
    hedge_departures,
    place_departures,
    time_departures,
)

__all__ = ["departures"]


def departures(a: Statement, b: Statement, *, told: str = "") -> list[Departure]:
    """Every departure of b from a, the gravest first.

    `told` is the whole text of a's report: a number that it has of others is a transferred count.
    """
    return [
        *contribution_departures(a, b),
        *act_departures(a, b),
        *condition_departures(a, b),
        *amount_departures(a, b),
        *count_departures(a, b, told=told),
        *actor_departures(a, b),
        *event_departures(a, b),
        *alternative_departures(a, b),
        *time_departures(a, b),
        *place_departures(a, b),
        *hedge_departures(a, b),
        *attribution_departures(a, b),
    ]
