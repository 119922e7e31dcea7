"""Actors × contributions: the rows and columns that pages and the terminal both show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model.register import Commitment
from onrecord.model.vocabulary import STRENGTH
from onrecord.publish.lookup import Lookup
from onrecord.publish.wording import actor_label, reconciliation_words

__all__ = ["Matrix", "Row", "matrix_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One actor: its lines by top-level contribution, and what its claim comes to."""

    label: str
    actor: str | None
    cells: dict[str, tuple[Commitment, ...]]
    toward: dict[str, str]
    """For the lines whose recipient has to be named: line id and the recipient in words."""
    reconciliations: tuple[tuple[Commitment, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Collectives first, then actors by name; columns by how many lines they hold."""

    columns: tuple[str, ...]
    collectives: tuple[Row, ...]
    actors: tuple[Row, ...]
    recipient: str | None
    """For whom a cell is, where it names nobody else."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, collectives first."""
        return (*self.collectives, *self.actors)


def matrix_of(look: Lookup, commitments: Sequence[Commitment]) -> Matrix:
    """The matrix of these lines of the register."""
    counts = Counter(_top(c) for c in commitments)
    rows: dict[str, list[Commitment]] = {}
    for c in commitments:
        # An unnamed collective has only its name to be known by.
        rows.setdefault(c.actor or f"- {actor_label(c)}", []).append(c)
    usual = look.usual_recipient(commitments)
    made = [_row(look, cs, usual) for cs in rows.values()]
    made.sort(key=lambda r: (r.label.casefold(), r.actor or ""))
    several = {id(r) for r in made if _is_collective(r)}
    return Matrix(
        columns=tuple(sorted(counts, key=lambda t: (t == "other", -counts[t], t))),
        collectives=tuple(r for r in made if id(r) in several),
        actors=tuple(r for r in made if id(r) not in several),
        recipient=usual,
    )


def _top(commitment: Commitment) -> str:
    return commitment.contribution.partition(".")[0]


def _row(look: Lookup, commitments: Sequence[Commitment], usual: str | None) -> Row:
    cells: dict[str, list[Commitment]] = {}
    for c in sorted(commitments, key=_by_weight):
        cells.setdefault(_top(c), []).append(c)
    claims = [(c, k) for c in commitments if (k := look.collective(c)) is not None]
    return Row(
        label=actor_label(max(commitments, key=_counted)),
        actor=commitments[0].actor,
        cells={top: tuple(cs) for top, cs in cells.items()},
        toward=_toward(look, commitments, usual),
        reconciliations=tuple((c, reconciliation_words(k)) for c, k in claims),
    )


def _toward(look: Lookup, commitments: Sequence[Commitment], usual: str | None) -> dict[str, str]:
    """Recipients other than the usual one, and all of them where two lines are else alike."""
    counts = Counter(c.contribution for c in commitments)
    words = {}
    for c in commitments:
        if counts[c.contribution] > 1:
            words[c.id] = look.name_of(c.recipient) if c.recipient else "nobody named"
        elif c.recipient and c.recipient not in (usual, c.actor):
            words[c.id] = look.name_of(c.recipient)
    return words


def _counted(commitment: Commitment) -> tuple[int, str]:
    """The line with the largest count of members names the row."""
    members = commitment.members
    return (members.count or 0 if members else -1, commitment.id)


def _by_weight(commitment: Commitment) -> tuple[int, int, str, str]:
    """The widest contribution first, then the strongest position."""
    strength = STRENGTH.get(commitment.current.act, 0)
    code = commitment.contribution
    return (code.count("."), -strength, code, commitment.id)


def _is_collective(row: Row) -> bool:
    return any(c.members is not None or c.actor is None for cs in row.cells.values() for c in cs)
