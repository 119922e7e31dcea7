"""Words that deny: "no soldiers", "not one crown", "no longer", "under no circumstances"."""

from __future__ import annotations

from typing import Any

__all__ = ["is_excepted", "is_in_no_way", "is_negative", "is_no_longer", "is_partial"]

_OPENING = frozenset({"no", "neither"})
_DENYING = ("det", "amod", "nummod", "poss", "advmod", "preconj")
_NOT_ONE = frozenset("one single a 1".split())
_SOME = frozenset("all every each everyone everybody many both".split())
_WAYS = frozenset("circumstance condition point time way case account event means mean".split())
_COUNTING = ("amod", "nummod", "det", "quantmod")


def is_no_longer(child: Any) -> bool:
    """ "no longer", below the verb or its auxiliary."""
    below = child.children if child.dep_ in ("aux", "auxpass") else (child,)
    return any(
        c.lower_ == "longer" and c.dep_ == "advmod" and c.i > 0 and c.nbor(-1).lower_ == "no"
        for c in below
    )


def is_in_no_way(child: Any) -> bool:
    """ "under no circumstances", "at no point", "in no way", "by no means"."""
    return child.dep_ in ("prep", "advmod") and any(
        noun.lemma_.lower() in _WAYS and any(c.lower_ == "no" for c in noun.children)
        for noun in child.children
    )


def is_negative(noun: Any) -> bool:
    """Whether the noun's phrase denies that there is any; "no fewer than 200" denies nothing."""
    first = noun.left_edge
    if _bounds_amount(first):
        return False
    counted = first.head
    if counted.i != noun.i and counted.head.i == noun.i and counted.dep_ in _COUNTING:
        if first.lower_ in _OPENING or (first.lower_ == "not" and counted.lower_ in _NOT_ONE):
            return True  # "no more refugees", "not one crown"
    return noun.lower_ in ("nothing", "none", "neither", "nobody") or (
        any(
            (c.lower_ in ("no", "nobody") and c.dep_ in _DENYING)
            or (c.lower_ == "neither" and c.i < noun.i)
            or (c.lower_ == "not" and c.i < noun.i and c.i == noun.left_edge.i)
            for c in noun.children
        )
        and not is_partial(noun)
    )


def is_partial(noun: Any) -> bool:
    """Whether it holds for some and not for all: "not every ally", "not all of the 26"."""
    first, doc = noun.left_edge, noun.doc
    return bool(
        first.lower_ == "not" and first.i + 1 < len(doc) and doc[first.i + 1].lower_ in _SOME
    )


def is_excepted(noun: Any) -> bool:
    """Whether what is said holds for the others and not for this one: "Britain, but not Italy".

    Also "every member but Spain".
    """
    if noun.dep_ == "conj" and any(
        c.lower_ == "but" and c.dep_ == "cc" and c.i == noun.left_edge.i - 1 for c in noun.head.children
    ) and not any(c.lower_ == "also" for c in noun.children):  # fmt: skip
        return True
    return any(c.lower_ == "not" and c.dep_ == "neg" and c.i < noun.i for c in noun.children)


def _bounds_amount(word: Any) -> bool:
    rest = [t.lower_ for t in word.doc[word.i + 1 : word.i + 3]]
    return len(rest) == 2 and rest[0] in ("fewer", "less", "more") and rest[1] == "than"
