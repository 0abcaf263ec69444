from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.repository.manifest import DATABASE
from tests.support.tiny_release import build_tiny, tiny_content


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASHBOARD_RELEASES", str(tmp_path))
    return tmp_path


def test_every_release_there_is_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build_tiny(folder)
    build_tiny(folder, tiny_content("spring"))
    assert main(["check"]) == 0
    told = capsys.readouterr().out
    assert "held-figures: real, bundled, built " in told
    assert "spring: real, bundled, built " in told
    assert "Nothing in it is simulated. It holds 1 values of its sources." in told


def test_one_release_can_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build_tiny(folder)
    build_tiny(folder, tiny_content("spring"))
    assert main(["check", "--release", "spring"]) == 0
    assert "held-figures" not in capsys.readouterr().out


def test_an_altered_release_is_named_with_the_file_and_fails(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release = build_tiny(folder)
    (release / DATABASE).unlink()
    assert main(["check"]) == 1
    told = capsys.readouterr()
    assert told.out == "held-figures: not whole.\n"
    assert told.err == "  PROBLEM: release.sqlite of release “held-figures” is missing.\n"


def test_there_is_nothing_to_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 1
    assert capsys.readouterr().err == (
        f"There is no release in {folder}. Build one with: python -m dashboard build.\n"
    )
    assert main(["check", "--release", "spring"]) == 1
    assert capsys.readouterr().err == "There is no release “spring”, asked for with --release.\n"
