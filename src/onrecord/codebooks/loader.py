"""Loading codebooks from YAML, with the file and line of every fault."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from onrecord.codebooks.codebook import Actor, ActorKind, Codebook, Contribution
from onrecord.errors import CodebookError

__all__ = ["BUILT_IN", "load_codebook"]

BUILT_IN = ("aid", "climate", "security")
_KEYS = {"name", "version", "extends", "title", "contributions", "actors"}
_CONTRIBUTION_KEYS = {"code", "label", "nouns", "verbs", "modifiers", "money", "harm"}
_ACTOR_KEYS = {
    "id", "name", "kind", "names", "adjectives", "people", "seats", "bodies", "heads", "members",
    "ambiguous",
}  # fmt: skip


def load_codebook(name_or_path: str | Path = "security") -> Codebook:
    """A built-in codebook by name, or a user's own by path.

    Raises CodebookError naming the file, the line and what is wrong.
    """
    if str(name_or_path) in (*BUILT_IN, "base"):
        return _built_in(str(name_or_path))
    path = Path(name_or_path)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        known = ", ".join(BUILT_IN)
        raise CodebookError(
            "no such codebook", where=str(name_or_path),
            todo=f"name a YAML file or one of {known} ({error.__class__.__name__})",
        ) from error  # fmt: skip
    return _Loader(str(path), text).codebook()


@cache
def _built_in(name: str) -> Codebook:
    text = files("onrecord.codebooks").joinpath(f"data/{name}.yaml").read_text("utf-8")
    return _Loader(f"{name}.yaml", text).codebook()


class _Loader:
    """One codebook file: its values, and the line of each, for errors."""

    def __init__(self, where: str, text: str) -> None:
        self.where, self.text = where, text
        try:
            self.node = yaml.compose(text, Loader=yaml.SafeLoader)
            self.raw = yaml.safe_load(text)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            problem = getattr(error, "problem", None) or "can't be read"
            raise self._error(line, f"not YAML: {problem}") from error
        if not isinstance(self.raw, dict) or not isinstance(self.node, yaml.MappingNode):
            raise self._error(1, "a codebook is a mapping with name, version and contributions")

    def codebook(self) -> Codebook:
        self._check_keys(self.node, _KEYS, "a codebook")
        for key in ("name", "version"):
            if not isinstance(self.raw.get(key), str) or not self.raw[key].strip():
                line = self._line_of(self.node, key)
                raise self._error(line, f"`{key}` must be a text in quotes, such as {key}: \"1\"")
        base = self._base()
        contributions = self._contributions(base)
        actors = self._actors(base)
        return Codebook(
            name=self.raw["name"],
            version=self.raw["version"],
            title=str(self.raw.get("title") or self.raw["name"]),
            contributions=contributions,
            actors=actors,
            fingerprint=_fingerprint(contributions, actors),
        )

    def _base(self) -> Codebook | None:
        extends = self.raw.get("extends")
        if extends is None:
            return None
        if extends not in (*BUILT_IN, "base"):
            line = self._line_of(self.node, "extends")
            raise self._error(line, f"extends {extends!r}, which is not base or a built-in codebook")
        return _built_in(extends)

    # -- contributions --------------------------------------------------------------------------

    def _contributions(self, base: Codebook | None) -> tuple[Contribution, ...]:
        found = {c.code: c for c in base.contributions} if base else {}
        seen: set[str] = set()
        for item, node in self._items("contributions"):
            self._check_keys(node, _CONTRIBUTION_KEYS, "a contribution")
            code = item.get("code")
            line = node.start_mark.line + 1
            if not isinstance(code, str) or not code:
                raise self._error(line, "a contribution needs a `code`")
            if code in seen:
                raise self._error(line, f"the code {code!r} stands twice")
            seen.add(code)
            parent = code.rpartition(".")[0]
            if parent and parent not in found:
                raise self._error(line, f"{code!r} narrows {parent!r}, which comes nowhere before it")
            found[code] = self._joined(found.get(code), item, node)
        if "other" not in found:
            found["other"] = Contribution(code="other", label="Other")
        return tuple(found.values())

    def _joined(
        self, known: Contribution | None, item: dict[str, Any], node: yaml.MappingNode
    ) -> Contribution:
        words = {
            key: tuple(w.lower() for w in self._words(item, key, node))
            for key in ("nouns", "verbs", "modifiers")
        }
        if known is None:
            return Contribution(
                code=item["code"], label=str(item.get("label") or item["code"]),
                money=bool(item.get("money")), harm=bool(item.get("harm")), **words,
            )  # fmt: skip
        return replace(
            known,
            label=str(item.get("label") or known.label),
            nouns=(*known.nouns, *words["nouns"]),
            verbs=(*known.verbs, *words["verbs"]),
            modifiers=(*known.modifiers, *words["modifiers"]),
            money=bool(item.get("money", known.money)),
            harm=bool(item.get("harm", known.harm)),
        )

    def _words(self, item: dict[str, Any], key: str, node: yaml.MappingNode) -> list[str]:
        value = item.get(key, [])
        if not isinstance(value, list) or not all(isinstance(w, str) and w.strip() for w in value):
            line = self._line_of(node, key)
            raise self._error(line, f"`{key}` must be a list of words or phrases (quote numbers)")
        return value

    # -- actors ---------------------------------------------------------------------------------

    def _actors(self, base: Codebook | None) -> tuple[Actor, ...]:
        found = {a.id: a for a in (base.actors if base else _shared_actors())}
        for item, node in self._items("actors"):
            actor = self._actor(item, node)
            known = found.get(actor.id)
            found[actor.id] = actor if known is None else _merged_actor(known, actor)
        for item, node in self._items("actors"):
            for member in item.get("members", ()):
                if member not in found:
                    line = self._line_of(node, "members")
                    raise self._error(line, f"the member {member!r} is no known actor id")
        return tuple(found.values())

    def _actor(self, item: dict[str, Any], node: yaml.MappingNode) -> Actor:
        self._check_keys(node, _ACTOR_KEYS, "an actor")
        line = node.start_mark.line + 1
        for key in ("id", "name"):
            if not isinstance(item.get(key), str):
                raise self._error(line, f"an actor needs `{key}`, a text")
        try:
            return _actor_of(item)
        except (ValueError, TypeError) as error:
            raise self._error(line, f"the actor {item['id']!r} is not well formed: {error}") from error

    # -- errors ---------------------------------------------------------------------------------

    def _items(self, key: str) -> list[tuple[dict[str, Any], yaml.MappingNode]]:
        value = self.raw.get(key) or []
        line = self._line_of(self.node, key)
        if not isinstance(value, list):
            raise self._error(line, f"`{key}` must be a list")
        nodes = next((v for k, v in self.node.value if k.value == key), None)
        pairs = list(zip(value, nodes.value if value and nodes is not None else [], strict=True))
        for item, node in pairs:
            if not isinstance(item, dict):
                raise self._error(node.start_mark.line + 1, f"each of `{key}` must be a mapping")
        return pairs

    def _check_keys(self, node: yaml.MappingNode, known: set[str], what: str) -> None:
        for key, _ in node.value:
            if key.value not in known:
                names = ", ".join(sorted(known))
                raise self._error(
                    key.start_mark.line + 1, f"{what} has no key {key.value!r}; known: {names}"
                )

    def _line_of(self, node: yaml.MappingNode, key: str) -> int:
        for each, _ in node.value:
            if each.value == key:
                return int(each.start_mark.line) + 1
        return int(node.start_mark.line) + 1

    def _error(self, line: int, what: str) -> CodebookError:
        return CodebookError(
            what, where=f"{self.where}, line {line}", todo="see docs/howto/write-a-codebook.md"
        )


def _merged_actor(known: Actor, more: Actor) -> Actor:
    """A user's actor adds names to a known one of the same id."""
    lists = ("names", "adjectives", "people", "seats", "bodies", "heads", "members", "ambiguous")
    joined = {n: tuple(dict.fromkeys((*getattr(known, n), *getattr(more, n)))) for n in lists}
    return replace(known, **joined)


