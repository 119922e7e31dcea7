"""Loading codebooks from YAML, with the file and line of every fault."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from onrecord.codebooks.codebook import Actor, Codebook, Contribution, Sort
from onrecord.codebooks.document import Document, Entry
from onrecord.codebooks.entries import actor_of, contribution_of, more_of_actor, sort_of
from onrecord.codebooks.world import data_text, world_actors, world_not_actors
from onrecord.errors import CodebookError

__all__ = ["BUILT_IN", "load_codebook"]

BUILT_IN = ("aid", "climate", "politics", "security")
"""The codebooks that come with onrecord; each knows every contribution of the coding guide."""
_BASES = (*BUILT_IN, "base")
_KEYS = ("name", "version", "title", "extends", "contributions", "actors", "not_actors",
         "uncoded", "sorts", "unknown_names")  # fmt: skip
_DEPTH = 8
_FINGERPRINT_HEX = 16


def load_codebook(name_or_path: str | Path = "security") -> Codebook:
    """A built-in codebook by name, or a user's own by path.

    Raises CodebookError naming the file, the line and what is wrong.
    """
    if str(name_or_path) in _BASES:
        return _built_in(str(name_or_path))
    return _from_file(Path(name_or_path), ())


@cache
def _built_in(name: str) -> Codebook:
    return _read(Document(f"{name}.yaml", data_text(f"{name}.yaml")), None, ())


def _from_file(path: Path, above: tuple[Path, ...]) -> Codebook:
    known = ", ".join(BUILT_IN)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CodebookError(
            "not a text in UTF-8", where=str(path), todo="save the file as UTF-8"
        ) from error
    except OSError as error:
        raise CodebookError(
            f"no codebook can be read there ({error.strerror or error.__class__.__name__})",
            where=str(path),
            todo=f"name a YAML file or one of {known}",
        ) from error
    return _read(Document(str(path), text), path, above)


def _read(document: Document, path: Path | None, above: tuple[Path, ...]) -> Codebook:
    top = document.mapping("a codebook")
    top.only(_KEYS)
    base = _base(top, path, above)
    contributions = _contributions(top, base)
    codebook = Codebook(
        name=top.needed("name"),
        version=_version(top),
        title=top.text("title") or top.needed("name"),
        contributions=contributions,
        actors=_actors(top, base),
        not_actors=(*(base.not_actors if base else world_not_actors()), *top.texts("not_actors")),
        uncoded=_uncoded(top, base, contributions),
        sorts=_sorts(top, base),
        unknown_names=top.flag("unknown_names", default=bool(base and base.unknown_names)),
    )
    return replace(codebook, fingerprint=_fingerprint(codebook))


def _version(top: Entry) -> str:
    version = top.text("version")
    if version is None or len(version.split()) != 1:
        fault = 'a codebook needs `version`, such as version: "1"; raise it when words change'
        raise top.error(fault, "version")
    return version


def _base(top: Entry, path: Path | None, above: tuple[Path, ...]) -> Codebook | None:
    name = top.text("extends")
    if name is None:
        return None
    if name in _BASES:
        return _built_in(name)
    if path is None or not name.endswith((".yaml", ".yml")):
        listed = ", ".join(_BASES)
        fault = f"extends {name!r}, which is neither one of {listed} nor a .yaml file"
        raise top.error(fault, "extends")
    other = (path.parent / name).resolve()
    if other in (*above, path.resolve()) or len(above) > _DEPTH:
        raise top.error(f"extends {name!r}, which extends this file in turn", "extends")
    if not other.is_file():
        raise top.error(f"extends {name!r}, which is no file beside this one", "extends")
    return _from_file(other, (*above, path.resolve()))


def _contributions(top: Entry, base: Codebook | None) -> tuple[Contribution, ...]:
    found = {c.code: c for c in base.contributions} if base else {}
    seen: dict[str, int] = {}
    for entry in top.entries("contributions", "a contribution"):
        code = entry.needed("code")
        if code in seen:
            raise entry.error(f"the code {code!r} stands twice, first in line {seen[code]}", "code")
        seen[code] = entry.line
        found[code] = contribution_of(entry, found.get(code))
        if found[code].parent not in (None, *found):
            fault = f"{code!r} narrows {found[code].parent!r}, which stands nowhere before it"
            raise entry.error(fault, "code")
    if not found:
        raise top.error("a codebook without `contributions` reads nothing; list at least one")
    found.setdefault("other", Contribution(code="other", label="Other"))
    for entry in top.entries("contributions", "a contribution"):
        given = entry.text("handed_over")
        if given is not None and given not in found:
            fault = f"`handed_over` is {given!r}, which is no code of this codebook"
            raise entry.error(fault, "handed_over")
    return tuple(found.values())


def _uncoded(
    top: Entry, base: Codebook | None, contributions: tuple[Contribution, ...]
) -> str | None:
    if "uncoded" not in top:
        return base.uncoded if base else None
    code = top.text("uncoded")
    if code is not None and code not in {c.code for c in contributions}:
        raise top.error(f"`uncoded` is {code!r}, which is no code of this codebook", "uncoded")
    return code


def _sorts(top: Entry, base: Codebook | None) -> tuple[Sort, ...]:
    found = {s.sort: s for s in base.sorts} if base else {}
    seen: dict[str, int] = {}
    owners = {noun: s.sort for s in found.values() for noun in s.nouns}
    for entry in top.entries("sorts", "a sort of actors"):
        name = entry.needed("sort")
        if name in seen:
            raise entry.error(f"the sort {name!r} stands twice, first in line {seen[name]}", "sort")
        seen[name] = entry.line
        found[name] = sort_of(entry, found.get(name))
        for noun in found[name].nouns:
            if owners.setdefault(noun, name) != name:
                fault = f"the noun {noun!r} is of the sort {owners[noun]!r} already"
                raise entry.error(fault, "nouns")
    return tuple(found.values())


def _actors(top: Entry, base: Codebook | None) -> tuple[Actor, ...]:
    found = {a.id: a for a in (base.actors if base else world_actors())}
    entries: dict[str, Entry] = {}
    for entry in top.entries("actors", "an actor"):
        actor = actor_of(entry)
        if actor.id in entries:
            first = entries[actor.id].line
            raise entry.error(f"the actor {actor.id!r} stands twice, first in line {first}", "id")
        entries[actor.id] = entry
        known = found.get(actor.id)
        found[actor.id] = actor if known is None else more_of_actor(known, actor)
    _check_members(entries, found)
    _check_names(entries, found)
    return tuple(found.values())


def _check_members(entries: dict[str, Entry], actors: dict[str, Actor]) -> None:
    for actor_id, entry in entries.items():
        for member in actors[actor_id].members:
            if member not in actors:
                fault = f"the member {member!r} of {actor_id!r} is no known actor id"
                raise entry.error(fault, "members")


def _check_names(entries: dict[str, Entry], actors: dict[str, Actor]) -> None:
    """A name that two actors share must be ambiguous for the one that this file adds."""
    owners: dict[str, str] = {}
    for actor in actors.values():
        if actor.id not in entries:
            owners |= dict.fromkeys(_sure_names(actor), actor.id)
    for actor_id, entry in entries.items():
        for name in _sure_names(actors[actor_id]):
            if owners.setdefault(name, actor_id) != actor_id:
                fault = (
                    f"the name {name!r} of {actor_id!r} already stands for {owners[name]!r}: "
                    "list it under `ambiguous` too"
                )
                raise entry.error(fault, "names")


def _sure_names(actor: Actor) -> Iterator[str]:
    for name in (*actor.names, *actor.adjectives, *actor.people, *actor.seats, *actor.bodies):
        if name not in actor.ambiguous:
            yield name


def _fingerprint(codebook: Codebook) -> str:
    """Digest of everything the reader uses, so that a changed word re-reads the reports."""
    used = (
        codebook.contributions, codebook.actors, codebook.not_actors, codebook.uncoded,
        codebook.sorts, codebook.unknown_names,
    )  # fmt: skip
    return hashlib.sha256(repr(used).encode()).hexdigest()[:_FINGERPRINT_HEX]
