"""What is spoken of: the contribution that "take part", "its share" or "a sum" leaves unsaid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.read.grammar.who import Who

__all__ = ["Topics"]

_NEAR = 1
"""How many sentences back the thing last spoken of is still the one meant."""
_ENOUGH = 4
_MAIN = 0.7
"""Of so many acts told this share must be about one contribution for it to be the main one."""
_OWN = 4
"""How many sentences back an actor's own last contribution is still the one meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    sentence: int
    actors: frozenset[str]
    code: str


class Topics:
    """The contributions told so far, with the sentence and the actors they were told of."""

    def __init__(self) -> None:
        self._told: list[_Told] = []
        self._counts: Counter[str] = Counter()
        self._narrow: dict[str, set[str]] = {}
        self._asked: tuple[int, str] | None = None

    def note(self, sentence: int, actors: Iterable[Who], codes: Sequence[str]) -> None:
        """Remembers what one act was about; of several the first is what the others belong to."""
        if not codes:
            return
        ids = _ids(actors)
        self._told.append(_Told(sentence=sentence, actors=ids, code=codes[0]))
        for code in codes:
            self._counts[_top(code)] += 1
            self._narrow.setdefault(_top(code), set()).add(code)

    def ask(self, sentence: int, code: str) -> None:
        """Remembers what a question was about: the answer leaves it unsaid."""
        self._asked = (sentence, code)

    def of(self, sentence: int, actors: Iterable[Who]) -> str | None:
        """The contribution meant in this sentence of these actors; None where none was told.

        What was just asked about or the same sentence told last, else what these actors were last said to do nearby, else
        what the sentence before told, else what the report tells of most.
        """
        if self._asked is not None and sentence - self._asked[0] in (0, 1):
            return self._asked[1]
        ids = _ids(actors)
        same = self._last(lambda told: told.sentence == sentence)
        own = self._last(lambda told: sentence - told.sentence <= _OWN and bool(told.actors & ids))
        near = self._last(lambda told: sentence - told.sentence <= _NEAR)
        return same or own or near or self._most_told()

    def main(self) -> str | None:
        """The contribution that nearly everything told so far is about; None where there is none."""
        told = self._counts.total()
        if told < _ENOUGH or max(self._counts.values()) < _MAIN * told:
            return None
        return self._most_told()

    def _last(self, fits: Callable[[_Told], bool]) -> str | None:
        return next((told.code for told in reversed(self._told) if fits(told)), None)

    def _most_told(self) -> str | None:
        """The code told most, the earliest of equals; narrow where only one narrow code was told."""
        if not self._counts:
            return None
        top = max(self._counts, key=lambda code: self._counts[code])
        narrow = self._narrow[top]
        return next(iter(narrow)) if len(narrow) == 1 else top


def _ids(actors: Iterable[Who]) -> frozenset[str]:
    """The actors' ids; a group without one counts as the group spoken of."""
    return frozenset(who.id or "COALITION" for who in actors)


def _top(code: str) -> str:
    return code.partition(".")[0]