def _actor_of(item: dict[str, Any], heads: Any = ()) -> Actor:
    lists = {
        key: tuple(str(v) for v in item.get(key, ()))
        for key in ("names", "adjectives", "people", "seats", "bodies", "members", "ambiguous")
    }
    return Actor(
        id=item["id"], name=item["name"], kind=ActorKind(item.get("kind", "organisation")),
        heads=tuple((h[0], h[1], h[2], h[3]) for h in (*item.get("heads", ()), *heads)), **lists,
    )  # fmt: skip


@cache
def _shared_actors() -> tuple[Actor, ...]:
    data = files("onrecord.codebooks").joinpath("data")
    heads = yaml.safe_load(data.joinpath("heads.yaml").read_text("utf-8"))
    states = [json.loads(line) for line in data.joinpath("actors.jsonl").read_text("utf-8").splitlines()]
    groups = yaml.safe_load(data.joinpath("groups.yaml").read_text("utf-8"))["actors"]
    return tuple(
        _actor_of(item, heads.get(item["id"], ())) for item in [*states, *groups]
    )


def _fingerprint(contributions: tuple[Contribution, ...], actors: tuple[Actor, ...]) -> str:
    """Digest of everything the reader uses, so that a changed word re-reads the reports."""
    return hashlib.sha256(repr((contributions, actors)).encode()).hexdigest()[:16]
