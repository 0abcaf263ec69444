import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.releases import directories as atomic
from dashboard.releases import lock
from dashboard.releases.directories import clear_leftovers, directory_in_place, locked
from dashboard.releases.lock import LockedError
from dashboard.releases.verify import verify
from tests.support.tiny_release import build_tiny


def _fill(building: Path, text: str) -> None:
    (building / "sub").mkdir()
    (building / "sub" / "file").write_text(text)


def _build_and_fail(target: Path) -> None:
    with directory_in_place(target) as building:
        _fill(building, "two")
        raise RuntimeError("half way")


def _others(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith(".lock"))


def test_a_directory_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "releases" / "demo"
    with directory_in_place(target) as building:
        _fill(building, "one")
        assert not target.exists()
        assert building.parent == target.parent
    assert (target / "sub" / "file").read_text() == "one"
    assert _others(target.parent) == ["demo"]


@pytest.mark.parametrize("exchange", [True, False])
def test_an_existing_directory_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(atomic, "_exchange", lambda one, other: False)
    for text in ("one", "two"):
        with directory_in_place(tmp_path / "demo") as building:
            _fill(building, text)
    assert (tmp_path / "demo" / "sub" / "file").read_text() == "two"
    assert _others(tmp_path) == ["demo"]


def test_a_build_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    with directory_in_place(tmp_path / "demo") as building:
        _fill(building, "one")
    with pytest.raises(RuntimeError, match="half way"):
        _build_and_fail(tmp_path / "demo")
    assert (tmp_path / "demo" / "sub" / "file").read_text() == "one"
    assert _others(tmp_path) == ["demo"]


def test_two_builds_of_one_release_do_not_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT", 0)
    with (
        directory_in_place(tmp_path / "demo"),
        pytest.raises(LockedError, match="Release “demo” is being changed by"),
        directory_in_place(tmp_path / "demo"),
    ):
        pass
    with directory_in_place(tmp_path / "demo") as one, directory_in_place(tmp_path / "other") as other:
        assert one != other


def test_what_a_killed_build_left_is_swept_and_a_release_moved_aside_is_put_back(tmp_path: Path) -> None:
    (tmp_path / ".building-demo~abc").mkdir()
    (tmp_path / ".building-demo~abc.old").mkdir()
    (tmp_path / ".building-demo~abc.old" / "file").write_text("whole")
    (tmp_path / ".building-other~abc").mkdir()
    with pytest.raises(RuntimeError, match="half way"):
        _build_and_fail(tmp_path / "demo")
    assert (tmp_path / "demo" / "file").read_text() == "whole"
    assert _others(tmp_path) == ["demo"]


@pytest.mark.parametrize("other", ["demo-2", "demo-", "d", "2024-25-demo"])
def test_a_build_that_goes_on_is_not_swept_by_one_whose_name_is_like_its(tmp_path: Path, other: str) -> None:
    """A draft and its copy (2024-25, 2024-25-2) may be built side by side."""
    with directory_in_place(tmp_path / other) as going_on:
        _fill(going_on, "one")
        with directory_in_place(tmp_path / "demo") as building:
            _fill(building, "two")
        assert clear_leftovers(tmp_path) == 0
        assert going_on.is_dir()
    assert (tmp_path / other / "sub" / "file").read_text() == "one"


def test_leftovers_are_counted_as_they_go(tmp_path: Path) -> None:
    for name in ("a~1", "a~2", "b~1"):
        (tmp_path / f".building-{name}").mkdir()
    with locked(tmp_path / "b"):
        assert clear_leftovers(tmp_path) == 2
    assert _others(tmp_path) == [".building-b~1"]


def test_what_is_refused_at_the_last_moment_leaves_what_was_there(tmp_path: Path) -> None:
    with directory_in_place(tmp_path / "demo") as building:
        _fill(building, "one")

    def refuse() -> None:
        raise RuntimeError("not now")

    with (
        pytest.raises(RuntimeError, match="not now"),
        directory_in_place(tmp_path / "demo", refuse) as building,
    ):  # type: ignore[arg-type]
        _fill(building, "two")
    assert (tmp_path / "demo" / "sub" / "file").read_text() == "one"
    assert _others(tmp_path) == ["demo"]


PROGRAM = """
import sys
from pathlib import Path
from tests.support.tiny_release import build_tiny
print("ready", flush=True)
while True:
    build_tiny(Path(sys.argv[1]))
"""


def test_killed_at_any_moment_the_release_under_its_name_is_whole(tmp_path: Path) -> None:
    """Builds the same small release over and over, and is killed at twelve random moments."""
    moments = random.Random(20)  # noqa: S311
    release = build_tiny(tmp_path)
    for _ in range(12):
        child = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(moments.uniform(0, 0.25))
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert verify(release) == []
    build_tiny(tmp_path)
    assert _others(tmp_path) == ["held-figures"]
