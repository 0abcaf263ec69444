"""One lock: had by one process at a time, told by whom, waited for a little, let go of by whoever ends."""

import json
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from dashboard.releases import lock
from dashboard.releases.lock import LockedError, locked

HOLD = """
import sys, time
from pathlib import Path
from dashboard.releases import lock
lock.command.set("correct 2025-26")
with lock.locked(Path(sys.argv[1]), "The store"):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holder(file: Path, seconds: float) -> "subprocess.Popen[str]":
    """A process that has the lock."""
    child = subprocess.Popen([sys.executable, "-c", HOLD, str(file), str(seconds)], stdout=-1, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def test_who_has_it_since_when_is_told(tmp_path: Path) -> None:
    file = tmp_path / ".lock"
    with holder(file, 60) as child:
        with pytest.raises(LockedError) as refused, locked(file, "The store spring", wait=0.1):
            pass
        child.kill()
    assert re.fullmatch(
        rf"The store spring is being changed by “correct 2025-26” \(process {child.pid}, since "
        r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC\)\. Nothing was changed: try again when it has ended\.",
        str(refused.value),
    )


def test_who_waits_has_it_as_soon_as_it_is_free(tmp_path: Path) -> None:
    file = tmp_path / ".lock"
    with holder(file, 0.3), locked(file, "The store", wait=20):
        assert json.loads(file.read_text())["pid"] == os.getpid()


def test_waiting_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.2)
    started = time.monotonic()
    with holder(tmp_path / ".lock", 60) as child:
        with pytest.raises(LockedError), locked(tmp_path / ".lock", "The store"):
            pass
        child.kill()
    assert 0.2 <= time.monotonic() - started < 10


def test_whoever_is_killed_lets_go_and_is_told_no_more(tmp_path: Path) -> None:
    file = tmp_path / ".lock"
    with holder(file, 60) as child:
        child.kill()
        child.wait()
        with locked(file, "The store", wait=5):
            assert str(child.pid) not in file.read_text()
    assert file.read_text() == ""


def test_an_exception_lets_go(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path / ".lock", "The store"):
        raise ZeroDivisionError
    with locked(tmp_path / ".lock", "The store", wait=0):
        pass


def test_a_lock_whose_file_was_replaced_meanwhile_is_not_taken_for_the_new_one(tmp_path: Path) -> None:
    """A folder is moved away with its lock, and another is put in its place: who waited has the new one."""
    file = tmp_path / ".lock"
    got = threading.Event()

    def wait() -> None:
        with locked(file, "The store", wait=20):
            assert json.loads(file.read_text())["pid"] == os.getpid()
            got.set()

    with locked(file, "The store"):
        waiting = threading.Thread(target=wait)
        waiting.start()
        time.sleep(0.1)
        file.rename(tmp_path / "away")
    waiting.join(timeout=20)
    assert got.is_set()


def test_one_that_has_only_just_been_taken_names_nobody(tmp_path: Path) -> None:
    with locked(tmp_path / ".lock", "The store"):
        (tmp_path / ".lock").write_text("")
        with (
            pytest.raises(LockedError, match="is being changed by another command"),
            locked(tmp_path / ".lock", "The store", wait=0),
        ):
            pass
