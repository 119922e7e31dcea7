"""Reports, statements and registers for the tests of reconcile, with what does not matter filled in."""

from __future__ import annotations

from typing import Any

from onrecord.codebooks import load_codebook
from onrecord.model.evidence import Evidence
from onrecord.model.grouping import Grouping, Membership
from onrecord.model.ids import text_hash
from onrecord.model.register import Register
from onrecord.model.report import Report
from onrecord.model.statement import ActorRef, Amount, Condition, Speaker, Statement
from onrecord.model.vocabulary import Act, Attribution, ConditionKind, Trigger
from onrecord.reconcile import ReconcileInputs, reconcile

TEXT = "Norway will send troops to Mali."
AFTER_A_CEASEFIRE = Condition(
    kind=ConditionKind.EVENT, trigger=Trigger.CEASEFIRE, quote="after a ceasefire"
)
PRIME_MINISTER = Speaker(name="Ana Koval", role="prime minister", of="NOR")
NEIGHBOUR = Speaker(name="X", role=None, of="FRA")


def report(report_id: str, published: str | None = "2025-01-10", **more: Any) -> Report:
    """A report; its text is that of every other unless one is given."""
    return Report(**({"id": report_id, "text": TEXT, "published": published} | more))


def state(actor: str, name: str) -> ActorRef:
    """A state called by its name."""
    return ActorRef(id=actor, name=name, mention=name)


def told(report_id: str, act: Act = Act.PLEDGE, text: str = TEXT, **more: Any) -> Statement:
    """Norway pledges troops for Mali, says its prime minister, unless another field is given."""
    evidence = Evidence(
        report=report_id, text_hash=text_hash(text), start=0, end=len(text), quote=text
    )
    fields = {
        "report": report_id, "reader": "test", "act": act, "actor": state("NOR", "Norway"),
        "contribution": "troops", "attribution": Attribution.INDIRECT, "evidence": (evidence,),
        "object": "troops", "recipient": "MLI", "speaker": PRIME_MINISTER,
    } | more  # fmt: skip
    fields.setdefault("id", f"s-{report_id}-{act}-{fields['contribution']}")
    return Statement(**fields)


def euros(value: float, **more: Any) -> tuple[Amount, ...]:
    """One amount in euros."""
    return (Amount(value=value, unit="EUR", **more),)


def grouped(
    reports: list[Report],
    retells: dict[str, str] | None = None,
    stories: dict[str, str] | None = None,
) -> Grouping:
    """One story, unless stories are given, in which only the given reports retell another."""
    above = retells or {}

    def origin(report_id: str) -> str:
        return origin(above[report_id]) if report_id in above else report_id

    return Grouping(
        memberships=tuple(
            Membership(
                report=r.id, copyset=r.id, story=(stories or {}).get(r.id, "one"),
                origin=origin(r.id), retells=above.get(r.id),
            )
            for r in reports
        )
    )  # fmt: skip


def register(
    reports: list[Report],
    statements: list[Statement],
    retells: dict[str, str] | None = None,
    stories: dict[str, str] | None = None,
    **more: Any,
) -> Register:
    """The register folded from these."""
    return reconcile(
        ReconcileInputs(
            name="t", codebook=load_codebook(), reports=tuple(reports), statements=tuple(statements),
            grouping=grouped(reports, retells, stories), **more,
        )
    )  # fmt: skip
