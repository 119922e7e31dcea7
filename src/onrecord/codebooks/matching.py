"""Finding a codebook's words in a phrase of tokens, the longest phrase first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.codebooks.codebook import Codebook

__all__ = ["ContributionMatcher", "Match", "spellings"]

_GAP = "..."
_GAP_WORDS = 4
_KINDS = ("noun", "verb")
# One spelling for both sides of the ocean, so that a codebook lists each word once.
_SPELLINGS = {
    "defense": "defence", "center": "centre", "program": "programme", "armor": "armour",
    "armored": "armoured", "labor": "labour", "neighbor": "neighbour", "license": "licence",
    "communique": "communiqué", "harbor": "harbour", "fueling": "fuelling", "sulfur": "sulphur",
    "plow": "plough", "theater": "theatre", "ton": "tonne", "tire": "tyre",
}  # fmt: skip
_IZE = re.compile(r"(?<=[a-z]{2})iz(e|es|ed|ing|ation|ations|er|ers)$")
_ISE = re.compile(r"(?<=[a-z]{2})is(e|es|ed|ing|ation|ations|er|ers)$")
# "non-military aid" is not military aid.
_REVERSING = frozenset({"non", "anti", "un"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A codebook phrase at tokens `start..end` (half-open); `kind` is `noun` or `verb`."""

    code: str
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    code: str
    kind: str

    @property
    def weight(self) -> int:
        return sum(word != _GAP for word in self.words)


