"""The predicate classes: which verbs, nouns and adjectives say what an actor does.

The classes are data (`data/predicates.yaml`) and domain-independent; the grammar knows the class
names only, so that a new verb is one line of data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from onrecord.codebooks.codebook import Codebook

__all__ = ["Lexicon", "lexicon_for", "load_lexicon"]

_PARTICLES = frozenset("in on up out off over down away".split())
_BETWEEN = ("dobj", "dative", "prep", "prt", "xcomp", "ccomp", "acomp", "attr", "advcl")
_LOOKAHEAD = 5
"""How many tokens after the verb its particle or preposition may stand."""
_IDIOM_LOOKAHEAD = 12
"""How far an idiom of several words may reach ("put 138 million euros on the table")."""


_IDIOM_GAP = 4
"""How far apart the further words of an idiom may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Classes by lemma. Verbs map to (following words, class) pairs, the longest first."""

    verbs: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    nouns: Mapping[str, frozenset[str]]
    adjectives: Mapping[str, frozenset[str]]
    seconds: frozenset[str]
    """The last words of nouns of two words."""

    def verb_classes(self, verb: Any) -> frozenset[str]:
        """The classes of a verb token with its particles; the longest entries win."""
        known = self._known(verb.doc)
        found = known.get(verb.i)
        if found is None or found[0] != verb.lemma_:
            found = known[verb.i] = (verb.lemma_, self._classes(verb))
        return found[1]

    def _known(self, doc: Any) -> dict[int, tuple[str, frozenset[str]]]:
        """The classes of a doc's verbs as far as asked for, by place: many rules ask again."""
        kept = doc.user_data.get("classes")
        if kept is None or kept[0] is not self.verbs:
            kept = doc.user_data["classes"] = (self.verbs, {})
        return kept[1]  # type: ignore[no-any-return]

    def _classes(self, verb: Any) -> frozenset[str]:
        entries = self._entries(verb)
        if not entries:
            return frozenset()
        best: set[str] = set()
        length = -1
        for rest, name in entries:
            if len(rest) < length:
                break
            if _follows(verb, rest):
                best.add(name)
                length = len(rest)
        return frozenset(best)

    def _entries(self, verb: Any) -> Sequence[tuple[tuple[str, ...], str]]:
        """The entries of the verb's lemma, or of its form where the lemma is none ("pared": "par").

        Without those of whose further words one does not follow.
        """
        found = self.verbs.get(verb.lemma_.lower())
        if found is None and verb.pos_ in ("VERB", "AUX"):
            found = next((self.verbs[s] for s in _stems(verb.lower_) if s in self.verbs), None)
        if not found or not found[0][0]:
            return found or ()
        forms, lemmas = _words(verb.doc)
        first, last = verb.i + 1, verb.i + 1 + _IDIOM_LOOKAHEAD
        after = {*forms[first:last], *lemmas[first:last]}
        return [entry for entry in found if after.issuperset(entry[0])]

    def particles(self, verb: Any) -> tuple[Any, ...]:
        """The tokens that belong to the verb's longest entry ("on" of "call on")."""
        for rest, _ in self._entries(verb):
            if rest and (found := _follows(verb, rest)):
                return tuple(found)
        return ()

    def noun_classes(self, noun: Any) -> frozenset[str]:
        """The classes of a noun token, with the word before it where the two are an entry ("red line")."""
        lemma = noun.lemma_.lower()
        if noun.i > 0 and lemma in self.seconds:
            together = self.nouns.get(f"{noun.doc[noun.i - 1].lower_} {lemma}")
            if together is not None:
                return together
        return self.nouns.get(lemma, frozenset())

    def adjective_classes(self, adjective: Any) -> frozenset[str]:
        """The classes of an adjective or participle token, by its form or its lemma."""
        return self.adjectives.get(adjective.lower_) or self.adjectives.get(
            adjective.lemma_.lower(), frozenset()
        )


def _words(doc: Any) -> tuple[list[str], list[str]]:
    """The doc's forms in lower case and the lemmas of its nouns, "" for other words; made once."""
    known = doc.user_data.get("words")
    if known is None:
        tokens = list(doc)
        lemmas = [t.lemma_ if t.pos_ == "NOUN" else "" for t in tokens]
        known = doc.user_data["words"] = ([t.lower_ for t in tokens], lemmas)
    return known  # type: ignore[no-any-return]


