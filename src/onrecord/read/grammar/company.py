"""Words that name a contribution only in company: "ships" are a navy's where the report speaks of soldiers.

A word such as "ship", "protection" or "centre" has a meaning in many fields. The codebook lists it
as `weak`; it counts in a report that names its field by another word, or no other field clearly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.codebooks.codebook import Codebook, Contribution
from onrecord.read.grammar.vocables import noun_forms, verb_forms

__all__ = ["Company", "Fields"]

_WORD = re.compile(r"[^\W_]+")
_ENOUGH = 4
"""So many distinct words of another field show that the report is of that."""
_CLEARLY = 3
"""They must be so many times those of this field."""

_Rest = tuple[frozenset[str], ...]


class Company:
    """The fields that one report speaks of, by a codebook's words."""

    def __init__(self, fields: Fields, text: str) -> None:
        self._known = fields
        self._text = text
        self._found: dict[str, int] | None = None

    def stands(self, code: str, words: Sequence[str]) -> bool:
        """Whether the phrase of these lower-case words can be this code in this report."""
        field = self._known.fields.get(code, "")
        weak = self._known.weak.get(code, frozenset())
        if not field or weak.isdisjoint(words):
            return True
        if any(f == field for f, _ in self._known.found(words)):
            return True
        named = self._named
        own = named.get(field, 0)
        most = max((n for other, n in named.items() if other != field), default=0)
        return most < _ENOUGH or own * _CLEARLY > most

    def apart(self, one: str, other: str) -> bool:
        """Whether the codes are of two fields of life; money is of any."""
        if one.startswith(self._known.money):
            return False
        fields = {self._known.fields.get(code, "") for code in (one, other)}
        return len(fields) == 2 and "" not in fields

    def theme(self) -> str | None:
        """The code that the report names most, in the field that it names most by far, or None.

        Codes without a field of their own ("talks", "other") and money are no theme.
        """
        codes: Counter[str] = Counter()
        fields: Counter[str] = Counter()
        for code, _ in self._known.coded(_WORD.findall(self._text.lower())):
            if not code.startswith(self._known.money):
                codes[code] += 1
                fields[self._known.fields[code]] += 1
        (first, most), (_, second) = (*fields.most_common(2), ("", 0), ("", 0))[:2]
        if most < max(_CLEARLY, 2 * second):
            return None
        own = [code for code in codes if self._known.fields[code] == first]
        return min(own, key=lambda code: (-codes[code], code))

    @property
    def _named(self) -> dict[str, int]:
        """By how many distinct phrases the report names each field."""
        if self._found is None:
            phrases = set(self._known.found(_WORD.findall(self._text.lower())))
            self._found = dict(Counter(field for field, _ in phrases))
        return self._found


class Fields:
    """What a codebook says of fields and weak words."""

    def __init__(self, codebook: Codebook) -> None:
        self.fields = {c.code: c.field for c in codebook.contributions}
        self.money = next((c.code for c in codebook.contributions if c.money), " ")
        self.weak = {
            c.code: frozenset(form for word in c.weak for form in _forms(word))
            for c in codebook.contributions
        }
        for (
            code
        ) in self.weak:  # a weak word of "troops" is no stronger when it narrows to "troops.naval"
            self.weak[code] |= self.weak.get(code.partition(".")[0], frozenset())
        self._by_first: dict[str, list[tuple[_Rest, str, str]]] = {}
        for contribution in codebook.contributions:
            for phrase in _strong(contribution) if contribution.field else ():
                first, *rest = (_forms(word) for word in phrase.replace("-", " ").split())
                for form in first:
                    entry = (tuple(rest), contribution.code, phrase)
                    self._by_first.setdefault(form, []).append(entry)

    def found(self, words: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The fields that the words name, each with the phrase."""
        return ((self.fields[code], phrase) for code, phrase in self.coded(words))

    def coded(self, words: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The codes that the words name, each with the phrase."""
        for at, word in enumerate(words):
            for rest, code, phrase in self._by_first.get(word, ()):
                following = words[at + 1 : at + 1 + len(rest)]
                if len(following) == len(rest) and all(map(_is_in, following, rest)):
                    yield code, phrase


def _strong(contribution: Contribution) -> Iterable[str]:
    """The phrases without a gap that are not weak."""
    weak = set(contribution.weak)
    return (p for p in contribution.nouns if p not in weak and "..." not in p)


def _forms(word: str) -> frozenset[str]:
    return noun_forms(word) | verb_forms(word)


def _is_in(word: str, forms: frozenset[str]) -> bool:
    return word in forms
