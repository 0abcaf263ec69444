"""``serve`` refuses a release that is not whole, in a sentence."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.cli import CommandError, main
from dashboard.cli.serve import whole_release
from tests.support.tiny_release import build_tiny


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASHBOARD_RELEASES", str(tmp_path))
    monkeypatch.delenv("DASHBOARD_RELEASE", raising=False)
    build_tiny(tmp_path)
    return tmp_path


def test_a_whole_release_is_served(folder: Path) -> None:
    assert whole_release("held-figures", demo_allowed=False) == folder / "held-figures"


def _cut(database: Path) -> None:
    database.write_bytes(database.read_bytes()[:-100])


def _altered(database: Path) -> None:
    content = bytearray(database.read_bytes())
    content[-1] ^= 1
    database.write_bytes(content)


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (Path.unlink, "release.sqlite of release “held-figures” is missing."),
        (_cut, "release.sqlite of release “held-figures” is cut short"),
        (_altered, "release.sqlite of release “held-figures” has been altered since it was built."),
    ],
)
def test_a_release_that_is_not_whole_is_refused(folder: Path, harm, sentence: str) -> None:
    harm(folder / "held-figures" / "release.sqlite")
    with pytest.raises(CommandError, match=sentence):
        whole_release("held-figures", demo_allowed=False)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["serve", "--release", "never-was"], "There is no release “never-was”"),
        (["serve"], "No release is live."),
        (["serve", "--or-demo"], "Build one with: python -m dashboard build demo."),
    ],
)
def test_serve_ends_with_a_sentence(folder: Path, capsys, arguments: list[str], sentence: str) -> None:
    assert main(arguments) == 1
    assert sentence in capsys.readouterr().err


def test_an_address_that_is_none_is_refused_before_anything_is_served(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_ADDRESS", "https://councils.example/map")
    assert main(["serve", "--release", "held-figures"]) == 1
    said = capsys.readouterr().err
    assert "DASHBOARD_ADDRESS cannot be used: “https://councils.example/map” is not the address" in said


@pytest.mark.parametrize("seconds", ["-1", "a minute", "3601", "1.5"])
def test_a_page_is_not_kept_for_no_time_known(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, seconds: str
) -> None:
    monkeypatch.setenv("DASHBOARD_PAGE_SECONDS", seconds)
    assert main(["serve", "--release", "held-figures"]) == 1
    assert f"DASHBOARD_PAGE_SECONDS is “{seconds}”" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_a_port_that_is_none_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises((SystemExit, argparse.ArgumentError)):
        main(["serve", "--port", port])
    assert f"“{port}” is not a port" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--workers"])
@pytest.mark.parametrize("number", ["0", "-1", "x"])
def test_without_a_worker_nothing_would_be_answered(
    option: str, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["serve", f"{option}={number}"])
    assert f"“{number}” is not a number of one or more" in capsys.readouterr().err


def test_the_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(command in told for command in ("serve", "build", "check", "figures"))


def test_a_setting_that_is_no_number_is_refused_in_a_sentence() -> None:
    command = [sys.executable, "-m", "dashboard", "serve", "--release", "demo"]
    environment = {**os.environ, "WEB_CONCURRENCY": "x"}
    refused = subprocess.run(
        command, capture_output=True, text=True, timeout=30, env=environment, check=False
    )
    assert refused.returncode == 2
    assert "“x” is not a number of one or more" in refused.stderr
    assert "Traceback" not in refused.stderr
