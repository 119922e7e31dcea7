"""What was almost done, would have been done, or is done by some and not by all: no position."""

from __future__ import annotations

from typing import Any

from onrecord.read.grammar import tree
from onrecord.read.grammar.negatives import is_partial

__all__ = ["is_unreal"]

_UNREAL = frozenset("would 'd ’d could might".split())

_BY_DEGREES = frozenset(
    """double triple quadruple halve treble complete finish empty exhaust fill deplete reach match
    equal surpass wipe eliminate decimate cut reduce raise increase""".split()
)
"""Verbs of which "almost" tells how much."""


def is_unreal(verb: Any) -> bool:
    """ "almost sent tanks", "came close": not done; "nearly doubled" is a matter of degree."""
    subject = tree.subject(verb)
    if subject is not None and is_partial(subject):
        return True  # "not all of them will go": neither a promise nor a refusal of the whole
    words = tree.auxiliaries(verb)
    if verb.tag_ == "VBN" and any(w.lower_ in _UNREAL for w in words) and any(
        w.lower_ == "have" for w in words
    ):  # fmt: skip
        # "would have sent troops"; "would have trained 500 by June" is a promise told afterwards
        return not any(p.lower_ == "by" for p in tree.prepositions(verb))
    just_before = verb.nbor(-1) if verb.i > 0 else None
    return (
        just_before is not None
        and just_before.lower_ in ("almost", "nearly", "narrowly")
        and just_before.head.i == verb.i
        and tree.modality(verb) in tree.DONE
        and not tree.is_passive(verb)
        and verb.lemma_ not in _BY_DEGREES
    )
