"""Finding actors in running text by any of their names, the longest first."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from onrecord.codebooks.codebook import Actor, Codebook

__all__ = ["ActorMention", "Gazetteer"]

_FORMS = ("names", "seats", "bodies", "people", "adjectives")
_FORM_NAMES = {
    "names": "name", "seats": "seat", "bodies": "body", "people": "people",
    "adjectives": "adjective",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """An actor at one place of a text. `form` says by which kind of name."""

    start: int
    end: int
    actor_id: str
    form: str
    ambiguous: bool = False
    name: str | None = None
    """A person's full name, where `form` is `person`."""
    role: str | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    actor_id: str
    form: str
    ambiguous: bool
    name: str | None = None
    role: str | None = None


class Gazetteer:
    """Every name of every actor of a codebook, ready to be found. Case counts, accents don't."""

    def __init__(self, codebook: Codebook) -> None:
        self._entries: dict[str, _Entry] = {}
        self._any_case: dict[str, _Entry] = {}
        for actor in codebook.actors:
            self._add(actor)
        for actor in codebook.actors:
            self._add_heads(actor)
        names = sorted(self._entries, key=len, reverse=True)
        lowered = sorted(self._any_case, key=len, reverse=True)
        parts = [re.escape(name).replace(r"\ ", r"\s+") for name in names]
        free = [re.escape(name).replace(r"\ ", r"\s+") for name in lowered]
        loose = rf"(?i:{'|'.join(free)})|" if free else ""
        self._pattern = re.compile(rf"(?<![\w])(?:{loose}{'|'.join(parts)})(?!\w)")

    def _add(self, actor: Actor) -> None:
        ambiguous = {_fold(name) for name in actor.ambiguous}
        for group in _FORMS:
            for name in getattr(actor, group):
                key = _fold(name)
                entry = _Entry(actor.id, _FORM_NAMES[group], key in ambiguous)
                if actor.kind.value == "coalition" and " " in key:
                    self._any_case[key.lower()] = entry
                elif group == "adjectives" and key in self._entries:
                    if self._entries[key].form in ("people",):
                        self._entries[key] = entry
                else:
                    self._entries.setdefault(key, entry)

    def _add_heads(self, actor: Actor) -> None:
        """Persons by full name, and by family name where only one actor has it."""
        for name, role, _, until in actor.heads:
            entry = _Entry(actor.id, "person", False, name, role)
            key = _fold(name)
            known = self._entries.get(key)
            if known is None or (known.form == "person" and until is None):
                self._entries[key] = entry
            last = key.split()[-1]
            if len(last) > 3 and last not in _COMMON_SURNAMES:
                other = self._entries.get(last)
                if other is None or (other.form == "person" and until is None):
                    self._entries[last] = entry

    def find(self, text: str) -> list[ActorMention]:
        """The actors named in the text, in order, not overlapping; offsets are the text's."""
        folded = _fold_keeping_length(text)
        found = []
        for match in self._pattern.finditer(folded):
            words = re.sub(r"\s+", " ", match.group())
            entry = self._entries.get(words) or self._any_case.get(words.lower())
            if entry is None:
                continue
            found.append(
                ActorMention(
                    start=match.start(), end=match.end(), actor_id=entry.actor_id,
                    form=entry.form, ambiguous=entry.ambiguous, name=entry.name, role=entry.role,
                )
            )  # fmt: skip
        return found


_COMMON_SURNAMES = frozenset(
    "Michel May Austin Martin Harris Dan Katz Cooper Lee Rice Fletcher Costa Khan Ahmed Sharif Leo "
    "Francis Johnson Pavel Reeves Harris Wong Harris Healey Salman Kim Moon Duque".split()
)
"""Family names that are ordinary words or too common to stand for one office holder."""


def _fold(name: str) -> str:
    return _fold_keeping_length(name.replace("’", "'"))


def _fold_keeping_length(text: str) -> str:
    """The text with accents and curly apostrophes folded, each character to one character."""
    if text.isascii():
        return text
    return "".join(_base(c) for c in text)


def _base(character: str) -> str:
    if character in "’‘":
        return "'"
    special = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "ß": "s", "æ": "a"}
    if character in special:
        return special[character]
    if character < "\u00c0":
        return character
    decomposed = unicodedata.normalize("NFD", character)
    return decomposed[0] if len(decomposed[0]) == 1 else character
