"""Reading on this machine: in this process, or spread over several."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import islice

from onrecord.codebooks import Codebook
from onrecord.model.report import Report
from onrecord.read import Reader, Reading, grammar_reader

__all__ = ["default_jobs", "read_reports"]

_SHARD = 16
_WORTH_A_PROCESS = 48
"""Below this many reports, loading the pipeline twice costs more than it saves."""


def default_jobs() -> int:
    """How many processes read at once unless told: two at most."""
    return min(2, os.cpu_count() or 1)


@cache
def _reader() -> Reader:
    """The process's own reader, with its pipeline loaded once."""
    return grammar_reader()


def read_reports(
    reports: Sequence[Report], codebook: Codebook, *, jobs: int | None = None
) -> Iterator[Reading]:
    """One Reading a report, in order, whatever the number of processes.

    Memory holds one shard a process, and the results that wait for their turn.
    """
    jobs = default_jobs() if jobs is None else jobs
    if jobs <= 1 or len(reports) < _WORTH_A_PROCESS:
        yield from _reader().read(reports, codebook)
        return
    shards = [reports[i : i + _SHARD] for i in range(0, len(reports), _SHARD)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_ignore_interrupt) as pool:
        waiting = iter(shards)
        running = [pool.submit(_read_shard, s, codebook) for s in islice(waiting, jobs * 2)]
        while running:
            yield from running.pop(0).result()
            for shard in islice(waiting, 1):
                running.append(pool.submit(_read_shard, shard, codebook))


def _read_shard(reports: Sequence[Report], codebook: Codebook) -> list[Reading]:
    return list(_reader().read(reports, codebook))


def _ignore_interrupt() -> None:
    """Ctrl-C is the parent's to handle: workers end when it closes the pool."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
