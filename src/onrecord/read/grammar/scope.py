"""Around an act: conditions with their triggers, and where the act would happen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from onrecord.model.vocabulary import ConditionKind, Trigger

__all__ = [
    "ConditionPhrase",
    "classify",
    "condition_heads",
    "edges",
    "is_approval",
    "marked_conditions",
]

_MARKS = frozenset("""if once when unless until provided providing whenever after lest""".split())
_ALWAYS = frozenset("if once unless provided providing".split())
_PREPOSITIONS = frozenset("after following upon pending without until depending".split())
_NEGATING = frozenset({"unless", "until", "without"})


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


def condition_heads(token: Any) -> Iterator[Any]:
    """The heads of condition clauses and phrases right below the token."""
    for child in token.children:
        if (child.dep_ == "advcl" and _is_condition_clause(child)) or (
            child.dep_ in ("prep", "npadvmod", "advmod", "nmod") and _is_condition_phrase(child)
        ):
            yield child


def _is_condition_clause(clause: Any) -> bool:
    mark = next(
        (c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod") and c.lower_ in _MARKS),
        "",
    )
    if mark in _ALWAYS:
        return not any(c.lower_ == "even" for c in clause.children)
    if mark in ("when", "whenever", "until", "after"):
        text = _lemmas(clause.subtree)
        if any(c.lower_ == "even" or c.lower_ == "also" for c in clause.children):
            return False
        return mark == "until" or bool(_triggers(text)) or _future(clause)
    if clause.lower_ in ("provided", "providing", "assuming", "depending", "given"):
        return True
    inverted = next((c for c in clause.children if c.lower_ == "should"), None)
    return inverted is not None and inverted.i == clause.left_edge.i


def _future(clause: Any) -> bool:
    """A when-clause about circumstances to come ("when conditions are right")."""
    return not any(c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in clause.children) and (
        clause.lemma_ in ("be", "allow", "permit", "require")
    )


def _is_condition_phrase(token: Any) -> bool:
    text = _lemmas(token.subtree)
    first = token.left_edge.lower_
    if first in ("even", "also", "not") or (token.left_edge.i > 0 and token.nbor(-1).lower_ in (
        "even", "also",
    )):  # fmt: skip
        return False
    if token.lower_ in ("after", "following", "upon", "until", "once"):
        return bool(_triggers(text)) and not re.search(
            r"\b(?:summit|meeting|talks|call|year|month)\b", text
        )
    if token.lower_ in ("in", "with", "on", "under"):
        return bool(
            re.match(
                r"(?:only )?(?:in (?:the )?(?:event|case) of|on (?:the )?condition|with (?:the )?(?:approval|consent|"
                r"backing|mandate)|under (?:a|an) .*mandate)",
                text,
            )
        )
    if token.lower_ in ("pending", "depending", "subject", "contingent", "conditional"):
        return True
    if token.lemma_ in ("day", "moment", "minute") and token.dep_ == "npadvmod":
        return bool(_triggers(text))
    return False


def _lemmas(tokens: Iterable[Any]) -> str:
    return " ".join(t.lemma_.lower() for t in tokens)


def _triggers(text: str) -> list[Trigger]:
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


def edges(head: Any, tokens: Sequence[Any]) -> tuple[int, int]:
    """First and last token of a condition clause or phrase, with "only" and "the day" before it."""
    first, last = tokens[0].i, tokens[-1].i
    doc = head.doc
    while first > 0 and doc[first - 1].lower_ in ("only", "day", "the", "as", "soon", "long"):
        if doc[first - 1].lower_ == "only" and doc[first].lower_ not in _MARKS:
            break
        first -= 1
        if doc[first].lower_ == "only":
            break
    while last > first and doc[last].is_punct:
        last -= 1
    return first, last


def classify(
    tokens: Sequence[Any], first: int, last: int, *, other_actor: bool
) -> list[ConditionPhrase]:
    """Kind and trigger of the condition that these tokens state."""
    text = _lemmas(tokens)
    surface = " ".join(t.lower_ for t in tokens)
    negated = bool(re.search(r"\b(?:unless|until|no|not|n't|without|fail)\b", text))
    for name, pattern in _words().kinds:
        if (name != "resources" and pattern.search(text)) or (
            name == "resources" and pattern.search(text) and not _triggers(text)
        ):
            return [
                ConditionPhrase(
                    first=first, last=last, kind=ConditionKind(name), trigger=None,
                    negated="unless" in surface, either=False,
                )
            ]  # fmt: skip
    triggers = _triggers(text)
    if triggers and not (other_actor and not _ends_something(text, triggers)):
        either = len(triggers) > 1 and " or " in f" {text} "
        event_negated = negated and "until" not in text.split()
        return [
            ConditionPhrase(
                first=first, last=last, kind=ConditionKind.EVENT, trigger=trigger,
                negated=event_negated, either=either,
            )
            for trigger in triggers
        ]  # fmt: skip
    kind = ConditionKind.OTHER_PARTY if other_actor else ConditionKind.OTHER
    return [
        ConditionPhrase(
            first=first, last=last, kind=kind, trigger=None,
            negated="unless" in surface or "until" in surface, either=False,
        )
    ]  # fmt: skip


def _ends_something(text: str, triggers: Sequence[Trigger]) -> bool:
    return (
        any(word in text.split() for word in _words().ends) or Trigger.PEACE_AGREEMENT in triggers
    )


_MARKED = re.compile(
    r"(?:\bbut only if\b|\bonly if\b|\bprovided\b|\bproviding that\b|(?<=, )providing (?!\w+ to )|\bon (?:the )?condition\b|\bas long as\b|"
    r"\bso long as\b|\bunless\b|\bsubject to\b|\bdepending on\b|\bin (?:the )?(?:event|case) of\b|"
    r"\bpending\b|\bif\b|(?<=, )should (?=a |an |the |it |they |there )|"
    r"\bthe day after\b|\bonce\b|\bwithin (?:what|the limits)\b|\baccording to (?:its|their|the) own\b|"
    r"\beach according to\b|\b(?:depends?|depend|hinges?|hinge) on\b|"
    r"\b(?:needs?|requires?|require) (?:the |a )?(?:approval|consent|backing|mandate|green light)\b|"
    r"\b(?:the )?\w+ must (?:first )?(?:agree|approve|vote|consent|ratify)\b|\bmust (?:first )?pass\b)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;.]|,(?! (?:or|and) )|\s[-–—]\s|\)")


def marked_conditions(doc: Any, used: set[int]) -> list[tuple[int, int]]:
    """Conditions by their opening words, for those that the parser hung elsewhere.

    Returned as (first, last) token indices; tokens in `used` are skipped.
    """
    found = []
    for match in _MARKED.finditer(doc.text):
        word = match.group().lower()
        before = doc.text[: match.start()].rstrip().lower()
        if before.endswith(("even", "asked", "as", "ask", "wonder", "see", "know", "decide")):
            continue
        stop = _STOP.search(doc.text, match.end())
        end = stop.start() if stop else len(doc.text)
        tokens = [
            t for t in doc if match.start() <= t.idx and t.idx + len(t) <= end and not t.is_space
        ]
        while tokens and tokens[-1].is_punct:
            tokens.pop()
        if len(tokens) < 2 or any(t.i in used for t in tokens):
            continue
        if word in ("once", "the day after") and not _triggers(_lemmas(tokens)):
            continue
        found.append((tokens[0].i, tokens[-1].i))
    return found
