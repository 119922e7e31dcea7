"""The sample register: built from examples/, shown in the terminal, written as pages to demo/."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
DEMO = ROOT / "demo"
ADDED = DEMO / "added"
"""Digest of the examples that were added: a second run skips what is there."""
NAME = "Guarantees for Ukraine, and other promises"

# Plain text carries no outlet; a person who adds it says whose it is.
OUTLETS = {
    "01-wire-agence-continentale.txt": "Agence Continentale",
    "02-daily-copy-of-wire.txt": "Coast Courier",
    "03-retelling-translated.txt": "Lotus Gateway",
    "04-own-reporting-harbour.txt": "The Harbour Gazette",
    "06-brief.md": "Daybreak Brief",
    "08-update-germany.txt": "Rhine Mirror",
    "09-update-spain.txt": "Mirador",
    "10-aid-conference.txt": "Lakeside Times",
    "11-aid-retelling.txt": "Aid in Short",
    "12-analysis.txt": "The Long View",
    "13-notebook-ledger.md": "The Ledger",
    "15-next-day-vladivostok.txt": "Far East Forum",
}


def onrecord(*arguments: str) -> int:
    """Run the command line as a user would; returns its exit code."""
    print("\n$ onrecord " + " ".join(f'"{a}"' if " " in a else a for a in arguments), flush=True)
    command = [sys.executable, "-m", "onrecord", *arguments, "--register", "demo/register"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def add_examples() -> int:
    """Keep every example with its outlet; the exit code of the first command that failed, or 0."""
    paths = sorted(EXAMPLES.glob("[0-9]*"))
    digest = hashlib.sha256(b"".join(p.name.encode() + p.read_bytes() for p in paths)).hexdigest()
    if ADDED.is_file() and ADDED.read_text() == digest:
        print("the examples are in demo/register already")
        return 0
    for path in paths:
        outlet = OUTLETS.get(path.name)
        options = ("--outlet", outlet) if outlet else ()
        if code := onrecord("add", f"examples/{path.name}", *options):
            return code
    ADDED.write_text(digest)
    return 0


def main() -> int:
    """Make, build, show and publish; the exit code of the first step that failed, or 0."""
    code = onrecord("init", "--name", NAME) or add_examples()
    steps = (
        ("build",),
        ("show", "--format", "table"),
        ("disagreements", "--most", "6", "--format", "table"),
        ("publish", "demo/site"),
    )
    for step in steps:
        code = code or onrecord(*step)
    if not code:
        print("\nThe pages are in demo/site: open demo/site/index.html in a browser.")
    return code


if __name__ == "__main__":
    sys.exit(main())
