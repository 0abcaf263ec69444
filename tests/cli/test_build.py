import multiprocessing
import os
import shutil
import signal
import threading
import time
from pathlib import Path

import pytest

from dashboard.build import editions
from dashboard.build.data import DATA
from dashboard.cli import main
from dashboard.releases.verify import verify
from dashboard.repository.manifest import DATABASE, MANIFEST
from tests.support.tiny_release import build_tiny


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASHBOARD_RELEASES", str(tmp_path / "releases"))
    monkeypatch.delenv("DASHBOARD_STORE", raising=False)
    return tmp_path / "releases"


def test_a_release_that_is_there_and_whole_is_left_as_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (build_tiny(folder, inputs=editions.made_from("held-figures", DATA)) / MANIFEST).stat()
    assert main(["build", "held-figures"]) == 0
    assert capsys.readouterr().out == ("held-figures: there already, and whole (--force builds it again).\n")
    assert (folder / "held-figures" / MANIFEST).stat().st_ino == before.st_ino


def test_a_release_built_from_other_data_is_not_said_to_be_as_it_would_be_built(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build_tiny(folder)
    assert main(["build", "held-figures"]) == 0
    assert capsys.readouterr().out == (
        "held-figures: there already, and whole, but built from other data than are here now "
        "(--force builds it again).\n"
    )


def test_an_unknown_release_is_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "spring"]) == 1
    assert capsys.readouterr().err == (
        "“spring” cannot be built: demo and held-figures come with the project, and there is no draft of "
        "this name in store. The import command begins one.\n"
    )


def test_missing_data_is_a_sentence_and_what_was_there_stays(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release = build_tiny(folder)
    assert main(["build", "held-figures", "--force", "--data", str(tmp_path / "none")]) == 1
    assert capsys.readouterr().err == (
        f"reference/councils.csv is missing from {tmp_path / 'none'}. What was there stays as it was.\n"
    )
    assert verify(release) == []


def test_of_two_at_once_each_fault_is_a_sentence_and_what_was_there_stays(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    release = build_tiny(folder)
    assert main(["build", "--force", "--data", str(tmp_path / "none")]) == 1
    told = capfd.readouterr()
    fault = f"reference/councils.csv is missing from {tmp_path / 'none'}. What was there stays as it was."
    assert told.err.splitlines() == [f"demo: {fault}", f"held-figures: {fault}"]
    assert "demo and held-figures are built side by side: a minute or two." in told.out
    assert "held-figures: not built" in told.out
    assert verify(release) == []
    assert [path.name for path in folder.glob(".building-*")] == []


def test_a_build_that_is_killed_is_said_and_what_was_there_stays(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """As the kernel does where memory runs out: whichever process it is, once it is at work."""
    release = build_tiny(folder)
    killed = threading.Thread(target=_kill_a_child, args=("demo",))
    killed.start()
    assert main(["build", "--force", "--data", "none"]) == 1
    killed.join()
    told = capfd.readouterr().err
    assert "demo: Its process was ended by SIGKILL, as when the computer has no memory left" in told
    assert verify(release) == []


def _kill_a_child(name: str) -> None:
    """Kill the process of a build as soon as it is there."""
    for _ in range(1_000):
        for child in multiprocessing.active_children():
            if child.name == name and child.pid:
                os.kill(child.pid, signal.SIGKILL)
                return
        time.sleep(0.01)


@pytest.mark.data
def test_a_broken_release_is_built_again_and_why_is_said(
    folder: Path, releases: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def build(name: str, _inputs: object, directory: Path, _progress: object) -> Path:
        """Take the release that was built for all tests, by this command: it takes a quarter of a minute."""
        shutil.rmtree(directory / name)
        return Path(shutil.copytree(releases / name, directory / name))

    monkeypatch.setattr(editions, "build", build)
    release = build_tiny(folder)
    with (release / DATABASE).open("ab") as file:
        file.write(b"more")
    assert main(["build", "held-figures"]) == 0
    told = capsys.readouterr()
    assert told.err == (
        "held-figures: release.sqlite of release “held-figures” has been altered since it was built. "
        "It is built again.\n"
    )
    assert "held-figures: built in" in told.out
    assert verify(release) == []
