"""What the stateless commands print for a person: readings, comparisons, groups, scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.model.report import Report
from onrecord.publish.marks import strength_words
from onrecord.publish.types import ReadingLike
from onrecord.publish.wording import amount_words, said_by

__all__ = ["comparison", "groups", "plover", "readings", "scores"]


def readings(
    reports: Sequence[Report], found: Sequence[ReadingLike], *, explain: bool
) -> RenderableType:
    """The statements of each report, with what gave each field if asked."""
    parts: list[RenderableType] = []
    for report, reading in zip(reports, found, strict=True):
        parts.append(Text(f"{report.id}: {len(reading.statements)} statements", style="bold"))
        for s in reading.statements:
            amounts = "".join(f", {amount_words(a)}" for a in s.amounts[:1])
            conditions = "".join(f" [{c.quote}]" for c in s.conditions)
            parts.append(
                Text(
                    f"  {strength_words(s.act)}{' (refrain)' if s.refrain else ''}: {s.actor.name} ({s.actor.id or 'unnamed'}) · {s.contribution}{amounts}{conditions} · said by {said_by(s)}"
                )
            )
            parts.append(Text(f"      “{s.evidence[0].quote}”", style="italic"))
            if explain:
                parts.extend(
                    Text(f"      {w.field}: “{w.words}” by {w.rule}", style="dim") for w in s.why
                )
        if explain:
            for left in reading.left_out:
                parts.append(
                    Text(
                        f"  left out: “{report.text[left.start : left.end]}” ({left.reason}; cue “{left.cue}”)",
                        style="dim",
                    )
                )
    return Group(*parts)


def comparison(result: Mapping[str, Any]) -> RenderableType:
    """The comparison strip: facts × reports, each cell same, differs how, or absent."""
    statements = {s["id"]: s for s in result["statements"]}
    reports = [r["id"] for r in result["reports"]]
    table = Table(pad_edge=False, show_lines=True)
    table.add_column("fact")
    for report in reports:
        table.add_column(report)
    rows: dict[str, dict[str, str]] = {}
    for x in result["aligned"]:
        a, b = statements[x["a"]], statements[x["b"]]
        row = rows.setdefault(x["a"], {a["report"]: a["evidence"][0]["quote"]})
        word = (x["kind"] or x["relation"]).replace("_", " ")
        told = "same" if word == "same" else f"{word}: {x['reason']}"
        known = row.get(b["report"])
        row[b["report"]] = f"{known}; {told}" if known else told
    for ids in result["only"].values():
        for statement in ids:
            rows[statement] = {
                statements[statement]["report"]: statements[statement]["evidence"][0]["quote"]
            }
    for statement, row in rows.items():
        s = statements[statement]
        fact = f"{s['actor']['name']}: {s['act']}, {s['contribution']}"
        table.add_row(fact, *(row.get(r, "– absent") for r in reports))
    return table


def groups(records: Sequence[Mapping[str, Any]]) -> RenderableType:
    """One line a report: story, origin, whom it retells and why."""
    table = Table(pad_edge=False)
    for name in ("report", "story", "origin", "retells", "why"):
        table.add_column(name)
    for r in records:
        reasons = "; ".join(reason["detail"] for reason in r["reasons"])
        table.add_row(r["report"], r["story"][-6:], r["origin"][-6:], r["retells"] or "–", reasons)
    return table


def scores(result: Mapping[str, Any]) -> RenderableType:
    """The figures of an evaluation."""
    s = result["statements"]
    table = Table(
        title=f"{result['reports']} reports: F1 {s['f1']:.3f}, precision {s['precision']:.3f}, recall {s['recall']:.3f}",
        title_justify="left",
    )
    table.add_column("field")
    table.add_column("accuracy", justify="right")
    table.add_column("n", justify="right")
    for name, value in result["fields"].items():
        table.add_row(name, f"{value['accuracy']:.3f}", str(value["n"]))
    lines = [
        Text(
            f"inverted polarity: {result['inverted_polarity']['count']}; evidence exact: {result['evidence']['exactness']:.0%}"
        )
    ]
    for name, value in result.get("relations", {}).items():
        lines.append(
            Text(
                f"relations {name}: F1 {value['relation']['f1']:.3f}, kind F1 {value['kind']['f1']:.3f}"
            )
        )
    return Group(table, *lines)


def plover(result: Mapping[str, Any]) -> RenderableType:
    """The figures on PLOVER records: all, the seen two thirds, the unseen third."""
    table = Table(title="PLOVER records", title_justify="left")
    table.add_column("F1")
    parts = {name: part for name, part in result.items() if part["records"]}
    for name, part in parts.items():
        table.add_column(f"{name} ({part['records']})", justify="right")
    for row in next(iter(parts.values()))["classes"]:
        table.add_row(row, *(f"{p['classes'][row]['f1']:.3f}" for p in parts.values()))
    table.add_row("five-class mean", *(f"{p['five_class_mean_f1']:.3f}" for p in parts.values()))
    for row in ("actor_overlap", "recipient_overlap"):
        table.add_row(row.replace("_", " "), *(f"{p[row]['f1']:.3f}" for p in parts.values()))
    confused = [
        Text(f"{c['gold']} read as {c['read']}: {c['n']}")
        for c in result["all"]["confusion"]
        if c["gold"] != c["read"]
    ]
    return Group(table, *confused)
