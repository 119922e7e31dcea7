"""Positions told by an echo: "So will Oslo", "Neither has Rome", "Belgrade will not", "the same goes for Albania"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame, Governor
from onrecord.read.grammar.nominals import NominalRules
from onrecord.read.grammar.scope import marked_conditions
from onrecord.read.grammar.token_signs import AUXILIARIES, OPENERS

__all__ = ["EchoRules"]

_BREAKS = frozenset([",", ";", ":", "-", "–", "—", '"', "and", "but", "while"])
_ENDS = frozenset([".", ";", ":", ",", "–", "—", '"', "!"])
_TAIL = frozenset("so too either likewise yet not n't as well same the now".split())
_COMPARED = frozenset("as than what like that whatever who which whom how where when if".split())
_PART_OF_NAME = frozenset("compound det amod poss nmod case nummod".split())
_IF = frozenset("if unless once until when after before provided".split())
_GOES = frozenset("go hold apply".split())
_STANCES = frozenset("line stance position view promise pledge offer commitment course".split())
_TO_COME = frozenset("will would wo shall can could ca".split())


@dataclass(frozen=True, slots=True)
class _Echo:
    head: Any
    """The auxiliary or verb that stands for what was told."""
    subject: Any
    sign: bool | None
    """Whether it is affirmed or denied; None where it is the same as before."""


class EchoRules(NominalRules):
    """Rules for clauses that leave out all but the actor."""

    def echoes(self, doc: Any, before: Frame | None) -> Iterator[Frame]:
        """The frames of the sentence's echoes of what was told last; none where nothing was."""
        for echo in _found(doc):
            if any(tree.clause_mark(t) in _IF for t in (echo.head, *echo.head.ancestors)):
                continue  # "if Russia does the same"
            if any(first <= echo.head.i <= last for first, last in marked_conditions(doc, set())):
                continue  # "provided that others do the same"
            told = before if before is not None and before.node.doc is not doc else None
            told = next((f for f in (self.last_frame, told) if f is not None), None)
            if told is None or echo.head.i in self.echoed:
                continue
            who = self.resolver.resolve(echo.subject, self.base, None)
            act = _echoed(told, echo)
            if not who or act is None or {w.id for w in who} == {w.id for w in told.who}:
                continue
            self.echoed.add(echo.head.i)
            yield self.frame(
                act, echo.head, who, self.sourced_by(who, Governor()), explicit=True, rule="echo",
                refrain=told.refrain, what=told.what,
            )  # fmt: skip


_MAYBE = re.compile(
    rf"\b(?:so|neither|nor|same|among)\b|\bsa(?:y|ys|id)\s(?:yes|no)\b|\b(?:{'|'.join(sorted(AUXILIARIES))})(?:n['’]t)?"
    rf"(?:,?\s+(?:{'|'.join(sorted(_TAIL))}))*\s*(?:[.;:,–—!\"\-]|$)",
    re.IGNORECASE,
)
"""The words of an echo, which most sentences have not."""


def _found(doc: Any) -> Iterator[_Echo]:
    for token in doc if _MAYBE.search(tree.text_of(doc)) else ():
        if token.lower_ in OPENERS and _opens(token) and token.i + 2 < len(doc):
            aux = doc[token.i + 1]
            if aux.lower_ in AUXILIARIES:
                yield _Echo(aux, _noun_at(doc[token.i + 2]), None)
        elif token.lower_ in AUXILIARIES and (subject := _bare_subject(token)) is not None:
            after = [t.lower_ for t in doc[token.i + 1 : token.i + 3]]
            yield _Echo(token, subject, not ({"not", "n't"} & set(after)))
        elif token.lemma_ == "say" and (sign := _yes_or_no(token)) is not None:
            subject = tree.subject(token)
            if subject is not None:
                yield _Echo(token, subject, sign)
        elif token.lower_ == "same":
            yield from _same(token)
        elif token.lower_ == "among" and token.head.lemma_ == "be":
            subject = tree.subject(token.head)
            out = tree.is_negated(token.head)  # "is not among them" tells no position of its own
            them = any(c.lower_ in ("them", "these") for c in token.children)
            if subject is not None and them and not out:
                yield _Echo(token.head, subject, None)


