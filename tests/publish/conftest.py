"""A small register made by hand: a wire, its mistranslated retelling, an own report, a later one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.codebooks import Codebook, load_codebook
from onrecord.model.evidence import Evidence
from onrecord.model.grouping import CopyKind, CopyLink, Grouping, GroupReason, Membership
from onrecord.model.register import Collective, Commitment, Disagreement, Position, Register
from onrecord.model.report import Report, SetAside, SetAsideReason
from onrecord.model.statement import (
    ActorRef,
    Amount,
    Condition,
    Members,
    Speaker,
    Statement,
)
from onrecord.model.vocabulary import (
    Act,
    AmountBound,
    Attribution,
    ConditionKind,
    Distortion,
    RelationKind,
    State,
    Trigger,
)

WIRE = (
    "OSLO, May 2 (Press Agency) - Norway is ready to send up to 200 soldiers to Mali after a "
    "ceasefire, its premier, Kari Holm, said.\n\nTen countries have pledged troops, she said."
)
RETOLD = "Norway will send 200 soldiers to Mali.\nSign up for our newsletter"
OWN = "Norway does not rule out a force of 300 for Mali, Holm told <b>this</b> paper."
LATER = "Norway will not send soldiers to Mali after all, Holm announced."


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """The built-in codebook."""
    return load_codebook("security")


@pytest.fixture(scope="session")
def register() -> Register:
    """Four reports, two lines, a distortion of three kinds, a contradiction and an update."""
    wire = _report("wire", WIRE, outlet="Press Agency", published="2025-05-02", title="Oslo ready")
    aside = SetAside(start=0, end=28, reason=SetAsideReason.DATELINE)
    reports = (
        Report(**_fields(wire), set_aside=(aside,)),
        _report("re/told", RETOLD, outlet="Retold <Daily>", published="2025-05-03"),
        _report("own", OWN, outlet="Own Paper", published="2025-05-02", url="javascript:alert(1)"),
        _report("later", LATER, published="2025-06-01", url="https://later.example/a?b=1&c=2"),
    )
    statements = _statements({r.id: r for r in reports})
    return Register(
        name="Force for Mali", codebook="security 1", as_of=None, reports=reports,
        grouping=_grouping(), statements=statements, commitments=_commitments(),
        disagreements=_disagreements(), collectives=(_collective(),), only={"own": ("s-own",)},
    )  # fmt: skip


def _report(report_id: str, text: str, **values: Any) -> Report:
    return Report(id=report_id, text=text, language="en", **values)


def _fields(report: Report) -> dict[str, Any]:
    names = ("id", "text", "outlet", "published", "title", "language")
    return {name: getattr(report, name) for name in names}


def _evidence(report: Report, words: str) -> tuple[Evidence, ...]:
    start = report.text.index(words)
    return (
        Evidence(
            report=report.id, text_hash=report.text_hash, start=start,
            end=start + len(words), quote=words,
        ),
    )  # fmt: skip


def _people(value: float, bound: AmountBound = AmountBound.EXACT) -> Amount:
    return Amount(value=value, unit="persons", bound=bound)


CEASEFIRE = Condition(
    kind=ConditionKind.EVENT, quote="after a ceasefire", trigger=Trigger.CEASEFIRE
)
HOLM = Speaker(name="Kari Holm", role="premier", of="NOR")


def _statements(reports: dict[str, Report]) -> tuple[Statement, ...]:
    def norway(name: str, report: str, words: str, act: Act, **values: Any) -> Statement:
        return Statement(
            id=name, report=report, reader="hand.v1", act=act, contribution="troops",
            actor=ActorRef(id="NOR", name="Norway", mention="Norway"), recipient="MLI",
            attribution=values.pop("attribution", Attribution.INDIRECT), object="soldiers",
            evidence=_evidence(reports[report], words), **values,
        )  # fmt: skip

    return (
        norway("s-wire", "wire", "Norway is ready to send up to 200 soldiers to Mali", Act.OFFER,
               amounts=(_people(200, AmountBound.UP_TO),), conditions=(CEASEFIRE,), speaker=HOLM),
        norway("s-told", "re/told", "Norway will send 200 soldiers to Mali", Act.PLEDGE,
               amounts=(_people(200),), attribution=Attribution.OWN_VOICE),
        norway("s-own", "own", "Norway does not rule out a force of 300", Act.UNDECIDED,
               amounts=(_people(300),), speaker=HOLM),
        norway("s-later", "later", "Norway will not send soldiers to Mali", Act.REFUSAL, speaker=HOLM),
        Statement(
            id="s-ten", report="wire", reader="hand.v1", act=Act.PLEDGE, contribution="troops",
            actor=ActorRef(id=None, name="ten countries", mention="Ten countries"),
            members=Members(count=10), attribution=Attribution.INDIRECT, recipient="MLI",
            evidence=_evidence(reports["wire"], "Ten countries have pledged troops"),
        ),
    )  # fmt: skip


def _grouping() -> Grouping:
    def of(report: str, story: str, origin: str, retells: str | None = None) -> Membership:
        reasons = (GroupReason(code="credit", detail="it credits Press Agency"),) if retells else ()
        return Membership(
            report=report, copyset=report, story=story, origin=origin, retells=retells,
            reasons=reasons,
        )  # fmt: skip

    members = (of("wire", "t-1", "o-1"), of("re/told", "t-1", "o-1", "wire"),
               of("own", "t-1", "o-2"), of("later", "t-2", "o-3"))  # fmt: skip
    link = CopyLink(a="wire", b="re/told", kind=CopyKind.ABRIDGED, share=0.82)
    return Grouping(memberships=members, copies=(link,))


def _commitments() -> tuple[Commitment, ...]:
    offered = Position(
        act=Act.OFFER, state=State.CONDITIONAL, since="2025-05-02", statements=("s-wire",),
        origins=("o-1",), conditions=(CEASEFIRE,), amounts=(_people(200, AmountBound.UP_TO),),
        speaker=HOLM,
    )  # fmt: skip
    refused = Position(
        act=Act.REFUSAL, state=State.REFUSED, since="2025-06-01", statements=("s-later",),
        origins=("o-3",),
    )  # fmt: skip
    ten = Position(
        act=Act.PLEDGE, state=State.PROMISED, since="2025-05-02", statements=("s-ten",),
        origins=("o-1",),
    )  # fmt: skip
    return (
        Commitment(
            id="c-norway", actor="NOR", actor_name="Norway", contribution="troops", recipient="MLI",
            members=None, positions=(offered, refused),
            statements=("s-later", "s-own", "s-told", "s-wire"),
            reports=("wire", "re/told", "own", "later"), origins=("o-1", "o-2", "o-3"),
        ),
        Commitment(
            id="c-ten", actor=None, actor_name="ten countries", contribution="troops",
            recipient="MLI", members=Members(count=10), positions=(ten,), statements=("s-ten",),
            reports=("wire",), origins=("o-1",),
        ),
    )  # fmt: skip


def _disagreements() -> tuple[Disagreement, ...]:
    def of(number: int, a: str, b: str, relation: RelationKind, **values: Any) -> Disagreement:
        return Disagreement(
            id=f"d-{number}", commitment="c-norway", a=a, b=b, relation=relation,
            kind=values.get("kind"), on=values.get("on"), reason=f"reason {number}",
            weight=10.0 - number,
        )  # fmt: skip

    distorts = RelationKind.DISTORTS
    return (
        of(1, "s-wire", "s-later", RelationKind.UPDATES),
        of(2, "s-wire", "s-told", distorts, kind=Distortion.STRENGTH_RAISED),
        of(3, "s-wire", "s-told", distorts, kind=Distortion.CONDITION_DROPPED),
        of(4, "s-wire", "s-told", distorts, kind=Distortion.QUALIFIER_DROPPED),
        of(5, "s-wire", "s-own", RelationKind.CONTRADICTS, on="amount"),
    )


def _collective() -> Collective:
    return Collective(
        commitment="c-ten", claimed=10, of=None, named=("NOR",), refusing=("NOR",),
        unnamed_low=9, unnamed_high=10, note="10 claimed",
    )  # fmt: skip


@pytest.fixture(scope="session")
def many(register: Register) -> Callable[[int, int], Register]:
    """A register of so many actors and contributions, each cell filled, to weigh its pages."""

    def made(actors: int, contributions: int) -> Register:
        from dataclasses import replace

        line = register.commitments[0]
        lines = tuple(
            replace(line, id=f"c-{a:03}-{c:03}", actor=f"A{a:02}", actor_name=f"Actor number {a}",
                    contribution=f"kind_{c}")
            for a in range(actors) for c in range(contributions)
        )  # fmt: skip
        return replace(register, commitments=lines, disagreements=(), collectives=())

    return made
