"""What is parsed in place of a text that would lead the tagger astray, token for token.

Runs of spaces are left out, and "has" stands for the "'s" of "Norway's handed Kyiv its tanks", which the
tagger takes for a genitive. The annotation is put back on the text's own tokens.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from spacy.tokens import Doc

from onrecord.read.grammar import tree
from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.vocables import verb_forms

__all__ = ["shadow_of", "with_annotation"]

_SUSPECT = re.compile(
    r"['’]s\b|\s\s|^\s|\s$|[\n\t]|^[^:]{2,40}:\s|^[A-Z][\w ,.]{1,40}\s[–—-]\s|^[A-Z]{2,}\b"
)
_NAME_WORDS = 6
_MARKS = ("'s", "’s")
_SEPARATORS = frozenset(": – — -".split())
_IN_NAMES = frozenset("and the of ,".split())
_MODALS = frozenset("will would may might could can must shall".split())
_ACRONYM = 4
"""Capitals up to so many letters may be an acronym: "NATO"."""
_SIGNS = frozenset("$ € £ ¥ C$ A$ US$ NZ$ HK$".split())
_CURRENCIES = frozenset(
    "dollars euros pounds crowns kroner kronor francs yen yuan riyals dirhams rupees rand zloty".split()
)
_STANDING_CLASSES = frozenset("offer refusal undecided rejection support intention pledge".split())
"""Classes of adjectives that say where somebody stands."""
_AFTER = frozenset(
    """to on out in off up back over down into behind its the a an his her their our no any all more
    it them him us itself himself herself""".split()
)
_ANSWERING = frozenset("rejection refusal withdrawal support accept announce decline".split())
_BETWEEN = frozenset(
    "already now also just finally since again long even never not yet only".split()
)


def shadow_of(doc: Any) -> Any:
    """The doc to parse for this one: itself, unless something in it would lead astray."""
    text = tree.text_of(doc)
    if not (_SUSPECT.search(text) or text[-1:] not in '.!?"”'):
        return doc
    words = [token for token in doc if not token.is_space]
    has = {token.i for token in words if token.text in _MARKS and _is_has(token)}
    label = _label_of(words)
    if label is not None and label.dropped is not None:
        words = [token for token in words if token.i != label.dropped]
    common = _common_verbs(words) | (label.instead if label is not None else {}) | _small(words)
    if not has and not common and len(words) == len(doc):
        return doc
    after = [t.i + 1 < len(doc) and (bool(t.whitespace_) or doc[t.i + 1].is_space) for t in words]
    texts = ["has" if t.i in has else common.get(t.i, t.text) for t in words]
    shadow = Doc(doc.vocab, words=texts or [" "], spaces=after or [False])
    shadow.user_data["place"] = [t.i for t in words]
    for token, own in zip(shadow, words, strict=False):
        if own.i not in has and own.i not in common:
            token.norm_ = own.norm_  # "gon na" is "going to", as the tokenizer's rules have it
    return shadow


def _common_verbs(words: Sequence[Any]) -> dict[int, str]:
    """The verb of a headline that would be taken for a noun, and the common one to parse instead."""
    if (
        len(words) < 3
        or words[-1].text in (".", "!", "?", '"', "”")
        or not words[0].text[:1].isupper()
    ):
        return {}
    names = 0
    while names < len(words) and (
        words[names].text[:1].isupper() or (names > 0 and words[names].text in (",", "and", "-"))
    ):
        names += 1
    if not 0 < names < len(words) - 1 or names > _NAME_WORDS:
        return {}
    verb, following = words[names], words[names + 1]
    several = any(w.text in (",", "and") for w in words[:names])
    instead = _headline_words()["verbs"].get(verb.lower_)
    fits = (
        instead is not None
        and instead.endswith("s") != several
        and following.lower_ not in ("of", "to")
    )
    found = {verb.i: str(instead)} if fits else {}
    thing = _headline_words()["nouns"].get(following.lower_)
    if thing is not None and (fits or (not several and _answers(verb))):
        found[following.i] = thing
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """What to parse for the mark behind a line's label: another word, or nothing."""

    instead: dict[int, str]
    dropped: int | None = None


