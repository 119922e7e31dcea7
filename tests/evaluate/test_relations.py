"""Scoring of relations: which pairs count, how read statements are matched, and what is reached."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.evaluate.gold import Gold, GoldRelation, load_golds
from onrecord.evaluate.relations import complete_pairs, pairs_table, score_relations
from onrecord.model.evidence import Evidence
from onrecord.model.grouping import Grouping, Membership
from onrecord.model.ids import text_hash
from onrecord.model.register import Aligned, Comparison
from onrecord.model.report import Report
from onrecord.model.statement import ActorRef, Statement
from onrecord.model.vocabulary import Act, Attribution, Distortion, RelationKind
from onrecord.reconcile import compare

TEXT = "Norway will send troops to Mali and will train soldiers there."
TABLE = """
## Retellings (a → b)

| a | b | typed faults |
|---|---|---|
| a | b | strength_raised |
| a | missing | same |

## Independent reports

| a | b | scope |
|---|---|---|
| a | c | Norway's statements only |
"""


def statement(report: str, number: int, actor: str = "NOR", act: Act = Act.PLEDGE) -> Statement:
    evidence = Evidence(report=report, text_hash=text_hash(TEXT), start=0, end=31, quote=TEXT[:31])
    return Statement(
        id=f"{report}-s{number}", report=report, reader="gold", act=act, contribution="troops",
        actor=ActorRef(id=actor, name="Norway" if actor == "NOR" else actor, mention=None),
        attribution=Attribution.OWN_VOICE, evidence=(evidence,),
    )  # fmt: skip


def gold(
    report: str, statements: list[Statement], relations: tuple[GoldRelation, ...] = ()
) -> Gold:
    return Gold(
        report=Report(id=report, text=TEXT), story="s", statements=tuple(statements),
        relations=relations,
    )  # fmt: skip


def relation(a: str, b: str, kind: str | None = None) -> GoldRelation:
    name = "distorts" if kind else "same"
    return GoldRelation(a=a, b=b, relation=name, kind=kind, on=None, note=None)


def found(a: str, b: str, kind: Distortion | None = None) -> Aligned:
    name = RelationKind.DISTORTS if kind else RelationKind.SAME
    return Aligned(a=a, b=b, relation=name, kind=kind, on=None, reason="")


@pytest.fixture
def golds() -> list[Gold]:
    return [
        gold("a", [statement("a", 1), statement("a", 2, "FRA")]),
        gold(
            "b", [statement("b", 1), statement("b", 2, "FRA")],
            (relation("a-s1", "b-s1", "strength_raised"), relation("a-s2", "b-s2")),
        ),
        gold(
            "c", [statement("c", 1), statement("c", 2, "FRA")],
            (relation("a-s1", "c-s1"), relation("a-s2", "c-s2")),
        ),
    ]  # fmt: skip


def test_the_tables_rows_are_the_complete_pairs_with_their_scope(golds) -> None:
    pairs = complete_pairs(golds, TABLE)
    assert [(p.a, p.b, p.actor) for p in pairs] == [("a", "b", None), ("a", "c", "NOR")]


def test_without_a_table_the_densely_related_pairs_are(golds) -> None:
    assert [(p.a, p.b) for p in complete_pairs(golds)] == [("a", "b"), ("a", "c")]


def test_relations_outside_the_scope_are_neither_wanted_nor_counted_as_wrong(golds) -> None:
    told = [s for g in golds for s in g.statements]
    aligned = (
        found("a-s1", "b-s1", Distortion.STRENGTH_RAISED), found("a-s2", "b-s2"),
        found("a-s1", "c-s1"), found("a-s2", "c-s2"), found("b-s1", "c-s1"),
    )  # fmt: skip
    scores = score_relations(
        golds, told, Comparison(aligned=aligned, only={}), pairs=complete_pairs(golds, TABLE)
    )
    assert scores["relation"] == {"gold": 3, "read": 3, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert scores["kind"]["f1"] == 1.0


def test_a_missed_and_an_invented_relation_cost_recall_and_precision(golds) -> None:
    told = [s for g in golds for s in g.statements]
    aligned = (found("a-s1", "b-s1"), found("a-s2", "b-s2"))
    pairs = complete_pairs(golds, TABLE)[:1]
    scores = score_relations(golds, told, Comparison(aligned=aligned, only={}), pairs=pairs)
    assert scores["relation"]["precision"] == 0.5
    assert scores["relation"]["recall"] == 0.5
    assert scores["kind"] == {"gold": 1, "read": 0, "precision": 0.0, "recall": 0.0, "f1": 0.0}


def test_read_statements_stand_for_the_gold_ones_that_they_overlap(golds) -> None:
    told = [replace(s, id=f"read-{s.id}") for g in golds for s in g.statements]
    aligned = (found("read-b-s2", "read-a-s2"),)
    pairs = complete_pairs(golds, TABLE)[:1]
    scores = score_relations(golds, told, Comparison(aligned=aligned, only={}), pairs=pairs)
    assert scores["relation"]["precision"] == 1.0


def test_a_pairs_table_is_found_beside_or_above_the_gold(tmp_path: Path) -> None:
    folder = tmp_path / "dev"
    folder.mkdir()
    assert pairs_table([folder]) is None
    (tmp_path / "PAIRS.md").write_text(TABLE, encoding="utf-8")
    assert pairs_table([folder]) == TABLE
    (folder / "x.json").write_text("{}", encoding="utf-8")
    assert pairs_table([folder / "x.json"]) == TABLE


# -- what the comparison reaches on hand-coded statements --------------------------------------------


def test_relations_of_hand_coded_statements_stay_above_their_floors(shared: Path) -> None:
    """Floors only rise. Which report retells which is taken from the table, to measure this step alone."""
    table = pairs_table([shared / "gold" / "dev"])
    if table is None:
        pytest.skip("the hand-coded reports beside the project are not here")
    golds = list(load_golds([shared / "gold" / "dev"]))
    pairs = complete_pairs(golds, table)
    retellings = table.partition("## Independent")[0]
    above = {p.b: p.a for p in complete_pairs(golds, retellings)}

    def origin(report: str) -> str:
        return origin(above[report]) if report in above else report

    grouping = Grouping(
        memberships=tuple(
            Membership(
                report=g.report.id, copyset=g.report.id, story=g.story or "", origin=origin(g.report.id),
                retells=above.get(g.report.id),
            )
            for g in golds
        )
    )  # fmt: skip
    told = [s for g in golds for s in g.statements]
    scores = score_relations(
        golds, told, compare([g.report for g in golds], told, grouping), pairs=pairs
    )
    assert len(pairs) >= 19
    assert scores["relation"]["f1"] >= 0.95
    assert scores["kind"]["f1"] >= 0.95
