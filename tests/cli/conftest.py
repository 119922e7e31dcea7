"""Running the command: in this process for its words, as an installed program for its death."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.cli import main

COMMAND = Path(sys.executable).with_name("onrecord")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command left: its exit code, its data and its talk."""

    code: int
    out: str
    err: str


Onrecord = Callable[..., Ran]


@pytest.fixture
def onrecord(tmp_path: Path) -> Onrecord:
    """Run `onrecord` in the test's folder: its real entry point, with its pipeline kept loaded."""

    def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Ran:
        out, err = io.BytesIO(), io.BytesIO()
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(tmp_path)
            patch.setattr(sys, "argv", ["onrecord", *map(str, arguments)])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err))
            for name, value in environment.items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                main()
            sys.stdout.flush()
            sys.stderr.flush()
            ran = Ran(
                code=_code(ended.value), out=out.getvalue().decode(), err=err.getvalue().decode()
            )
        assert "Traceback" not in ran.err
        return ran

    return run


def _code(ended: SystemExit) -> int:
    return ended.code if isinstance(ended.code, int) else 0


@pytest.fixture
def installed(tmp_path: Path) -> Onrecord:
    """Run the installed `onrecord` as a process of its own in the test's folder."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        done = subprocess.run(
            [COMMAND, *arguments], cwd=tmp_path, input=stdin, capture_output=True, check=False
        )
        return Ran(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())

    return run


@pytest.fixture
def folder(onrecord: Onrecord, tmp_path: Path) -> Path:
    """A folder with a new register in it."""
    assert onrecord("init", "--name", "Test").code == 0
    return tmp_path
