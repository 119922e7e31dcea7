"""Every bad input is one clear line; the others go on; nothing that was added is lost."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import COMMAND

from onrecord.app.register_folder import open_register
from onrecord.cli.main import COMMANDS

TEXT = "Norway will not send troops to Mali, its government said on Monday."
GERMAN = (
    "Die Bundesregierung hat am Montag erklärt, dass sie keine Soldaten in das Land schicken wird. "
    "Der Kanzler sagte, man werde aber die Ausbildung der Truppen weiter unterstützen."
)
MENU = b"<html><head><title>News</title></head><body><nav><a href='/'>Home</a></nav></body></html>"

BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "no content"),
    "binary.bin": (bytes(range(256)) * 8, "not text"),
    "menu.html": (MENU, "No article text"),
    "german.txt": (GERMAN.encode(), "--language"),
    "large.txt": (b"Norway will not send troops. " * 1_800_000, "larger than the limit"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_and_the_good_one_is_taken(
    name: str, onrecord, folder: Path
) -> None:
    content, words = BAD[name]
    inputs = folder / "in"
    inputs.mkdir()
    (inputs / name).write_bytes(content)
    (inputs / "good.txt").write_text(TEXT)
    ran = onrecord("add", "in", "--published", "2025-01-10")
    assert ran.code == 3
    (line,) = [x for x in ran.err.splitlines() if x.startswith("rejected")]
    assert name in line
    assert words in line
    assert ran.err.endswith("added 1, rejected 1, already there 0\n")
    (kept,) = [json.loads(x) for x in onrecord("rejected").out.splitlines()]
    assert kept["where"].endswith(name)
    read = onrecord("read", "in")
    assert read.code == 3
    assert json.loads(read.out.splitlines()[0])["actor"]["id"] == "NOR"


def test_text_in_another_encoding_is_read_whole(onrecord, tmp_path: Path) -> None:
    words = "Norway will not send troops to Mali – “never”, its government said in Tromsø."
    for encoding in ("utf-16", "cp1252", "utf-8-sig"):
        (tmp_path / f"{encoding}.txt").write_bytes(words.encode(encoding))
        ran = onrecord("read", f"{encoding}.txt")
        assert json.loads(ran.out.splitlines()[0])["actor"]["id"] == "NOR", encoding


def test_broken_lines_among_good_ones_and_a_mended_one(onrecord, folder: Path) -> None:
    lines = [json.dumps({"id": f"r{i}", "text": f"{TEXT} Day {i}."}) for i in range(3)]
    lines[1] = lines[1][:-9]
    (folder / "lines.jsonl").write_text("\n".join(lines))
    ran = onrecord("add", "lines.jsonl", "--published", "2025-01-10")
    assert ran.code == 3
    assert "lines.jsonl, line 2" in ran.err
    assert "added 2, rejected 1" in ran.err
    lines[1] = json.dumps({"id": "r1", "text": f"{TEXT} Day 1."})
    (folder / "lines.jsonl").write_text("\n".join(lines))
    retried = onrecord("rejected", "--retry")
    assert retried.code == 0
    assert "added 1, rejected 0, already there 2" in retried.err
    assert onrecord("rejected").out == ""
    assert onrecord("rejected", "--all").out.count("\n") == 1


def test_what_is_not_there_or_is_no_file(onrecord, folder: Path) -> None:
    (folder / "pipe").mkdir()
    os.mkfifo(folder / "pipe" / "fifo")
    (folder / "loop").symlink_to(folder / "loop")
    ran = onrecord("add", "nowhere", "pipe", "loop")
    assert ran.code == 3
    assert len([x for x in ran.err.splitlines() if x.startswith("rejected")]) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every folder")
def test_a_folder_that_may_not_be_read(onrecord, folder: Path) -> None:
    (folder / "closed").mkdir(mode=0)
    ran = onrecord("add", "closed")
    assert ran.code == 3
    assert "closed" in ran.err


def test_half_characters_in_a_text_or_a_name(onrecord, folder: Path) -> None:
    (folder / "half.jsonl").write_text('{"id": "h", "text": "' + TEXT[:-1] + ' \\ud83d."}')
    inputs = folder / "in"
    inputs.mkdir()
    Path(os.fsdecode(bytes(inputs) + b"/name\xff.txt")).write_text(TEXT)
    assert onrecord("add", "half.jsonl", "in", "--published", "2025-01-10").code == 0
    assert "read 2 new" in onrecord("build").err
    assert onrecord("read", "half.jsonl").code == 0
    assert onrecord("export", "evidence", "--format", "csv").code == 0


def test_a_missing_date_is_said(onrecord, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    ran = onrecord("add", "a.txt")
    assert ran.code == 0
    assert "a: no publication date with a year" in ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show"], "onrecord init"),
        (["nope"], "nope"),
        (["add"], "TARGETS"),
        (["build", "--jobs", "0"], "--jobs"),
        (["init", "--codebook", "none.yaml"], "none.yaml"),
        (["read", "x", "--codebook", "none.yaml"], "none.yaml"),
        (["add", "x", "--published", "5 Sept"], "YYYY-MM-DD"),
        (["show", "--as-of", "2025-02-30"], "YYYY-MM-DD"),
    ],
)
def test_usage_errors_are_one_line_and_exit_2(arguments: list[str], words: str, onrecord) -> None:
    ran = onrecord(*arguments)
    assert ran.code == 2
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1
    assert ran.out == ""


def test_asking_for_what_is_not_there(onrecord, folder: Path) -> None:
    assert onrecord("why", "c-000").code == 2
    assert onrecord("compare", "nowhere.txt").code == 2
    assert onrecord("evaluate", "nowhere").code == 1
    (folder / "bad.json").write_text("{}")
    ran = onrecord("evaluate", "bad.json")
    assert ran.code == 1
    assert "bad.json" in ran.err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_ends_with_an_example(command: str, onrecord) -> None:
    ran = onrecord(command, "--help")
    assert ran.code == 0
    assert f"Example: onrecord {command}" in ran.out.split("\n\n")[-1]


def test_the_group_s_help_ends_with_an_example(onrecord) -> None:
    assert "Example: onrecord init" in onrecord("--help").out.split("\n\n")[-1]
    nothing = onrecord()
    assert nothing.code == 2
    assert "Example: onrecord init" in nothing.err


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    lines = [json.dumps({"id": f"r{i}", "text": f"{TEXT} Day {i}."}) for i in range(400)]
    (folder / "many.jsonl").write_text("\n".join(lines))
    process = subprocess.Popen(
        f"{COMMAND} read many.jsonl --jobs 1 --format jsonl | head -n 1; exit ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", cwd=folder, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    out, errors = process.communicate(timeout=120)
    assert process.returncode == 0
    assert errors == b""
    assert out.count(b"\n") == 1


def test_a_damaged_register_is_one_line(onrecord, folder: Path) -> None:
    for path in (folder / ".onrecord").iterdir():
        path.unlink()
    (folder / ".onrecord" / "register.db").write_bytes(b"this is no database at all" * 100)
    ran = onrecord("show")
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1


def test_a_full_disk_is_one_line_and_loses_nothing(onrecord, folder: Path) -> None:
    (folder / "first.txt").write_text(TEXT)
    onrecord("add", "first.txt")
    (folder / "big.txt").write_text("It was a fine day in the town by the sea. " * 9000)
    full = _with_file_limit("add", "big.txt", "--language", "en", folder=folder)
    assert full.returncode == 1
    assert len(full.stderr.decode().strip().splitlines()) == 1
    assert b"full" in full.stderr
    assert "read 1 new of 1 reports" in onrecord("build").err
    assert "added 1" in onrecord("add", "big.txt", "--language", "en").err


def _with_file_limit(*arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    # A file-size limit stands in for a full disk: writes fail in the same place.
    code = (
        "import resource, signal, sys\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"sys.argv = ['onrecord', *{arguments!r}]\n"
        "from onrecord.cli import main\nmain()\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, check=False
    )


_MANY = 120


@pytest.fixture
def many(onrecord, folder: Path) -> Path:
    """A register with reports that take a build some seconds: every sentence is new to it."""
    lines = []
    for i in range(_MANY):
        sentences = (f"Norway will not send {i * 10 + j + 2} soldiers to Mali." for j in range(8))
        lines.append(json.dumps({"id": f"r{i}", "text": " ".join(sentences)}))
    (folder / "many.jsonl").write_text("\n".join(lines))
    onrecord("add", "many.jsonl", "--published", "2025-01-10", "--language", "en")
    return folder


def _interruptible() -> None:
    # Tests that run in the background hand an ignored interrupt down to their children.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _started_build(folder: Path, jobs: int) -> subprocess.Popen[bytes]:
    """A build that has kept its first reports."""
    process = subprocess.Popen(
        [COMMAND, "build", "--jobs", str(jobs)], cwd=folder, stderr=subprocess.PIPE,
        start_new_session=True, preexec_fn=_interruptible,
    )  # fmt: skip
    _wait(lambda: _kept(folder) > 0 or process.poll() is not None)
    return process


def _wait(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def _kept(folder: Path) -> int:
    """How many reports' readings are kept."""
    connection = sqlite3.connect(folder / ".onrecord" / "register.db")
    try:
        return int(connection.execute("SELECT count(*) FROM readings").fetchone()[0])
    finally:
        connection.close()


