"""Mending gapping: "Canada pledged $10 million, Japan $20 million and Norway 300 tents"."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["GAPPED", "part_gaps"]

GAPPED = "gapped"
"""The label of what is left of a clause whose verb is that of the clause before."""
_MAYBE = re.compile(r"(?:,|;|\b(?:and|while|but))\s(?:the\s)?[A-Z]")
"""A name behind a comma or "and", which most sentences have not."""
_BEFORE = frozenset([",", ";", "and", "while", "but"])
_MONEY = frozenset("$ € £ ¥ us$ a$ c$ nz$ hk$".split())
_DEGREES = frozenset(
    "another about some around nearly almost up to a further just only over".split()
)
_NO_NAMES = frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday article resolution paragraph section chapter
    cop number version phase group flight highway route boeing airbus""".split()
)
_BETWEEN = 4
_LOOSE = ("compound", "nmod", "conj", "appos", "npadvmod", "amod")


def part_gaps(doc: Any) -> None:
    """Hang each name that an amount follows right on on the verb before it, with the amount.

    The amount's head gets the label GAPPED and the name becomes its subject.
    """
    if _MAYBE.search(doc.text) is None:
        return
    for first, last in _names(doc):
        amount = _amount_after(doc, last + 1) or _thing_after(doc, last)
        verb = _verb_before(doc, first) if amount is not None else None
        if amount is None or verb is None:
            continue
        name, thing = doc[last], _head_of(doc, amount)
        while name.head.i in range(first, last):
            name = name.head
        for token in doc[last + 1 : thing.i + 1]:
            if token.i != thing.i and not last < token.head.i <= thing.i:
                token.head, token.dep_ = thing, "nummod"
        after = [c for t in doc[first : last + 1] for c in t.children if c.i > thing.i]
        thing.head, thing.dep_ = verb, GAPPED
        name.head, name.dep_ = thing, "nsubj"
        for child in after:
            child.head = verb if child.dep_ in ("punct", "cc", "conj") else thing


def _names(doc: Any) -> list[tuple[int, int]]:
    """Names that stand behind a comma or "and", as (first, last) token."""
    found = []
    at = 1
    while at < len(doc) - 1:
        if doc[at - 1].lower_ not in _BEFORE or not (
            doc[at].text[:1].isupper() or doc[at].lower_ == "the"
        ):
            at += 1
            continue
        last = at + 1 if doc[at].lower_ == "the" else at
        while (
            last + 1 < len(doc)
            and doc[last + 1].text[:1].isupper()
            and doc[last + 1].text.isalpha()
        ):
            last += 1
        proper = last < len(doc) and doc[last].text[:1].isupper() and doc[last].text.isalpha()
        if proper and doc[last].lower_ not in _NO_NAMES:
            found.append((at, last))
        at = last + 1
    return found


def _amount_after(doc: Any, at: int) -> Any | None:
    """The first token of an amount that begins here, or None."""
    start = at
    while at < len(doc) and doc[at].lower_ in _DEGREES and at - start < _BETWEEN:
        at += 1
    if at >= len(doc):
        return None
    token = doc[at]
    if token.lower_ in _MONEY:
        return token if at + 1 < len(doc) and doc[at + 1].text[:1].isdigit() else None
    if not token.like_num or (token.text.isalpha() and token.lower_ == "one"):
        return None
    return token


def _thing_after(doc: Any, last: int) -> Any | None:
    """ "France offered troops, Belgium jets": the first word of a bare thing up to the next mark."""
    at = last + 1
    if at >= len(doc) or doc[last].dep_ not in _LOOSE or doc[at].text[:1].isupper():
        return None
    end = at
    while end < len(doc) and doc[end].pos_ in ("NOUN", "ADJ") and doc[end].text.islower():
        end += 1
    closed = end < len(doc) and doc[end].lower_ in (*_BEFORE, ".", "for", "to")
    return doc[at] if end > at and closed and doc[end - 1].pos_ == "NOUN" else None


def _head_of(doc: Any, amount: Any) -> Any:
    """The noun that the amount counts, or its last number."""
    if not amount.like_num and amount.lower_ not in _MONEY and not amount.text[:1].isdigit():
        at = amount.i
        while at + 1 < len(doc) and doc[at + 1].pos_ in ("NOUN", "ADJ"):
            at += 1
        return doc[at]
    at = amount.i + (1 if amount.lower_ in _MONEY else 0)
    while at + 1 < len(doc) and doc[at + 1].like_num:
        at += 1
    for follow in doc[at + 1 : at + _BETWEEN]:
        if follow.pos_ == "NOUN" and (follow.i + 1 >= len(doc) or doc[follow.i + 1].pos_ != "NOUN"):
            return follow
        if follow.pos_ not in ("ADJ", "NOUN", "PROPN"):
            break
    return doc[at]


def _verb_before(doc: Any, first: int) -> Any | None:
    """The nearest verb before with an amount of its own and no other verb after it."""
    for token in reversed(doc[:first]):
        if token.pos_ == "VERB":
            given = any(
                t.like_num or t.text[:1].isdigit() or t.dep_ == "dobj"
                for t in doc[token.i + 1 : first]
            )
            return token if given else None
        if token.text == ".":
            return None
    return None
