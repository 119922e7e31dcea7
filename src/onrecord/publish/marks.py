"""The marks and words of a register, the same in the terminal and on pages."""

from __future__ import annotations

from onrecord.codebooks import Codebook
from onrecord.model.register import Commitment, Position, Register
from onrecord.model.statement import Amount, Condition, Statement
from onrecord.model.vocabulary import Act, AmountBound, Distortion, RelationKind, State

__all__ = ["DEPARTURE_WORDS", "GLYPHS", "PIPS", "STATE_WORDS", "actor_label", "amount_words", "condition_words",
           "contribution_label", "relation_words", "said_by", "sentence_of", "strength_words"]  # fmt: skip

GLYPHS: dict[State, str] = {
    State.PROMISED: "✓", State.CONDITIONAL: "◐", State.CONSIDERING: "◌", State.REFUSED: "✕",
    State.DISPUTED: "◀▶", State.UNDISCLOSED: "?", State.REQUESTED: "→", State.REJECTED: "⊘",
    State.THREATENED: "!", State.SUPPORTED: "+", State.DELIVERED: "■", State.WITHDRAWN: "↩",
}  # fmt: skip
STATE_WORDS: dict[State, str] = {
    State.PROMISED: "promised", State.CONDITIONAL: "conditional", State.CONSIDERING: "considering",
    State.REFUSED: "refused", State.DISPUTED: "disputed", State.UNDISCLOSED: "undisclosed",
    State.REQUESTED: "asks for it", State.REJECTED: "rejects it", State.THREATENED: "threatens it",
    State.SUPPORTED: "backs it", State.DELIVERED: "being done", State.WITHDRAWN: "withdrawn",
}  # fmt: skip
PIPS: dict[Act, str] = {Act.PLEDGE: "●●●", Act.INTENTION: "●●", Act.OFFER: "●"}
_STRENGTH: dict[Act, str] = {
    Act.PLEDGE: "pledged", Act.INTENTION: "intends", Act.OFFER: "offers", Act.DELIVERY: "does it",
    Act.UNDECIDED: "undecided", Act.REFUSAL: "refuses", Act.REQUEST: "asks", Act.REJECTION: "rejects",
    Act.THREAT: "threatens", Act.SUPPORT: "backs", Act.WITHDRAWAL: "takes back", Act.UNDISCLOSED: "does not say",
}  # fmt: skip
DEPARTURE_WORDS: dict[Distortion, str] = {
    Distortion.QUALIFIER_DROPPED: "Dropped", Distortion.CONDITION_DROPPED: "Dropped",
    Distortion.DISJUNCTION_COLLAPSED: "Dropped", Distortion.STRENGTH_RAISED: "Stronger",
    Distortion.STRENGTH_LOWERED: "Weaker", Distortion.ACTOR_CHANGED: "Misattributed",
    Distortion.COUNT_TRANSFERRED: "Differs", Distortion.ATTRIBUTION_DROPPED: "Misattributed",
    Distortion.TRANSLATION_ERROR: "Mistranslated", Distortion.STALE: "Stale", Distortion.VALUE_CHANGED: "Differs",
}  # fmt: skip
_KINDS: dict[Distortion, str] = {
    Distortion.QUALIFIER_DROPPED: "a qualifier is lost", Distortion.CONDITION_DROPPED: "a condition is lost",
    Distortion.DISJUNCTION_COLLAPSED: "an alternative is lost", Distortion.STRENGTH_RAISED: "told stronger than said",
    Distortion.STRENGTH_LOWERED: "told weaker than said", Distortion.ACTOR_CHANGED: "put on another actor",
    Distortion.COUNT_TRANSFERRED: "a count moved to others", Distortion.ATTRIBUTION_DROPPED: "the source is lost",
    Distortion.TRANSLATION_ERROR: "mistranslated", Distortion.STALE: "old words as new",
    Distortion.VALUE_CHANGED: "a value is changed",
}  # fmt: skip


def strength_words(act: Act) -> str:
    """The act as a word of strength, with its pips where it has any."""
    return f"{_STRENGTH[act]} {PIPS[act]}" if act in PIPS else _STRENGTH[act]


