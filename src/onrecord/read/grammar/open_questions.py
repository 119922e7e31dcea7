"""Which questions a clause leaves open: who, how many, how much, when, where, whether."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onrecord.model.vocabulary import What
from onrecord.read.grammar import tree

__all__ = ["open_questions"]

_HOW = {
    "many": What.HOW_MANY, "much": What.HOW_MUCH, "large": What.HOW_MUCH, "big": What.HOW_MUCH,
    "high": What.HOW_MUCH, "long": What.WHEN, "soon": What.WHEN,
}  # fmt: skip
_WHO_NOUNS = frozenset("country nation state member name list participant government".split())
_MANY_NOUNS = frozenset("size number figure strength scale troop soldier".split())
_MUCH_NOUNS = frozenset("amount sum cost budget price".split())
_WHEN_NOUNS = frozenset("date timetable timeline schedule deadline timing timeframe".split())
_WHETHER_NOUNS = frozenset("commitment promise pledge decision confirmation guarantee".split())


def open_questions(verb: Any, particles: Iterable[Any] = ()) -> tuple[What, ...]:
    """The questions that the words and nouns below the verb ask, each once.

    `particles` are the verb's own further words: what hangs on them counts, too.
    """
    found: list[What] = []
    own = {t.i for t in particles}
    words = [t for c in verb.children
             if c.dep_ not in ("nsubj", "aux", "neg", "conj", "advcl", "prep") or c.i in own
             or (c.dep_ == "advcl" and verb.lemma_ == "know" and tree.clause_mark(c) in ("when", "where"))
             for t in c.subtree]  # fmt: skip
    if verb.lemma_ in ("name", "identify", "list") and any(
        o.lower_ in ("them", "these", "those") for o in tree.children(verb, "dobj")
    ):
        found.append(What.WHO)
    subjects = tree.children(verb, "nsubjpass")
    words += [t for s in subjects for t in s.subtree]
    for index, token in enumerate(words):
        following = words[index + 1].lower_ if index + 1 < len(words) else ""
        if what := _question(token, following):
            found.append(what)
    return tuple(dict.fromkeys(found))


def _question(token: Any, following: str) -> What | None:
    """The open question that a word stands for."""
    word, lemma = token.lower_, token.lemma_.lower()
    if word == "how":
        return _HOW.get(following)
    simple = {"who": What.WHO, "which": What.WHO, "whom": What.WHO, "when": What.WHEN,
              "where": What.WHERE, "whether": What.WHETHER, "if": What.WHETHER}  # fmt: skip
    if word in simple:
        return simple[word]
    if word == "what":
        return What.HOW_MUCH if token.dep_ in ("dobj", "attr", "nsubj") else What.WHETHER
    if token.dep_ in ("dobj", "nsubjpass", "conj", "pobj", "attr"):
        for nouns, what in (
            (_MANY_NOUNS, What.HOW_MANY), (_WHO_NOUNS, What.WHO), (_MUCH_NOUNS, What.HOW_MUCH),
            (_WHEN_NOUNS, What.WHEN), (_WHETHER_NOUNS, What.WHETHER),
        ):  # fmt: skip
            if lemma in nouns:
                return what
    return None
