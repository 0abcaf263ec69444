"""``reorganise``: what is typed, what is said, and that nothing is half done."""

from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.imports.store.log import read_log
from dashboard.imports.store.reorganisations_file import FILE, read_kept
from tests.support.annual_tables import SIMULATED
from tests.support.office import TWO_TIERS, WHO, Office, office

TEXT = (
    "name,code,type,start,predecessors\n"
    "Greater Blackpool Council,,unitary,2027-04-01,Birmingham City Council|Blackpool Borough Council\n"
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    here = office(tmp_path, TWO_TIERS)
    for name, value in here.environment.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "blackpool-2027.csv").write_text(TEXT, "utf-8")
    return here


def file(place: Office) -> str:
    return str(place.folder / "blackpool-2027.csv")


def test_it_is_kept_listed_and_removed(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reorganise", file(place), *WHO, *place.data]) == 0
    said = capsys.readouterr().out
    assert "Greater Blackpool Council (unitary council) begins on 1 April 2027" in said
    assert "A part of Greater Blackpool Council of 35 square km lies apart" in said
    assert "Look at this: Greater Blackpool Council has no code yet" in said
    assert "It is kept as “blackpool-2027”" in said
    assert main(["reorganise", "list"]) == 0
    assert "Greater Blackpool Council (unitary, no code yet) from 1 April 2027" in capsys.readouterr().out
    assert main(["reorganise", "remove", "blackpool-2027", *WHO, *place.data]) == 0
    assert "kept by A. Person" in capsys.readouterr().out
    assert main(["reorganise", "list"]) == 0
    assert capsys.readouterr().out == "No reorganisation is kept.\n"
    assert [line.act for line in read_log(place.store)] == ["reorganise", "reorganise remove"]


def test_a_dry_run_says_what_it_means_and_keeps_nothing(
    place: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reorganise", file(place), "--dry-run", *place.data]) == 0
    assert capsys.readouterr().out.endswith("Nothing was kept.\n")
    assert not (place.store / FILE).exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["nowhere.csv", *WHO], "There is no file nowhere.csv"),
        (["FILE"], "--by is empty"),
        (["FILE", "more", *WHO], "One file is kept at a time"),
        (["FILE", "--name", "A name", *WHO], "small letters and digits"),
        (["remove", *WHO], "Say which"),
        (["remove", "surrey", *WHO], "No reorganisation “surrey” is kept. None is kept."),
        (["remove", "surrey"], "--by is empty"),
        (["list", "surrey"], "stands behind it"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    place: Office, words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = [file(place) if word == "FILE" else word for word in words]
    assert main(["reorganise", *typed, *place.data]) == 1
    assert says in capsys.readouterr().err
    assert not (place.store / FILE).exists()


def test_the_importer_knows_the_new_name_in_years_in_which_it_exists(
    place: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["reorganise", file(place), *WHO, *place.data])
    for year, status in (("2026-27", 1), ("2027-28", 0)):
        table = place.folder / f"received-{year}.csv"
        table.write_text(
            f"{SIMULATED}\nComplaints received {year}\n\nAuthority Name,Adult Care Services,Housing\n"
            "Greater Blackpool Council,3,4\nLeeds City Council,5,6\n",
            "utf-8",
        )
        command = ["import", "--name", f"of-{year}", "--year", year, "--kind", "demonstration", str(table)]
        assert main([*command, *place.data]) == status
    assert "“Greater Blackpool Council” had not begun in 2026-27" in capsys.readouterr().err.replace(
        "\n", " "
    )


def test_what_no_longer_fits_the_data_stops_every_command(
    place: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["reorganise", file(place), *WHO, *place.data])
    path = place.store / FILE
    path.write_text(
        path.read_text("utf-8").replace("Greater Blackpool Council", "Leeds City Council"), "utf-8"
    )
    assert len(read_kept(place.store)) == 1
    assert main(["names", "accept", "X", "leeds-city-council", *WHO, *place.data]) == 1
    assert "Leeds City Council is in the data already. Remove it" in capsys.readouterr().err
