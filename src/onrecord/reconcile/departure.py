"""One way in which an account of a position departs from another account of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.vocabulary import Distortion

__all__ = ["Departure", "Field"]


class Field(StrEnum):
    """What of a statement departs; the words of the coding guide's `on` where it has one."""

    ACT = "act"
    ACTOR = "actor"
    CONTRIBUTION = "contribution"
    TRIGGER = "trigger"
    AMOUNT = "amount"
    COUNT = "count"
    TIME = "time"
    PLACE = "place"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """How b departs from a: the kind it would be in a retelling, the field, both sides' words."""

    kind: Distortion
    field: Field
    reason: str
    loss: int
    """-1 where b says less than a, 1 where it says more, 0 where it says another thing."""

    @property
    def on(self) -> str | None:
        """The coding guide's `on` for a changed value or a contradiction; None if it has none."""
        return None if self.field in (Field.HEDGE, Field.ATTRIBUTION) else str(self.field)