def _waiting(folder: Path) -> int:
    """How many reports the next build would read."""
    with open_register(folder / ".onrecord") as register:
        return register.unread()


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_in_a_build_keeps_what_was_read_and_the_next_one_goes_on(
    jobs: int, onrecord, many: Path
) -> None:
    process = _started_build(many, jobs)
    # As a terminal does: to every process of the group.
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 130
    assert errors.decode().splitlines() == [
        "onrecord: interrupted; what was done is kept, run it again to go on"
    ]
    kept = _kept(many)
    assert 0 < kept < _MANY
    assert _waiting(many) == _MANY - kept
    if jobs == 1:
        rest = onrecord("build", "--jobs", "1")
        assert rest.code == 0
        assert f"read {_MANY - kept} new of {_MANY} reports" in rest.err
        assert _kept(many) == _MANY


def test_a_killed_build_keeps_what_was_read_and_leaves_no_process(many: Path) -> None:
    process = _started_build(many, 2)
    children = _readers(process.pid)
    process.kill()
    process.communicate(timeout=120)
    kept = _kept(many)
    assert 0 < kept < _MANY
    assert _waiting(many) == _MANY - kept
    assert children
    _wait(lambda: not any(_alive(child) for child in children))


def test_a_killed_reading_process_is_one_line_and_loses_nothing_read(many: Path) -> None:
    process = _started_build(many, 2)
    os.kill(_readers(process.pid)[0], signal.SIGKILL)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 1
    assert len(errors.decode().splitlines()) == 1
    assert b"--jobs 1" in errors
    kept = _kept(many)
    assert 0 < kept < _MANY
    assert _waiting(many) == _MANY - kept


def _readers(pid: int) -> list[int]:
    """The reading processes, without the one that looks after shared resources."""
    children = [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [c for c in children if b"spawn_main" in Path(f"/proc/{c}/cmdline").read_bytes()]


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_two_at_once(onrecord, many: Path) -> None:
    process = _started_build(many, 1)
    for arguments in (["build"], ["add", "many.jsonl"]):
        second = onrecord(*arguments)
        assert second.code == 1
        assert len(second.err.splitlines()) == 1
        assert "another process" in second.err
    assert onrecord("rejected").code == 0
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=120)
    assert _kept(many) + _waiting(many) == _MANY
