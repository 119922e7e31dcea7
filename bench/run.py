"""`make bench`: reading and grouping, beside the peer in the same run on the same texts.

Figures are ratios and this machine's own rates; no test asserts them.
"""

from __future__ import annotations

import csv
import os
import platform
import resource
import sys
import time
from pathlib import Path

from onrecord.codebooks import load_codebook
from onrecord.collect import CollectOptions, collect, prepare
from onrecord.group import group
from onrecord.model.rejected import Rejected
from onrecord.model.report import Report

ROOT = Path(__file__).resolve().parent.parent


def reports() -> tuple[str, list[Report]]:
    """Wikinews where the public sets are beside the project, else the examples, several times over."""
    shared = Path(os.environ.get("SHARED", "../shared"))
    folder = (ROOT / shared if not shared.is_absolute() else shared) / "data" / "wikinews"
    if folder.is_dir():
        csv.field_size_limit(sys.maxsize)
        found = []
        for path in sorted(folder.glob("*.csv")):
            with path.open(encoding="utf-8") as handle:
                for number, row in enumerate(csv.DictReader(handle)):
                    found.append(
                        prepare(
                            Report(
                                id=f"{path.stem}-{number}",
                                text=row["text"],
                                title=row["title"],
                                published=row["date"][:10],
                            )
                        )
                    )
        return "wikinews", found
    listed = [
        c[1] for c in collect(ROOT / "examples", CollectOptions()) if not isinstance(c, Rejected)
    ]
    return "examples (the public sets are not here)", listed * 10


def peak_mb() -> float:
    """Peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print each measurement as it is made."""
    name, listed = reports()
    words = sum(len(r.text.split()) for r in listed)
    print(f"{platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    print(f"{name}: {len(listed)} reports, {words:,} words, one process\n")
    from onrecord.read.grammar.reader import GrammarReader

    reader = GrammarReader()
    next(iter(reader.read(listed[:1], load_codebook())))
    start = time.perf_counter()
    readings = list(reader.read(listed, load_codebook()))
    ours = time.perf_counter() - start
    sentences = reader.sentences
    print(
        f"read      {len(listed) / ours:8.1f} reports/s {words / ours:10,.0f} words/s   peak {peak_mb():.0f} MB"
    )
    print(
        f"          {reader.parsed / max(1, sentences):.1%} of {sentences:,} sentences parsed, {sum(len(r.statements) for r in readings)} statements"
    )
    theirs = peer(listed)
    print(
        f"spaCy     {len(listed) / theirs:8.1f} reports/s {words / theirs:10,.0f} words/s   full pipeline, same texts"
    )
    print(f"          read is {theirs / ours:.1f} times as fast\n")
    start = time.perf_counter()
    grouped = group(listed)
    spent = time.perf_counter() - start
    stories = len({m.story for m in grouped.memberships})
    print(
        f"group     {len(listed) / spent:8.1f} reports/s   {stories} stories, peak {peak_mb():.0f} MB"
    )


def peer(listed: list[Report]) -> float:
    """Seconds that spaCy's full pipeline needs for the same texts."""
    import spacy

    from onrecord.read.grammar.parsing import DEFAULT_PIPELINE

    nlp = spacy.load(DEFAULT_PIPELINE)
    list(nlp.pipe([listed[0].text]))
    start = time.perf_counter()
    for _ in nlp.pipe((r.text for r in listed), batch_size=32):
        pass
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