def _yes_or_no(verb: Any) -> bool | None:
    """ "Seoul says no": whether it says yes; None where it says something else."""
    doc, at = verb.doc, verb.i + 1
    if at >= len(doc) or doc[at].lower_ not in ("yes", "no"):
        return None
    if at + 1 < len(doc) and doc[at + 1].text not in _ENDS:
        return None
    return bool(doc[at].lower_ == "yes")


def _opens(token: Any) -> bool:
    return token.i == 0 or token.nbor(-1).lower_ in _BREAKS


def _noun_at(token: Any) -> Any:
    while token.dep_ in _PART_OF_NAME and token.head.i > token.i:
        token = token.head
    return token


def _bare_subject(aux: Any) -> Any | None:
    """The subject of an auxiliary with nothing after it, as in "Belgrade will not."; else None."""
    doc = aux.doc
    at = aux.i + 1
    while at < len(doc) and doc[at].lower_ in _TAIL:
        at += 1
    if at < len(doc) and doc[at].text not in _ENDS:
        return None
    if at < len(doc) and doc[at].text == ",":
        rest = doc[at + 1 : at + 2].text.lower()
        if rest not in ("and", "but", "though", "he", "she", "its", "the", "their", "his", "her"):
            return None
    subject = tree.subject(aux)
    if subject is None or subject.i > aux.i or subject.pos_ not in ("NOUN", "PROPN"):
        subject = _set_apart(aux)
    if subject is None:
        return None
    left = subject.left_edge.i
    if left > 0 and (doc[left - 1].lower_ in _COMPARED or doc[left - 1].pos_ in ("VERB", "ADP")):
        return None
    return subject


def _set_apart(aux: Any) -> Any | None:
    """ "Warsaw, by contrast, has:": the name before what stands between commas."""
    doc = aux.doc
    if aux.i < 4 or doc[aux.i - 1].text != ",":
        return None
    first = doc[0]
    return _noun_at(first) if first.pos_ == "PROPN" and doc[first.i + 1].text == "," else None


def _same(same: Any) -> Iterator[_Echo]:
    doc = same.doc
    verb = same.head
    if same.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in _GOES:
        for prep in tree.prepositions(verb):
            for noun in tree.children(prep, "pobj"):
                yield _Echo(verb, noun, None)
        return
    noun = verb if verb.pos_ == "NOUN" else None
    governs = noun.head if noun is not None else verb
    fits = (noun is not None and noun.lemma_ in _STANCES and noun.dep_ == "dobj") or (
        noun is None and same.dep_ == "dobj" and governs.lemma_ == "do"
    )
    subject = tree.subject(governs) if fits and governs.i < len(doc) else None
    if subject is not None:
        yield _Echo(governs, subject, None)


def _echoed(told: Frame, echo: _Echo) -> Act | None:
    """The act of an echo of what was told; None where it states nothing."""
    if echo.sign is None or echo.sign is not _is_denied(told):
        return told.act
    if told.act is Act.REFUSAL and not echo.sign:
        return Act.UNDECIDED  # "Rome ruled it out. Oslo has not."
    if told.act is Act.REFUSAL:
        return Act.PLEDGE if echo.head.lower_ in _TO_COME else Act.DELIVERY
    if told.act is Act.UNDECIDED and told.governor.rule == "refuse":
        return Act.REFUSAL  # "has not ruled it out. Warsaw has."
    if told.act in (Act.PLEDGE, Act.INTENTION, Act.OFFER) and not echo.sign:
        return Act.REFUSAL if echo.head.lower_ in (*_TO_COME, "do", "does") else None
    return None


def _is_denied(told: Frame) -> bool:
    """Whether the words that told it were in the negative."""
    return any(
        tree.is_negated(t) or any(c.lower_ == "no" for c in t.children)
        for t in (*told.governor.chain, told.node)
        if t.pos_ in ("VERB", "AUX", "NOUN")
    )
