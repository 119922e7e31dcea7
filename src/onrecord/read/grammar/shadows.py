"""What is parsed in place of a text that would lead the tagger astray, token for token.

Runs of spaces are left out, and "has" stands for the "'s" of "Norway's handed Kyiv its tanks", which the
tagger takes for a genitive. The annotation is put back on the text's own tokens.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Doc

from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.vocables import verb_forms

__all__ = ["shadow_of", "with_annotation"]

_MARKS = ("'s", "’s")
_AFTER = frozenset(
    """to on out in off up back over down into behind its the a an his her their our no any all more
    it them him us itself himself herself""".split()
)
_BETWEEN = frozenset(
    "already now also just finally since again long even never not yet only".split()
)


def shadow_of(doc: Any) -> Any:
    """The doc to parse for this one: itself, unless something in it would lead astray."""
    words = [token for token in doc if not token.is_space]
    has = {token.i for token in words if token.text in _MARKS and _is_has(token)}
    if not has and len(words) == len(doc):
        return doc
    after = [t.i + 1 < len(doc) and (bool(t.whitespace_) or doc[t.i + 1].is_space) for t in words]
    texts = ["has" if t.i in has else t.text for t in words]
    shadow = Doc(doc.vocab, words=texts or [" "], spaces=after or [False])
    for token, own in zip(shadow, words, strict=False):
        if own.i not in has:
            token.norm_ = own.norm_  # "gon na" is "going to", as the tokenizer's rules have it
    return shadow


def _is_has(mark: Any) -> bool:
    """Whether a participle with what it governs follows: a genitive would be followed by a noun."""
    doc = mark.doc
    at = mark.i + 1
    while at < len(doc) and doc[at].lower_ in _BETWEEN:
        at += 1
    if at + 1 >= len(doc) or mark.i == 0 or doc[at].lower_ not in _participles():
        return False
    following = doc[at + 1]
    return (
        following.lower_ in _AFTER
        or following.text[:1].isupper()
        or (following.text[:1].isdigit() or following.text[:1] in "$€£¥")
    )


@cache
def _participles() -> frozenset[str]:
    """The forms of the lexicon's verbs that follow "has": not "prepared to", which follows "is"."""
    adjectives = load_lexicon().adjectives
    return frozenset(
        form
        for lemma in load_lexicon().verbs
        for form in verb_forms(lemma.split("-")[0])
        if not form.endswith(("ing", "s")) and form != lemma and form not in adjectives
    )


def with_annotation(doc: Any, shadow: Any) -> Any:
    """The doc with what was found for its shadow; a run of spaces hangs on the word before it."""
    if shadow is doc or all(token.is_space for token in doc):
        return shadow
    place = [token.i for token in doc if not token.is_space]
    of_shadow = dict(zip(place, shadow, strict=True))
    rows = []
    for token in doc:
        if (own := of_shadow.get(token.i)) is not None:
            rows.append((place[own.head.i], own.dep_, own.tag_, own.pos_, own.lemma_))
        else:
            near = max((at for at in place if at < token.i), default=place[0])
            rows.append((near, "dep", "_SP", "SPACE", token.text))
    heads, deps, tags, pos, lemmas = (list(column) for column in zip(*rows, strict=True))
    return Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc],
        heads=heads, deps=deps, tags=tags, pos=pos, lemmas=lemmas,
    )  # fmt: skip
