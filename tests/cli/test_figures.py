import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.repository.manifest import DATABASE
from tests.support.tiny_release import build_tiny


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    build_tiny(tmp_path)
    monkeypatch.setenv("DASHBOARD_RELEASES", str(tmp_path))
    monkeypatch.delenv("DASHBOARD_RELEASE", raising=False)
    return tmp_path


def _printed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


@pytest.mark.parametrize("council", ["E08000016", "e08000038", "barnsley-metropolitan-borough-council"])
def test_a_council_by_any_code_or_its_slug(
    folder: Path, capsys: pytest.CaptureFixture[str], council: str
) -> None:
    assert main(["figures", "--release", "held-figures", "--council", council, "--year", "2023-24"]) == 0
    rows = _printed(capsys)
    assert len(rows) == 9
    assert {row["authority_code"] for row in rows} == {"E08000016"}


def test_all_of_a_release(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "--release", "held-figures"]) == 0
    assert {row["year"] for row in _printed(capsys)} == {"2022-23", "2023-24", "2024-25"}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (["--year", "2033-34"], "Release “held-figures” has 2022-23 to 2024-25, and not 2033-34."),
        (
            ["--year", "2023"],
            "“2023” is not a reporting year such as 2023-24. Release “held-figures” has 2022-23 to 2024-25.",
        ),
        (
            ["--council", "atlantis"],
            "“atlantis” is neither the ONS code nor the slug of a council in the release.",
        ),
    ],
)
def test_what_is_unknown_is_a_sentence_and_exit_status_2(
    folder: Path, capsys: pytest.CaptureFixture[str], asked: list[str], sentence: str
) -> None:
    assert main(["figures", "--release", "held-figures", *asked]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"{sentence}\n")


def test_an_unknown_release_is_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "--release", "spring"]) == 2
    assert capsys.readouterr().err == "There is no release “spring”, asked for with --release.\n"


def test_an_altered_release_prints_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (folder / "held-figures" / DATABASE).open("ab") as file:
        file.write(b"more")
    assert main(["figures", "--release", "held-figures"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "release.sqlite of release “held-figures” has been altered since it was built.\n"


def test_they_are_for_programs_without_a_mark_and_the_command_says_so(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["figures", "--release", "held-figures"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"authority_code,")
    with pytest.raises(SystemExit):
        main(["--help"])
    told = " ".join(capfdbinary.readouterr().out.decode().split())
    assert "figures as CSV, UTF-8 without a mark, for programs" in told


def test_a_reader_that_stops_early_is_no_error(folder: Path) -> None:
    command = [sys.executable, "-m", "dashboard", "figures", "--release", "held-figures"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline().startswith("authority_code,")
        child.stdout.close()
        assert child.stderr is not None
        error = child.stderr.read()
        assert child.wait(timeout=30) == 0
    assert error == ""
