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
        self._by_first = self._compiled(codebook.not_actors)
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
            for pattern, readings in self._by_first.get(first.group(), ()):
                match = pattern.match(text, first.start())
                if match is not None:
                    yield match.start(), match.end(), readings
                    position = max(position, match.end())
                    break

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
            names.sort(key=lambda n: (n.form == "person", n.ambiguous, n.actor_id))
            persons = [n for n in names if n.form == "person"]
            persons.sort(key=lambda n: (n.until or "9999", n.since or ""), reverse=True)
            others = [n for n in names if n.form != "person"]
            if len(others) > 1:
                rest = tuple(n.actor_id for n in others[1:])
                others[0] = replace(others[0], ambiguous=True, others=rest)
            self._readings[key] = [*others, *persons]

    def _compiled(
        self, not_actors: tuple[str, ...]
    ) -> dict[str, list[tuple[re.Pattern[str], tuple[Name, ...]]]]:
        phrases: dict[str, tuple[Name, ...]] = {
            key: tuple(names) for key, names in self._readings.items()
        }
        phrases |= {key.upper(): names for key, names in phrases.items() if _has_capitals(key)}
        phrases |= {fold(words).text: () for words in not_actors if "*" not in words}
        tails = [fold(w[2:]).text for w in not_actors if w.startswith("* ")]
        heads = [fold(w[:-2]).text for w in not_actors if w.endswith(" *")]
        longest = sorted(phrases.items(), key=lambda item: (-len(item[0]), item[0]))
        index: dict[str, list[tuple[re.Pattern[str], tuple[Name, ...]]]] = {}
        for key, pattern, names in self._patterns(longest, tails, heads):
            index.setdefault(key, []).append((pattern, names))
        return index

    def _patterns(
        self, phrases: list[tuple[str, tuple[Name, ...]]], tails: list[str], heads: list[str]
    ) -> Iterator[tuple[str, re.Pattern[str], tuple[Name, ...]]]:
        after = re.compile("|".join(_escaped(t) for t in sorted(tails, key=len, reverse=True)))
        for head in heads:
            listed = "|".join(
                _escaped(key) for key, names in phrases if names and names[0].form != "person"
            )
            first = _FIRST_WORD.match(head)
            if first is not None:
                yield first.group(), re.compile(rf"{_escaped(head)}\s+(?:{listed})(?!\w)"), ()
        for key, names in phrases:
            for first_word, pattern in self._spellings(key):
                if tails and names and names[0].form in ("name", "seat", "adjective"):
                    block = rf"{pattern}\s+(?:{after.pattern})(?!\w)"
                    yield first_word, re.compile(block), ()
                yield first_word, re.compile(pattern), names

    def _spellings(self, key: str) -> Iterator[tuple[str, str]]:
        first = _FIRST_WORD.match(key)
        if first is None:
            return
        pattern = _escaped(key) + (r"(?!\w)" if key[-1].isalnum() else "")
        if key in self._any_case:
            for spelling in dict.fromkeys(_cases(first.group())):
                yield spelling, f"(?i:{pattern})"
        else:
            yield first.group(), pattern


def _has_capitals(key: str) -> bool:
    return key != key.upper() and (len(key) >= _CAPITALS_FROM or " " in key)


def _cases(word: str) -> tuple[str, ...]:
    return word, word.lower(), word.capitalize(), word.upper()


def _escaped(words: str) -> str:
    return r"\s+".join(re.escape(part) for part in words.split())
