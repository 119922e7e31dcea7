"""Departures in amounts: another figure, or the same one without its bound or its form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model.statement import Amount, Statement
from onrecord.model.vocabulary import AmountBound, Distortion
from onrecord.reconcile.departure import Departure, Field

__all__ = ["amount_departures", "one_value"]

_ROUNDING = 0.005
"""Amounts nearer than this share of each other are one amount, rounded."""
_ROUGHLY = 0.06
"""The same where a report says "about"."""


def amount_departures(a: Statement, b: Statement) -> Iterator[Departure]:
    """Another amount, or the same without its bound or its form; a conversion alone is none."""
    if not a.amounts or not b.amounts:
        if a.amounts or b.amounts:
            yield _amount_missing(a, b)
        return
    pairs = _paired(a.amounts, b.amounts)
    first, second = pairs[0]
    if first.unit == second.unit and not one_value(first, second):
        yield _amount_told(first, second, Distortion.VALUE_CHANGED, 0)
        return
    lost = next((p for p in pairs if _qualifier_lost(*p)), None)
    gained = next((p for p in pairs if _qualifier_lost(p[1], p[0])), None)
    if lost is not None:
        yield _amount_told(*lost, Distortion.QUALIFIER_DROPPED, -1)
    elif gained is not None:
        yield _amount_told(*gained, Distortion.VALUE_CHANGED, 1)


def _amount_told(a: Amount, b: Amount, kind: Distortion, loss: int) -> Departure:
    return Departure(
        kind=kind, field=Field.AMOUNT, loss=loss,
        reason=f"{_told(b)} where the other has {_told(a)}",
    )  # fmt: skip


def _amount_missing(a: Statement, b: Statement) -> Departure:
    less = bool(a.amounts)
    told = _told((a.amounts or b.amounts)[0])
    return Departure(
        kind=Distortion.VALUE_CHANGED, field=Field.AMOUNT, loss=-1 if less else 1,
        reason=f"no amount where the other has {told}" if less else f"{told} where the other has no amount",
    )  # fmt: skip


def _paired(a: Sequence[Amount], b: Sequence[Amount]) -> list[tuple[Amount, Amount]]:
    """The amounts to hold against each other: those of one unit and value, else the first of one
    unit, else the totals."""
    of_one_unit = [(x, y) for x in a for y in b if x.unit == y.unit]
    equal = [(x, y) for x, y in of_one_unit if one_value(x, y)]
    return equal or of_one_unit[:1] or [(a[0], b[0])]


def one_value(a: Amount, b: Amount) -> bool:
    """Whether two amounts of one unit are the same figure, exact, rounded or within a range told."""
    rough = AmountBound.ABOUT in (a.bound, b.bound)
    share = _ROUGHLY if rough else _ROUNDING
    return any(
        abs(x - y) <= share * max(abs(x), abs(y))
        for x in (a.value, a.high)
        for y in (b.value, b.high)
        if x is not None and y is not None
    )


def _qualifier_lost(a: Amount, b: Amount) -> bool:
    """Whether b lacks a's "up to", "at least" or range, or its being a loan.

    "About" is no loss: a rounded or converted figure is told either way.
    """
    telling = {AmountBound.UP_TO, AmountBound.AT_LEAST, AmountBound.RANGE}
    bound = a.bound in telling and b.bound not in telling
    form = a.instrument is not None and b.instrument is None and a.unit == b.unit
    return bound or form


def _told(amount: Amount) -> str:
    bound = "" if amount.bound is AmountBound.EXACT else f"{amount.bound.replace('_', ' ')} "
    high = f" to {amount.high:,.10g}" if amount.high is not None else ""
    form = f" ({amount.instrument})" if amount.instrument is not None else ""
    return f"'{bound}{amount.value:,.10g}{high} {amount.of or amount.unit}'{form}"
