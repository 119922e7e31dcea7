"""One contribution or actor of a codebook file, checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from onrecord.codebooks.codebook import Actor, ActorKind, Contribution, Head, Sort
from onrecord.codebooks.document import Entry

__all__ = ["ACTOR_KEYS", "actor_of", "contribution_of", "heads_of", "more_of_actor", "sort_of"]

CONTRIBUTION_KEYS = (
    "code", "label", "nouns", "verbs", "modifiers", "money", "vague", "harm", "backing", "routine", "siding",
    "moves", "gift", "handed_over", "field", "weak",
)  # fmt: skip
_NAME_LISTS = ("names", "adjectives", "people", "seats", "bodies", "short")
ACTOR_KEYS = ("id", "name", "kind", *_NAME_LISTS, "heads", "members", "ambiguous")
_CODE = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


def contribution_of(entry: Entry, known: Contribution | None) -> Contribution:
    """The contribution of an entry; words are added to those of the inherited one of its code.

    Raises CodebookError for an unknown key, a malformed code or a value of the wrong kind.
    """
    entry.only(CONTRIBUTION_KEYS)
    code = entry.needed("code")
    if not _CODE.fullmatch(code):
        raise entry.error(f"the code {code!r} is not lower-case words joined by dots", "code")
    before = known or Contribution(code=code, label=entry.text("label") or _label(code))
    contribution = replace(
        before,
        label=entry.text("label") or before.label,
        nouns=_joined(before.nouns, _phrases(entry, "nouns")),
        verbs=_joined(before.verbs, _phrases(entry, "verbs")),
        modifiers=_joined(before.modifiers, _phrases(entry, "modifiers")),
        money=entry.flag("money", default=before.money),
        vague=entry.flag("vague", default=before.vague),
        harm=entry.flag("harm", default=before.harm),
        backing=entry.flag("backing", default=before.backing),
        routine=entry.flag("routine", default=before.routine),
        siding=entry.flag("siding", default=before.siding),
        moves=entry.flag("moves", default=before.moves),
        gift=entry.flag("gift", default=before.gift),
        handed_over=entry.text("handed_over") or before.handed_over,
        field=entry.text("field") or before.field,
        weak=_joined(before.weak, _phrases(entry, "weak")),
    )
    own = {*contribution.nouns, *contribution.verbs}
    for word in contribution.weak:
        if word not in own:
            raise entry.error(f"{word!r} is weak but none of the words of {code!r}", "weak")
    return contribution


def sort_of(entry: Entry, known: Sort | None) -> Sort:
    """The sort of actors of an entry; nouns are added to those of the inherited one of its name.

    Raises CodebookError for an unknown key, a malformed name or a noun of several words.
    """
    entry.only(("sort", "label", "nouns", "official"))
    sort = entry.needed("sort")
    if not _CODE.fullmatch(sort) or "." in sort:
        raise entry.error(f"the sort {sort!r} is not lower-case letters and underscores", "sort")
    before = known or Sort(sort=sort, label=entry.text("label") or _label(sort), nouns=())
    nouns = _phrases(entry, "nouns")
    for noun in nouns:
        if len(noun.split()) > 1:
            raise entry.error(f"the noun {noun!r} of the sort {sort!r} is not one word", "nouns")
    return replace(
        before,
        label=entry.text("label") or before.label,
        nouns=_joined(before.nouns, nouns),
        official=entry.flag("official", default=before.official),
    )


def _label(code: str) -> str:
    return code.rpartition(".")[2].replace("_", " ").capitalize()


def _phrases(entry: Entry, key: str) -> tuple[str, ...]:
    return tuple(phrase.lower() for phrase in entry.texts(key))


def _joined(before: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*before, *more)))


def actor_of(entry: Entry) -> Actor:
    """The actor of an entry. Raises CodebookError for an unknown key, kind or date."""
    entry.only(ACTOR_KEYS)
    actor_id = entry.needed("id")
    if not _ID.fullmatch(actor_id):
        raise entry.error(f"the id {actor_id!r} is not letters and digits", "id")
    lists = {key: entry.texts(key) for key in _NAME_LISTS}
    name = entry.needed("name")
    if not lists["names"] and not lists["people"]:
        lists["names"] = (name,)
    actor = Actor(
        id=actor_id,
        name=name,
        kind=_kind(entry),
        heads=tuple(heads_of(entry, "heads")),
        members=entry.texts("members"),
        ambiguous=entry.texts("ambiguous"),
        **lists,
    )
    _check_ambiguous(entry, actor)
    return actor


def _kind(entry: Entry) -> ActorKind:
    value = entry.text("kind") or ActorKind.ORGANISATION
    try:
        return ActorKind(value)
    except ValueError:
        listed = ", ".join(ActorKind)
        raise entry.error(f"no kind of actor {value!r}; known are {listed}", "kind") from None


def _check_ambiguous(entry: Entry, actor: Actor) -> None:
    own = {name for key in _NAME_LISTS for name in getattr(actor, key)}
    for name in actor.ambiguous:
        if name not in own:
            raise entry.error(f"{name!r} is ambiguous but none of the actor's names", "ambiguous")


def heads_of(entry: Entry, key: str) -> Iterator[Head]:
    """The rows [name, office, first day, last day] of a list of persons; both days may be empty.

    A fifth cell is what reports call the person alone; without it, that is the last word.
    """
    for line, row in entry.rows(key):
        if not 2 <= len(row) <= 5 or not row[0] or not row[1]:
            fault = "a head is [name, office, from, to], the days as 2025-01-20 or empty"
            raise entry.document.error(line, fault)
        cells = (*row, None, None, None)
        for day in cells[2:4]:
            if day is not None and not _is_day(day):
                raise entry.document.error(line, f"{day!r} is not a day such as 2025-01-20")
        short = row[4] if len(row) == 5 else row[0].split()[-1]
        yield Head(name=row[0], role=row[1], since=cells[2], until=cells[3], short=short)


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return len(words) == len("2025-01-20")


def more_of_actor(known: Actor, more: Actor) -> Actor:
    """An inherited actor with the names, persons and members that another entry adds."""
    lists = (*_NAME_LISTS, "heads", "members", "ambiguous")
    joined: dict[str, Any] = {
        key: tuple(dict.fromkeys((*getattr(known, key), *getattr(more, key)))) for key in lists
    }
    return replace(known, name=more.name, **joined)
