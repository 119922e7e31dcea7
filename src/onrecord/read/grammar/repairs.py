"""Mending what the parser gets wrong in a regular way, before any rule looks at the parse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from onrecord.read.grammar.clause_repairs import (
    finish_clause,
    part_at_colon,
    part_colon,
    part_semicolon,
    part_splice,
    sink_condition,
    sink_hearsay,
    sink_inverted_condition,
)
from onrecord.read.grammar.gapping_repairs import part_gaps
from onrecord.read.grammar.headline_repairs import repair_headline
from onrecord.read.grammar.infinitive_repairs import (
    complete,
    free_infinitive,
    hang_on_noun,
    infinitive_clause,
    lift_telling,
    pass_over_condition,
    say_outright,
)
from onrecord.read.grammar.list_repairs import (
    free_past,
    head_list,
    join_list,
    lift_finite_conjunct,
    name_apposition,
)
from onrecord.read.grammar.particle_repairs import bring_back, go_home, join_preposition
from onrecord.read.grammar.subject_repairs import (
    free_swallowed,
    part_subjects,
    pass_aside,
    pass_over_speaker,
    raise_subject,
    regain_from_speaker,
    regain_subject,
    sink_reflexive,
)
from onrecord.read.grammar.tag_repairs import (
    contracted,
    finite_root,
    headline_verb,
    numbered_plural,
    retag,
    retag_infinitive,
)

__all__ = ["repair"]

_NOUNS = ("NN", "NNS", "NNP")
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "conj", "ROOT", "relcl")


def repair(doc: Any) -> None:
    """Mend the Doc in place: tags first, then attachments that rest on them."""
    tokens = list(doc)
    for token in tokens:
        if token.tag_ == "JJ":
            retag(token)
            continue
        if token.tag_ in _NOUNS and token.dep_ in _CLAUSES:
            retag_infinitive(token)
        numbered_plural(token)
    marks = {token.text for token in tokens if token.dep_ == "punct"}
    for token in tokens:
        for mend in _MENDS.get(token.dep_, ()):
            mend(token)
        for mark, mend in _AT_MARKS if token.dep_ == "ROOT" else ():
            if mark in marks:
                mend(token)
    repair_headline(doc)
    part_gaps(doc)


_AT_MARKS = ((":", part_colon), (";", part_semicolon))
"""What a root may need where such a mark stands in the sentence."""
_MENDS: Mapping[str, tuple[Callable[[Any], None], ...]] = {
    "conj": (lift_telling, lift_finite_conjunct, join_preposition, free_past),
    "ROOT": (
        finite_root,
        pass_aside,
        sink_condition,
        sink_inverted_condition,
        sink_hearsay,
        headline_verb,
        regain_from_speaker,
        regain_subject,
        free_swallowed,
    ),
    "advcl": (complete, hang_on_noun),
    "prep": (bring_back,),
    "advmod": (head_list, name_apposition),
    "nmod": (head_list, name_apposition),
    "dep": (head_list, name_apposition),
    "ccomp": (part_at_colon, sink_inverted_condition, part_splice),
    "parataxis": (part_at_colon, pass_over_speaker),
    "npadvmod": (head_list, name_apposition),
    "acl": (finish_clause,),
    "case": (contracted,),
    "nsubj": (sink_reflexive, raise_subject, join_list, part_subjects),
    "nsubjpass": (raise_subject, join_list),
    "csubj": (say_outright,),
    "relcl": (infinitive_clause,),
    "pobj": (free_infinitive, go_home),
    "dobj": (go_home,),
    "xcomp": (pass_over_condition, infinitive_clause),
}
"""What may need mending, by the token's label."""
