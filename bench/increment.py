"""Adding 100 reports to a register that has many, beside adding them to an empty one.

    python -m bench.increment [--count 100000] [--keep FOLDER]

Times are those of adding (files to the store) and of grouping (what `build` does after reading). Reading is
left out: it takes the same time for 100 new reports whatever is there. `--keep` makes the large register there
once and uses it again.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.events import event_reports
from onrecord.app.adding import add_targets
from onrecord.app.register_folder import init_register
from onrecord.app.standing import regroup
from onrecord.collect import CollectOptions
from onrecord.model.ids import text_hash
from onrecord.model.report import Report, Source

_NEW = 100
_OPTIONS = CollectOptions(received_at="2025-06-01T00:00:00+00:00")


def write_lines(reports: list[Report], path: Path) -> None:
    """Reports as the JSON lines that `add` reads."""
    with path.open("w", encoding="utf-8") as file:
        for report in reports:
            record = {"id": report.id, "text": report.text, "published": report.published}
            file.write(json.dumps(record) + "\n")


def fill(folder: Path, reports: list[Report]) -> float:
    """Put reports into a new register as they are, and group them; seconds of grouping."""
    register = init_register(folder)
    pairs = (
        (Source(id=text_hash(r.text), content=r.text.encode(), media_type="text/plain", where=r.id,
                received_at=_OPTIONS.received_at or ""), r)
        for r in reports
    )  # fmt: skip
    for _ in register.store.reports.add(pairs):
        pass
    start = time.perf_counter()
    regroup(register)
    register.store.close()
    return time.perf_counter() - start


def add_and_group(folder: Path, lines: Path) -> tuple[float, float, int]:
    """Seconds of adding and of grouping, and how many reports stand otherwise or for the first time."""
    register = init_register(folder)
    start = time.perf_counter()
    for _ in add_targets(register, [lines], _OPTIONS):
        pass
    added = time.perf_counter()
    grouped = regroup(register)
    done = time.perf_counter()
    register.store.close()
    return added - start, done - added, grouped.changed


def in_a_process(folder: Path, lines: Path) -> tuple[float, float, int]:
    """The same in a process of its own, as a command runs; best of its own clock."""
    code = (
        "import sys, json; from pathlib import Path; from bench.increment import add_and_group; "
        "print(json.dumps(add_and_group(Path(sys.argv[1]), Path(sys.argv[2]))))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(lines)],
        capture_output=True,
        check=True,
        text=True,
    )
    added, grouped, moved = json.loads(ran.stdout)
    return added, grouped, moved


def measure(count: int, work: Path, kept: Path | None) -> None:
    """Print the times, and how they compare."""
    reports = list(event_reports(count + _NEW))
    random.Random(5).shuffle(reports)
    new, old = reports[:_NEW], reports[_NEW:]
    write_lines(new, work / "new.jsonl")
    large = kept or work / "large"
    if not (large / "register.db").exists():
        seconds = fill(large, old)
        print(f"{count:,} reports grouped at {count / seconds:,.0f} reports/s", flush=True)
    size = (large / "register.db").stat().st_size
    print(f"the register of {count:,} takes {size / count / 1000:.1f} kB a report", flush=True)
    for turn in range(3):
        copy = work / f"copy{turn}"
        shutil.copytree(large, copy)
        # Else the first commit waits until the whole copy is on the disk.
        os.sync()
        # What runs just after copying is slower, whatever it is.
        in_a_process(work / f"unmeasured{turn}", work / "new.jsonl")
        empty = in_a_process(work / f"empty{turn}", work / "new.jsonl")
        full = in_a_process(copy, work / "new.jsonl")
        shutil.rmtree(copy)
        for name, (added, grouped, moved) in (
            ("an empty register", empty),
            (f"{count:,} reports", full),
        ):
            print(
                f"{_NEW} to {name:20} add {added:6.2f} s  group {grouped:6.2f} s  {moved} memberships"
            )
        print(f"   ratio {(sum(full[:2])) / sum(empty[:2]):.2f}", flush=True)


def main() -> None:
    """Print each measurement as it is made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    print(f"{platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as work:
        measure(options.count, Path(work), options.keep)


if __name__ == "__main__":
    main()