def relation_words(relation: RelationKind, kind: Distortion | None, on: str | None) -> str:
    """What kind of disagreement it is, in words."""
    if kind is not None:
        return f"retelling: {_KINDS[kind]}" + (f" ({on})" if on else "")
    words = {
        RelationKind.CONTRADICTS: "contradiction between independent reports",
        RelationKind.UPDATES: "changed later by the actor itself",
        RelationKind.SAME: "same", RelationKind.MORE_SPECIFIC: "says more", RelationKind.LESS_SPECIFIC: "says less",
        RelationKind.DISTORTS: "retelling departs",
    }[relation]  # fmt: skip
    return f"{words} ({on})" if on else words


def contribution_label(code: str, codebook: Codebook) -> str:
    """The contribution's label; its code where the codebook has none."""
    try:
        return codebook.contribution(code).label
    except KeyError:
        return code


def actor_label(commitment: Commitment) -> str:
    """The actor's name, with the count of a collective."""
    members = commitment.members
    name = commitment.actor_name
    if commitment.actor is None:
        name = name[:1].upper() + name[1:]
    if members is not None and members.count is not None and str(members.count) not in name:
        of = f" of {members.of}" if members.of else ""
        return f"{name[:1].upper()}{name[1:]} ({members.count}{of})"
    return name[:1].upper() + name[1:]


def amount_words(amount: Amount) -> str:
    """An amount as a person writes it: bound, figure, unit, loan or grant, period."""
    bound = {
        AmountBound.EXACT: "", AmountBound.UP_TO: "up to ", AmountBound.AT_LEAST: "at least ",
        AmountBound.ABOUT: "about ", AmountBound.RANGE: "",
    }[amount.bound]  # fmt: skip
    figure = _figure(amount.value) + (f"–{_figure(amount.high)}" if amount.high is not None else "")
    unit = {"percent_gdp": "% of GDP", "percent": "%", "items": amount.of or "items"}.get(
        amount.unit, amount.unit
    )
    spaced = figure + ("" if unit.startswith("%") else " ") + unit
    tail = f", {amount.instrument.replace('_', ' ')}" if amount.instrument else ""
    return f"{bound}{spaced}{tail}" + (f", {amount.period}" if amount.period else "")


def _figure(value: float) -> str:
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.4g} {word}"
    return f"{value:,.10g}"


def condition_words(condition: Condition) -> str:
    """The condition's own words."""
    return condition.quote


def sentence_of(commitment: Commitment, register: Register, codebook: Codebook) -> str:
    """The commitment as one sentence in plain words."""
    position: Position = commitment.current
    what = contribution_label(commitment.contribution, codebook)
    verb = {
        Act.PLEDGE: "has promised", Act.INTENTION: "intends", Act.OFFER: "offers", Act.UNDECIDED: "has not decided on",
        Act.REFUSAL: "refuses", Act.REQUEST: "asks for", Act.REJECTION: "rejects", Act.THREAT: "threatens",
        Act.SUPPORT: "backs", Act.DELIVERY: "is giving", Act.WITHDRAWAL: "has taken back",
        Act.UNDISCLOSED: "has not disclosed its position on",
    }[position.act]  # fmt: skip
    if position.refrain:
        verb = "has promised to refrain from"
    toward = f", toward {_name(commitment.recipient, codebook)}" if commitment.recipient else ""
    under = "; ".join(dict.fromkeys(c.quote for c in position.conditions))
    return (
        f"{actor_label(commitment)} {verb}: {what[:1].lower()}{what[1:]}{toward}"
        + (f" ({under})" if under else "")
        + "."
    )


def _name(actor_id: str, codebook: Codebook) -> str:
    try:
        return codebook.actor(actor_id).name
    except KeyError:
        return actor_id


def said_by(statement: Statement) -> str:
    """Who is given as the source, in words; "the report itself" where nobody is."""
    speaker = statement.speaker
    if speaker is None:
        return "the report itself"
    name = speaker.name or speaker.role or speaker.of or "an unnamed source"
    return f"{name} ({speaker.of})" if speaker.of and speaker.of != name else name
