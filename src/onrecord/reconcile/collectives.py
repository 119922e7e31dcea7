"""What a collective's claim comes to when its members speak for themselves."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.codebooks import Codebook
from onrecord.model.register import Collective, Commitment
from onrecord.model.statement import Statement
from onrecord.model.vocabulary import STRENGTH, Act

__all__ = ["collectives"]


def collectives(
    commitments: Sequence[Commitment], statements: Sequence[Statement], codebook: Codebook
) -> tuple[Collective, ...]:
    """One reconciliation for each line whose actor is counted: claimed, named, refusing, unnamed.

    A member's own refusal is never overwritten by a claim about the collective: it stands beside it.
    `named` are the states that some report names as members; the unnamed are bounded, since a state
    with a like position of its own may or may not be among those counted.
    """
    by_id = {s.id: s for s in statements}
    states = {a.id for a in codebook.actors if a.kind == "state"}
    found = []
    for commitment in commitments:
        members = commitment.members
        if members is None or members.count is None:
            continue
        told = [by_id[s] for s in commitment.statements]
        if not any(s.act in (Act.PLEDGE, Act.INTENTION, Act.OFFER, Act.DELIVERY) for s in told):
            continue
        named = {n for s in told if s.members for n in s.members.named}
        alike = _alike(commitment, commitments, states)
        refusing = _refusing(commitment, commitments, states)
        low = max(0, members.count - len(named | alike))
        found.append(
            Collective(
                commitment=commitment.id,
                claimed=members.count,
                of=members.of,
                named=tuple(sorted(named | alike)),
                refusing=tuple(sorted(refusing)),
                unnamed_low=low,
                unnamed_high=max(0, members.count - len(named)),
                note=_note(members.count, members.of, len(named | alike), len(refusing), low),
            )
        )
    return tuple(found)


def _top(code: str) -> str:
    return code.partition(".")[0]


def _alike(commitment: Commitment, others: Sequence[Commitment], states: set[str]) -> set[str]:
    """States that promise, plan or offer the same contribution for themselves."""
    return {
        c.actor for c in others
        if c.actor in states and _top(c.contribution) == _top(commitment.contribution)
        and STRENGTH.get(c.current.act, 0) >= STRENGTH[Act.OFFER]
        and c.recipient in (None, commitment.recipient)
    }  # fmt: skip


def _refusing(commitment: Commitment, others: Sequence[Commitment], states: set[str]) -> set[str]:
    return {
        c.actor for c in others
        if c.actor in states and _top(c.contribution) == _top(commitment.contribution)
        and c.current.act is Act.REFUSAL and c.recipient in (None, commitment.recipient)
    }  # fmt: skip


def _note(count: int, of: int | None, named: int, refusing: int, low: int) -> str:
    parts = [f"{count} claimed" + (f" of {of}" if of else ""), f"{named} named or alike"]
    if refusing:
        parts.append(f"{refusing} others refuse it themselves")
    parts.append(f"at least {low} unnamed" if low else "none need be unnamed")
    return " · ".join(parts)
