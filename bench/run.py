"""`make bench`: reading and grouping, beside the peer in the same run on the same texts.

Both read in this one process, pinned to one core and one thread, both warm, and both are timed in
the processor's seconds, so that other work on the machine does not count. Figures are ratios and
this machine's own rates; no test asserts them.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any

from bench.one_thread import every_core, one_core
from bench.texts import ROOT, reports
from onrecord.codebooks import load_codebook
from onrecord.collect import CollectOptions, collect
from onrecord.group import group
from onrecord.model.rejected import Rejected
from onrecord.model.report import Report
from onrecord.model.statement import Statement

__all__ = ["main"]

_MEMORY_COUNTS = (1_000, 10_000)
_WARM = 8
_TURN = 32


def main(arguments: Sequence[str]) -> None:
    """Print each measurement as it is made; `quick` leaves out those of memory."""
    name, listed = reports()
    print(f"{platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    cores = one_core()
    measure_reading(name, listed)
    measure_triage()
    measure_grouping(listed)
    every_core(cores)
    if "quick" not in arguments:
        measure_memory()


def measure_reading(name: str, listed: list[Report]) -> None:
    """Reading, and spaCy's full pipeline over the same texts."""
    from onrecord.read.grammar.reader import GrammarReader

    words = sum(len(r.text.split()) for r in listed)
    print(f"\n{name}: {len(listed)} reports, {words:,} words; one process, one thread")
    reader, pipeline = GrammarReader(), peer()
    list(reader.read(listed[:_WARM], load_codebook()))
    list(pipeline.pipe(r.text for r in listed[:_WARM]))
    met, parsed = reader.sentences, reader.parsed
    ours = theirs = 0.0
    found = 0
    for at in range(0, len(listed), _TURN):  # by turns, so that both meet the same machine
        turn = listed[at : at + _TURN]
        start = time.process_time()
        found += sum(len(r.statements) for r in reader.read(turn, load_codebook()))
        ours += time.process_time() - start
        start = time.process_time()
        for _ in pipeline.pipe((r.text for r in turn), batch_size=_TURN):
            pass
        theirs += time.process_time() - start
    met, parsed = reader.sentences - met, reader.parsed - parsed
    print(f"read      {rates(listed, words, ours)}")
    print(f"          {parsed / met:.1%} of {met:,} sentences parsed, {found} statements")
    print(f"spaCy     {rates(listed, words, theirs)}   full pipeline, the same texts")
    print(f"          read is {theirs / ours:.1f} times as fast")


def rates(listed: list[Report], words: int, seconds: float) -> str:
    """Reports and words a second."""
    return f"{len(listed) / seconds:8.1f} reports/s {words / seconds:10,.0f} words/s"


def peer() -> Any:
    """spaCy's full pipeline, as it comes."""
    import spacy

    from onrecord.read.grammar.pipeline import DEFAULT_PIPELINE

    return spacy.load(DEFAULT_PIPELINE)


def measure_triage() -> None:
    """What the reader finds in hand-coded reports without triage, and loses with it."""
    from onrecord.read.grammar.reader import GrammarReader

    listed = [
        c[1]
        for c in collect(ROOT / "tests" / "gold", CollectOptions())
        if not isinstance(c, Rejected)
    ]
    whole, triaged = GrammarReader(triage=False), GrammarReader()
    total = lost = 0
    for every, kept in zip(
        whole.read(listed, load_codebook()), triaged.read(listed, load_codebook()), strict=True
    ):
        positions = {position(s) for s in every.statements}
        total += len(positions)
        lost += len(positions - {position(s) for s in kept.statements})
    print(
        f"triage    {triaged.parsed / triaged.sentences:.1%} of the {triaged.sentences} sentences"
        f" of {len(listed)} hand-coded reports parsed; {lost} of {total} positions found"
        f" without triage are lost ({lost / total:.1%})"
    )


def position(statement: Statement) -> tuple[object, ...]:
    """What makes two statements of one report the same position."""
    s = statement
    return s.act, s.refrain, s.actor.id, s.contribution


def measure_grouping(listed: list[Report]) -> None:
    """Copies, stories and origins."""
    start = time.process_time()
    grouped = group(listed)
    spent = time.process_time() - start
    stories = len({m.story for m in grouped.memberships})
    print(f"group     {len(listed) / spent:8.1f} reports/s   {stories} stories")


def measure_memory() -> None:
    """Peak memory of fresh processes that read more and more; one process against two."""
    few, many = (child(count, 1) for count in _MEMORY_COUNTS)
    for line in (few, many):
        print(f"memory    {line['reports']:>6,} different reports: peak {line['peak_mb']} MB")
    two = child(_MEMORY_COUNTS[0], 2)
    print(
        f"processes 1: {few['seconds']} s, 2: {two['seconds']} s for {few['reports']:,} reports"
        f" ({few['seconds'] / two['seconds']:.2f} times as fast; peak {two['child_peak_mb']} MB each)"
    )


def child(count: int, jobs: int) -> dict[str, float]:
    """What `bench.memory` measured in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.memory", str(count), str(jobs)],
        capture_output=True, check=True, cwd=ROOT, text=True,
    )  # fmt: skip
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


if __name__ == "__main__":
    main(sys.argv[1:])
