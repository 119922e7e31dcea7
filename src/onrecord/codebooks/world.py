"""The actors that every codebook knows: states, organisations, groups and who heads them."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.codebooks.codebook import Actor, ActorKind
from onrecord.codebooks.document import Document
from onrecord.codebooks.entries import actor_of, heads_of

__all__ = ["data_text", "world_actors", "world_not_actors"]


def data_text(name: str) -> str:
    """The text of one of the codebooks' own data files."""
    return files("onrecord.codebooks").joinpath("data", name).read_text(encoding="utf-8")


@cache
def world_actors() -> tuple[Actor, ...]:
    """Every state (generated data) and the hand-made organisations, with their dated heads."""
    heads = Document("heads.yaml", data_text("heads.yaml")).mapping("heads")
    states = [_state(json.loads(line)) for line in data_text("actors.jsonl").splitlines()]
    document = Document("organisations.yaml", data_text("organisations.yaml"))
    organisations = [actor_of(entry) for entry in document.entries("actor")]
    return tuple(
        replace(actor, heads=(*actor.heads, *heads_of(heads, actor.id)))
        for actor in (*states, *organisations)
    )


def _state(record: dict[str, Any]) -> Actor:
    lists = {key: tuple(value) for key, value in record.items() if isinstance(value, list)}
    return Actor(id=record["id"], name=record["name"], kind=ActorKind(record["kind"]), **lists)


@cache
def world_not_actors() -> tuple[str, ...]:
    """Names that contain an actor's name and are no actor ("Washington Post")."""
    return Document("not_actors.yaml", data_text("not_actors.yaml")).mapping("list").texts("names")
