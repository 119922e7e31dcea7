"""Copies: how right and how fast, beside MinHash of datasketch and rensa in the same run where installed.

python -m bench.copies                     20,000 synthetic reports with known copies
python -m bench.copies --scale 1000000     as many in a stream: rate and peak memory only

Rates are of processor time, all in: from the texts to the groups.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from bench.synthetic import Synthetic, report_stream, synthetic_reports
from onrecord.group.copies import CopyIndex
from onrecord.model.report import Report

Pairs = set[tuple[str, str]]
_SHINGLE = 5
_PERMUTATIONS = 128
_THRESHOLD = 0.5


def peak_mb() -> float:
    """Peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def pairs_of(groups: Mapping[str, object]) -> Pairs:
    """Every two reports of one group."""
    members: dict[object, list[str]] = {}
    for report, name in groups.items():
        members.setdefault(name, []).append(report)
    return {p for group in members.values() for p in combinations(sorted(group), 2)}


def ours(made: Synthetic) -> Pairs:
    """Pairs within onrecord's copysets."""
    index = CopyIndex()
    index.add_reports(made.reports)
    return pairs_of(index.copyset_heads())


def _shingles(text: str) -> set[str]:
    words = text.lower().split()
    return {" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}


def with_datasketch(made: Synthetic) -> Pairs:
    """Pairs within the components of datasketch's MinHash LSH, at a Jaccard threshold of 0.5."""
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
    links = []
    for report in made.reports:
        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([s.encode() for s in _shingles(report.text)])
        links += [(report.id, other) for other in lsh.query(sketch)]
        lsh.insert(report.id, sketch)
    return _joined(links, made)


def with_rensa(made: Synthetic) -> Pairs:
    """Pairs within the components of rensa's MinHash LSH with 32 bands, candidates verified by it."""
    from rensa import RMinHash, RMinHashLSH

    lsh = RMinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS, num_bands=32)
    sketches = []
    links = []
    for number, report in enumerate(made.reports):
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=7)
        sketch.update(sorted(_shingles(report.text)))
        for other in lsh.query(sketch):
            if sketch.jaccard(sketches[other]) >= _THRESHOLD:
                links.append((report.id, made.reports[other].id))
        lsh.insert(number, sketch)
        sketches.append(sketch)
    return _joined(links, made)


def _joined(links: Iterable[tuple[str, str]], made: Synthetic) -> Pairs:
    head = {report.id: report.id for report in made.reports}

    def find(report: str) -> str:
        while head[report] != report:
            head[report] = head[head[report]]
            report = head[report]
        return report

    for a, b in links:
        head[find(a)] = find(b)
    return pairs_of({report: find(report) for report in head})


def measure(name: str, method: Callable[[Synthetic], Pairs], made: Synthetic, gold: Pairs) -> None:
    """Print one method's precision, recall and rate."""
    start = time.process_time()
    found = method(made)
    spent = time.process_time() - start
    right = len(found & gold)
    print(
        f"{name:30}{right / max(1, len(found)):7.3f}{right / len(gold):7.3f}"
        f"{len(made.reports) / spent:10,.0f} reports/s   peak {peak_mb():,.0f} MB",
        flush=True,
    )
    missed = Counter(tuple(sorted(made.kind[r] for r in pair)) for pair in gold - found)
    if missed:
        print(
            "   missed most:", "; ".join(f"{' / '.join(k)} {n}" for k, n in missed.most_common(3))
        )


def scale(count: int) -> None:
    """Print the rate and the memory for many reports that are never held all at once."""
    index = CopyIndex()
    start = time.process_time()
    making = 0.0

    def timed() -> Iterator[Report]:
        nonlocal making
        before = time.process_time()
        for report in report_stream(count):
            making += time.process_time() - before
            yield report
            before = time.process_time()

    index.add_reports(timed())
    copysets = len(set(index.copyset_heads().values()))
    spent = time.process_time() - start - making
    print(
        f"{count:,} reports: {copysets:,} copysets, {count / spent:,.0f} reports/s, peak {peak_mb():,.0f} MB"
    )


def main() -> None:
    """Print each measurement as it is made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--scale", type=int, default=0)
    options = parser.parse_args()
    print(
        f"{platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} processors, one used"
    )
    if options.scale:
        scale(options.scale)
        return
    made = synthetic_reports(options.count)
    gold = pairs_of(made.group)
    words = sum(len(r.text.split()) for r in made.reports) / len(made.reports)
    print(f"{len(made.reports):,} reports of {words:.0f} words, {len(gold):,} pairs of copies")
    print(f"{'':30}{'P':>7}{'R':>7}")
    measure("onrecord", ours, made, gold)
    for name, method in (("datasketch", with_datasketch), ("rensa", with_rensa)):
        if importlib.util.find_spec(name):
            measure(f"{name}, MinHash, Jaccard 0.5", method, made, gold)
        else:
            print(f"{name}: not installed")


if __name__ == "__main__":
    main()
