"""Finding a codebook's words in a phrase of tokens, the longest phrase first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.codebooks.codebook import Codebook

__all__ = ["ContributionMatcher", "Match"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A codebook phrase at tokens `start..end` (half-open); `kind` is `noun` or `verb`."""

    code: str
    start: int
    end: int
    kind: str


class ContributionMatcher:
    """Phrases by their first word. A token matches by its lemma or by its form."""

    def __init__(self, codebook: Codebook) -> None:
        phrases: dict[str, dict[tuple[str, ...], tuple[str, str]]] = {}
        for contribution in codebook.contributions:
            for kind, listed in (("noun", contribution.nouns), ("verb", contribution.verbs)):
                for phrase in listed:
                    words = tuple(phrase.split())
                    # A narrower code claims a phrase that its parent lists too.
                    phrases.setdefault(words[0], {})[(*words, kind)] = (contribution.code, kind)
        self._phrases = {
            first: sorted(
                ((key[:-1], code, kind) for key, (code, kind) in found.items()),
                key=lambda p: (-len(p[0]), p),
            )
            for first, found in phrases.items()
        }

    def match(self, lemmas: Sequence[str], words: Sequence[str]) -> list[Match]:
        """Every phrase found, in order; of two that overlap the earlier, then the longer."""
        found: list[Match] = []
        position = 0
        while position < len(lemmas):
            match = self._at(lemmas, words, position)
            if match is None:
                position += 1
            else:
                found.append(match)
                position = match.end
        return found

    def _at(self, lemmas: Sequence[str], words: Sequence[str], at: int) -> Match | None:
        for first in dict.fromkeys((lemmas[at], words[at])):
            for phrase, code, kind in self._phrases.get(first, ()):
                end = at + len(phrase)
                if end <= len(lemmas) and all(
                    part in (lemmas[at + i], words[at + i]) for i, part in enumerate(phrase)
                ):
                    return Match(code=code, start=at, end=end, kind=kind)
        return None
