"""Phrases that name nothing of their own and point back to what was spoken of: "join the effort", "its share"."""

from __future__ import annotations

from typing import Any

from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame

__all__ = ["is_anaphoric", "points_back"]

_TIMES = frozenset(
    """day week month year time moment today tomorrow morning evening spring summer autumn winter
    quarter date deadline end beginning start future hour season decade""".split()
)
_POINTERS = frozenset(
    """part effort initiative plan proposal idea step move decision announcement matter issue question thing
    list request outcome result deal way debate suit share sum figure number date amount quantity
    target goal level participation programme program paragraph text position answer detail sale
    purchase role involvement timetable schedule timeline price more point word pledge promise offer
    cut commitment stance process average reduction use wish mandate extension increase mind replacement text paragraph suggestion scheme project demand appeal call
    state country member party side government ally partner nation""".split()
)
"""Nouns that point back to what was spoken of."""
_CIRCUMSTANCES = frozenset("under after before until without during despite unless".split())
"""What stands behind these says when or how, not what: "take part only under a mandate"."""


def is_anaphoric(frame: Frame) -> bool:
    """Nothing but the predicate itself, a pronoun, or "take part", "join", "do so"."""
    node = frame.node
    if node.pos_ == "NOUN" and not points_back(node):
        return False
    nouns = [
        t for t in tree.own_subtree(node)
        if t.pos_ in ("NOUN", "PROPN") and t.i != node.i and t.dep_ in ("dobj", "pobj", "attr")
        and not (t.dep_ == "pobj" and t.head.lower_ in _CIRCUMSTANCES)
    ]  # fmt: skip
    like_others = node.lemma_ in ("follow", "join", "imitate", "copy")
    telling = [
        t for t in nouns if not points_back(t)
        and not (like_others and t.pos_ == "PROPN" and t.dep_ == "dobj")  # "will not follow Athens"
    ]  # fmt: skip
    if not telling:
        return True
    return all(t.pos_ == "PRON" for t in tree.objects(node)) and bool(tree.objects(node))


def points_back(noun: Any) -> bool:
    """A word for what was spoken of, a time, or a place or side: it names no contribution."""
    if noun.lemma_.lower() in _POINTERS or noun.lemma_.lower() in _TIMES:
        return True
    return bool(noun.pos_ == "PROPN" and noun.dep_ == "pobj")
