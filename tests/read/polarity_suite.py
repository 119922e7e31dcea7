"""Minimal pairs for polarity: the same sentence affirmed and negated, in many constructions.

Templates × contents × attributions × conditions. Every case says which act must be read; a case
fails softly when nothing or another act of the same side is read, and hard when it is inverted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Case", "cases"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One sentence with the act that a careful coder reads from it."""

    pair: str
    text: str
    act: str
    actor: str
    contribution: str
    refrain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    infinitive: str
    gerund: str
    passive: str
    participle: str
    code: str


_CONTENTS = (
    _Content(
        infinitive="send troops to Mali", gerund="sending troops to Mali",
        passive="Troops", participle="sent to Mali", code="troops",
    ),
    _Content(
        infinitive="train Ukrainian pilots", gerund="training Ukrainian pilots",
        passive="Ukrainian pilots", participle="trained", code="training",
    ),
    _Content(
        infinitive="impose sanctions on Belarus", gerund="imposing sanctions on Belarus",
        passive="Sanctions", participle="imposed on Belarus", code="sanctions",
    ),
    _Content(
        infinitive="give 50 million euros in humanitarian aid to Sudan",
        gerund="giving 50 million euros in humanitarian aid to Sudan",
        passive="Humanitarian aid", participle="given to Sudan", code="funding",
    ),
    _Content(
        infinitive="clear mines in the Black Sea", gerund="clearing mines in the Black Sea",
        passive="Mines in the Black Sea", participle="cleared", code="demining",
    ),
)  # fmt: skip
_ACTORS = (("Norway", "NOR"), ("Japan", "JPN"), ("Kenya", "KEN"), ("Chile", "CHL"))

# (name, affirmed, its act, negated, its act, whether the negated one is a promise not to do it)
_PREDICATES = (
    ("will", "will {i}", "pledge", "will not {i}", "refusal", False),
    ("contracted", "is going to {i}", "pledge", "won't {i}", "refusal", False),
    ("promise", "has promised to {i}", "pledge", "has promised not to {i}", "pledge", True),
    ("commit", "committed to {g}", "pledge", "refused to {i}", "refusal", False),
    ("vow", "vowed to {i}", "pledge", "vowed never to {i}", "pledge", True),
    ("agree", "has agreed to {i}", "pledge", "has ruled out {g}", "refusal", False),
    ("plan", "plans to {i}", "intention", "does not plan to {i}", "refusal", False),
    ("plans", "has plans to {i}", "intention", "has no plans to {i}", "refusal", False),
    ("intend", "intends to {i}", "intention", "does not intend to {i}", "refusal", False),
    ("is to", "is to {i}", "intention", "is not going to {i}", "refusal", False),
    ("ready", "is ready to {i}", "offer", "is not ready to {i}", "refusal", False),
    ("willing", "is willing to {i}", "offer", "is unwilling to {i}", "refusal", False),
    ("prepared", "stands prepared to {i}", "offer", "is not prepared to {i}", "refusal", False),
    ("open", "is open to {g}", "offer", "is not open to {g}", "refusal", False),
    ("could", "could {i}", "offer", "cannot {i}", "refusal", False),
    ("offer", "offered to {i}", "offer", "declined to {i}", "refusal", False),
    ("readiness", "expressed its readiness to {i}", "offer", "expressed its refusal to {i}", "refusal", False),
    ("exclude", "does not rule out {g}", "undecided", "rules out {g}", "refusal", False),
    ("refuse", "has not excluded {g}", "undecided", "has excluded {g}", "refusal", False),
    ("consider", "is considering {g}", "undecided", "is not considering {g}", "refusal", False),
    ("consensus", "came to an agreement to {i}", "pledge", "has ruled out {g}", "refusal", False),
    ("shy", "would not shy away from {g}", "offer", "shies away from {g}", "refusal", False),
)  # fmt: skip

_CONDITIONS = ("", " after a ceasefire", " if parliament agrees")


def cases() -> Iterator[Case]:
    """Every case, both sides of every pair, in a fixed order."""
    for number, (name, yes, yes_act, no, no_act, refrain) in enumerate(_PREDICATES):
        for index, content in enumerate(_CONTENTS):
            actor, code = _ACTORS[(number + index) % len(_ACTORS)]
            condition = _CONDITIONS[(number + index) % len(_CONDITIONS)]
            for style, wrap in _WRAPS.items():
                pair = f"{name}/{content.code}/{style}"
                for template, act, keeps in ((yes, yes_act, False), (no, no_act, refrain)):
                    clause = template.format(i=content.infinitive, g=content.gerund)
                    if style == "quote":
                        clause = _first_person(clause)
                    yield Case(
                        pair=pair, text=wrap.format(s=actor, c=clause, k=condition), act=act,
                        actor=code, contribution=content.code, refrain=keeps,
                    )  # fmt: skip
    yield from _passives()


_WRAPS = {
    "own": "{s} {c}{k}.",
    "said": "The foreign minister of {s} said on Monday that the country {c}{k}.",
    "after": "{s} {c}{k}, its government said.",
    "quote": '"We {c}{k}," {s}\'s prime minister, Ana Koval, told reporters.',
}


def _first_person(clause: str) -> str:
    for third, first in (
        ("is not ", "are not "), ("is ", "are "), ("has ", "have "), ("does not ", "do not "),
        ("plans ", "plan "), ("intends ", "intend "), ("stands ", "stand "), ("rules ", "rule "),
        ("shies ", "shy "), (" its ", " our "),
    ):  # fmt: skip
        if clause.startswith(third):
            return first + clause[len(third) :]
    return clause.replace(" its ", " our ")


def _passives() -> Iterator[Case]:
    for index, content in enumerate(_CONTENTS):
        for actor, code in _ACTORS:
            for yes, no, act in (
                ("will be", "will not be", "pledge"),
                ("could be", "could not be", "offer"),
            ):
                for verb, side in ((yes, act), (no, "refusal")):
                    yield Case(
                        pair=f"passive-{verb}/{content.code}/{actor}",
                        text=f"{content.passive} {verb} {content.participle} by {actor}.",
                        act=side, actor=code, contribution=content.code,
                    )  # fmt: skip
        del index
