"""Which sentences are worth parsing: those with a cue of commitment and someone who could act."""

from __future__ import annotations

import re
from functools import cache

from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.mentions import ReportContext
from onrecord.text.sentences import Sentence

__all__ = ["cue_of", "has_cue"]

_MODALS = ("will", "would", "won't", "'ll", "’ll", "shall", "could", "can", "cannot", "can't", "must",
           "should", "might", "may", "is to", "are to", "was to", "were to", "not", "n't", "n’t")  # fmt: skip
_CUELESS = frozenset({"say", "transparent", "light", "obligation", "settle", "disclose"})
_ACTORLIKE = re.compile(
    r"\b(?:he|she|they|it|we|i|his|her|its|their|our|countr(?:y|ies)|governments?|nations?|states?|"
    r"members?|leaders?|allies|bloc|alliance|coalition|premier|ministers?|presidents?|chancellor|"
    r"donors?|participants?|parties|both|neither|others|none|nobody|officials?|force|decision)\b",
    re.IGNORECASE,
)


_LIST = 4
_PROGRESSIVE = re.compile(r"\b(?:is|are)\s+(?:\w+ly\s+)?\w+ing\b", re.IGNORECASE)
_NAMING = re.compile(r"\b(?:are|were|named|namely|include|includes|listed)\b|:")


def _forms(lemma: str) -> set[str]:
    """The regular inflections of a verb or noun, and a few by doubling or dropping letters."""
    forms = {lemma, lemma + "s", lemma + "es", lemma + "ed", lemma + "ing", lemma + "d"}
    if lemma.endswith("e"):
        forms |= {lemma[:-1] + "ing", lemma + "d"}
    if lemma.endswith("y"):
        forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    forms |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return forms


_IRREGULAR = {
    "send": ["sent"], "give": ["gave", "given"], "swear": ["swore", "sworn"], "seek": ["sought"],
    "mean": ["meant"], "spend": ["spent"], "lend": ["lent"], "withdraw": ["withdrew", "withdrawn"],
    "forswear": ["forswore"], "undertake": ["undertook", "undertaken"], "uphold": ["upheld"],
    "strike": ["struck"], "shoot": ["shot"], "fight": ["fought"], "lay": ["laid"], "pay": ["paid"],
    "make": ["made"], "put": ["put"], "take": ["took", "taken"], "think": ["thought"],
    "leave": ["left"], "keep": ["kept"], "hold": ["held"], "set": ["set"], "forgo": ["forwent"],
    "stand": ["stood"], "feed": ["fed"],
}  # fmt: skip


@cache
def _cues() -> re.Pattern[str]:
    lexicon = load_lexicon()
    words: set[str] = set()
    for lemma, entries in lexicon.verbs.items():
        names = {name for _, name in entries}
        if names - _CUELESS:
            words |= _forms(lemma) | set(_IRREGULAR.get(lemma, ()))
    for lemma, noun_names in lexicon.nouns.items():
        if noun_names - _CUELESS:
            words |= {lemma, lemma + "s", lemma + "es"}
    words |= {word for word, names in lexicon.adjectives.items() if names - _CUELESS}
    words |= set(_MODALS)
    parts = sorted((re.escape(w) for w in words), key=len, reverse=True)
    return re.compile(rf"(?<![\w])(?:{'|'.join(parts)})(?![\w])", re.IGNORECASE)


def cue_of(text: str) -> str | None:
    """The first cue of commitment in the text, or None."""
    match = _cues().search(text)
    return match.group() if match else None


def has_cue(sentence: Sentence, context: ReportContext) -> bool:
    """Whether the sentence has a cue and names, describes or points to someone who could act."""
    text = context.report.text[sentence.start : sentence.end]
    named = context.within(sentence.start, sentence.end)
    if len(named) >= _LIST and _NAMING.search(text):
        return True  # "The ten are Britain, France, …" says whose position was told before
    if cue_of(text) is None and not _PROGRESSIVE.search(text):
        return False
    return bool(context.within(sentence.start, sentence.end)) or bool(_ACTORLIKE.search(text))
