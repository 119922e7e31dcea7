"""The closed word lists of the coding guide: acts, attributions, conditions, relations.

Contributions and actors are open lists: they live in the codebook, which is data.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "STRENGTH",
    "Act",
    "AmountBound",
    "Attribution",
    "ConditionKind",
    "CountBound",
    "Distortion",
    "Instrument",
    "PlaceRelation",
    "RelationKind",
    "State",
    "Trigger",
    "What",
]


class Act(StrEnum):
    """What an actor does with a contribution; exactly one a statement."""

    PLEDGE = "pledge"
    INTENTION = "intention"
    OFFER = "offer"
    UNDECIDED = "undecided"
    REFUSAL = "refusal"
    REQUEST = "request"
    REJECTION = "rejection"
    THREAT = "threat"
    SUPPORT = "support"
    DELIVERY = "delivery"
    WITHDRAWAL = "withdrawal"
    UNDISCLOSED = "undisclosed"


STRENGTH: dict[Act, int] = {
    Act.REFUSAL: 0,
    Act.UNDECIDED: 1,
    Act.OFFER: 2,
    Act.INTENTION: 3,
    Act.PLEDGE: 4,
    Act.DELIVERY: 5,
}
"""Order of the acts that are degrees of one position, weakest first."""


class Attribution(StrEnum):
    """How the report carries a statement."""

    QUOTE = "quote"
    INDIRECT = "indirect"
    OWN_VOICE = "own_voice"
    ANONYMOUS = "anonymous"


class ConditionKind(StrEnum):
    """What a condition waits for."""

    EVENT = "event"
    OTHER_PARTY = "other_party"
    APPROVAL = "approval"
    MANDATE = "mandate"
    REQUEST = "request"
    RESOURCES = "resources"
    OTHER = "other"


class Trigger(StrEnum):
    """The event a condition of kind `event` waits for; different triggers are never merged."""

    CEASEFIRE = "ceasefire"
    ARMISTICE = "armistice"
    PEACE_AGREEMENT = "peace_agreement"
    END_OF_WAR = "end_of_war"
    END_OF_HOSTILITIES = "end_of_hostilities"
    ATTACK = "attack"
    DATE = "date"
    OTHER = "other"


class What(StrEnum):
    """What an `undisclosed` statement leaves open."""

    WHO = "who"
    HOW_MANY = "how_many"
    HOW_MUCH = "how_much"
    WHEN = "when"
    WHETHER = "whether"
    WHERE = "where"


class PlaceRelation(StrEnum):
    """Where the contribution would happen, against the named place."""

    IN = "in"
    OUTSIDE = "outside"
    NEAR = "near"


class CountBound(StrEnum):
    """How a member count is bounded."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


class AmountBound(StrEnum):
    """How an amount is bounded."""

    EXACT = "exact"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    ABOUT = "about"
    RANGE = "range"


class Instrument(StrEnum):
    """The form money takes."""

    GRANT = "grant"
    LOAN = "loan"
    GUARANTEE = "guarantee"
    IN_KIND = "in_kind"


class RelationKind(StrEnum):
    """How a statement of one report stands to a statement of another."""

    SAME = "same"
    MORE_SPECIFIC = "more_specific"
    LESS_SPECIFIC = "less_specific"
    UPDATES = "updates"
    CONTRADICTS = "contradicts"
    DISTORTS = "distorts"


class Distortion(StrEnum):
    """How a retelling departs from what it retells."""

    QUALIFIER_DROPPED = "qualifier_dropped"
    CONDITION_DROPPED = "condition_dropped"
    DISJUNCTION_COLLAPSED = "disjunction_collapsed"
    STRENGTH_RAISED = "strength_raised"
    STRENGTH_LOWERED = "strength_lowered"
    ACTOR_CHANGED = "actor_changed"
    COUNT_TRANSFERRED = "count_transferred"
    ATTRIBUTION_DROPPED = "attribution_dropped"
    TRANSLATION_ERROR = "translation_error"
    STALE = "stale"
    VALUE_CHANGED = "value_changed"


class State(StrEnum):
    """The mark a commitment carries in the register (glyphs and words: `publish`)."""

    PROMISED = "promised"
    CONDITIONAL = "conditional"
    CONSIDERING = "considering"
    REFUSED = "refused"
    DISPUTED = "disputed"
    UNDISCLOSED = "undisclosed"
    # Acts that are no position of one's own on giving something keep their own name.
    REQUESTED = "requested"
    REJECTED = "rejected"
    THREATENED = "threatened"
    SUPPORTED = "supported"
    DELIVERED = "delivered"
    WITHDRAWN = "withdrawn"
