"""Mending subjects: hung on an auxiliary, drawn into the phrase before, two on one verb of saying."""

from __future__ import annotations

from typing import Any

from onrecord.read.grammar.tree import OWN_SUBJECTS

__all__ = ["part_subjects", "pass_over_speaker", "raise_subject", "regain_subject"]

_FINITE = ("VBD", "VBZ", "VBP")


def raise_subject(token: Any) -> None:
    """ "Austria cannot, for reasons of law, send": a subject hung on the auxiliary is the verb's."""
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("aux", "auxpass"):
        token.head = token.head.head


def regain_subject(verb: Any) -> None:
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


def part_subjects(subject: Any) -> None:
    """ "No soldier, the premier told them, will be sent": the first subject is of what is said."""
    doc, last = subject.doc, subject.right_edge.i
    if last + 1 >= len(doc) or "," not in (doc[last].text, doc[last + 1].text):
        return
    speech = subject.head
    both = [c for c in speech.children if c.dep_ in OWN_SUBJECTS]
    if len(both) < 2 or both[0].i != subject.i:
        return
    said = next(
        (c for c in speech.children if c.dep_ in ("ccomp", "xcomp") and c.i > speech.i), None
    )
    if (
        said is None
        or any(c.dep_ in OWN_SUBJECTS for c in said.children)
        or not any(c.dep_ in ("aux", "auxpass") for c in said.children)
    ):
        return
    passive = any(c.dep_ == "auxpass" for c in said.children)
    subject.head, subject.dep_ = said, "nsubjpass" if passive else "nsubj"


def pass_over_speaker(speaking: Any) -> None:
    """ "would accept monitors, he adds, as long as …": what follows the speaker is the clause's."""
    main = speaking.head
    if speaking.i < main.i or not any(c.dep_ in OWN_SUBJECTS for c in speaking.children):
        return
    if any(c.dep_ in ("ccomp", "xcomp", "dobj") for c in speaking.children):
        return
    for child in list(speaking.children):
        comma = child.left_edge.i - 1
        if child.i > speaking.i and comma > speaking.i and speaking.doc[comma].text == ",":
            child.head = main
