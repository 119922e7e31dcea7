"""The command line as a user meets it: real processes, real files."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.cli.main import COMMANDS

ENGLISH = "Norway will not send troops to Mali, its government said on Monday. Kenya is ready to train Malian soldiers."


def run(*arguments: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def register(tmp_path: Path) -> Path:
    assert run("init", "--name", "Test", cwd=tmp_path).returncode == 0
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_ends_with_an_example(command: str, tmp_path: Path) -> None:
    result = run(command, "--help", cwd=tmp_path)
    assert result.returncode == 0
    assert f"Example: onrecord {command}" in result.stdout.decode().split("\n\n")[-1]


def test_add_build_show_why_and_a_second_run_that_changes_nothing(register: Path) -> None:
    (register / "a.txt").write_text(ENGLISH)
    assert run("add", "a.txt", "--published", "2025-01-10", cwd=register).returncode == 0
    assert b"read 1 new of 1" in run("build", cwd=register).stderr
    first = run("show", cwd=register).stdout
    rows = [json.loads(line) for line in first.splitlines()]
    assert {(r["actor"], r["contribution"], r["state"]) for r in rows} == {
        ("NOR", "troops", "refused"), ("KEN", "training", "promised"),
    }  # fmt: skip
    why = run("why", rows[0]["id"][:8], cwd=register)
    evidence = json.loads(why.stdout.splitlines()[0])
    assert ENGLISH[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert b"read 0 new of 1" in run("build", cwd=register).stderr
    assert run("show", cwd=register).stdout == first


def test_a_build_after_one_new_report_reads_only_that_one(register: Path) -> None:
    for name in ("a", "b"):
        (register / f"{name}.txt").write_text(ENGLISH + name)
        run("add", f"{name}.txt", cwd=register)
        assert b"read 1 new of" in run("build", cwd=register).stderr


def test_as_of_shows_the_past(register: Path) -> None:
    (register / "a.txt").write_text(
        "Norway is considering sending troops to Mali, its government said."
    )
    (register / "b.txt").write_text("Norway will not send troops to Mali, its government said.")
    run("add", "a.txt", "--published", "2025-01-10", cwd=register)
    run("add", "b.txt", "--published", "2025-03-10", cwd=register)
    run("build", cwd=register)
    (then,) = [
        json.loads(x)
        for x in run("show", "--as-of", "2025-02-01", cwd=register).stdout.splitlines()
    ]
    (now,) = [json.loads(x) for x in run("show", cwd=register).stdout.splitlines()]
    assert (then["state"], now["state"]) == ("considering", "refused")
    assert [h["act"] for h in now["history"]] == ["undecided"]


def test_bad_inputs_are_one_line_each_the_others_go_on_and_are_listed(register: Path) -> None:
    (register / "in").mkdir()
    for name, content in {
        "empty.txt": b"", "binary.bin": b"\x00\x01\x02", "good.txt": ENGLISH.encode(),
        "page.html": b"<html><body><nav>Menu</nav></body></html>", "lines.jsonl": b'{"text": "' + ENGLISH.encode() + b' Two."}\n{oops\n',
    }.items():  # fmt: skip
        (register / "in" / name).write_bytes(content)
    result = run("add", "in", "no-such-folder", cwd=register)
    assert result.returncode == 3
    lines = [x for x in result.stderr.decode().splitlines() if x.startswith("rejected")]
    assert len(lines) == 5
    assert b"added 2, rejected 5" in result.stderr
    assert b"Traceback" not in result.stderr
    assert len(run("rejected", cwd=register).stdout.splitlines()) == 5


def test_usage_errors(tmp_path: Path) -> None:
    for arguments in (
        ["show"],
        ["nope"],
        ["add"],
        ["init", "--codebook", "none.yaml"],
        ["compare", "x"],
        ["build", "--jobs", "0"],
    ):
        result = run(*arguments, cwd=tmp_path)
        assert result.returncode == 2, arguments
        assert b"Traceback" not in result.stderr
    result = run("add", "x", "--published", "5 Sept", cwd=tmp_path)
    assert b"YYYY-MM-DD" in result.stderr


def test_stateless_commands_have_the_shapes_of_the_design(root: Path, tmp_path: Path) -> None:
    examples = root / "examples"
    wire, retelling = (
        str(examples / "01-wire-agence-continentale.txt"),
        str(examples / "03-retelling-translated.txt"),
    )
    read = run("read", wire, cwd=tmp_path)
    statement = json.loads(read.stdout.splitlines()[0])
    assert {
        "id",
        "report",
        "reader",
        "act",
        "actor",
        "contribution",
        "evidence",
        "speaker",
        "attribution",
    } <= set(statement)
    assert run("read", "-", cwd=tmp_path, stdin=ENGLISH.encode()).returncode == 0
    compared = json.loads(run("compare", wire, retelling, "--format", "json", cwd=tmp_path).stdout)
    assert {"aligned", "only", "statements"} <= set(compared)
    assert {"a", "b", "relation", "kind", "on", "reason"} == set(compared["aligned"][0])
    grouped = [
        json.loads(x) for x in run("group", wire, retelling, cwd=tmp_path).stdout.splitlines()
    ]
    assert {"report", "copyset", "story", "origin", "retells", "reasons"} == set(grouped[0])
    gold = str(root / "tests" / "gold" / "dev-009.json")
    assert json.loads(run("evaluate", gold, cwd=tmp_path).stdout)["reports"] == 1


def _interruptible() -> None:
    # Where the tests run in the background, children inherit an ignored SIGINT.
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_interrupting_a_build_keeps_what_was_read(register: Path) -> None:
    # Every sentence is another one, so that none comes from the cache and the build takes its time.
    records = [
        json.dumps({
            "id": f"r{i}", "language": "en",
            "text": " ".join(f"Norway will not send {i * 10 + k + 2} tanks to Mali, its minister said." for k in range(9)),
        })
        for i in range(250)
    ]  # fmt: skip
    (register / "r.jsonl").write_text("\n".join(records))
    run("add", "r.jsonl", cwd=register)
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "build", "--jobs", "1"], cwd=register, stderr=subprocess.PIPE,
        preexec_fn=_interruptible,
    )  # fmt: skip
    import sqlite3

    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        with sqlite3.connect(register / ".onrecord" / "register.db") as connection:
            if connection.execute("SELECT count(*) FROM readings").fetchone()[0]:
                break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    rest = run("build", "--jobs", "1", cwd=register).stderr.decode()
    read = int(rest.split("read ")[1].split(" ")[0])
    assert 0 < read < 250


def test_doctor(tmp_path: Path) -> None:
    result = run("doctor", cwd=tmp_path)
    assert result.returncode == 0
    assert b"FAIL" not in result.stdout