class ContributionMatcher:
    """Phrases by their first word. A token matches by its lemma, its form or its singular."""

    def __init__(self, codebook: Codebook) -> None:
        phrases: dict[tuple[tuple[str, ...], str], _Phrase] = {}
        for contribution in codebook.contributions:
            for kind, listed in zip(_KINDS, (contribution.nouns, contribution.verbs), strict=True):
                for phrase in listed:
                    words = _words(phrase)
                    # A narrower code claims a phrase that its parent lists too.
                    phrases[words, kind] = _Phrase(words, contribution.code, kind)
        self._by_first: dict[str, list[_Phrase]] = {}
        for each in sorted(phrases.values(), key=lambda p: (-p.weight, p.words, p.kind)):
            self._by_first.setdefault(each.words[0], []).append(each)
        self._narrower: dict[str, list[tuple[str, tuple[tuple[str, ...], ...]]]] = {}
        for contribution in codebook.contributions:
            if contribution.parent and contribution.modifiers:
                modifiers = tuple(_words(modifier) for modifier in contribution.modifiers)
                self._narrower.setdefault(contribution.parent, []).append(
                    (contribution.code, modifiers)
                )

    def match(
        self, lemmas: Sequence[str], words: Sequence[str], *, nouns_only: bool = False
    ) -> list[Match]:
        """The phrases found, in order and not overlapping: the longest first, then the last.

        With `nouns_only`, "shells" is ammunition and never shelling.

        `lemmas` and `words` are the lower-case lemmas and forms of the same tokens. Codes are
        those of the phrases; `narrowed` reads their modifiers.
        """
        units = _Units(lemmas, words)
        candidates = sorted(
            (c for c in self._candidates(units) if not nouns_only or c[1].kind == "noun"),
            # Of two as long, the later heads a noun phrase: "election observer mission".
            key=lambda c: (-c[0], _less_fit(c[1], words), -c[1].start),
        )
        taken = [False] * len(lemmas)
        chosen = []
        for _, match in candidates:
            if not any(taken[match.start : match.end]):
                taken[match.start : match.end] = [True] * (match.end - match.start)
                chosen.append(match)
        return sorted(chosen, key=lambda m: m.start)

    def narrowed(self, code: str, lemmas: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
        """The narrower codes whose modifiers stand among the tokens, in codebook order.

        The code itself where none does. "Land, sea and air forces" gives three.
        """
        units = _Units(lemmas, words)
        found = tuple(
            child
            for child, modifiers in self._narrower.get(code, ())
            if any(units.have(modifier) for modifier in modifiers)
        )
        return found or (code,)

    def best(self, lemmas: Sequence[str], words: Sequence[str]) -> Match | None:
        """The match that heads the phrase: a verb at its start, else its last noun; narrowed.

        Where modifiers of several narrower codes stand in the phrase, the wider code is kept.
        None where no phrase of the codebook is there.
        """
        matches = self.match(lemmas, words)
        if not matches:
            return None
        first, last = matches[0], matches[-1]
        head = first if first.kind == "verb" and first.start == 0 else last
        codes = self.narrowed(head.code, lemmas, words)
        code = codes[0] if len(codes) == 1 else head.code
        return Match(code=code, start=head.start, end=head.end, kind=head.kind)

    def _candidates(self, units: _Units) -> Iterator[tuple[int, Match]]:
        for at in range(len(units)):
            if not units.begins(at):
                continue
            for first in units.forms(at):
                for phrase in self._by_first.get(first, ()):
                    end = units.end_of(phrase.words, at)
                    if end is not None:
                        start, stop = units.tokens(at, end)
                        match = Match(code=phrase.code, start=start, end=stop, kind=phrase.kind)
                        yield phrase.weight, match


def _less_fit(match: Match, words: Sequence[str]) -> bool:
    """Of a noun and a verb of the same words the verb fits, but not over a hyphen."""
    return (match.kind == "verb") == ("-" in "".join(words[match.start : match.end]))


class _Units:
    """Tokens cut at their hyphens, each with the forms by which it may match."""

    def __init__(self, lemmas: Sequence[str], words: Sequence[str]) -> None:
        self._forms: list[tuple[str, ...]] = []
        self._token: list[int] = []
        self._first: list[bool] = []
        for index, (lemma, word) in enumerate(zip(lemmas, words, strict=True)):
            pieces = [piece for piece in word.split("-") if piece]
            bare = [piece for piece in lemma.split("-") if piece]
            for at, piece in enumerate(pieces):
                base = bare[at] if len(bare) == len(pieces) else piece
                self._forms.append(_forms_of(base, piece))
                self._token.append(index)
                self._first.append(at == 0)

    def __len__(self) -> int:
        return len(self._forms)

    def forms(self, at: int) -> tuple[str, ...]:
        return self._forms[at]

    def begins(self, at: int) -> bool:
        """Whether a phrase may begin here: at a token's start, not after "non"."""
        reversed_ = at > 0 and any(form in _REVERSING for form in self._forms[at - 1])
        return self._first[at] and not reversed_

    def end_of(self, words: tuple[str, ...], at: int) -> int | None:
        """Where the phrase ends if it begins at `at`; a gap is filled by as few as will do."""
        for index, word in enumerate(words):
            if word == _GAP:
                return self._after_gap(words[index + 1 :], at)
            if at >= len(self) or word not in self._forms[at]:
                return None
            at += 1
        return at if at == len(self) or self._first[at] else None

    def _after_gap(self, rest: tuple[str, ...], at: int) -> int | None:
        for skipped in range(_GAP_WORDS + 1):
            end = self.end_of(rest, at + skipped)
            if end is not None:
                return end
        return None

    def have(self, words: tuple[str, ...]) -> bool:
        """Whether the words stand anywhere, in order and together."""
        return any(
            at + len(words) <= len(self)
            and all(word in self._forms[at + i] for i, word in enumerate(words))
            for at in range(len(self))
        )

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        return self._token[start], self._token[end - 1] + 1


def _words(phrase: str) -> tuple[str, ...]:
    parts = phrase.lower().replace("-", " ").split()
    return tuple(part if part == _GAP else _spelling(part) for part in parts)


@lru_cache(maxsize=8_192)
def _forms_of(lemma: str, word: str) -> tuple[str, ...]:
    """Lemma, form and plain singular, each in the one spelling."""
    forms = [_spelling(lemma), _spelling(word)]
    if word.endswith("s") and len(word) > 3 and not word.endswith("ss"):
        forms.append(_spelling(word[:-1]))
    return tuple(dict.fromkeys(forms))


def spellings(word: str) -> tuple[str, ...]:
    """The word with its British and its American spelling, where they differ."""
    british = _spelling(word)
    american = next((a for a, b in _SPELLINGS.items() if b == british), british)
    return tuple(dict.fromkeys((word, british, american, _ISE.sub(r"iz\1", british))))


@lru_cache(maxsize=8_192)
def _spelling(word: str) -> str:
    return _IZE.sub(r"is\1", _SPELLINGS.get(word, word))
