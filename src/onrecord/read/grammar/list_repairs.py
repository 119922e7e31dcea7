"""Mending lists: names in a row, and verbs and participles made conjuncts of what they are not."""

from __future__ import annotations

from typing import Any

from onrecord.read.grammar.tree import OWN_SUBJECTS

__all__ = ["free_past", "head_list", "join_list", "lift_finite_conjunct", "name_apposition"]

_FINITE = ("VBD", "VBZ", "VBP")


def head_list(token: Any) -> None:
    """ "Malaysia, Indonesia and Brunei have": the first of a list was taken for an adverbial."""
    doc, head = token.doc, token.head
    if not token.text[:1].isupper() or token.i + 2 >= len(doc) or doc[token.i + 1].text != ",":
        return
    second = next((c for c in head.children if c.dep_ in OWN_SUBJECTS), None)
    if second is None or second.left_edge.i != token.i + 2 or second.pos_ != "PROPN":
        return
    if any(c.dep_ == "conj" for c in second.children):
        token.dep_, second.dep_, second.head = second.dep_, "conj", token
        token.tag_, token.pos_ = "NNP", "PROPN"


def name_apposition(name: Any) -> None:
    """ "Malaysia, the broker, offered": the name was taken for an adverbial, what explains it for the subject."""
    doc, verb = name.doc, name.head
    if (
        name.pos_ != "PROPN"
        or name.left_edge.i > 1
        or verb.pos_ != "VERB"
        or name.i + 2 >= len(doc)
    ):
        return
    subject = next((c for c in verb.children if c.dep_ in OWN_SUBJECTS), None)
    if subject is None or subject.pos_ != "NOUN" or doc[name.i + 1].text != ",":
        return
    first, last = subject.left_edge.i, subject.i
    while last + 1 < verb.i and doc[last + 1].text != ",":
        last += 1
    if first == name.i + 2 and doc[last + 1].text == "," and doc[first].pos_ == "DET":
        name.dep_, subject.dep_, subject.head = subject.dep_, "appos", name


def join_list(first: Any) -> None:
    """ "Fiji, Tonga and Papua New Guinea said": names in a row with "and" explain nothing."""
    rest = [c for c in first.children if c.dep_ in ("appos", "conj") and c.i > first.i]
    named = first.pos_ == "PROPN" and all(c.pos_ == "PROPN" for c in rest)
    joined = any(g.dep_ == "cc" for c in (first, *rest) for g in c.children)
    if not named or not joined or not any(c.dep_ == "appos" for c in rest):
        return
    last = max(t.i for c in rest for t in c.subtree)
    after = first.doc[last + 1 : last + 3]
    if len(after) == 2 and after[0].text == "," and after[1].lower_ != "which":
        return  # "Ursula von der Leyen, President and …,"; but "Mali and Niger, which …"
    for each in rest:
        each.dep_ = "conj"


def lift_finite_conjunct(token: Any) -> None:
    """ "pleaded with them to stop and offered to host": a finite verb is no conjunct of an infinitive."""
    head = token.head
    noun = head.pos_ in ("NOUN", "PROPN")
    apart = noun or _is_infinitive(head) or _of_other_tense(head, token)
    if token.dep_ != "conj" or token.tag_ not in _FINITE or not apart:
        return
    if any(child.dep_ in ("aux", "nsubj", "nsubjpass") for child in token.children):
        return
    if not (noun or _is_infinitive(head)):
        head = head.head
    while head.dep_ != "ROOT" and not _is_finite(head):
        head = head.head
    if _is_finite(head) and head.i < token.i:
        token.head = head


def _of_other_tense(head: Any, token: Any) -> bool:
    """ "denied that it was sending weapons and called on them to stop": no two verbs of one clause."""
    carried = head.dep_ == "ccomp" and head.head.i < head.i
    return bool(carried and head.tag_ == "VBG" and head.head.tag_ == token.tag_)


def _is_finite(verb: Any) -> bool:
    """A tensed verb, or a participle with a tensed auxiliary ("are training")."""
    return verb.tag_ in _FINITE or (
        verb.pos_ == "VERB"
        and any(c.dep_ == "aux" and c.tag_ in (*_FINITE, "MD") for c in verb.children)
    )


def _is_infinitive(verb: Any) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" and c.dep_ == "aux" for c in verb.children)


def free_past(noun: Any) -> None:
    """ "suspended talks and paused deliveries": a noun is no conjunct of a verb, its participle is."""
    verb = noun.head
    if noun.dep_ != "conj" or verb.tag_ != "VBD" or noun.pos_ != "NOUN":
        return
    first = noun.left_edge
    if first.head.i != noun.i or first.dep_ != "amod" or not first.lower_.endswith("ed"):
        return
    if first.i == 0 or first.nbor(-1).dep_ != "cc":
        return
    first.tag_, first.pos_ = "VBD", "VERB"
    first.head, first.dep_ = verb, "conj"
    noun.head, noun.dep_ = first, "dobj"
