"""Where an act would happen, and toward whom, from the phrases around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.model.statement import Place
from onrecord.model.vocabulary import PlaceRelation
from onrecord.read.grammar.mentions import Mention, ReportContext
from onrecord.read.grammar.tree import noun_phrase
from onrecord.read.grammar.who import Who

__all__ = ["find_place", "find_recipient"]

_OUTSIDE = frozenset("outside beyond".split())
_NEAR = frozenset("near around off alongside".split())
_IN = frozenset("in into on at within inside across over onto throughout".split())
_AREAS = frozenset(
    """sea soil territory border coast airspace sky strait waters region area zone line river gulf
    ocean ground peninsula strip city capital frontier front territory shore base camp district province street side town village east
    west north south basin port airport island valley corridor highland countryside desert suburb quarter
    settlement governorate county state""".split()
)
_SPHERES = frozenset("land sea air ground".split())
_VAGUE = frozenset("side state port base line quarter camp".split())
_DESCRIBED = frozenset("country territory border nation".split())


def find_place(
    tokens: Iterable[Any], base: int, context: ReportContext, *, moves: bool, recipient: str | None
) -> Place | None:
    """The first place that the prepositions among the tokens name; "to" names one for what moves."""
    for token in tokens:
        if token.dep_ not in ("prep", "advmod", "conj", "prt") and token.pos_ != "ADP":
            continue
        relation = _relation(token.lower_, moves=moves)
        if relation is None:
            continue
        for noun in token.children:
            if noun.dep_ == "pobj" and (
                place := _place(token, noun, base, context, relation, recipient)
            ):
                return place
    return None


def _relation(word: str, *, moves: bool) -> PlaceRelation | None:
    if word in _OUTSIDE:
        return PlaceRelation.OUTSIDE
    if word in _NEAR:
        return PlaceRelation.NEAR
    if word in _IN or (word == "to" and moves):
        return PlaceRelation.IN
    return None


def _place(
    preposition: Any, noun: Any, base: int, context: ReportContext,
    relation: PlaceRelation, recipient: str | None,
) -> Place | None:  # fmt: skip
    phrase = noun_phrase(noun)
    start = base + preposition.idx
    end = base + noun.idx + len(noun)
    mentions = [
        m for m in context.within(base + phrase[0].idx, base + phrase[-1].idx + len(phrase[-1]))
        if m.form != "person"
    ]  # fmt: skip
    words = context.report.text[start:end]
    lemma = noun.lemma_.lower()
    named = next(
        (m for m in mentions if m.start <= base + noun.idx < m.end and m.form in ("name", "seat")),
        None,
    )
    if named is not None and context.is_state(named.actor_id):
        return Place(words=words, id=named.actor_id, relation=relation)
    named_area = any(c.dep_ in ("compound", "amod", "poss", "nmod") for c in noun.children)
    if lemma in _AREAS and (named_area or lemma not in _SPHERES | _VAGUE):
        return Place(words=words, id=_area_owner(mentions, noun, recipient), relation=relation)
    if lemma in _DESCRIBED and (
        relation is PlaceRelation.OUTSIDE or (lemma == "country" and _is_the(noun))
    ):
        return Place(words=words, id=recipient, relation=relation)
    if noun.pos_ == "PROPN" and not mentions and _is_town(noun) and preposition.lower_ != "on":
        return Place(words=words, id=recipient, relation=relation)
    if noun.pos_ == "PROPN" and relation is not PlaceRelation.IN:
        return Place(words=words, id=None, relation=relation)
    return None


_TIMES = frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday easter christmas ramadan""".split()
)
_BODIES = frozenset(
    """parliament congress council summit conference treaty agreement house union fund bank force group
    act programme program assembly forum committee""".split()
)


def _is_town(noun: Any) -> bool:
    """A proper name that an unknown place may have: no date, no body, no person with a title."""
    words = {t.lower_ for t in (noun, *noun.children)}
    return (
        not words & (_TIMES | _BODIES) and noun.text[:1].isupper() and not noun.text.isupper()
        and not any(t.like_num or t.dep_ in ("det", "poss") for t in noun.children)
    )  # fmt: skip


def _is_the(noun: Any) -> bool:
    return any(t.lower_ in ("the", "that", "this") for t in noun.children)


def _area_owner(mentions: Sequence[Mention], noun: Any, recipient: str | None) -> str | None:
    if noun.lemma_.lower() == "sea":
        return None
    return mentions[0].actor_id if mentions else recipient


def find_recipient(
    tokens: Sequence[Any], base: int, context: ReportContext, who: Who
) -> str | None:
    """The other side that the act's own phrase names, by its role there: to, for, or owner."""
    if not tokens:
        return None
    start = base + tokens[0].idx
    end = base + tokens[-1].idx + len(tokens[-1])
    mentions = [m for m in context.within(start, end) if m.actor_id not in (None, who.id)]
    by_token = {t.idx + base: t for t in tokens}
    scored: list[tuple[int, int, str]] = []
    for mention in mentions:
        token = by_token.get(mention.start)
        if token is None or mention.actor_id is None:
            continue
        scored.append((-_weight(token, mention), mention.start, mention.actor_id))
    scored = [s for s in scored if s[0] < 0]
    return min(scored)[2] if scored else None


def _weight(token: Any, mention: Mention) -> int:
    """How plainly the mention is the one addressed: 3 for "to X", 2 for "X's", 1 for an adjective."""
    head = token
    while (
        head.dep_ in ("compound", "amod", "nmod", "poss", "det", "flat") and head.head.i != head.i
    ):
        if head.dep_ == "poss":
            return 2
        head = head.head
    if mention.form == "adjective" or (head.i != token.i and mention.form != "name"):
        return 1
    if head.dep_ in ("dative", "dobj"):
        return 3
    if head.dep_ == "pobj":
        return {"to": 3, "for": 3, "in": 2, "on": 2, "with": 2, "against": 2, "from": 1, "by": 1, "of": 1, "into": 2,
                "at": 1, "towards": 3, "toward": 3}.get(head.head.lower_, 0)  # fmt: skip
    return 1 if mention.form in ("adjective", "people") else 0
