"""What a sentence's words show before it is parsed: cues that fit, acts that open, groups counted.

Tokens are lower-case words in order; nothing here knows a report or a codebook.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from onrecord.read.grammar.vocables import Cue, cues, verb_forms
from onrecord.text.numbers import parse_number

__all__ = [
    "AUXILIARIES",
    "COMPLEMENT",
    "COPULAS",
    "EXPECTING",
    "MODALS",
    "OPENERS",
    "REACH",
    "counts",
    "denies",
    "fits",
    "is_negative",
    "opens",
    "points",
    "undergone",
]

OPENERS = frozenset({"so", "neither", "nor"})
AUXILIARIES = frozenset(
    """do does did have has had will would is are was were can could may might shall should must
    wo ca""".split()
)
"""What an echo such as "So will Oslo" consists of, beside who it is about."""

MODALS = frozenset(
    """will would won't shall could can cannot can't must should might may wouldn't couldn't
    shouldn't shan't mustn't 'll""".split()
)
COPULAS = frozenset(
    """be is are was were been being isn't aren't wasn't weren't remain remains remained seem seems
    seemed stand stands stood feel feels felt become became appear appears""".split()
)
_BEFORE_VERB = MODALS | COPULAS | frozenset("to not don't doesn't didn't has have had".split())
_NEGATIVE = frozenset(
    """not no never neither nor nothing none nobody without yet cannot refused declined declines
    refuses decline refuse unclear unknown undisclosed unspecified few little""".split()
)
_POINTING = frozenset(form for verb in ("assist", "engage", "do") for form in verb_forms(verb))
"""Verbs that may leave untold what is given, beside those of the lexicon ("could help")."""
EXPECTING = verb_forms("expect") | verb_forms("anticipate")
_UNDERGOING = frozenset("be been being".split())
_COLLECTIVE = frozenset(
    """countries governments nations states members leaders allies donors participants parties
    capitals partners ministers signatories""".split()
)
_SOME = frozenset("some many several few most all both other more various numerous".split())
_TOO = frozenset("too so not also likewise as either neither".split())
COMPLEMENT = 7
"""Within how many words after an act what it gives is named."""
REACH = 10
"""Within how many words of a predicate of commitment stands what it is about."""
_COPULA = 4
"""How many words back from an adjective its copula may stand."""
_PARTICLE = 5
"""How many words after a verb its particle may stand."""
_CLOSE = frozenset({"to", "no"})
"""Particles that stand right after their verb, but for one adverb ("has yet to")."""
_IDIOM = 9
"""How many words after a verb an idiom of several words may reach."""


def fits(cue: Cue, tokens: Sequence[str], at: int) -> bool:
    if cue.rest and not _followed(tokens, at + 1, cue.rest):
        return False
    if cue.kind == "adjective":
        return _is_predicate(tokens, at)
    if tokens[at] == "order" and at > 0:
        return tokens[at - 1] != "in"  # "in order to"
    # "like" is a verb of wishing only after a modal.
    return tokens[at] != "like" or (at > 0 and tokens[at - 1] in MODALS)


def _followed(tokens: Sequence[str], at: int, rest: Sequence[str]) -> bool:
    if rest[0] in _CLOSE and rest[0] not in tokens[at : at + 2]:
        return False
    stop = min(len(tokens), at + (_PARTICLE if len(rest) == 1 else _IDIOM))
    for word in rest:
        while at < stop and tokens[at] != word:
            at += 1
        if at >= stop:
            return False
        at += 1
    return True


def _is_predicate(tokens: Sequence[str], at: int) -> bool:
    """Whether an adjective is said of someone or something.

    It is after a copula, before an infinitive, and after a verb of judging ("calls it unwelcome").
    """
    return (
        tokens[at + 1 : at + 2] == ["to"]
        or not _forms_of_class("judge").isdisjoint(tokens[max(0, at - REACH) : at])
        or any(
            t in COPULAS or t.endswith(("'s", "’s", "'re", "’re", "'m", "’m"))
            for t in tokens[max(0, at - _COPULA) : at]
        )
    )


def opens(tokens: Sequence[str], at: int) -> bool:
    """Whether an act may follow: after a modal, "is to", "is (now) doing"."""
    if tokens[at] in MODALS:
        return True
    return tokens[at] in COPULAS and (
        tokens[at + 1 : at + 2] == ["to"] or any(t.endswith("ing") for t in tokens[at + 1 : at + 4])
    )


def is_negative(words: frozenset[str]) -> bool:
    return not words.isdisjoint(_NEGATIVE) or any(t.endswith(("n't", "n’t")) for t in words)


def counts(tokens: Sequence[str], words: frozenset[str]) -> bool:
    """Whether it counts countries or those who met: nobody need be named ("ten states")."""
    if words.isdisjoint(_COLLECTIVE):
        return False
    return any(
        token in _COLLECTIVE and any(map(_is_count, tokens[max(0, at - _COPULA) : at]))
        for at, token in enumerate(tokens)
    )


@lru_cache(maxsize=2_048)
def _is_count(word: str) -> bool:
    return word in _SOME or parse_number(word) is not None


@cache
def _pointing() -> frozenset[str]:
    return _POINTING | _forms_of_class("giving")


@cache
def _forms_of_class(name: str) -> frozenset[str]:
    return frozenset(form for form, of in cues().items() if any(cue.name == name for cue in of))


def denies(tokens: Sequence[str]) -> bool:
    """Whether it begins with "no", or does so behind a colon: "Warsaw: No troops for Ukraine"."""
    return any(t == "no" and (at == 0 or tokens[at - 1] == ":") for at, t in enumerate(tokens))


def points(tokens: Sequence[str], words: frozenset[str]) -> bool:
    """Whether the sentence may say what somebody does by pointing back, or what they expect."""
    if not words.isdisjoint(EXPECTING) and "to" in words:
        return True
    pointing = _pointing()
    if len(tokens) > 1 and tokens[0] in OPENERS and tokens[1] in AUXILIARIES:
        return True  # "So will Oslo"
    if "same" in words or {"among", "them"} <= words or tokens[-1] in AUXILIARIES:
        return True  # "…, as Sweden did"
    if tokens[-2:-1] and tokens[-2] in AUXILIARIES and tokens[-1] in _TOO:
        return True
    if any(a in OPENERS and b in AUXILIARIES for a, b in pairwise(tokens)):
        return True
    return (
        tokens[-1] in MODALS
        or tokens[-1] == "not"
        or any(
            token in pointing and not _BEFORE_VERB.isdisjoint(tokens[max(0, at - 3) : at])
            for at, token in enumerate(tokens)
        )
    )


def undergone(tokens: Sequence[str], contents: Sequence[tuple[int, bool]]) -> bool:
    """Whether something coded is what is done, by nobody named ("a loan has been granted")."""
    first = min(at for at, _ in contents)
    return any(token in _UNDERGOING for token in tokens[first + 1 : first + 2 + COMPLEMENT])
