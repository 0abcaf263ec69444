"""The commands that change or tell what is live, as they are typed."""

from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.releases.publication_file import read_publications
from tests.support.tiny_release import build_tiny, tiny_content

WHO = ("--by", "Head of data", "--reason", "The year 2025-26")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DASHBOARD_RELEASES", str(tmp_path))
    for name in ("spring", "summer"):
        build_tiny(tmp_path, tiny_content(name, status="draft"))
    return tmp_path


def test_a_release_is_published_and_rolled_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "spring", *WHO]) == 0
    assert main(["publish", "summer", *WHO]) == 0
    assert main(["rollback", "--by", "Head of data", "--reason", "Too early"]) == 0
    assert capsys.readouterr().out == (
        "Release “spring” is live. Running servers show it within two seconds.\n"
        "Release “summer” is live instead of “spring”. Running servers show it within two seconds.\n"
        "  No figure, council, letter or decision differs.\n"
        "Release “spring” is live instead of “summer”. Running servers show it within two seconds.\n"
        "  No figure, council, letter or decision differs.\n"
    )
    assert [(e.action, e.by, e.reason) for e in read_publications(folder).history][-1] == (
        *("rollback", "Head of data", "Too early"),
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["publish", "autumn", *WHO], "There is no release “autumn”"),
        (["publish", "spring", "--by", " ", "--reason", "why"], "--by must say something, on one line"),
        (
            ["publish", "spring", "--by", "Mr Example", "--reason", "why"],
            "--by holds a person’s name, and readers are shown it: write it without.",
        ),
        (["rollback", *WHO], "No release is live, so there is nothing to roll back."),
    ],
)
def test_a_refusal_is_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main(arguments) == 1
    assert sentence in capsys.readouterr().err


def test_releases_are_listed_with_their_status(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build_tiny(folder)
    main(["publish", "spring", *WHO])
    main(["publish", "summer", *WHO])
    capsys.readouterr()
    assert main(["releases"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0][:3] == ["release", "status", "kind"]
    assert [line[:3] for line in lines[1:]] == [
        ["summer", "live", "real"],
        ["spring", "superseded", "real"],
        ["held-figures", "bundled", "real"],
    ]
    assert lines[1][-6:] == ["Head", "of", "data", "The", "year", "2025-26"]


def test_a_release_that_cannot_be_read_is_listed_as_a_problem(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "spring" / "manifest.json").unlink()
    assert main(["releases"]) == 1
    told = capsys.readouterr()
    assert "summer" in told.out
    assert told.err == "Release “spring” has no manifest.json.\n"


def test_drafts_are_pruned_when_it_is_meant(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["publish", "spring", *WHO])
    capsys.readouterr()
    assert main(["prune"]) == 0
    assert capsys.readouterr().out == (
        "summer: a draft, would be removed.\nNothing was removed; --yes removes them.\n"
    )
    assert (folder / "summer").is_dir()
    assert main(["prune", "--yes"]) == 0
    assert not (folder / "summer").exists()
    assert main(["prune", "--yes"]) == 0
    assert capsys.readouterr().out == "summer: removed.\nThere is no draft to remove.\n"


def test_diff_ends_as_diff_does(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build_tiny(folder, tiny_content("sim", "demonstration", "draft"))
    page, rows = tmp_path / "d.html", tmp_path / "d.csv"
    assert main(["diff", "spring", "summer"]) == 0
    assert main(["diff", "spring", "nowhere"]) == 2
    told = capsys.readouterr()
    assert "No figure, council, letter or decision differs." in told.out
    assert "There is no release “nowhere”" in told.err
    (folder / "summer" / "release.sqlite").unlink()
    assert main(["diff", "spring", "summer"]) == 2
    assert "is missing" in capsys.readouterr().err
    assert main(["diff", "spring", "sim", "--html", str(page), "--csv", str(rows)]) == 1
    assert "67% (6 of 9), published and simulated" in page.read_text("utf-8")
    assert rows.read_text("utf-8").startswith("from_release,to_release,kind,council")
