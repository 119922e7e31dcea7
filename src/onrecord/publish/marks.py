"""The marks and words of a register, the same in the terminal and on pages."""

from __future__ import annotations

from onrecord.model.vocabulary import Act, Distortion, RelationKind, State

__all__ = [
    "DEPARTURE_WORDS",
    "GLYPHS",
    "NOTHING",
    "PIPS",
    "STATE_WORDS",
    "departure_word",
    "relation_words",
    "strength_words",
]

NOTHING = "–"
"""Nothing on record, which is not a refusal."""
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
    Act.THREAT: "threatens", Act.SUPPORT: "backs", Act.WITHDRAWAL: "takes back",
    Act.UNDISCLOSED: "does not say",
}  # fmt: skip
DEPARTURE_WORDS: dict[Distortion, str] = {
    Distortion.QUALIFIER_DROPPED: "Dropped", Distortion.CONDITION_DROPPED: "Dropped",
    Distortion.DISJUNCTION_COLLAPSED: "Dropped", Distortion.STRENGTH_RAISED: "Stronger",
    Distortion.STRENGTH_LOWERED: "Weaker", Distortion.ACTOR_CHANGED: "Misattributed",
    Distortion.COUNT_TRANSFERRED: "Misattributed", Distortion.ATTRIBUTION_DROPPED: "Dropped",
    Distortion.TRANSLATION_ERROR: "Mistranslated", Distortion.STALE: "Stale",
    Distortion.VALUE_CHANGED: "Differs",
}  # fmt: skip
_KINDS: dict[Distortion, str] = {
    Distortion.QUALIFIER_DROPPED: "Lost in retelling: a qualifier",
    Distortion.CONDITION_DROPPED: "Lost in retelling: a condition",
    Distortion.DISJUNCTION_COLLAPSED: "Lost in retelling: an alternative",
    Distortion.STRENGTH_RAISED: "Retold stronger than said",
    Distortion.STRENGTH_LOWERED: "Retold weaker than said",
    Distortion.ACTOR_CHANGED: "Retold of another actor",
    Distortion.COUNT_TRANSFERRED: "A count moved to others",
    Distortion.ATTRIBUTION_DROPPED: "Lost in retelling: who says so",
    Distortion.TRANSLATION_ERROR: "Mistranslated",
    Distortion.STALE: "Old words told as new",
    Distortion.VALUE_CHANGED: "Retold with another value",
}
_RELATIONS: dict[RelationKind, str] = {
    RelationKind.CONTRADICTS: "Independent reports contradict each other",
    RelationKind.UPDATES: "The actor changed its position",
    RelationKind.SAME: "Same", RelationKind.MORE_SPECIFIC: "Says more",
    RelationKind.LESS_SPECIFIC: "Says less", RelationKind.DISTORTS: "The retelling departs",
}  # fmt: skip


def strength_words(act: Act) -> str:
    """The act as a word of strength, with its pips where it has any."""
    return f"{_STRENGTH[act]} {PIPS[act]}" if act in PIPS else _STRENGTH[act]


def relation_words(relation: RelationKind, kind: Distortion | None, on: str | None) -> str:
    """What kind of disagreement it is, in words, and on what."""
    words = _KINDS[kind] if kind is not None else _RELATIONS[relation]
    return f"{words} ({on})" if on else words


def departure_word(relation: RelationKind, kind: Distortion | None) -> str:
    """The one word for a cell that departs: Differs, Dropped, Stronger, Weaker, Changed …"""
    if kind is not None:
        return DEPARTURE_WORDS[kind]
    return "Changed" if relation is RelationKind.UPDATES else "Differs"
