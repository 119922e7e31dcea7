"""Mending particles, adverbs and prepositions: "bring back", "bring home", "open to … and to"."""

from __future__ import annotations

from typing import Any

__all__ = ["bring_back", "go_home", "join_preposition"]


def bring_back(back: Any) -> None:
    """ "will bring back the sanctions": a particle with an object after it, and no preposition."""
    if back.lower_ != "back" or back.dep_ != "prep" or back.head.pos_ != "VERB":
        return
    for thing in [c for c in back.children if c.dep_ == "pobj"]:
        thing.head, thing.dep_ = back.head, "dobj"
        back.dep_ = "prt"


def go_home(home: Any) -> None:
    """ "bring half of its contingent home": where to, and no kind of home."""
    thing = home.nbor(-1) if home.i else home
    if home.lower_ != "home" or thing.head.i != home.i or thing.dep_ != "compound":
        return
    thing.head, thing.dep_ = home.head, home.dep_
    for child in [c for c in home.children if c.i != thing.i]:
        child.head = thing
    home.head, home.dep_, home.tag_, home.pos_ = thing, "advmod", "RB", "ADV"


def join_preposition(token: Any) -> None:
    """ "open to monitoring a truce and to training": the second "to" goes with the first."""
    if token.dep_ != "conj" or token.pos_ not in ("ADP", "SCONJ") or token.head.pos_ == "ADP":
        return
    first = next((a for a in token.ancestors if a.dep_ == "prep" and a.i < token.i), None)
    if first is not None and first.lower_ == token.lower_:
        token.head = first
