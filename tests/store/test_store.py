import multiprocessing
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.collect import CollectOptions, collect_bytes
from onrecord.errors import StoreBusy, StoreError, StoreTooNew
from onrecord.model.rejected import Rejected, RejectedReason
from onrecord.store import Store, StoredReading, exclusive

TEXT = b"The government of Norway said on Monday that it would not send troops to the border."


def collected(text: bytes, where: str = "a.txt"):
    return list(collect_bytes(text, where, CollectOptions(received_at="2025-01-01T00:00:00+00:00")))


def test_what_is_added_comes_back_the_same(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    (added,) = store.add(collected(TEXT))
    assert store.reports() == [added]
    assert store.source(added.source) == TEXT


def test_the_same_bytes_again_are_no_second_report_and_a_taken_id_is_made_longer(
    tmp_path: Path,
) -> None:
    store = Store.at(tmp_path)
    list(store.add(collected(TEXT)))
    (again,) = store.add(collected(TEXT, "b.txt"))
    assert isinstance(again, Rejected)
    assert again.reason is RejectedReason.DUPLICATE
    (other,) = store.add(collected(TEXT + b" More.", "a.txt"))
    assert other.id.startswith("a-")
    assert len(store.reports()) == 2


def test_unread_and_readings(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    (added,) = store.add(collected(TEXT))
    assert store.unread("r", "c") == [added.id]
    list(store.save_readings([StoredReading(added.id, ())], reader="r", codebook="c"))
    assert store.unread("r", "c") == []
    assert store.unread("r", "another codebook") == [added.id]
    assert store.readings("r", "c")[added.id].statements == ()


def test_a_newer_store_and_a_damaged_one_say_so(tmp_path: Path) -> None:
    Store.at(tmp_path).close()
    with sqlite3.connect(tmp_path / "register.db") as connection:
        connection.execute("UPDATE meta SET value='99' WHERE key='schema'")
    with pytest.raises(StoreTooNew):
        Store.at(tmp_path)
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "register.db").write_bytes(b"this is no database at all" * 100)
    with pytest.raises(StoreError, match="no register"):
        Store.at(tmp_path / "bad")


def test_two_writers_at_once(tmp_path: Path) -> None:
    with (
        exclusive(tmp_path),
        pytest.raises(StoreBusy, match="nothing was changed"),
        exclusive(tmp_path),
    ):
        pass


def _add_many(folder: str) -> None:
    store = Store.at(Path(folder))
    items = (c for i in range(20_000) for c in collected(TEXT + str(i).encode(), f"{i}.txt"))
    list(store.add(items))


def test_a_killed_writer_leaves_whole_transactions_only(tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=_add_many, args=(str(tmp_path),))
    process.start()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if (tmp_path / "register.db").exists() and len(_ids(tmp_path)) >= 500:
            break
        time.sleep(0.05)
    assert process.pid is not None
    process.kill()
    process.join()
    assert len(_ids(tmp_path)) % 500 == 0
    store = Store.at(tmp_path)
    assert len(store.reports()) == len(_ids(tmp_path))


def _ids(folder: Path) -> list[str]:
    try:
        with sqlite3.connect(folder / "register.db") as connection:
            return [row[0] for row in connection.execute("SELECT id FROM reports")]
    except sqlite3.Error:
        return []


def test_a_full_disk_is_one_line_and_loses_nothing(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    list(store.add(collected(TEXT)))
    store.close()
    # A file-size limit stands in for a full disk: writes fail in the same place.
    code = (
        "import resource, sys\nfrom pathlib import Path\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"sys.argv = ['onrecord', 'add', '-', '--register', {str(tmp_path)!r}]\n"
        "from onrecord.cli import main\nmain()\n"
    )
    big = ("Norway said that it would not send troops. " * 9000).encode()
    result = subprocess.run(
        [sys.executable, "-c", code], input=big, capture_output=True, check=False
    )
    assert result.returncode == 1
    assert len(result.stderr.decode().strip().splitlines()) == 1
    assert b"Traceback" not in result.stderr
    assert len(Store.at(tmp_path).reports()) == 1
