"""Looking at a dependency parse: subjects, objects, negation, modality, coordination."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.read.grammar.gapping_repairs import GAPPED
from onrecord.read.grammar.negatives import is_in_no_way, is_no_longer

_WHEN = ("once", "after", "before", "until", "till", "unless", "while", "because", "although", "as")
_CONDITIONAL = ("if", "unless", "provided", "once", "should")
_REQUESTING = ("ask", "invite", "request", "need", "want", "require", "call")

__all__ = [
    "DONE",
    "FUTURE",
    "OWN_SUBJECTS",
    "SUBJECTS",
    "auxiliaries",
    "before_to",
    "children",
    "clause_mark",
    "complements",
    "conjuncts",
    "has_condition",
    "is_clause",
    "is_negated",
    "is_passive",
    "is_question",
    "modality",
    "noun_phrase",
    "objects",
    "on_request",
    "prepositions",
    "span_of",
    "subject",
    "text_of",
    "verbs",
]

OWN_SUBJECTS = ("nsubj", "nsubjpass")
SUBJECTS = (*OWN_SUBJECTS, "csubj", "expl")
FUTURE = ("will", "would")
"""Modalities of what is to come."""
DONE = ("past", "perfect")
"""Modalities of what has been."""
_CLAUSAL = ("ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "csubj", "pcomp")
_PHRASE_CUT = ("relcl", "appos", "advcl", "acl", "parataxis", "punct", "cc", "conj", "ccomp")


def children(token: Any, *labels: str) -> list[Any]:
    """The token's children with one of these labels, in text order."""
    return [child for child in token.children if child.dep_ in labels]


def subject(verb: Any) -> Any | None:
    """The verb's own subject token (not an expletive), or None."""
    for child in verb.children:
        if child.dep_ in OWN_SUBJECTS:
            return child
    return None


def auxiliaries(verb: Any) -> list[Any]:
    """The verb's auxiliaries, in text order."""
    return children(verb, "aux", "auxpass")


def is_passive(verb: Any) -> bool:
    """Whether the verb is passive."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


_DENYING = re.compile(r"not|n['’]?t\b|never|\bno|neither|\bnor\b|hardly|scarcely", re.IGNORECASE)
_NEGATIVE_ADVERBS = {"never", "no longer", "hardly", "scarcely", "neither", "nor", "nowhere"}


def is_negated(verb: Any) -> bool:
    """Whether the verb carries a negation of its own ("not", "never", "no longer")."""
    if not _may_deny(verb.doc):
        return False
    below = list(verb.children)
    if _negated_infinitive(verb, below) or _negated_auxiliary(below):
        return True
    for child in below:
        if child.dep_ == "neg" or child.lower_ == "never":
            if child.i > verb.i and verb.lemma_ != "be" and before_to(child):
                continue
            return not _not_only(child)
        if child.lower_ in _NEGATIVE_ADVERBS and child.dep_ in ("advmod", "preconj", "cc"):
            return not (child.i > verb.i and before_to(child))
        if is_no_longer(child) or is_in_no_way(child):
            return True
    return False


def _may_deny(doc: Any) -> bool:
    """Whether a word of the sentence denies anything: most have none, and every rule asks."""
    known = doc.user_data.get("denies")
    if known is None:
        known = doc.user_data["denies"] = _DENYING.search(text_of(doc)) is not None
    return bool(known)


def before_to(token: Any) -> bool:
    """Whether the token stands right before "to": "promised not to sell" negates the selling."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is not None and following.tag_ == "TO"


def _negated_infinitive(verb: Any, below: Sequence[Any]) -> bool:
    to = next((c for c in below if c.tag_ == "TO" and c.i < verb.i), None)
    return to is not None and to.i > 0 and to.nbor(-1).lower_ in ("not", "never")


def _negated_auxiliary(below: Sequence[Any]) -> bool:
    """ "had not, as of Monday, announced": the parser hangs the negation on the auxiliary."""
    return any(
        grand.dep_ == "neg" and not _not_only(grand)
        for child in below
        if child.dep_ in ("aux", "auxpass")
        for grand in child.children
    )


def _not_only(negation: Any) -> bool:
    following = negation.doc[negation.i + 1] if negation.i + 1 < len(negation.doc) else None
    return following is not None and following.lower_ in ("only", "just", "merely")


_MODALS = {
    "will": "will", "'ll": "will", "’ll": "will", "wo": "will", "shall": "will",
    "would": "would", "'d": "would", "’d": "would",
    "can": "could", "ca": "could", "could": "could",
    "may": "may", "might": "may",
    "must": "must", "should": "must", "ought": "must",
}  # fmt: skip


def modality(verb: Any) -> str:
    """One of will, would, could, may, must, perfect, progressive, past, present, bare."""
    words = auxiliaries(verb)
    for word in words:
        if word.tag_ == "MD" or word.lower_ in ("wo", "ca", "'ll", "’ll"):
            return _MODALS.get(word.lower_, "would")
    lemmas = {word.lemma_.lower() for word in words}
    if "have" in lemmas and verb.tag_ in ("VBN", "VBD"):
        return "perfect"
    if verb.tag_ == "VBG":
        return "progressive" if "be" in lemmas else "bare"
    if is_passive(verb):
        tensed = [w for w in words if w.tag_ in ("VBZ", "VBP", "VBD")]
        if not tensed:
            return "bare"
        return "past" if tensed[0].tag_ == "VBD" else "present"
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    if any(word.lower_ in ("do", "does", "did") for word in words):
        return "past" if any(w.lower_ == "did" for w in words) else "present"
    return "bare"


