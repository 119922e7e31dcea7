"""Every name of a codebook's actors by its first word, so that a text is scanned once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.codebooks.codebook import Actor, ActorKind, Codebook, Head
from onrecord.codebooks.folding import fold

__all__ = ["Name", "NameIndex"]

_FORMS = (
    ("names", "name"), ("adjectives", "adjective"), ("seats", "seat"), ("bodies", "body"),
    ("people", "people"), ("short", "name"),
)  # fmt: skip
_FIRST_WORD = re.compile(r"\w+")
_BROKEN = re.compile(r"\s\s|[\n\t\r]")
_SPACE = re.compile(r"[ \t]*\r?\n?[ \t]*(?<=\s)")
# Shorter all-capital forms of a name are other words too often ("CHAD" stays, "US" is its own).
_CAPITALS_FROM = 4
# Family names that are ordinary words, or that too many people have, need the first name.
_COMMON_SURNAMES = frozenset(
    """Ahmed Ali Austin  Cameron Carter Cooper Costa Dan Fletcher Francis Frei Grant Green Griffiths Hall
    Harris Hassan Healey Hunt Hussein Johnson Jones Katz Khan Kim King Lee Leo Li Long Martin May Michal
    Michel Moon Morrison Park Pavel Reeves Rice Robles Rose Russell Salman Sands Shah Sharif Simon Singh
    Smith Stewart Stocker Taylor Thomas Truss Turner Wallace Walz Wang White Wong Wood Yoon Young Ball Kos""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One reading of a name: which actor, by which kind of name, and for a person the office."""

    actor_id: str
    form: str
    ambiguous: bool = False
    also_people: bool = False
    short: bool = False
    person: str | None = None
    role: str | None = None
    since: str | None = None
    until: str | None = None
    others: tuple[str, ...] = ()

    def in_office(self, on: str) -> bool:
        """Whether the person held the office on that ISO date."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


