"""Departures in who does what on whose word: act, actor, contribution, alternatives, source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.model.statement import Statement
from onrecord.model.vocabulary import STRENGTH, Act, Attribution, Distortion
from onrecord.reconcile.closeness import act_family, same_actor, shared_amount
from onrecord.reconcile.departure import Departure, Field
from onrecord.reconcile.wording import shared_words

__all__ = [
    "act_departures",
    "actor_departures",
    "alternative_departures",
    "attribution_departures",
    "contribution_departures",
    "event_departures",
]

_EVENTS = {
    "ceasefire": re.compile(r"\b(?:cease-?\s?fires?|truces?)\b", re.IGNORECASE),
    "armistice": re.compile(r"\barmistices?\b", re.IGNORECASE),
    "peace_agreement": re.compile(
        r"\bpeace (?:deal|agreement|accord|settlement|treaty|pact)s?\b", re.IGNORECASE
    ),
    "mining": re.compile(r"\bmin(?:ing|ed)\b(?! ships?)", re.IGNORECASE),
    "demining": re.compile(
        r"\b(?:de-?min\w+|mine[- ]?(?:clear|sweep|hunt|remov|counter)\w*)", re.IGNORECASE
    ),
}
"""Things that translations take for one another and that one code may cover."""
_ALIKE_ACTS = (
    {Act.REJECTION, Act.REFUSAL}, {Act.SUPPORT, Act.REQUEST}, {Act.THREAT, Act.PLEDGE},
    {Act.THREAT, Act.INTENTION}, {Act.WITHDRAWAL, Act.REFUSAL},
)  # fmt: skip
"""Acts that say one thing of one position in two words."""


def act_departures(a: Statement, b: Statement) -> Iterator[Departure]:
    """Another act: raised or lowered strength, or an inverted stance."""
    first, second = _strength(a), _strength(b)
    if (a.act is b.act and a.refrain == b.refrain) or {a.act, b.act} in _ALIKE_ACTS:
        return
    if first is None or second is None or act_family(a.act) != act_family(b.act):
        kind = Distortion.TRANSLATION_ERROR
    elif first == second:
        return
    else:
        raised = second > first
        kind = Distortion.STRENGTH_RAISED if raised else Distortion.STRENGTH_LOWERED
    yield Departure(kind=kind, field=Field.ACT, loss=0, reason=_where(_governing(b), _governing(a)))


def _strength(statement: Statement) -> int | None:
    """Degree of the position taken; a promise not to do something is a refusal of it."""
    strength = 0 if statement.act is Act.WITHDRAWAL else STRENGTH.get(statement.act)
    if statement.refrain and strength is not None and strength >= STRENGTH[Act.OFFER]:
        return 0
    return strength


def _governing(statement: Statement) -> str:
    name = "not to: " + statement.act.value if statement.refrain else statement.act.value
    words = next((w.words for w in statement.why if w.field == "act"), statement.hedge)
    return f"'{words}' ({name})" if words else f"'{name}'"


def actor_departures(a: Statement, b: Statement) -> Iterator[Departure]:
    """Another actor."""
    if not same_actor(a, b) or _joint(a) != _joint(b):
        yield Departure(
            kind=Distortion.ACTOR_CHANGED, field=Field.ACTOR, loss=0,
            reason=_where(f"'{_name(b)}'", f"'{_name(a)}'"),
        )  # fmt: skip


_JOINT = re.compile(
    r"\b(?:and|with|plus)\b.*\b(?:members?|states|partners|allies|countries)\b", re.IGNORECASE
)


def _joint(statement: Statement) -> bool:
    """Whether an organisation acts together with its members, as one actor."""
    if statement.actor.id is None:
        return False
    return _joins_members(f"{statement.actor.mention or ''} {statement.actor.name}")


@lru_cache(maxsize=4096)
def _joins_members(named: str) -> bool:
    return _JOINT.search(named) is not None


def _name(statement: Statement) -> str:
    mention, name = statement.actor.mention, statement.actor.name
    return f"{mention} ({name})" if mention and statement.actor.id and mention != name else name


def contribution_departures(a: Statement, b: Statement) -> Iterator[Departure]:
    """Another contribution; a wider or narrower one of the same kind only says less or more."""
    reason = _where(f"'{_object(b)}'", f"'{_object(a)}'")
    if a.contribution == b.contribution:
        return
    narrower = b.contribution.startswith(a.contribution + ".")
    if narrower or a.contribution.startswith(b.contribution + "."):
        loss = 1 if narrower else -1
        yield Departure(
            kind=Distortion.VALUE_CHANGED, field=Field.CONTRIBUTION, loss=loss, reason=reason
        )
        return
    if b.object is None or a.act in (Act.UNDISCLOSED, Act.UNDECIDED):
        return  # nothing was said that could be a garbled word
    money = shared_amount(a, b) is not None
    kind = Distortion.VALUE_CHANGED if money else Distortion.TRANSLATION_ERROR
    if shared_words(a.object or "", b.object) < 1 or money:
        yield Departure(kind=kind, field=Field.CONTRIBUTION, loss=0, reason=reason)


def event_departures(a: Statement, b: Statement) -> Iterator[Departure]:
    """Words under one code that are not the same thing: a truce told as an armistice."""
    first, second = _events(a.object), _events(b.object)
    if first and second and not first & second and _same_code(a, b):
        yield Departure(
            kind=Distortion.TRANSLATION_ERROR, field=Field.CONTRIBUTION, loss=0,
            reason=_where(f"'{b.object}'", f"'{a.object}'"),
        )  # fmt: skip


def _same_code(a: Statement, b: Statement) -> bool:
    return a.contribution.startswith(b.contribution) or b.contribution.startswith(a.contribution)


@lru_cache(maxsize=4096)
def _events(words: str | None) -> frozenset[str]:
    return frozenset(name for name, pattern in _EVENTS.items() if pattern.search(words or ""))


def alternative_departures(a: Statement, b: Statement) -> Iterator[Departure]:
    """One of two alternatives told alone, or the other way round."""
    if (a.alternative is None) == (b.alternative is None):
        return
    if a.alternative is not None:
        kind, reason = Distortion.DISJUNCTION_COLLAPSED, (
            f"'{_object(b)}' alone where the other has it as one of two alternatives"
        )  # fmt: skip
    else:
        kind, reason = Distortion.VALUE_CHANGED, (
            f"'{_object(b)}' as one of two alternatives where the other has it alone"
        )  # fmt: skip
    yield Departure(kind=kind, field=Field.CONTRIBUTION, loss=0, reason=reason)


def attribution_departures(a: Statement, b: Statement) -> Iterator[Departure]:
    """A named or described source lost: told as fact, or put in another's mouth.

    An actor as its own source ("Britain said it was willing"), or its own text, is no loss when it
    goes: the actor stays.
    """
    source = a.speaker
    if source is None or not (source.name or source.role):
        return
    if source.name is None and source.of == a.actor.id and _DOCUMENT.search(source.role or ""):
        return
    if b.speaker is None and b.attribution is Attribution.OWN_VOICE:
        told = "told as fact"
    elif a.attribution is Attribution.ANONYMOUS and b.attribution is not Attribution.ANONYMOUS:
        told = f"in the mouth of '{_source(b)}'"
    else:
        return
    yield Departure(
        kind=Distortion.ATTRIBUTION_DROPPED, field=Field.ATTRIBUTION, loss=-1,
        reason=_where(told, f"'{source.name or source.role}' as its source"),
    )  # fmt: skip


_DOCUMENT = re.compile(
    r"\b(?:declaration|communiqu[eé]|statement|text|document|conclusions|release)\b", re.IGNORECASE
)


def _source(statement: Statement) -> str:
    speaker = statement.speaker
    return (speaker.name or speaker.role or speaker.of or "") if speaker else statement.actor.name


def _object(statement: Statement) -> str:
    return statement.object or statement.contribution


def _where(this: str, other: str) -> str:
    return f"{this} where the other has {other}"