def conjuncts(token: Any) -> Iterator[Any]:
    """The tokens coordinated after this one, in text order."""
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from conjuncts(child)


def complements(verb: Any) -> list[Any]:
    """Clausal complements of a verb, adjective or noun, in text order.

    A gerund right after the verb ("ruled out sending") is one, whatever the parser calls it.
    """
    return [
        child
        for child in verb.children
        if (child.dep_ in ("ccomp", "xcomp", "parataxis") and clause_mark(child) not in _WHEN)
        or _adjacent_gerund(verb, child)
        or _adjacent_infinitive(verb, child)
    ]


def _adjacent_infinitive(verb: Any, child: Any) -> bool:
    """ "have sworn to fight": right after the verb an infinitive completes it."""
    if child.dep_ != "advcl" or child.tag_ != "VB" or verb.i + 2 >= len(verb.doc):
        return False
    first = verb.doc[verb.i + 1]
    if first.lower_.endswith(("self", "selves")):  # "has committed itself to pay"
        first = verb.doc[verb.i + 2]
    return bool(first.tag_ == "TO" and first.head.i == child.i)


def _adjacent_gerund(verb: Any, child: Any) -> bool:
    if child.dep_ not in ("advcl", "acl", "dobj") or child.tag_ != "VBG" or child.i < verb.i:
        return False
    if any(c.dep_ in ("mark", "nsubj", "advmod") and c.i < child.i for c in child.children):
        return False
    between = verb.doc[verb.i + 1 : child.i]
    return all(token.dep_ in ("prt", "neg", "advmod", "prep") for token in between)


def objects(verb: Any) -> list[Any]:
    """Direct objects and what stands for them."""
    return children(verb, "dobj", "oprd", "attr")


def prepositions(token: Any) -> list[Any]:
    """Prepositions attached to the token, with their objects as children."""
    found = children(token, "prep", "agent", "dative")
    return found + [c for p in found for c in conjuncts(p) if c.pos_ in ("ADP", "SCONJ")]


def clause_mark(verb: Any) -> str:
    """The lower-case word that introduces the clause ("if", "that", ""), or ""."""
    for child in verb.children:
        if child.dep_ == "mark" or (child.dep_ == "advmod" and child.tag_ == "WRB"):
            return str(child.lower_)
    return ""


def has_condition(verb: Any) -> bool:
    """Whether a clause of condition hangs on the verb: "if", "unless", "as long as", "provided"."""
    return any(
        c.dep_ in ("advcl", "prep") and (clause_mark(c) in _CONDITIONAL or c.lower_ in _CONDITIONAL)
        for c in verb.children
    ) or any(c.lower_ in ("long", "provided") and c.dep_ == "advmod" for c in verb.children)


def on_request(verb: Any) -> bool:
    """ "if asked", "if invited to", "if needed": whether it waits for a request only."""
    return any(
        c.dep_ == "advcl" and c.tag_ == "VBN" and c.lemma_ in _REQUESTING and clause_mark(c) == "if"
        for c in verb.children
    )


def is_clause(token: Any) -> bool:
    """Whether the token heads a clause of its own."""
    return token.dep_ in _CLAUSAL or token.dep_ == "ROOT"


def own_subtree(node: Any) -> Iterator[Any]:
    """The subtree without coordinated verbs, relative clauses, and clauses with their own subject."""
    yield node
    for child in node.children:
        if child.dep_ in ("nsubj", "nsubjpass", "csubj", "parataxis", "relcl", "cc", "punct"):
            continue
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
            continue
        if child.dep_ in ("advcl", GAPPED):
            continue
        yield from own_subtree(child)


def noun_phrase(head: Any) -> list[Any]:
    """The tokens of the noun phrase without its coordination, apposition and clauses."""
    found = [head]
    for child in head.children:
        if child.dep_ not in _PHRASE_CUT:
            found.extend(_below(child))
    return sorted(found, key=lambda t: t.i)


def _below(token: Any) -> Iterator[Any]:
    yield token
    for child in token.children:
        if child.dep_ not in ("relcl", "appos", "advcl", "parataxis"):
            yield from _below(child)


def verbs(doc: Any) -> list[Any]:
    """The doc's verbs and auxiliaries, in order, looked for once."""
    known = doc.user_data.get("verbs")
    if known is None:
        known = doc.user_data["verbs"] = [t for t in doc if t.pos_ in ("VERB", "AUX")]
    return list(known)


def text_of(doc: Any) -> str:
    """The doc's text, put together once: a Doc would put it together each time it is asked."""
    text = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return str(text)


def is_question(doc: Any) -> bool:
    """Whether the doc ends with a question mark, but for closing quotation marks."""
    at = len(doc) - 1
    while at > 0 and doc[at].text in ('"', "'", "”", "’", "»", " "):
        at -= 1
    return at >= 0 and str(doc[at].text).endswith("?")


def span_of(tokens: Iterable[Any]) -> tuple[int, int]:
    """First and last token index (inclusive) of the tokens."""
    indices = [token.i for token in tokens]
    return min(indices), max(indices)
