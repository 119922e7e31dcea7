"""The few public names do what the command line does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import onrecord


def test_the_public_names_are_sorted_and_there() -> None:
    assert sorted(onrecord.__all__) == onrecord.__all__
    assert all(hasattr(onrecord, name) for name in onrecord.__all__)


def test_a_register_from_python(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norway will not send troops to Mali, its government said.")
    register = onrecord.open(tmp_path / "register", name="Test")
    register.add(tmp_path / "a.txt", published="2025-01-10")
    assert register.build().reports_read == 1
    assert register.build().reports_read == 0
    (line,) = register.commitments()
    assert (line.actor, line.contribution, line.current.state) == ("NOR", "troops", "refused")
    assert register.commitments(as_of="2024-12-31") == ()
    (statement,) = register.why(line.id)
    assert (
        statement.evidence[0].quote in "Norway will not send troops to Mali, its government said."
    )
    register.close()


def test_one_text() -> None:
    (statement,) = onrecord.read_text("Kenya is ready to train Malian soldiers.")
    assert (statement["act"], statement["contribution"]) == ("offer", "training")


def test_importing_loads_no_pipeline() -> None:
    code = "import sys, onrecord; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
