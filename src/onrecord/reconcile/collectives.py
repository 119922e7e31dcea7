"""What a collective's claim comes to when its members speak for themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.codebooks import Codebook
from onrecord.codebooks.codebook import ActorKind
from onrecord.model.register import Collective, Commitment
from onrecord.model.statement import Members
from onrecord.model.vocabulary import STRENGTH, Act, CountBound

__all__ = ["collectives"]

_GIVING = (Act.PLEDGE, Act.INTENTION, Act.OFFER, Act.DELIVERY)


def collectives(commitments: Sequence[Commitment], codebook: Codebook) -> tuple[Collective, ...]:
    """One reconciliation for each line whose actor is counted: claimed, named, refusing, unnamed.

    A member's own refusal is never overwritten by a claim about the collective: it stands beside it.
    Only states whose own line is told in one of the claim's reports are held against it.
    """
    states = {a.id for a in codebook.actors if a.kind is ActorKind.STATE}
    groups = {a.id: frozenset(a.members) for a in codebook.actors if a.members}
    found = []
    for claim in commitments:
        members = claim.members
        if members is None or members.count is None:
            continue
        if not any(p.act in _GIVING and not p.refrain for p in claim.positions):
            continue
        near = [c for c in _beside(claim, commitments) if c.actor in states]
        group = groups.get(claim.actor or "")
        own = [c for c in near if group is None or c.actor in group or c.actor in members.named]
        found.append(_reconciled(claim, members, own))
    return tuple(found)


def _beside(claim: Commitment, commitments: Sequence[Commitment]) -> Iterator[Commitment]:
    told_in = set(claim.reports)
    for c in commitments:
        toward = claim.recipient is None or c.recipient in (None, claim.recipient)
        if c.id != claim.id and toward and told_in & set(c.reports):
            yield c


def _reconciled(claim: Commitment, members: Members, own: Sequence[Commitment]) -> Collective:
    named = set(members.named)
    refusing = {str(c.actor) for c in own if _refuses(c, claim)}
    alike = {str(c.actor) for c in own if _gives(c, claim)} - refusing
    if len(named) >= (members.count or 0):
        alike = set()  # every one of them is named
    low, high = _unnamed(members, named, alike)
    return Collective(
        commitment=claim.id,
        claimed=members.count,
        of=members.of,
        named=tuple(sorted(named | alike)),
        refusing=tuple(sorted(refusing)),
        unnamed_low=low,
        unnamed_high=high,
        note=_note(members, named | alike, refusing, (low, high)),
    )


def _gives(c: Commitment, claim: Commitment) -> bool:
    """Whether a state promises, plans, offers or does what the claim is about, or a part of it."""
    within = c.contribution == claim.contribution or c.contribution.startswith(
        claim.contribution + "."
    )
    strength = STRENGTH.get(c.current.act, 0)
    return within and not c.current.refrain and strength >= STRENGTH[Act.OFFER]


def _refuses(c: Commitment, claim: Commitment) -> bool:
    """Whether a state refuses what the claim is about, or all of the wider thing."""
    covers = claim.contribution == c.contribution or claim.contribution.startswith(
        c.contribution + "."
    )
    return covers and (c.current.act is Act.REFUSAL or c.current.refrain)


def _unnamed(members: Members, named: set[str], alike: set[str]) -> tuple[int, int | None]:
    """Fewest and most of the claimed whom nobody names; a state of a like position may be one or not.

    Where the count is only "at least", there is no most.
    """
    count = members.count or 0
    low = 0 if members.bound is CountBound.AT_MOST else max(0, count - len(named | alike))
    high = None if members.bound is CountBound.AT_LEAST else max(0, count - len(named))
    return low, high


def _note(
    members: Members, named: set[str], refusing: set[str], unnamed: tuple[int, int | None]
) -> str:
    low, high = unnamed
    bound = {CountBound.AT_LEAST: "at least ", CountBound.AT_MOST: "at most ",
             CountBound.ABOUT: "about "}.get(members.bound or CountBound.EXACT, "")  # fmt: skip
    of = f" of {members.of}" if members.of is not None else ""
    parts = [f"{bound}{members.count}{of} claimed", f"{len(named)} named or of a like position"]
    if among := refusing & named:
        parts.append(f"{len(among)} of these {_refuse(len(among))}")
    if beside := refusing - named:
        parts.append(f"{len(beside)} more in the same reports {_refuse(len(beside))}")
    parts.append(_unnamed_words(low, high))
    return " · ".join(parts)


def _refuse(count: int) -> str:
    return "refuses it itself" if count == 1 else "refuse it themselves"


def _unnamed_words(low: int, high: int | None) -> str:
    if high is None:
        return f"at least {low} unnamed"
    return f"{low} unnamed" if low == high else f"{low} to {high} unnamed"
