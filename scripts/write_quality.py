"""Write docs/explanation/quality.md from a fresh measurement, and raise the floors with --floors.

Floors never fall: a figure below its floor is an error, not a new floor.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from tests.read.battery import Counts, score

from onrecord.app.evaluating import evaluate_gold, evaluate_plover
from onrecord.codebooks import load_codebook
from onrecord.collect import prepare
from onrecord.evaluate.gold import load_golds
from onrecord.evaluate.statements import match_statements
from onrecord.model.statement import Statement
from onrecord.read import grammar_reader

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
SETS = {
    "gold": "the reports that the reader was built with",
    "gold_fresh": "later reports by other writers, 14 of them (`r-…`) never looked at",
    "gold_later": "still later ones by four more writers, 13 of them (`s5-…`) never looked at",
}
FLOORS = TESTS / "read" / "floors.json"
BATTERIES = TESTS / "read" / "batteries"
POLITICS = TESTS / "read" / "politics"
FIELDS = (
    "attribution",
    "speaker",
    "conditions",
    "amounts",
    "place_relation",
    "members",
    "contribution",
    "refrain",
)


def fingerprint(name: str) -> str:
    """Digest of a set's file names and bytes."""
    digest = hashlib.sha256()
    for path in sorted((TESTS / name).glob("*.json")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def set_floors(name: str, scores: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """Floors a little below the figures (0.01 for rates, 0.03 for fields of few cases), never lower than before."""

    def raised(section: str, of: str, figure: float, room: float) -> float:
        return max(round(figure - room, 3), known.get(section, {}).get(of, 0.0))

    found: dict[str, Any] = {
        "fingerprint": fingerprint(name),
        "statements": {
            n: raised("statements", n, scores["statements"][n], 0.01)
            for n in ("precision", "recall", "f1")
        },
        "fields": {n: raised("fields", n, scores["fields"][n]["accuracy"], 0.03) for n in FIELDS},
        "inverted": min(scores["inverted_polarity"]["count"], known.get("inverted", 99)),
    }
    if "relations" in scores:
        found["relations"] = {
            n: raised("relations", n, v["relation"]["f1"], 0.02)
            for n, v in scores["relations"].items()
        }
    return found


def battery_floors(measured: dict[str, Counts], known: dict[str, Any]) -> dict[str, Any]:
    """Floors of the batteries, 0.01 below their F1, never lower than before."""
    return {
        name: {
            "wanted": counts.wanted,
            "f1": max(round(counts.f1 - 0.01, 3), known.get(name, {}).get("f1", 0.0)),
            "inverted": min(counts.inverted, known.get(name, {}).get("inverted", 99)),
        }
        for name, counts in measured.items()
    }


def politics_figures() -> dict[str, dict[str, float]]:
    """By part: the mean F1 of the five classes, and the overlap of actors and recipients (F1)."""
    whole = {p.stem: evaluate_plover(p)["all"] for p in sorted(POLITICS.glob("*.json"))}
    return {
        part: {
            "mean": of["five_class_mean_f1"],
            "actors": of["actor_overlap"]["f1"],
            "recipients": of["recipient_overlap"]["f1"],
        }
        for part, of in whole.items()
    }


def politics_floors(
    measured: dict[str, dict[str, float]], known: dict[str, Any]
) -> dict[str, dict[str, float]]:
    """Floors 0.02 below the figures of the sentences of politics, never lower than before."""
    return {
        part: {n: max(round(f - 0.02, 3), known.get(part, {}).get(n, 0.0)) for n, f in of.items()}
        for part, of in measured.items()
    }


def errors(most: int = 20) -> list[str]:
    """Every n-th error, so that the list is spread over the reports: missed and false statements."""
    golds = list(load_golds([TESTS / "gold"]))
    readings = grammar_reader().read([prepare(g.report) for g in golds], load_codebook())
    found: list[str] = []
    for gold, reading in zip(golds, readings, strict=True):
        pairs = match_statements(gold.statements, reading.statements)
        matched = {s.id for pair in pairs for s in pair}
        found += [_line("missed", s) for s in gold.statements if s.id not in matched]
        found += [_line("false", s) for s in reading.statements if s.id not in matched]
    step = max(1, len(found) // most)
    return found[::step][:most]


def _line(word: str, statement: Statement) -> str:
    quote = " ".join(statement.evidence[0].quote.split())
    return f"- {word}: {statement.act}, {statement.actor.id or 'unnamed'}, {statement.contribution}: “{quote[:160]}”"


def page(scores: dict[str, dict[str, Any]], batteries: dict[str, Counts]) -> str:
    """The page in Markdown."""
    lines = [
        "# How well the reader reads", "",
        "Written by `python -m scripts.write_quality` from `onrecord evaluate tests/gold --relations` and its like. Everything was coded by hand, by the coding guide, "
        "by writers who had not seen the reader. A second coder working blind reached F1 0.865 on ten of the first set: that is the ceiling to measure against.", "",
        "| set | reports | statements | precision | recall | F1 | inverted |", "|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for name, of in scores.items():
        s = of["statements"]
        lines.append(
            f"| `{name}`: {SETS[name]} | {of['reports']} | {s['gold']} | {s['precision']:.3f} | {s['recall']:.3f} | **{s['f1']:.3f}** | {of['inverted_polarity']['count']} |"
        )
    lines += [
        "",
        "The second and third rows are nearer to what new text will be like. The same by single sentences and short passages, in several styles:",
        "",
        "| battery | codes wanted | read | right | F1 | inverted |", "|---|---|---|---|---|---|",
    ]  # fmt: skip
    lines += [
        f"| {n.replace('_', ' ')} | {c.wanted} | {c.read} | {c.right} | {c.f1:.3f} | {c.inverted} |"
        for n, c in batteries.items()
    ]
    lines += [
        "",
        "| field, on matched statements | " + " | ".join(f"{name} | n" for name in scores) + " |",
        "|---" * (1 + 2 * len(scores)) + "|",
    ]
    for name in scores["gold"]["fields"]:
        cells = [
            f"{of['fields'][name]['accuracy']:.3f} | {of['fields'][name]['n']}"
            if name in of["fields"]
            else "- | 0"
            for of in scores.values()
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    lines += ["", "| relations on complete pairs | F1 | kind of distortion F1 |", "|---|---|---|"]
    lines += [
        f"| {n.replace('_', ' ')} | {v['relation']['f1']:.3f} | {v['kind']['f1']:.3f} |"
        for n, v in scores["gold"]["relations"].items()
    ]
    lines += [
        "",
        "## Acts confused",
        "",
        "In the first set; gold act in rows; “-” is missed or read without counterpart.",
        "",
        "| gold | read | n |",
        "|---|---|---|",
    ]
    confused = sorted(
        (c for c in scores["gold"]["confusion"] if c["gold"] != c["read"]), key=lambda c: -c["n"]
    )
    lines += [f"| {c['gold']} | {c['read']} | {c['n']} |" for c in confused[:20]]
    lines += ["", "## Twenty errors", "", *errors()]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, write the page, and with --floors raise the floors."""
    scores = {
        name: evaluate_gold([TESTS / name], relations=name == "gold", jobs=1) for name in SETS
    }
    batteries = {
        path.stem: score(grammar_reader(), path) for path in sorted(BATTERIES.glob("*.txt"))
    }
    (ROOT / "docs" / "explanation" / "quality.md").write_text(
        page(scores, batteries), encoding="utf-8"
    )
    if "--floors" in sys.argv:
        known = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
        floors = {
            "sets": {
                n: set_floors(n, s, known.get("sets", {}).get(n, {})) for n, s in scores.items()
            },
            "batteries": battery_floors(batteries, known.get("batteries", {})),
            "politics": politics_floors(politics_figures(), known.get("politics", {})),
        }
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    print(json.dumps({name: of["statements"] for name, of in scores.items()}))


if __name__ == "__main__":
    main()
