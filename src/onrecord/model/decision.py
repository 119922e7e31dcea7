"""Decision and Occurrence: what people add. Append-only; a run never overwrites them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.vocabulary import Trigger

__all__ = ["Decision", "DecisionKind", "Occurrence"]


class DecisionKind(StrEnum):
    """What a person may rule."""

    ACCEPT_STATEMENT = "accept_statement"
    REJECT_STATEMENT = "reject_statement"
    SET_PUBLISHED = "set_published"
    JOIN_STORIES = "join_stories"
    SPLIT_STORY = "split_story"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person ruled, when and why."""

    id: str
    kind: DecisionKind
    target: str
    """Id of the statement, report or decision it is about."""
    value: str | None
    by: str
    at: str
    """UTC, ISO 8601."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A trigger that has happened, on a day, with the report that says so."""

    id: str
    trigger: Trigger
    on: str
    report: str | None
    note: str
