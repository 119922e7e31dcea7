"""Speakers set apart from what they say: "…, the minister told us", "…, announced her office"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.read.grammar import tree
from onrecord.read.grammar.lexicon import Lexicon

__all__ = ["Aside", "find_aside", "is_anonymous", "is_shifted", "says"]

_PROMISING = frozenset(
    """promise vow pledge warn swear threaten complain joke boast lament vouch stipulate protest shrug
    insist urge caution thunder grumble snap fume enthuse muse opine gush repeat write tweet post tell
    inform affirm announce declare reaffirm hear learn understand""".split()
)
_BREAKS = frozenset([",", '"', "-", "–", "—", ";", "'", "''", "``", "...", "…", ")"])
_OPENERS = frozenset(["as", "so", "or", "thus"])
_SOURCES = frozenset(
    """official source diplomat aide insider delegate negotiator staffer participant people person
    adviser advisor member officer lawmaker figure attendee minister""".split()
)
_INDEFINITE = frozenset(
    "a an one two three four five six several some many various multiple".split()
)
_ANSWERS = frozenset(
    "neither nothing it that this these none anything something so as much".split()
)
_TOLD = frozenset("tell inform assure remind warn brief notify".split())
_TENSED = ("VBD", "VBZ", "VBP")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A clause of saying beside what is said: its verb and the words that may name who says it."""

    verb: Any
    speakers: tuple[Any, ...]
    """Heads of noun phrases, the likeliest first."""


def find_aside(doc: Any, lexicon: Lexicon) -> Aside | None:
    """The first clause of saying that stands apart from what is said, by a comma or a quotation mark.

    None where the verb of saying carries its own clause ("said that …") or there is none.
    """
    for verb in tree.verbs(doc):
        if not says(verb, lexicon) or _carries(verb):
            continue
        if not _finite(verb):
            continue
        if _clause_before(doc, _opening(verb)) and (found := _before(verb) or _after(verb)):
            return Aside(verb=verb, speakers=(*_cited(verb), *found))
        if tree.subject(verb) is None and (found := _beside(verb)) and _clause_before(
            doc, min(w.left_edge.i for w in found)
        ):  # fmt: skip
            return Aside(verb=verb, speakers=(*_cited(verb), *found))
    return None


def is_anonymous(noun: Any) -> bool:
    """Whether the noun phrase is a source that goes unnamed: "two delegates", "a person close to"."""
    if noun.lemma_.lower() not in _SOURCES:
        return False
    named = any(t.pos_ == "PROPN" and t.dep_ == "appos" for t in noun.children)
    words = {t.lower_ for t in noun.children if t.dep_ in ("det", "nummod", "amod", "quantmod")}
    indefinite = bool(words & _INDEFINITE) or (
        noun.tag_ == "NNS" and not any(t.dep_ in ("det", "poss") for t in noun.children)
    )
    return indefinite and not named


def says(verb: Any, lexicon: Lexicon) -> bool:
    """Whether the verb may stand beside a quotation: "said", "promised", "warned", "urged"."""
    return verb.lemma_ in _PROMISING or "say" in lexicon.verb_classes(verb)


def _carries(verb: Any) -> bool:
    """Whether what is said follows the verb, as a clause or a thing of its own."""
    following = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    if following in ("yes", "no"):
        return True  # "Seoul says no"
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp") and child.i > verb.i:
            return True
        if child.dep_ == "dobj" and child.lower_ in _ANSWERS:
            return True
        if child.dep_ == "dobj" and child.pos_ == "NOUN" and verb.lemma_ not in _TOLD:
            if not _right_after(verb, child):
                return True
    return False


def _right_after(verb: Any, noun: Any) -> bool:
    """An inverted subject that the parser took for the object: ", said the minister"."""
    return bool(_break_before(verb) and noun.left_edge.i == verb.i + 1)


def _break_before(verb: Any) -> bool:
    at = verb.i - 1
    while at > 0 and verb.doc[at].dep_ in ("aux", "advmod") and verb.doc[at].head.i == verb.i:
        at -= 1
    return at >= 0 and verb.doc[at].text in _BREAKS


