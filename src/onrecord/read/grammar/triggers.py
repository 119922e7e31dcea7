"""What a condition waits for: its kind, its trigger, and whether it is the absence of that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from onrecord.model.vocabulary import ConditionKind, Trigger

__all__ = ["ConditionPhrase", "classify", "is_approval", "lemmas", "triggers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionPhrase:
    """A phrase that states a condition: its tokens' bounds (inclusive) and what it says."""

    first: int
    last: int
    kind: ConditionKind
    trigger: Trigger | None
    negated: bool
    either: bool
    """Whether it is one of several joined by "or"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    triggers: tuple[tuple[str, re.Pattern[str]], ...]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    ends: frozenset[str]


@cache
def _words() -> _Words:
    raw = yaml.safe_load(
        files("onrecord.read.grammar").joinpath("data/conditions.yaml").read_text("utf-8")
    )

    def pattern(words: Iterable[str]) -> re.Pattern[str]:
        parts = sorted((re.escape(w) for w in words), key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(parts)})\b")

    return _Words(
        triggers=tuple((name, pattern(words)) for name, words in raw["triggers"].items()),
        kinds=tuple((name, pattern(words)) for name, words in raw["kinds"].items()),
        ends=frozenset(raw["end_words"]),
    )


def is_approval(lemmas: Iterable[str]) -> bool:
    """Whether the words name an approval or a mandate, so that needing it is a condition."""
    text = " ".join(lemmas)
    return any(p.search(text) for name, p in _words().kinds if name in ("approval", "mandate"))


def lemmas(tokens: Iterable[Any]) -> str:
    """The tokens' lemmas, in lower case."""
    return " ".join(t.lemma_.lower() for t in tokens)


def triggers(text: str) -> list[Trigger]:
    """The events that the lemmas name, in text order."""
    found: list[tuple[int, Trigger]] = []
    taken: list[tuple[int, int]] = []
    for name, pattern in _words().triggers:
        for match in pattern.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            found.append((match.start(), Trigger(name)))
            break
    return [trigger for _, trigger in sorted(found)]


_NEGATIVE = re.compile(
    r"\b(?:unless|no|not|n't|never|without|fail|nobody|none|nothing|neither|barring)\b"
)
_HELD = re.compile(r"\b(?:until|till|before|pending)\b")
_TEMPORAL = re.compile(
    r"^(?:only |just |not |the )*(?:once|until|till|when|whenever|after|before|following|upon|"
    r"as soon as|soon as|pending|on|the moment|moment|the day|day|the minute)\b"
)
_SOMEBODY = re.compile(
    r"\b(?:somebody|someone|anybody|anyone|nobody|no one|everybody|everyone|others|other side|they|"
    r"the rest|the other|the latter|partners?|allies|both|neither)\b"
)
_COMING = re.compile(
    r"\b(?:arrive|come|reach|materiali[sz]e|flow|pay|deliver|disburse|give|release|send)\b"
)
_STATES = re.compile(r"\b(?:condition|circumstance|situation|framework|picture|term)\b")
_LAWS = re.compile(r"\b(?:constitution|law|legal|legally|rules|international law)\b")
_LASTS = re.compile(r"\b(?:go on|last|continue|persist|rage|there (?:be|'s|’s) (?:still|any))\b")
_AS_WELL = re.compile(r"\b(?:too|as well|likewise|in turn|in kind|do the same|also)\b")
_HAPPENING = re.compile(
    r"\b(?:on (?:the )?condition of|in (?:the )?(?:event|case) of|subject to|following|pending) (?:\w+ ){0,3}?"
    r"(?:completion|arrival|signing|signature|entry into force|return|release|establishment|outcome|"
    r"conclusion|opening|closure|departure|start|end)\b"
)
_MANDATE_TERM = re.compile(r"\b(?:mandate|term|contract|lease|authori[sz]ation)\b")
_RUNS_OUT = re.compile(r"\b(?:end|expire|run out|lapse)\b")
_OVER = (Trigger.END_OF_WAR, Trigger.END_OF_HOSTILITIES)


def classify(
    tokens: Sequence[Any], first: int, last: int, *, other_actor: bool, held_back: bool = False
) -> list[ConditionPhrase]:
    """Kind and trigger of the condition that these tokens state.

    `held_back` tells that the act is a refusal or a withdrawal: what it waits for, with "until", has
    not happened while it holds.
    """
    text = lemmas(tokens)
    surface = " ".join(t.lower_ for t in tokens)
    waits = _HELD.search(surface) is not None
    negated = _NEGATIVE.search(text) is not None
    if waits and not held_back and _MANDATE_TERM.search(text) and _RUNS_OUT.search(text):
        return []  # "will stay until the mandate ends": how long, not on what condition
    another = other_actor or _somebody_else(surface, tokens)
    kind = _kind(text, tokens, other_actor=another)
    found = triggers(text)
    if kind is None and found and not (other_actor and not _ends_something(text, found)):
        lasts = _LASTS.search(text) is not None
        either = len(found) > 1 and " or " in f" {text} "
        return [
            ConditionPhrase(
                first=first, last=last, kind=ConditionKind.EVENT, trigger=trigger,
                negated=(negated and not waits) or (trigger in _OVER and lasts), either=either,
            )
            for trigger in found
        ]  # fmt: skip
    trigger = None
    if kind is None and another and not _is_undergone(tokens):
        kind = ConditionKind.OTHER_PARTY
    elif kind is None and (
        _HAPPENING.search(text) or (_TEMPORAL.search(surface) and not _STATES.search(text))
    ):
        kind, trigger = ConditionKind.EVENT, Trigger.OTHER
    kind = kind or ConditionKind.OTHER
    if kind in (ConditionKind.APPROVAL, ConditionKind.MANDATE, ConditionKind.REQUEST):
        negated = "unless" in surface or (held_back and "without" in surface)
    return [
        ConditionPhrase(
            first=first, last=last, kind=kind, trigger=trigger,
            negated=negated or (waits and held_back), either=False,
        )
    ]  # fmt: skip


def _kind(text: str, tokens: Sequence[Any], *, other_actor: bool) -> ConditionKind | None:
    """The kind that the words alone tell: an approval, a mandate, a request, means."""
    for name, pattern in _words().kinds:
        if not pattern.search(text):
            continue
        if name == "mandate" and other_actor and _has_verb(tokens) and _LAWS.search(text):
            continue  # "until Armenia amends its constitution": what another does
        if name == "resources":
            if triggers(text) or other_actor:
                continue
            if _COMING.search(text):
                return ConditionKind.OTHER_PARTY
        return ConditionKind(name)
    return None


def _somebody_else(surface: str, tokens: Sequence[Any]) -> bool:
    """Whether it is another's doing, not named: "the latter", "the others", "buyers sign too"."""
    return _SOMEBODY.search(surface) is not None or (
        _AS_WELL.search(surface) is not None
        and any(t.dep_ == "nsubj" and t.pos_ == "NOUN" for t in tokens)
    )


def _has_verb(tokens: Sequence[Any]) -> bool:
    return any(t.dep_ in ("nsubj", "nsubjpass", "expl") for t in tokens)


def _is_undergone(tokens: Sequence[Any]) -> bool:
    """ "as soon as the militia had been disarmed": no other party's doing is named."""
    return any(t.dep_ == "nsubjpass" for t in tokens) and not any(
        t.dep_ in ("nsubj", "agent") for t in tokens
    )


def _ends_something(text: str, triggers: Sequence[Trigger]) -> bool:
    return (
        any(word in text.split() for word in _words().ends) or Trigger.PEACE_AGREEMENT in triggers
    )
