"""The sample register: built from examples/, shown in the terminal, written as pages to demo/."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "demo"
REGISTER = DEMO / "register"


def onrecord(*arguments: str) -> int:
    """Run the command line as a user would; standard output goes to the terminal."""
    shown = " ".join(arguments)
    print(f"\n$ onrecord {shown}", flush=True)
    command = [sys.executable, "-m", "onrecord", *arguments, "--register", str(REGISTER)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def main() -> int:
    """Build, show and publish; 0 where every step worked (3: the examples hold one broken input)."""
    steps = [
        ("init", "--name", "Guarantees for Ukraine, sample register"),
        ("add", "examples"),
        ("build",),
        ("show", "--format", "table"),
        ("disagreements", "--most", "8", "--format", "table"),
        ("publish", str((DEMO / "site").relative_to(ROOT))),
    ]
    for step in steps:
        code = onrecord(*step)
        if code not in (0, 3):
            return code
    print(
        f"\nThe pages are in {(DEMO / 'site' / 'index.html').relative_to(ROOT)}: open it in a browser."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
