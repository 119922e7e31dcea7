"""Mending what the parser gets wrong in a regular way, before any rule looks at the parse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["repair"]

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
_FINITE = ("VBD", "VBZ", "VBP")


def repair(doc: Any) -> None:
    """Mend the Doc in place: tags first, then attachments that rest on them."""
    tokens = list(doc)
    for token in tokens:
        if token.tag_ == "JJ":
            _retag(token)
    for token in tokens:
        for mend in _MENDS.get(token.dep_, ()):
            mend(token)


def _retag(token: Any) -> None:
    """ "refused to clear mines": an adjective with an auxiliary and an object is a verb."""
    if token.tag_ == "JJ" and token.dep_ in ("xcomp", "ccomp", "ROOT", "conj"):
        labels = {child.dep_ for child in token.children}
        if "dobj" in labels or "aux" in labels:
            token.tag_ = "VB"
            token.pos_ = "VERB"


def _finite_root(token: Any) -> None:
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


def _regain_subject(verb: Any) -> None:
    """ "With the signing of a pact, the two sides have agreed": a subject drawn into the phrase before."""
    if verb.pos_ not in ("VERB", "AUX") or any(
        c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for c in verb.children
    ):
        return
    start = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg"))])
    fronted = next((c for c in verb.children if c.dep_ == "prep" and c.i < start), None)
    finite = verb.tag_ in _FINITE or start < verb.i
    if fronted is None or not finite:
        return
    for noun in fronted.subtree:
        first = noun.left_edge.i
        lone = noun.dep_ in ("conj", "appos") and noun.pos_ in ("NOUN", "PROPN")
        if lone and noun.right_edge.i == start - 1 and noun.doc[first - 1].text == ",":
            noun.head, noun.dep_ = verb, "nsubj"
            return


def _free_infinitive(noun: Any) -> None:
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


def _lift_finite_conjunct(token: Any) -> None:
    """ "pleaded with them to stop and offered to host": a finite verb is no conjunct of an infinitive."""
    head = token.head
    if token.dep_ != "conj" or token.tag_ not in _FINITE or not _is_infinitive(head):
        return
    if any(child.dep_ in ("aux", "nsubj", "nsubjpass") for child in token.children):
        return
    while head.dep_ != "ROOT" and head.tag_ not in _FINITE:
        head = head.head
    if head.tag_ in _FINITE and head.i < token.i:
        token.head = head


def _is_infinitive(verb: Any) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" and c.dep_ == "aux" for c in verb.children)


def _sink_inverted_condition(root: Any) -> None:
    """ "ready to host talks, should the parties so request": the condition was taken for the main clause."""
    if root.dep_ != "ROOT":
        return
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    should = next((c for c in root.children if c.lower_ == "should" and c.dep_ == "aux"), None)
    if should is None or subject is None or should.i > subject.i:
        return
    main = next(
        (c for c in root.children if c.dep_ in ("ccomp", "parataxis") and c.i < should.i), None
    )
    if main is None:
        return
    main.head = main
    main.dep_ = "ROOT"
    root.head = main
    root.dep_ = "advcl"


def _raise_subject(token: Any) -> None:
    """ "Austria cannot, for reasons of law, send": a subject hung on the auxiliary is the verb's."""
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("aux", "auxpass"):
        token.head = token.head.head


def _join_preposition(token: Any) -> None:
    """ "open to monitoring a truce and to training": the second "to" goes with the first."""
    if token.dep_ != "conj" or token.pos_ not in ("ADP", "SCONJ") or token.head.pos_ == "ADP":
        return
    first = next((a for a in token.ancestors if a.dep_ == "prep" and a.i < token.i), None)
    if first is not None and first.lower_ == token.lower_:
        token.head = first


def _pass_over_condition(token: Any) -> None:
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


def _part_at_colon(token: Any) -> None:
    """ "Italy is not among them: Meloni ruled it out": what stands before a colon is a clause apart."""
    head = token.head
    colon = any(t.text == ":" for t in token.doc[token.i + 1 : head.i])
    if token.i < head.i and colon and token.tag_ in _FINITE:
        token.head = token
        token.dep_ = "ROOT"


_MENDS: Mapping[str, tuple[Callable[[Any], None], ...]] = {
    "conj": (_lift_finite_conjunct, _join_preposition),
    "ROOT": (_finite_root, _sink_inverted_condition, _regain_subject),
    "ccomp": (_part_at_colon,),
    "parataxis": (_part_at_colon,),
    "nsubj": (_raise_subject,),
    "nsubjpass": (_raise_subject,),
    "pobj": (_free_infinitive,),
    "xcomp": (_pass_over_condition,),
}
"""What may need mending, by the token's label."""