class NameIndex:
    """Names by first word; `scan` yields where they stand, the longest at each place."""

    def __init__(self, codebook: Codebook) -> None:
        self._readings: dict[str, list[Name]] = {}
        self._any_case: set[str] = set()
        for actor in codebook.actors:
            self._add_names(actor)
        for actor in codebook.actors:
            for head in actor.heads:
                self._add_head(actor, head)
        self._settle()
        listed = [fold(words).text for words in codebook.not_actors]
        tails = [words[2:] for words in listed if words.startswith("* ")]
        self._tail = re.compile(rf"\s+(?:{_any_of(tails)})(?!\w)") if tails else None
        self._phrases = self._spelled([words for words in listed if "*" not in words])
        self._heads = {words[:-2] for words in listed if words.endswith(" *")}
        self._by_first = self._indexed()
        lower = sorted({first for first in self._by_first if first[0].islower()})
        starts = "|".join([r"[A-Z0-9]\w*", *(re.escape(first) for first in lower)])
        self._start = re.compile(rf"(?<![\w])(?:{starts})(?!\w)")

    def knows(self, word: str) -> bool:
        """Whether a name of an actor begins with this word."""
        return word in self._by_first

    def scan(self, text: str) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        """(start, end, readings) of every name in a folded text; no readings for a non-actor."""
        position = 0
        while (first := self._start.search(text, position)) is not None:
            position = first.end()
            found = self._at(text, first.start(), first.group())
            if found is not None:
                yield first.start(), *found
                position = max(position, found[0])

    def _at(self, text: str, start: int, first: str) -> tuple[int, tuple[Name, ...]] | None:
        """The longest name that begins at `start`: its end and readings."""
        for phrase in self._by_first.get(first, ()):
            end = _end_of(phrase, text, start, any_case=phrase in self._any_case)
            if end is None:
                continue
            if phrase in self._heads:
                named = self._named_after(text, end)
                if named is None:
                    continue
                return named, ()
            readings = self._phrases[phrase]
            if readings and self._tail is not None and readings[0].form != "person":
                tail = self._tail.match(text, end)
                if tail is not None:
                    return tail.end(), ()
            return end, readings
        return None

    def _named_after(self, text: str, end: int) -> int | None:
        """The end of an actor's name that follows, as in "Bank of England"."""
        first = self._start.match(text, end + 1)
        if first is None or first.group() in self._heads:
            return None
        found = self._at(text, first.start(), first.group())
        return found[0] if found and found[1] else None

    # -- building -------------------------------------------------------------------------------

    def _add_names(self, actor: Actor) -> None:
        people = {fold(word).text for word in actor.people}
        ambiguous = {fold(word).text for word in actor.ambiguous}
        for group, form in _FORMS:
            for word in getattr(actor, group):
                key = fold(word).text.removeprefix("the ").removeprefix("The ")
                if any(known.actor_id == actor.id for known in self._readings.get(key, ())):
                    continue
                name = Name(
                    actor_id=actor.id,
                    form=form,
                    ambiguous=fold(word).text in ambiguous,
                    also_people=form == "adjective" and key in people,
                    short=group == "short",
                )
                self._readings.setdefault(key, []).append(name)
                if key[0].islower() or (actor.kind is ActorKind.COALITION and " " in key):
                    self._any_case.add(key)

    def _add_head(self, actor: Actor, head: Head) -> None:
        name = Name(
            actor_id=actor.id, form="person", person=head.name, role=head.role, since=head.since,
            until=head.until,
        )  # fmt: skip
        full = fold(head.name).text
        self._readings.setdefault(full, []).append(name)
        short = fold(head.short or "").text
        if not short or short == full or short in _COMMON_SURNAMES:
            return
        known = self._readings.get(short, [])
        if all(other.form == "person" for other in known):
            self._readings.setdefault(short, []).append(name)

    def _settle(self) -> None:
        """Orders the readings of each name: the least ambiguous, of persons the latest office."""
        for key, names in self._readings.items():
            persons = [n for n in names if n.form == "person"]
            persons.sort(key=lambda n: (n.until or "9999", n.since or ""), reverse=True)
            others = [n for n in names if n.form != "person"]
            others.sort(key=lambda n: (n.ambiguous, n.actor_id))
            if len(others) > 1:
                rest = tuple(n.actor_id for n in others[1:])
                others[0] = replace(others[0], ambiguous=True, others=rest)
            self._readings[key] = [*others, *persons]

    def _spelled(self, blocked: list[str]) -> dict[str, tuple[Name, ...]]:
        """Every name as written and in capitals, and the blocked ones without readings."""
        phrases = {key: tuple(names) for key, names in self._readings.items()}
        for key, names in list(phrases.items()):
            if key != key.upper() and (len(key) >= _CAPITALS_FROM or " " in key):
                phrases.setdefault(key.upper(), names)
        return phrases | dict.fromkeys(blocked, ())

    def _indexed(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for phrase in sorted({*self._phrases, *self._heads}, key=lambda p: (-len(p), p)):
            first = _FIRST_WORD.match(phrase)
            if first is None:
                continue
            word = first.group()
            spellings = {word}
            if phrase in self._any_case:
                spellings = {word.lower(), word.capitalize(), word.upper()}
            for spelling in sorted(spellings):
                index.setdefault(spelling, []).append(phrase)
        return index


def _end_of(phrase: str, text: str, start: int, *, any_case: bool) -> int | None:
    """Where the phrase ends if it stands at `start`, whatever white space parts its words."""
    end = start + len(phrase)
    found = text[start:end]
    if found == phrase or (any_case and found.lower() == phrase.lower()):
        return None if phrase[-1].isalnum() and _goes_on(text, end) else end
    if " " not in phrase or not _BROKEN.search(text, start, end + 4):
        return None
    return _end_over_breaks(phrase, text, start, any_case=any_case)


def _end_over_breaks(phrase: str, text: str, start: int, *, any_case: bool) -> int | None:
    position = start
    for index, word in enumerate(phrase.split()):
        if index:
            space = _SPACE.match(text, position)
            if space is None:
                return None
            position = space.end()
        found = text[position : position + len(word)]
        if found != word and not (any_case and found.lower() == word.lower()):
            return None
        position += len(word)
    return None if _goes_on(text, position) else position


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_")


def _any_of(words: list[str]) -> str:
    return "|".join(
        re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)
    )
