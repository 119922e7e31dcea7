"""`python -m bench.memory COUNT [JOBS]`: reads so many different reports and prints what it took.

One JSON line: seconds, words, and the peak memory in MB of this process and of its largest child.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.texts import endless
from onrecord.codebooks import load_codebook
from onrecord.engine.local import read_reports
from onrecord.model.report import Report

__all__ = ["main"]


def main(count: int, jobs: int) -> None:
    """Read the reports as a stream and print the line."""
    words = statements = 0

    def counted() -> Iterator[Report]:
        nonlocal words
        for report in endless(count):
            words += len(report.text.split())
            yield report

    start = time.perf_counter()
    for reading in read_reports(counted(), load_codebook(), jobs=jobs):
        statements += len(getattr(reading, "statements", ()))
    spent = time.perf_counter() - start
    print(
        json.dumps(
            {
                "reports": count,
                "jobs": jobs,
                "words": words,
                "statements": statements,
                "seconds": round(spent, 1),
                "peak_mb": round(_peak()),
                "child_peak_mb": round(
                    resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
                ),
            }
        )
    )


def _peak() -> float:
    """This process's own peak; what the system reports of one may be its parent's, from before."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(each for each in status.read_text().splitlines() if each.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
