"""Mending tags: verbs taken for adjectives and nouns, a contracted "is" taken for a genitive."""

from __future__ import annotations

from typing import Any

from onrecord.read.grammar.tree import OWN_SUBJECTS

__all__ = [
    "contracted",
    "finite_root",
    "headline_verb",
    "numbered_plural",
    "retag",
    "retag_infinitive",
]


def retag(token: Any) -> None:
    """ "refused to clear mines": an adjective with an auxiliary and an object is a verb."""
    if token.tag_ == "JJ" and token.dep_ in ("xcomp", "ccomp", "ROOT", "conj"):
        labels = {child.dep_ for child in token.children}
        if "dobj" in labels or "aux" in labels:
            token.tag_ = "VB"
            token.pos_ = "VERB"


def retag_infinitive(token: Any) -> None:
    """ "intends to legalise farms": what stands under "to" as its auxiliary is a verb."""
    if any(c.tag_ == "TO" and c.dep_ == "aux" and c.i < token.i for c in token.children):
        token.tag_, token.pos_, token.lemma_ = "VB", "VERB", token.lower_


def numbered_plural(token: Any) -> None:
    """ "its F-16s": the plural of a name that ends in a figure."""
    if token.lower_.endswith("s") and token.lower_[-2:-1].isdigit() and token.lower_[0].isalpha():
        token.lemma_ = token.lower_.removesuffix("s")


def headline_verb(root: Any) -> None:
    """ "Germany halts exports": with a subject and an object a plural noun is a verb."""
    labels = {c.dep_ for c in root.children}
    if root.dep_ == "ROOT" and root.tag_ == "NNS" and "nsubj" in labels and "dobj" in labels:
        root.tag_, root.pos_ = "VBZ", "VERB"


def finite_root(token: Any) -> None:
    """ "India reserves the right": a noun with an object at the root is a verb."""
    if (
        token.dep_ != "ROOT"
        or token.tag_ != "NNS"
        or not token.lower_.endswith("s")
        or token.i == 0
    ):
        return
    before = [c for c in token.children if c.i < token.i and c.dep_ == "compound"]
    if not before or not any(c.dep_ == "dobj" for c in token.children):
        return
    token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", token.lower_.removesuffix("s")
    for child in before[-1:]:
        child.dep_ = "nsubj"


def contracted(mark: Any) -> None:
    """ "Tokyo's providing aid", "Warsaw's ready to send": an auxiliary, no genitive."""
    owner = mark.head
    head = owner.head
    if mark.lower_ not in ("'s", "’s") or owner.head is owner or head.i != mark.i + 1:
        return
    if owner.dep_ in OWN_SUBJECTS and head.tag_ == "VBG":
        mark.head, mark.dep_ = head, "aux"
    elif owner.dep_ == "poss" and head.pos_ == "ADJ" and head.dep_ == "ROOT":
        owner.dep_ = "nsubj"
        mark.head, mark.dep_ = mark, "ROOT"
        owner.head = mark
        for child in [c for c in head.children if c.dep_ == "punct"]:
            child.head = mark
        head.head, head.dep_ = mark, "acomp"
    else:
        return
    mark.tag_, mark.pos_, mark.lemma_ = "VBZ", "AUX", "be"
