"""The reports that the benchmarks read: Wikinews where it is at hand, else the examples."""

from __future__ import annotations

import csv
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord.collect import CollectOptions, collect, prepare
from onrecord.model.rejected import Rejected
from onrecord.model.report import Report
from onrecord.text.sentences import sentences

__all__ = ["ROOT", "endless", "reports"]

ROOT = Path(__file__).resolve().parent.parent
_SENTENCES = 12
_SYLLABLES = "ba ke li mo nu ra se ti vo zu dar fen gol hin jus".split()


def reports() -> tuple[str, list[Report]]:
    """The set's name and its reports."""
    shared = Path(os.environ.get("SHARED", "../shared"))
    folder = (shared if shared.is_absolute() else ROOT / shared) / "data" / "wikinews"
    if folder.is_dir():
        return "wikinews", [
            report for path in sorted(folder.glob("*.csv")) for report in _articles(path)
        ]
    listed = [
        c[1] for c in collect(ROOT / "examples", CollectOptions()) if not isinstance(c, Rejected)
    ]
    return "examples (the public sets are not here)", listed * 10


def _articles(path: Path) -> Iterator[Report]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8") as handle:
        for number, row in enumerate(csv.DictReader(handle)):
            yield prepare(
                Report(
                    id=f"{path.stem}-{number}", text=row["text"], title=row["title"],
                    published=row["date"][:10],
                )
            )  # fmt: skip


def endless(count: int) -> Iterator[Report]:
    """So many reports, no two alike: sentences drawn anew, each report with names of its own.

    Like a stream of news it never stops bringing words that were not met before.
    """
    _, listed = reports()
    pool = [r.text[s.start : s.end] for r in listed for s in sentences(r.text)]
    draw = random.Random(20_250_905)
    for number in range(count):
        name = "".join(draw.choices(_SYLLABLES, k=4)).capitalize()
        place = "".join(draw.choices(_SYLLABLES, k=5)).capitalize()
        drawn = draw.sample(pool, k=_SENTENCES)
        told = f"France will send {draw.randint(2, 9_999)} soldiers to {place}, {name} said."
        yield prepare(
            Report(id=f"made-{number}", text="\n".join([*drawn, told]), published="2025-09-05")
        )
