"""The comparison strip: what each report says of one commitment, fact by fact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.model.register import Commitment, Disagreement
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import Distortion
from onrecord.publish.lookup import Lookup
from onrecord.publish.marks import departure_word, strength_words
from onrecord.publish.wording import (
    amount_words,
    condition_words,
    members_words,
    said_by,
    when_words,
)

__all__ = ["FACTS", "StripCell", "StripRow", "fact_values", "strip_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StripCell:
    """One report's account of one fact, and how it departs."""

    text: str
    departs: str = ""
    """Differs, Dropped, Added, Stronger, Weaker, Misattributed, Mistranslated …; or empty."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRow:
    """One fact over all reports, in the order of the statements."""

    fact: str
    cells: tuple[StripCell, ...]


def _who(statement: Statement, _: Lookup) -> str:
    mention = statement.actor.mention or statement.actor.name
    count = members_words(statement.members) if statement.members else ""
    return f"{mention} ({count})" if count else mention


FACTS: tuple[tuple[str, Callable[[Statement, Lookup], str]], ...] = (
    ("Who", _who),
    ("To whom", lambda s, look: look.name_of(s.recipient) if s.recipient else ""),
    ("What", lambda s, look: s.object or look.label(s.contribution)),
    ("Amount", lambda s, _: "; ".join(amount_words(a) for a in s.amounts)),
    ("Condition", lambda s, _: condition_words(s.conditions)),
    ("When", lambda s, _: when_words(s.when)),
    ("Where", lambda s, _: s.place.words if s.place else ""),
    ("Strength", lambda s, _: strength_words(s.act)),
    ("Said by", lambda s, look: said_by(s, look.codebook)),
)
_KIND_FACT: dict[Distortion, str] = {
    Distortion.QUALIFIER_DROPPED: "Amount", Distortion.CONDITION_DROPPED: "Condition",
    Distortion.DISJUNCTION_COLLAPSED: "What", Distortion.STRENGTH_RAISED: "Strength",
    Distortion.STRENGTH_LOWERED: "Strength", Distortion.ACTOR_CHANGED: "Who",
    Distortion.COUNT_TRANSFERRED: "Who", Distortion.ATTRIBUTION_DROPPED: "Said by",
    Distortion.TRANSLATION_ERROR: "What", Distortion.STALE: "When",
}  # fmt: skip
_ON_FACT = {
    "act": "Strength", "actor": "Who", "amount": "Amount", "count": "Who", "trigger": "Condition",
    "time": "When", "place": "Where", "contribution": "What",
}  # fmt: skip
_COUNTED = ("Amount", "Condition", "When")
"""Facts whose coming or going between a report and its retelling is told as Added or Dropped."""


def fact_values(statement: Statement, look: Lookup) -> dict[str, str]:
    """Each fact in words; empty where the report does not say."""
    return {fact: value(statement, look) for fact, value in FACTS}


def strip_of(look: Lookup, commitment: Commitment, told: Sequence[Statement]) -> list[StripRow]:
    """Facts that at least one of the statements has, each with how its cells depart."""
    found = [d for d in look.register.disagreements if d.commitment == commitment.id]
    values = [fact_values(s, look) for s in told]
    rows = []
    for fact, _ in FACTS:
        cells = tuple(_cell(look, fact, index, told, values, found) for index in range(len(told)))
        if any(c.text or c.departs for c in cells):
            rows.append(StripRow(fact=fact, cells=cells))
    return rows


def _cell(
    look: Lookup,
    fact: str,
    index: int,
    told: Sequence[Statement],
    values: Sequence[dict[str, str]],
    found: Sequence[Disagreement],
) -> StripCell:
    statement, text = told[index], values[index][fact]
    for d in found:
        if d.b == statement.id and _fact_of(d) == fact:
            word = departure_word(d.relation, d.kind)
            return StripCell(text=text, departs=word, reason=d.reason)
    if fact in _COUNTED:
        retold = look.retells(statement.report)
        for other, known in zip(told, values, strict=True):
            if other.report == retold and bool(known[fact]) != bool(text):
                word = "Added" if text else "Dropped"
                return StripCell(text=text, departs=word, reason=f"against {look.outlet(retold)}")
    return StripCell(text=text)


def _fact_of(disagreement: Disagreement) -> str:
    if disagreement.on in _ON_FACT:
        return _ON_FACT[disagreement.on]
    if disagreement.kind is None:
        return "Strength"
    return _KIND_FACT.get(disagreement.kind, "What")
