"""A commitment as one plain sentence, and its parts in words."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.codebooks import Codebook
from onrecord.model.register import Collective, Commitment, Position
from onrecord.model.statement import Amount, Condition, DateRange, Members, Statement
from onrecord.model.vocabulary import Act, AmountBound, CountBound

__all__ = [
    "actor_label",
    "actor_name",
    "amount_words",
    "condition_words",
    "contribution_label",
    "members_words",
    "reconciliation_words",
    "said_by",
    "sentence_of",
    "when_words",
]

_VERBS: dict[Act, tuple[str, str]] = {
    Act.PLEDGE: ("promises", "promise"),
    Act.INTENTION: ("plans", "plan"),
    Act.OFFER: ("offers", "offer"),
    Act.UNDECIDED: ("has not decided on", "have not decided on"),
    Act.REFUSAL: ("refuses", "refuse"),
    Act.REQUEST: ("asks for", "ask for"),
    Act.REJECTION: ("rejects", "reject"),
    Act.THREAT: ("threatens", "threaten"),
    Act.SUPPORT: ("backs", "back"),
    Act.DELIVERY: ("is giving", "are giving"),
    Act.WITHDRAWAL: ("takes back", "take back"),
    Act.UNDISCLOSED: ("leaves undisclosed:", "leave undisclosed:"),
}
_TOWARD: dict[Act, str] = {Act.THREAT: "against"}
_COUNTS = {
    CountBound.AT_LEAST: "at least ",
    CountBound.AT_MOST: "at most ",
    CountBound.ABOUT: "about ",
}
_BOUNDS = {
    AmountBound.UP_TO: "up to ",
    AmountBound.AT_LEAST: "at least ",
    AmountBound.ABOUT: "about ",
}
_UNITS = {"percent_gdp": "% of GDP", "percent": "%", "persons": "people"}


def contribution_label(code: str, codebook: Codebook) -> str:
    """The contribution's label; its code where the codebook has none."""
    try:
        return codebook.contribution(code).label
    except KeyError:
        return code


def actor_name(actor_id: str, codebook: Codebook) -> str:
    """An actor's name; its id where the codebook has none."""
    try:
        return codebook.actor(actor_id).name
    except KeyError:
        return actor_id


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def actor_label(commitment: Commitment) -> str:
    """The actor's name, with the count of a collective."""
    members = commitment.members
    name = _capital(commitment.actor_name)
    if members is None or members.count is None or str(members.count) in name:
        return name
    return f"{name} ({members_words(members)})"


def members_words(members: Members) -> str:
    """A count of members with its bound: "at least 26 of 35"; empty where nothing was counted."""
    if members.count is None:
        return ""
    bound = _COUNTS.get(members.bound, "") if members.bound else ""
    return f"{bound}{members.count}" + (f" of {members.of}" if members.of else "")


def amount_words(amount: Amount) -> str:
    """An amount as a person writes it: bound, figure, unit, loan or grant, period."""
    figure = _figure(amount.value) + (f"–{_figure(amount.high)}" if amount.high is not None else "")
    unit = amount.of or "items" if amount.unit == "items" else _UNITS.get(amount.unit, amount.unit)
    joined = figure + ("" if unit.startswith("%") else " ") + unit
    extras = (amount.instrument.replace("_", " ") if amount.instrument else "", amount.period or "")
    return ", ".join([_BOUNDS.get(amount.bound, "") + joined, *filter(None, extras)])


def _figure(value: float) -> str:
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.4g} {word}"
    return f"{value:,.10g}"


def condition_words(conditions: Iterable[Condition]) -> str:
    """The conditions' own words, each once."""
    return "; ".join(dict.fromkeys(c.quote for c in conditions))


def when_words(when: DateRange | None) -> str:
    """One day, a range of days, or every possible reading; empty where no time is said."""
    if when is None:
        return ""
    if when.readings:
        return " or ".join(when.readings)
    if when.first == when.last:
        return when.first or ""
    if when.first is None:
        return f"until {when.last}"
    return f"{when.first} to {when.last}" if when.last else f"from {when.first}"


def said_by(statement: Statement, codebook: Codebook | None = None) -> str:
    """Who is given as the source, in words; "the report itself" where nobody is.

    With a codebook, an actor that speaks for itself goes by its name, not its id.
    """
    speaker = statement.speaker
    if speaker is None:
        return "the report itself"
    of = actor_name(speaker.of, codebook) if speaker.of and codebook else speaker.of
    return speaker.name or speaker.role or of or "an unnamed source"


def sentence_of(commitment: Commitment, codebook: Codebook) -> str:
    """The commitment as one sentence: who, how strongly, what, for whom, how much, if what."""
    position = commitment.current
    what = contribution_label(commitment.contribution, codebook)
    what = what if what[:2].isupper() else what[:1].lower() + what[1:]
    amounts = "; ".join(amount_words(a) for a in position.amounts if not a.part_of_total)
    verb, toward = _verb(commitment, position), _toward(commitment, position, codebook)
    if position.act is Act.REQUEST and toward:
        verb, toward = f"{verb.split()[0]} {toward} for", ""
    parts = [actor_label(commitment), verb, what, toward, f"({amounts})" if amounts else ""]
    conditions = condition_words(position.conditions)
    tail = f", “{conditions}”" if conditions else ""
    return " ".join(filter(None, parts)) + tail + "."


def _verb(commitment: Commitment, position: Position) -> str:
    several = commitment.actor is None
    if position.refrain:
        return "promise to refrain from" if several else "promises to refrain from"
    return _VERBS[position.act][several]


def _toward(commitment: Commitment, position: Position, codebook: Codebook) -> str:
    """For whom ("for Ukraine"); empty where there is no recipient or it is the actor itself."""
    recipient = commitment.recipient
    if recipient is None or recipient == commitment.actor:
        return ""
    name = actor_name(recipient, codebook)
    # One asks the other itself; everything else is for it or against it.
    return name if position.act is Act.REQUEST else f"{_TOWARD.get(position.act, 'for')} {name}"


def reconciliation_words(collective: Collective) -> str:
    """The claim beside what is known: "26 of 35 claimed · 4 named or alike · … · 22 to 26 unnamed"."""
    of = f" of {collective.of}" if collective.of else ""
    parts = [
        f"{collective.claimed}{of} claimed"
        if collective.claimed is not None
        else "number not said",
        f"{len(collective.named)} named or alike",
        f"{len(collective.refusing)} others refusing it themselves",
    ]
    low, high = collective.unnamed_low, collective.unnamed_high
    if low is not None:
        rest = f"{low}" if high in (None, low) else f"{low} to {high}"
        parts.append(f"{rest} unnamed")
    return " · ".join(parts)