def _stems(form: str) -> Iterator[str]:
    """What a regular form may be a form of: "pared" of "pare", "planned" of "plan"."""
    for ending in ("ed", "ing", "es", "s"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form.removesuffix(ending)
            yield stem
            yield stem + "e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def _spells(token: Any, word: str) -> bool:
    """Whether the token is the word, or a noun that it is the singular of."""
    return bool(token.lower_ == word or (token.pos_ == "NOUN" and token.lemma_ == word))


def _follows(verb: Any, rest: tuple[str, ...]) -> list[Any] | tuple[bool, ...]:
    """The tokens after the verb that spell `rest` in order; truthy for an empty `rest`."""
    if not rest:
        return (True,)
    if len(rest) == 1:
        things = [c for c in verb.children if c.dep_ == "dobj"]
        apart = [
            c for head in (verb, *things, *(t for o in things for t in o.subtree))
            for c in head.children if c.dep_ in ("prt", "advmod") and c.lower_ == rest[0] and c.i > head.i
        ]  # fmt: skip
        if apart:
            return apart  # "is pulling the last of its soldiers out", however far
        apart = [
            c for c in verb.children if c.dep_ == "prep" and c.lower_ == rest[0] and c.i > verb.i
        ]
        if apart and not any(c.dep_ in _BETWEEN and c.i < apart[0].i for c in verb.children):
            return apart[:1]  # "called Monday, after all, on the parties"
    found: list[Any] = []
    position = verb.i + 1
    reach = _LOOKAHEAD if len(rest) == 1 else _IDIOM_LOOKAHEAD
    limit = min(len(verb.doc), verb.i + 1 + reach)
    for word in rest:
        while position < limit and not _spells(verb.doc[position], word):
            position += 1
        if position >= limit:
            return ()
        if found and position - found[-1].i > _IDIOM_GAP:
            return ()  # "put them on notice that it would hold": no "put on hold"
        token = verb.doc[position]
        if "no" not in rest and any(c.lower_ == "no" and c.dep_ == "det" for c in token.children):
            return ()  # "gave no blessing"
        found.append(token)
        position += 1
    if found[-1].lower_ == "no" and found[-1].dep_ == "det":
        return ()  # "said no decision was made" does not say no
    together = len(found) > 1 and found[-1].i - found[0].i == len(found) - 1
    if len(rest) == 1 and rest[0] in _PARTICLES and found[0].dep_ == "prep":
        between = verb.doc[verb.i + 1 : found[0].i]
        away = any(c.lower_ == "of" for c in found[0].children)  # "pulls its soldiers out of Mali"
        if any(t.pos_ in ("NOUN", "PROPN") for t in between) and not away:
            return ()  # "threw stones in the square" throws nothing in
    attached = found[0].head == verb or found[0].i == verb.i + 1 or together
    return found if attached else ()


@cache
def load_lexicon() -> Lexicon:
    """The built-in predicate classes."""
    raw = yaml.safe_load(
        files("onrecord.read.grammar").joinpath("data/predicates.yaml").read_text("utf-8")
    )
    verbs: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    nouns: dict[str, set[str]] = {}
    adjectives: dict[str, set[str]] = {}
    for name, words in raw.items():
        for verb in words.get("verbs", ()):
            first, *rest = verb.split()
            verbs.setdefault(first, []).append((tuple(rest), name))
        for noun in words.get("nouns", ()):
            nouns.setdefault(noun, set()).add(name)
        for adjective in words.get("adjectives", ()):
            adjectives.setdefault(adjective, set()).add(name)
    return Lexicon(
        verbs={
            lemma: tuple(sorted(entries, key=lambda e: (-len(e[0]), e)))
            for lemma, entries in verbs.items()
        },
        nouns={lemma: frozenset(names) for lemma, names in nouns.items()},
        adjectives={word: frozenset(names) for word, names in adjectives.items()},
        seconds=frozenset(lemma.split()[1] for lemma in nouns if len(lemma.split()) == 2),
    )


def lexicon_for(codebook: Codebook) -> Lexicon:
    """The built-in classes, with the verbs of what backs another in the codebook among the acts."""
    lexicon = load_lexicon()
    firsts = [v.split()[0] for c in codebook.contributions if c.backing for v in c.verbs]
    done: tuple[tuple[str, ...], str] = ((), "perform")
    fresh: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
        verb: (done,) for verb in firsts if verb not in lexicon.verbs
    }
    for verb in set(firsts) & set(lexicon.verbs):  # "resumed full ties" is done
        if [name for rest, name in lexicon.verbs[verb] if not rest] == ["transparent"]:
            fresh[verb] = (*lexicon.verbs[verb], done)
    return replace(lexicon, verbs={**lexicon.verbs, **fresh}) if fresh else lexicon
