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


HEAD = TEXT.splitlines()[0]
BAD_INPUT = {
    "a council that does not exist at that date": (
        "A Council,,unitary,2028-04-01,Allerdale Borough Council|City of York Council",
        "Allerdale Borough Council does not exist on 31 March 2028: it ended on 31 March 2023",
    ),
    "a council that goes before that date": (
        "A Council,,unitary,2028-04-01,Blackpool Borough Council|City of York Council",
        "Blackpool Borough Council does not exist on 31 March 2028: it ended on 31 March 2027, and Greater",
    ),
    "a predecessor used twice": (
        "A Council,,unitary,2028-04-01,Leeds City Council|City of York Council\n"
        "B Council,,unitary,2028-04-01,Leeds City Council",
        "row 3, column “predecessors”: Leeds City Council stands in row 2 too. A council that is divided is "
        "no union of whole ones: that needs the official outlines of the ONS (docs/reorganisation.md).",
    ),
    "a code that is taken": (
        "A Council,E06000014,unitary,2028-04-01,Leeds City Council|City of York Council",
        "E06000014 is, or was, the code of City of York Council.",
    ),
    "a type that does not fit": (
        "A Council,,london,2028-04-01,Leeds City Council|City of York Council",
        "None of its predecessors is a London borough: it would be a unitary council.",
    ),
    "a past that is in the data": (
        "A Council,,unitary,2023-04-01,Leeds City Council|City of York Council",
        "1 April 2023 lies in the past that the data have already",
    ),
    "a year that is a slip": (
        "A Council,,unitary,9999-04-01,Leeds City Council|City of York Council",
        "1 April 9999 lies more than ten years after the last change of councils that is known, of 1 April "
        "2027. Is its year as it was meant?",
    ),
    "a name that is taken": (
        "City of York Council,,unitary,2028-04-01,Leeds City Council|City of York Council",
        "“City of York Council” is, or was, the name of City of York Council",
    ),
}


@pytest.mark.parametrize("what", BAD_INPUT)
def test_bad_input_is_a_sentence_and_nothing_is_half_kept(
    place: Office, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is kept stays, byte for byte, and the log has no line of what was refused."""
    assert main(["reorganise", file(place), *WHO, *place.data]) == 0
    before = {path: path.read_bytes() for path in place.store.rglob("*") if path.is_file()}
    rows, says = BAD_INPUT[what]
    bad = place.folder / "bad.csv"
    bad.write_text(f"{HEAD}\n{rows}\n", "utf-8")
    capsys.readouterr()
    assert main(["reorganise", str(bad), *WHO, *place.data]) == 1
    assert says in " ".join(capsys.readouterr().err.split())
    assert {path: path.read_bytes() for path in place.store.rglob("*") if path.is_file()} == before


def test_a_start_that_is_not_the_first_of_april_is_kept_with_a_warning(
    place: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = place.folder / "october.csv"
    odd.write_text(TEXT.replace("2027-04-01", "2027-10-01"), "utf-8")
    assert main(["reorganise", str(odd), *WHO, *place.data]) == 0
    said = capsys.readouterr().out
    assert "Look at this: Greater Blackpool Council begins on 1 October 2027, which is not 1 April" in said
    assert "It is kept as “october”" in said


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
