"""Part of speech, lemma and morphology by the pipeline's rules: once for each form, tag and label."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import numpy as np

__all__ = ["TokenRules", "token_keys"]

_KEY = ("ORTH", "TAG", "DEP")
_GIVEN = ("POS", "LEMMA", "MORPH")
_TOLD_BY = frozenset({"ORTH", "LOWER", "TAG", "DEP", "IS_SPACE"})


def token_keys(doc: Any, attributes: tuple[str, ...]) -> list[bytes]:
    """For each token of the doc, the values of its attributes as one key."""
    values = np.ascontiguousarray(doc.to_array(attributes))
    keys: list[bytes] = values.view(f"V{8 * len(attributes)}").ravel().tolist()
    return keys


class TokenRules:
    """The pipeline's attribute ruler and lemmatizer, remembered.

    Their rules look at one token's form, tag and label, but for a few that look at two tokens in a
    row ("gon na"): a doc with a word of those goes through the pipeline's own components.
    """

    PIPES: ClassVar[tuple[str, ...]] = ("attribute_ruler", "lemmatizer")

    def __init__(self, nlp: Any, triggers: Mapping[str, frozenset[int]]) -> None:
        self._vocab = nlp.vocab
        self._ruler, self._lemmatizer = (nlp.get_pipe(name) for name in self.PIPES)
        _index(self._lemmatizer.lookups)
        self._triggers = triggers
        self._named = _named(self._ruler.patterns)
        self._known: dict[bytes, bytes] = {}
        self._ruled: dict[tuple[str, str, str], bytes] = {}

    @classmethod
    def of(cls, nlp: Any) -> TokenRules | None:
        """None where the pipeline's rules look at more than a token's form, tag and label."""
        names = [name for name in nlp.pipe_names if name in cls.PIPES]
        if tuple(names) != cls.PIPES or getattr(nlp.get_pipe("lemmatizer"), "mode", "") != "rule":
            return None
        triggers = _triggers(nlp.get_pipe("attribute_ruler").patterns)
        if triggers is None:
            return None
        strings = nlp.vocab.strings
        return cls(
            nlp, {attr: frozenset(map(strings.add, words)) for attr, words in triggers.items()}
        )

    def apply(self, docs: Sequence[Any]) -> None:
        """Annotate the docs, which are tagged and parsed."""
        plain: list[tuple[Any, list[bytes]]] = []
        for doc in docs:
            if self._is_special(doc):
                self._ruler(doc)
                self._lemmatizer(doc)
            else:
                plain.append((doc, token_keys(doc, _KEY)))
        self._learn({key: None for _, keys in plain for key in keys if key not in self._known})
        for doc, keys in plain:
            given = np.frombuffer(b"".join([self._known[key] for key in keys]), dtype="uint64")
            doc.from_array(_GIVEN, given.reshape(len(keys), len(_GIVEN)))

    def _is_special(self, doc: Any) -> bool:
        if doc.to_array("IS_SPACE").any():
            return True
        return any(
            not triggers.isdisjoint(doc.to_array(attr).tolist())
            for attr, triggers in self._triggers.items()
        )

    def _learn(self, keys: Mapping[bytes, None]) -> None:
        """What the rules give each token, by way of a doc of these tokens alone."""
        if not keys:
            return
        strings = self._vocab.strings
        values = np.frombuffer(b"".join(keys), dtype="uint64").reshape(len(keys), len(_KEY))
        tokens = [(strings[int(f)], strings[int(t)], strings[int(d)]) for f, t, d in values]
        doc = self._doc(tokens)
        given = np.frombuffer(b"".join(self._rule(tokens)), dtype="uint64")
        doc.from_array(_GIVEN, given.reshape(len(keys), len(_GIVEN)))
        self._lemmatizer(doc)
        self._known.update(zip(keys, token_keys(doc, _GIVEN), strict=True))
        self._lemmatizer.cache.clear()  # its own memory, of no further use

    def _rule(self, tokens: Sequence[tuple[str, str, str]]) -> list[bytes]:
        """What the ruler gives each token: of the forms that no rule names, all have the same."""
        alike = [(f if self._is_named(f) else "", tag, label) for f, tag, label in tokens]
        fresh = {
            key: token for key, token in zip(alike, tokens, strict=True) if key not in self._ruled
        }
        if fresh:
            doc = self._doc(list(fresh.values()))
            self._ruler(doc)
            self._ruled.update(zip(fresh, token_keys(doc, _GIVEN), strict=True))
        return [self._ruled[key] for key in alike]

    def _is_named(self, form: str) -> bool:
        words, patterns = self._named
        lowered = form.lower()
        return lowered in words or any(pattern.search(lowered) for pattern in patterns)

    def _doc(self, tokens: Sequence[tuple[str, str, str]]) -> Any:
        """A doc of these tokens (form, tag, label), no one of which hangs on another."""
        from spacy.tokens import Doc

        forms, tags, labels = (list(column) for column in zip(*tokens, strict=True))
        heads = list(range(len(forms)))
        return Doc(self._vocab, words=forms, tags=tags, deps=labels, heads=heads)


def _index(lookups: Any) -> None:
    """The lemmatizer looks for every form in a list of thousands: a set has the same members."""
    table = lookups.get_table("lemma_index")
    for part in list(table):
        table[part] = frozenset(table[part])


def _named(patterns: Sequence[Mapping[str, Any]]) -> tuple[frozenset[str], list[re.Pattern[str]]]:
    """The forms that the ruler's patterns name, and the patterns of forms among them."""
    words: set[str] = set()
    found: list[re.Pattern[str]] = []
    tokens = (token for each in patterns for pattern in each["patterns"] for token in pattern)
    for told in (token[name] for token in tokens for name in ("LOWER", "ORTH") if name in token):
        listed = [told] if isinstance(told, str) else [*told.get("IN", ()), *told.get("NOT_IN", ())]
        words.update(word.lower() for word in listed)
        if not isinstance(told, str) and "REGEX" in told:
            found.append(re.compile(told["REGEX"]))
    return frozenset(words), found


def _triggers(patterns: Sequence[Mapping[str, Any]]) -> dict[str, set[str]] | None:
    """The words and labels without which no rule of two tokens applies; None if that is unknown."""
    found: dict[str, set[str]] = {}
    for pattern in (tokens for each in patterns for tokens in each["patterns"]):
        if not all(set(token) <= _TOLD_BY for token in pattern):
            return None
        if len(pattern) == 1:
            continue
        plain = [
            (attr, t[attr])
            for t in pattern
            for attr in ("DEP", "LOWER")
            if isinstance(t.get(attr), str)
        ]
        if not plain:
            return None
        attr, word = plain[0]
        found.setdefault(attr, set()).add(word)
    return found
