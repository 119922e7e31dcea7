"""Reading on this machine: in this process, or spread over several.

Memory holds one shard a process and the results that wait for their turn, however many reports
there are. A report that the reader fails on, or that takes longer than the limit, becomes Rejected;
the others go on.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import NoReturn

from onrecord.codebooks import Codebook
from onrecord.engine.limit import OutOfTime, time_limit
from onrecord.errors import ReadingStopped
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.model.report import Report
from onrecord.read import Reader, Reading, grammar_reader

__all__ = ["SECONDS_A_REPORT", "default_jobs", "read_reports"]

SECONDS_A_REPORT = 120
"""A report that takes longer is rejected. A long one takes about one second."""

_SHARD = 16
_WORTH_A_PROCESS = 48
"""Below this many reports, loading the pipeline twice costs more than it saves."""

_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, RuntimeError,
    StopIteration, TypeError, ValueError,
)  # fmt: skip
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")

_codebook: Codebook | None = None
"""A worker process's codebook, set once when it starts."""


def default_jobs() -> int:
    """How many processes read at once unless told: two at most."""
    return min(2, os.cpu_count() or 1)


def read_reports(
    reports: Iterable[Report], codebook: Codebook, *, jobs: int | None = None
) -> Iterator[Reading | Rejected]:
    """One Reading or Rejected a report, in order, whatever the number of processes.

    Raises PipelineMissing, and ReadingStopped where a process was killed.
    """
    jobs = default_jobs() if jobs is None else jobs
    waiting = iter(reports)
    first = list(islice(waiting, _WORTH_A_PROCESS))
    every = chain(first, waiting)
    if jobs <= 1 or len(first) < _WORTH_A_PROCESS:
        for shard in _shards(every):
            yield from _read_together(shard, codebook)
    else:
        yield from _spread(every, codebook, jobs)


def _spread(
    reports: Iterable[Report], codebook: Codebook, jobs: int
) -> Iterator[Reading | Rejected]:
    pool = ProcessPoolExecutor(
        jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_start,
        initargs=(codebook,),
    )  # fmt: skip
    try:
        yield from _in_order(pool, _shards(reports), jobs * 2)
    except BrokenProcessPool as error:
        raise ReadingStopped(
            "a reading process ended before its work was done (killed, or out of memory)",
            todo="what was read is kept; run it again, with --jobs 1 if it happens again",
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _shards(reports: Iterable[Report]) -> Iterator[list[Report]]:
    waiting = iter(reports)
    while shard := list(islice(waiting, _SHARD)):
        yield shard


def _in_order(
    pool: ProcessPoolExecutor, shards: Iterator[list[Report]], ahead: int
) -> Iterator[Reading | Rejected]:
    running: deque[Future[list[Reading | Rejected]]] = deque()
    for shard in shards:
        with _one_thread_each(), _children_ignore_interrupt():
            running.append(pool.submit(_read_shard, shard))
        if len(running) >= ahead:
            yield from running.popleft().result()
    while running:
        yield from running.popleft().result()


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """A process started in here multiplies matrices on one thread: more would wait for each other."""
    unset = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    try:
        yield
    finally:
        for name in unset:
            del os.environ[name]


@contextmanager
def _children_ignore_interrupt() -> Iterator[None]:
    """Ctrl-C is the parent's to handle: a process started in here ignores it from its first moment."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _start(codebook: Codebook) -> None:
    global _codebook
    _codebook = codebook
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> NoReturn:
    """A killed parent can't close its pool: without this its workers would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
    os._exit(1)


def _read_shard(reports: Sequence[Report]) -> list[Reading | Rejected]:
    assert _codebook is not None
    return _read_together(reports, _codebook)


@cache
def _reader() -> Reader:
    """The process's own reader, with its pipeline loaded once."""
    return grammar_reader()


def _read_together(reports: Sequence[Report], codebook: Codebook) -> list[Reading | Rejected]:
    """The readings of a few reports, faster than one by one; one by one where any of them fails."""
    try:
        with time_limit(SECONDS_A_REPORT):
            return list(_reader().read(reports, codebook))
    except (OutOfTime, *_FAULTS):
        return [_read_one(report, codebook) for report in reports]


def _read_one(report: Report, codebook: Codebook) -> Reading | Rejected:
    try:
        with time_limit(SECONDS_A_REPORT):
            return next(iter(_reader().read([report], codebook)))
    except OutOfTime:
        return _failed(report, RejectedReason.TIMEOUT, f"more than {SECONDS_A_REPORT} s")
    except _FAULTS as error:
        # A fault of the reader's must not keep the other reports from being read.
        words = " ".join(str(error).split())[:200]
        return _failed(report, RejectedReason.READING_FAILED, f"{type(error).__name__}: {words}")


def _failed(report: Report, reason: RejectedReason, detail: str) -> Rejected:
    return Rejected(
        reason=reason, where=report.id, detail=detail,
        todo="it is tried again with the next build; tell the authors of onrecord",
        source=report.source,
    )  # fmt: skip