def _finite(verb: Any) -> bool:
    if any(
        c.tag_ in ("TO", "MD") or (c.dep_ == "mark" and c.lower_ != "as") for c in verb.children
    ):
        return False
    if verb.tag_ in _TENSED:
        return True
    helped = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    return verb.tag_ == "VBN" and (helped or verb.dep_ in ("advcl", "acl", "ROOT", "conj"))


def _opening(verb: Any) -> int:
    """Where the aside begins: at its subject, its auxiliary or its verb."""
    first = verb.i
    for child in verb.children:
        if child.i < verb.i and child.dep_ in ("nsubj", "aux", "advmod", "neg", "mark"):
            first = min(first, child.left_edge.i)
    return int(first)


def _clause_before(doc: Any, opening: int) -> bool:
    """Whether a break stands before the aside, and a clause before the break."""
    at = opening - 1
    while at > 0 and doc[at].lower_ in _OPENERS:
        at -= 1
    if at <= 0 or doc[at].text not in _BREAKS:
        return False
    fragment = doc[0].lower_ == "no"  # "No soldiers for Ukraine, Madrid says"
    return fragment or any(t.pos_ in ("VERB", "AUX") for t in doc[:at])


def _before(verb: Any) -> list[Any]:
    """ ", the minister said": the subject before the verb, and a name beside it."""
    subject = tree.subject(verb)
    if subject is None or subject.i > verb.i or subject.tag_ in ("WDT", "WP"):
        return []
    if verb.right_edge.i - verb.i > 14 and verb.dep_ == "ROOT" and not _ends_soon(verb):
        return []
    return [subject, *tree.children(subject, "appos")]


def _ends_soon(verb: Any) -> bool:
    """Whether what follows the verb adds when, where or to whom, no further clause."""
    return all(
        c.dep_ in ("prep", "npadvmod", "advmod", "dobj", "dative", "punct", "aux", "nsubj", "ccomp", "advcl")
        for c in verb.children
    )  # fmt: skip


def _beside(verb: Any) -> list[Any]:
    """The noun phrase right before a verb without a subject: the parser hung it elsewhere."""
    word = verb.nbor(-1) if verb.i > 1 else verb
    if word.text == ",":
        word = word.nbor(-1)
    if word.i == verb.i or word.pos_ not in ("NOUN", "PROPN") or verb.tag_ not in _TENSED:
        return []
    apart = any(t.text == "," for t in word.doc[word.head.i : word.left_edge.i])
    title = word.dep_ == "appos" and word.head.pos_ in ("NOUN", "PROPN") and not apart
    titles = [word.head] if title else []
    return [*titles, word]


def _after(verb: Any) -> list[Any]:
    """ ", said the minister", ", has affirmed President X": noun phrases behind the verb."""
    if not _break_before(verb):
        return []
    return list(_nouns_below(verb))


def _nouns_below(verb: Any) -> Iterator[Any]:
    for child in verb.children:
        if child.i < verb.i or child.ent_type_ in ("DATE", "TIME"):
            continue
        if child.dep_ in ("nsubj", "dobj", "npadvmod", "attr", "oprd", "dep", "nsubjpass"):
            yield child
            yield from tree.children(child, "appos")


def _cited(verb: Any) -> tuple[Any, ...]:
    """ "Reuters reports, citing two people …": the outlet's own source."""
    for child in verb.children:
        if child.lower_ in ("citing", "quoting") and child.i > verb.i:
            return tuple(tree.children(child, "dobj"))
    return ()


def is_shifted(verb: Any) -> str:
    """How a verb is put back in time as in reported speech: "would", "had", "was" or ""."""
    words = {t.lower_ for t in tree.auxiliaries(verb)}
    if words & {"would", "could", "might"}:
        return "would"
    if "had" in words and verb.tag_ in ("VBN", "VBD"):
        return "had"
    if words & {"was", "were"} and verb.tag_ == "VBG":
        return "was"
    return ""
