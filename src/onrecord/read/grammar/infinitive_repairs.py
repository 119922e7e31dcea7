"""Mending infinitives: what they complete, and those taken for the noun behind "to"."""

from __future__ import annotations

from typing import Any

__all__ = [
    "complete",
    "free_infinitive",
    "hang_on_noun",
    "infinitive_clause",
    "lift_telling",
    "pass_over_condition",
    "say_outright",
]

_ALSO_VERBS = frozenset(
    "clear open free empty secure lower double triple clean complete separate slow".split()
)
"""Adjectives whose form is also a verb's: after "to" and before a bare noun the tagger mistakes the one for the other."""
_BEFORE_INFINITIVE = frozenset(
    """be offer vow promise pledge swear agree want plan intend decide refuse hope seek aim decline threaten
    expect try help start begin continue undertake propose willing unwilling ready prepared able unable
    reluctant keen eager set likely determined""".split()
)
"""Heads whose "to" opens an infinitive; others ("committed to", "returned to") may take a noun."""
_TAKES_INFINITIVE = frozenset(
    """commitment decision promise pledge offer plan intention readiness willingness agreement refusal request
    demand call proposal vow undertaking effort""".split()
)
_COMPLEMENTS = ("xcomp", "ccomp", "dobj", "acomp", "attr")


def infinitive_clause(verb: Any) -> None:
    """ "rejected the call to import oil": an infinitive after a noun that takes one is no relative clause."""
    noun = verb.head
    if verb.tag_ != "VB" or noun.pos_ != "NOUN" or noun.lemma_.lower() not in _TAKES_INFINITIVE:
        return
    if any(c.tag_ == "TO" for c in verb.children) and not any(
        c.tag_ in ("WDT", "WP", "IN") and c.i < verb.i for c in verb.children
    ):
        verb.dep_ = "acl"


def say_outright(clause: Any) -> None:
    """ "made plain that it will not accept": what is made plain is said."""
    plain = clause.head
    if clause.i > plain.i and plain.dep_ in ("oprd", "acomp") and plain.head.lemma_ == "make":
        clause.head, clause.dep_ = plain.head, "ccomp"


def free_infinitive(noun: Any) -> None:
    """ "offered to clear mines": an adjective that is a verb, too, after one that takes an infinitive."""
    to = noun.head
    if to.lower_ != "to" or to.dep_ not in ("prep", "dative") or not _takes_infinitive(to.head):
        return
    verb = next((c for c in noun.children if c.i == to.i + 1 and c.lower_ in _ALSO_VERBS), None)
    if verb is None or noun.i < verb.i or any(c.dep_ == "det" for c in noun.children):
        return
    verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
    verb.head, verb.dep_ = to.head, "xcomp"
    noun.head, noun.dep_ = verb, "dobj"
    to.head, to.dep_, to.tag_, to.pos_ = verb, "aux", "TO", "PART"


def _takes_infinitive(head: Any) -> bool:
    return head.lemma_.lower() in _BEFORE_INFINITIVE or head.lower_ == "going"


def complete(verb: Any) -> None:
    """ "offered on Thursday to resume talks": the infinitive completes what takes one."""
    head = verb.head
    if verb.tag_ != "VB" or verb.i < head.i or head.lemma_.lower() not in _BEFORE_INFINITIVE:
        return
    if head.pos_ != "VERB" or any(c.dep_ in _COMPLEMENTS for c in head.children):
        return
    if verb.left_edge.tag_ == "TO":
        verb.dep_ = "xcomp"


def hang_on_noun(verb: Any) -> None:
    """ "welcomed the commitment of Peru to publish data": the infinitive is the noun's."""
    head = verb.head
    if verb.tag_ != "VB" or verb.i < head.i or verb.left_edge.tag_ != "TO":
        return
    thing = next((c for c in head.children if c.dep_ == "dobj" and c.i < verb.i), None)
    if thing is None or thing.right_edge.i + 1 != verb.left_edge.i:
        return
    if thing.lemma_ in _TAKES_INFINITIVE and any(c.lower_ in ("of", "by") for c in thing.children):
        verb.head, verb.dep_ = thing, "acl"


def lift_telling(noun: Any) -> None:
    """ "the readiness of Qatar to host talks and the offer of Angola to …": two that tell, side by side."""
    if noun.lemma_ not in _TAKES_INFINITIVE or noun.pos_ != "NOUN":
        return
    above = noun.head
    while above.dep_ not in ("acl", "ROOT"):
        above = above.head
    told = above.head
    if above.dep_ == "acl" and told.lemma_ in _TAKES_INFINITIVE and any(
        c.tag_ == "VB" and c.dep_ in ("acl", "relcl") for c in noun.children
    ):  # fmt: skip
        noun.head = told


def pass_over_condition(token: Any) -> None:
    """ "is ready, if asked, to send": the infinitive is the adjective's, not the condition's."""
    condition = token.head
    if token.dep_ != "xcomp" or condition.dep_ != "advcl" or token.i < 2:
        return
    to = next((c for c in token.children if c.tag_ == "TO"), None)
    if to is None or to.i == 0 or to.nbor(-1).text != "," or condition.i > to.i:
        return
    main = condition.head
    adjective = next((c for c in main.children if c.dep_ == "acomp" and c.i < condition.i), None)
    token.head = adjective if adjective is not None else main