def _label_of(words: Sequence[Any]) -> _Label | None:
    """ "Turkey: ready to host talks", "SPAIN – €20m for the fund", "NORWAY – Will raise its support".

    None where the line has no label, or its mark stands for no verb.
    """
    mark = next(
        (at for at, w in enumerate(words[: _NAME_WORDS + 3]) if w.text in _SEPARATORS), None
    )
    if mark is None or mark == 0 or mark + 2 >= len(words) or not words[0].text[:1].isupper():
        return None
    if not all(w.text[:1].isupper() or w.lower_ in _IN_NAMES for w in words[:mark]):
        return None
    at, following, further = words[mark].i, words[mark + 1], words[mark + 2]
    stands = load_lexicon().adjectives.get(following.lower_, frozenset())
    if stands & _STANDING_CLASSES and further.lower_ in ("to", "for", "on", "about"):
        return _Label(instead={at: "is", following.i: following.lower_})
    if following.lower_ == "against":
        return _Label(instead={at: "is", following.i: following.lower_})
    if _is_sum(words[mark + 1 :]) or further.lower_ == "worth":
        return _Label(instead={at: "gives"})
    if words[mark].text == ":" and not following.text[:1].isupper():
        return None
    lower = following.lower_
    if lower in _MODALS or (lower.endswith("ed") and lower in _verb_words()):
        return _Label(instead={following.i: lower}, dropped=at)  # "Agreed to triple its money"
    if lower.endswith("ing") and lower in _verb_words() and words[mark].text != ":":
        return _Label(instead={at: "is", following.i: lower})  # "Considering a contribution"
    return None


def _is_sum(words: Sequence[Any]) -> bool:
    first = words[0].text
    return first[:1] in _SIGNS or first in _SIGNS or (
        first[:1].isdigit() and any(w.lower_ in _CURRENCIES for w in words[1:4])
    )  # fmt: skip


@cache
def _verb_words() -> frozenset[str]:
    """The participles of the lexicon's verbs."""
    return frozenset(
        form for lemma in load_lexicon().verbs for form in verb_forms(lemma.split("-")[0])
        if form.endswith(("ed", "ing"))
    )  # fmt: skip


def _small(words: Sequence[Any]) -> dict[int, str]:
    """A line's first words in capitals, before words that are not: "SOUTH KOREA promised"."""
    run = 0
    while (
        run < min(len(words), _NAME_WORDS)
        and words[run].text.isupper()
        and len(words[run].text) > 1
    ):
        run += 1
    if not 0 < run < len(words) - 1 or not any(w.text.islower() for w in words[run : run + 3]):
        return {}
    return {w.i: w.text.title() for w in words[:run] if len(w.text) > _ACRONYM}


def _answers(verb: Any) -> bool:
    """ "Hungary rejects call for troops": a verb with a plan, a call or an offer as its object."""
    lemma = verb.lower_.removesuffix("s")
    entries = load_lexicon().verbs.get(lemma, ())
    return verb.lower_.endswith("s") and lemma not in load_lexicon().nouns and any(
        not rest and name in _ANSWERING for rest, name in entries
    )  # fmt: skip


@cache
def _headline_words() -> Mapping[str, Mapping[str, str]]:
    """Verbs and nouns, each with the plain word to parse instead."""
    path = files("onrecord.read.grammar").joinpath("data/headline_words.yaml")
    raw = yaml.safe_load(path.read_text("utf-8"))
    return {kind: {str(k): str(v) for k, v in words.items()} for kind, words in raw.items()}


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
    place = list(shadow.user_data["place"])
    of_shadow = dict(zip(place, shadow, strict=True))
    rows = []
    for token in doc:
        if (own := of_shadow.get(token.i)) is not None:
            rows.append((place[own.head.i], own.dep_, own.tag_, own.pos_, own.lemma_))
        else:
            near = max((at for at in place if at < token.i), default=place[0])
            space = token.is_space
            named = ("dep", "_SP", "SPACE") if space else ("punct", ":", "PUNCT")
            rows.append((near, *named, token.text))
    heads, deps, tags, pos, lemmas = (list(column) for column in zip(*rows, strict=True))
    return Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc],
        heads=heads, deps=deps, tags=tags, pos=pos, lemmas=lemmas,
    )  # fmt: skip
