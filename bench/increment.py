"""Adding reports to a large grouping or register, against adding them to an empty one.

python -m bench.increment                    100 more for 20,000 grouped ones, in one process
python -m bench.increment --register         100 more for a register of 2,000 on disk
python -m bench.increment --count 100000     another size

The reports are synthetic and come in by date, so that the new ones are the newest. No report is read
here: a register's have readings without statements.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bench.synthetic import synthetic_reports
from onrecord.app.register_folder import RegisterFolder, init_register
from onrecord.app.standing import regroup
from onrecord.group import Grouper
from onrecord.model.ids import text_hash
from onrecord.model.report import Report, Source
from onrecord.read import Reading
from onrecord.store import exclusive

__all__ = ["main"]

_WARM = 100


def seconds(work: Callable[[], object]) -> float:
    """The processor's seconds that it takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_process(old: Sequence[Report], new: Sequence[Report]) -> tuple[float, float]:
    """Seconds to add the new reports to no others, and to the old ones."""
    full = Grouper()
    full.add(old)
    return seconds(lambda: Grouper().add(new)), seconds(lambda: full.add(new))


def on_disk(old: Sequence[Report], new: Sequence[Report]) -> tuple[float, float]:
    """Seconds that a build's grouping takes for the new reports, alone and after the old ones."""
    spent = []
    for before in ((), old):
        with tempfile.TemporaryDirectory() as folder:
            register = init_register(Path(folder))
            _keep(register, before)
            with exclusive(register.folder):
                regroup(register)
                _keep(register, new)
                spent.append(seconds(partial(regroup, register)))
            register.store.close()
    return spent[0], spent[1]


def _keep(register: RegisterFolder, reports: Sequence[Report]) -> None:
    items = ((_source(report), report) for report in reports)
    for _ in register.store.reports.add(items):
        pass
    readings = (Reading(report=report.id, statements=()) for report in reports)
    for _ in register.store.readings.save(readings, by=register.read_by()):
        pass


def _source(report: Report) -> Source:
    content = report.text.encode()
    return Source(
        id=text_hash(f"{report.id} {report.text}"), content=content, media_type="text/plain",
        where=f"{report.id}.txt", received_at="2025-01-01T00:00:00+00:00",
    )  # fmt: skip


def main() -> None:
    """Print the two times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--new", type=int, default=100)
    parser.add_argument("--register", action="store_true")
    options = parser.parse_args()
    count = options.count or (2_000 if options.register else 20_000)
    made = synthetic_reports(count + options.new).reports
    made = sorted(made, key=lambda r: (r.published or "", r.id))[: count + options.new]
    Grouper().add(made[:_WARM])
    measure = on_disk if options.register else in_process
    alone, after = measure(made[:count], made[count:])
    print(
        f"{platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} processors, one used"
    )
    kind = "register" if options.register else "grouping"
    print(
        f"{options.new} reports added to an empty {kind}: {alone:.2f} s; to one of {count:,}: "
        f"{after:.2f} s; {after / alone:.1f} times as long"
    )


if __name__ == "__main__":
    main()
