"""Where each report of a group stands, and what changed for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.group.retelling import Retelling, retellings
from onrecord.group.stories import Story
from onrecord.group.telling import Telling
from onrecord.model.codec import decode, encode
from onrecord.model.grouping import CopyLink, GroupReason, Membership, Renamed
from onrecord.model.ids import content_id

__all__ = [
    "PLACED",
    "Changes",
    "Placed",
    "alone",
    "changes",
    "place",
    "place_again",
    "renamings",
    "story_reasons",
]

_STORY = "story"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A report's membership, and the copy links in which it is the later one."""

    membership: Membership
    copies: tuple[CopyLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an addition changed: what is new or not as before, and what holds no more."""

    memberships: tuple[Membership, ...] = ()
    copies: tuple[CopyLink, ...] = ()
    parted: tuple[tuple[str, str], ...] = ()
    """Pairs of reports that are no copies any more, as their link had them."""
    renamed: tuple[Renamed, ...] = ()


def place(
    tellings: Sequence[Telling], heads: Mapping[str, str], copies: Sequence[CopyLink],
    why: Mapping[str, GroupReason],
) -> Iterator[Placed]:  # fmt: skip
    """The place of each report of one story, the earliest first.

    `heads` gives the first report of each one's copyset; `copies` the links among the reports.
    """
    told = retellings(tellings, copies)
    story = content_id(_STORY, tellings[0].report)
    links: dict[str, list[CopyLink]] = {}
    for link in copies:
        links.setdefault(link.b, []).append(link)
    for report in (t.report for t in tellings):
        retold = told.get(report)
        reasons = (why[report],) if report in why else ()
        membership = Membership(
            report=report,
            copyset=content_id("copies", heads[report]),
            story=story,
            origin=content_id("origin", _origin(report, told)),
            retells=retold.a if retold else None,
            reasons=reasons + (retold.reasons if retold else ()),
        )
        yield Placed(membership=membership, copies=tuple(links.get(report, ())))


def place_again(before: Placed, why: GroupReason | None) -> Placed:
    """The same place in the same story, with what ties the report to it now."""
    others = tuple(r for r in before.membership.reasons if r.code != _STORY)
    reasons = others if why is None else (why, *others)
    return replace(before, membership=replace(before.membership, reasons=reasons))


def story_reasons(story: Story) -> Iterator[tuple[str, GroupReason]]:
    """For each report of a story what ties it to the others."""
    for report, score, terms in zip(story.members, story.scores, story.shared, strict=False):
        detail = f"shares {', '.join(terms)} with the story's other reports"
        yield report, GroupReason(code=_STORY, detail=detail, score=score)


def changes(before: Mapping[str, Placed], now: Mapping[str, Placed]) -> Changes:
    """What is new or not as before; `now` holds every report of the groups that were looked at."""
    held, holds = _links(before), _links(now)
    stood = {report: placed.membership for report, placed in before.items()}
    stands = {report: placed.membership for report, placed in now.items()}
    return Changes(
        memberships=tuple(m for report, m in stands.items() if stood.get(report) != m),
        copies=tuple(link for pair, link in holds.items() if held.get(pair) != link),
        parted=tuple(pair for pair in held if pair not in holds),
        renamed=tuple(renamings(stood, stands)),
    )


def alone(report: str) -> Membership:
    """The membership of a report that shares nothing with any other."""
    return Membership(
        report=report,
        copyset=content_id("copies", report),
        story=content_id(_STORY, report),
        origin=content_id("origin", report),
    )


def _links(placed: Mapping[str, Placed]) -> dict[tuple[str, str], CopyLink]:
    return {(link.a, link.b): link for each in placed.values() for link in each.copies}


def _origin(report: str, told: Mapping[str, Retelling]) -> str:
    while report in told:
        report = told[report].a
    return report


def renamings(
    before: Mapping[str, Membership], after: Mapping[str, Membership]
) -> Iterator[Renamed]:
    """The ids that are no longer used, each with the one that its first report has now.

    Memberships go by report id; `after` holds every report that stands with one of `before`.
    """
    for name in ("copyset", "story", "origin"):
        used = {getattr(m, name) for m in after.values()}
        gone: dict[str, str] = {}
        for report, membership in before.items():
            old = getattr(membership, name)
            if old not in used and report in after:
                gone.setdefault(old, getattr(after[report], name))
        yield from (Renamed(old=old, new=new) for old, new in sorted(gone.items()))


def _pack(placed: Placed) -> bytes:
    return encode(placed).encode()


def _unpack(piece: bytes) -> Placed:
    return decode(piece, Placed)


PLACED = (_pack, _unpack)
