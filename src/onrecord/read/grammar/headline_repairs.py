"""Mending parses of headlines, which leave out verbs and articles: "Ankara ready to help, says Guler"."""

from __future__ import annotations

from typing import Any

from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.tree import OWN_SUBJECTS

__all__ = ["repair_headline"]

_LOOSE = ("dep", "npadvmod", "nmod", "advmod", "compound")
_NAME_TAGS = frozenset({"NNP", "NNPS"})


def repair_headline(doc: Any) -> None:
    """Mend the Doc in place where its first words are a name with a verb or an adjective left bare."""
    if len(doc) < 3:
        return
    _set_apart(doc)
    _join_names(doc)
    _free_infinitive(doc)
    _free_adjective(doc)
    _free_negative(doc)


def _set_apart(doc: Any) -> None:
    """ "Meloni: No soldiers for Ukraine": what stands behind the colon is said by who stands before it."""
    colon = next((t for t in doc[1:5] if t.text == ":"), None)
    if colon is None or any(t.pos_ in ("VERB", "AUX", "NUM") for t in doc[: colon.i]):
        return
    if colon.i + 1 >= len(doc) or doc[colon.i + 1].tag_ in ("VBZ", "VBD", "MD"):
        return  # "World Food Programme: has fed 210,000 people"
    for token in doc[: colon.i]:
        for child in list(token.children):
            if child.i > colon.i and child.dep_ not in ("punct",):
                child.head, child.dep_ = child, "ROOT"
        if token.head.i > colon.i:
            token.head, token.dep_ = token, "ROOT"


def _join_names(doc: Any) -> None:
    """ "Paris, London to deploy troops": names in a row are one subject."""
    first, comma, second = doc[0], doc[1], doc[2]
    if comma.text != "," or not (first.text[:1].isupper() and second.text[:1].isupper()):
        return
    if second.dep_ == "appos" and second.head.i == 0 and doc[3:4].text.lower() == "to":
        second.dep_ = "conj"  # "Oslo, Helsinki to train pilots"
        return
    subject = next((t for t in doc[2:6] if t.dep_ in OWN_SUBJECTS), None)
    if subject is None or subject.left_edge.i != 2 or first.head.i != subject.head.i:
        return
    if first.i == subject.i or subject.head.pos_ not in ("VERB", "AUX"):
        return
    first.dep_, subject.dep_, subject.head = subject.dep_, "conj", first
    first.tag_, first.pos_ = "NNP", "PROPN"


def _free_infinitive(doc: Any) -> None:
    """ "Bucharest to train pilots": the verb, not the name, is what the headline is about."""
    name = _first_name(doc)
    if name is None:
        return
    after = max([name.i, *(c.i for c in name.children if c.dep_ == "conj")]) + 1
    if after >= len(doc) or doc[after].tag_ != "TO":
        return
    verb = doc[after].head
    if verb.tag_ != "VB" or verb.i < after:
        return
    if verb.head.i == name.i and name.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
        _become_subject(name, verb)
    elif name.head.i == verb.i and name.dep_ in _LOOSE:
        _become_subject(name, verb)


def _free_adjective(doc: Any) -> None:
    """ "Ankara ready to monitor a truce, says Guler", "Helsinki's happy to lend its airfields"."""
    name = _first_name(doc)
    if name is None:
        return
    at = name.i + 1
    if at < len(doc) and doc[at].lower_ in ("'s", "’s"):
        at += 1
    adjective = doc[at] if at < len(doc) else None
    if adjective is None:
        return
    if adjective.pos_ == "ADV" and load_lexicon().adjectives.get(adjective.lower_):
        adjective.tag_, adjective.pos_ = "JJ", "ADJ"  # "Ottawa open to sending trainers"
    if adjective.pos_ == "ADJ" and name.head.i == adjective.i and name.dep_ in _LOOSE:
        name.dep_ = "nsubj"  # "Jakarta ready to send peacekeepers"
    if adjective.pos_ != "ADJ" or adjective.head.i != name.i:
        return
    if not any(c.tag_ == "VB" and c.left_edge.tag_ == "TO" for c in adjective.children) and not any(
        c.dep_ == "prep" and c.lower_ == "to" for c in adjective.children
    ):
        return
    if name.dep_ == "ROOT":
        adjective.head, adjective.dep_ = adjective, "ROOT"
    else:
        adjective.head, adjective.dep_ = name.head, "ccomp"
    _become_subject(name, adjective)


def _free_negative(doc: Any) -> None:
    """ "No new cash for Kabul, Oslo tells donors": what is told, set before who tells it."""
    if doc[0].lower_ != "no":
        return
    thing = doc[0].head
    verb = thing.head
    subjects = [c for c in verb.children if c.dep_ in OWN_SUBJECTS]
    if thing.dep_ in (*OWN_SUBJECTS, *_LOOSE, "dobj", "ccomp") and (
        len(subjects) > 1 or thing.dep_ not in OWN_SUBJECTS
    ):
        if thing.i < verb.i:
            thing.head, thing.dep_ = thing, "ROOT"


def _first_name(doc: Any) -> Any | None:
    """The head of the name that the sentence begins with, if nothing stands before or within it."""
    last = 0
    while last + 1 < len(doc) and doc[last].text[:1].isupper() and doc[last + 1].tag_ in _NAME_TAGS:
        last += 1
    name = doc[last]
    capital = name.text[:1].isupper() and name.pos_ in ("PROPN", "ADJ", "ADV", "NOUN", "INTJ")
    return name if capital and name.tag_ not in ("NNS", "DT", "PRP", "IN") else None


def _become_subject(name: Any, head: Any) -> None:
    name.head, name.dep_, name.tag_, name.pos_ = head, "nsubj", "NNP", "PROPN"
    for child in list(name.children):
        if child.i > name.i and child.i != head.i and child.dep_ not in ("conj", "cc", "case"):
            child.head = head
