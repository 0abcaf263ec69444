"""Every decision can be taken back, and leaves a dated line that says who did what and why."""

import re
from pathlib import Path

import pytest

from dashboard.build.data import DATA
from dashboard.checks.acceptances import read_acceptances
from dashboard.checks.corrections import read_corrections
from dashboard.cli import main
from dashboard.imports.store.draft import draft_directory, load_draft
from dashboard.imports.store.headings_file import accepted_headings
from dashboard.imports.store.log import read_log
from dashboard.imports.store.names_file import read_names
from dashboard.reference.load import load_reference
from tests.support.office import MISSING, SERVICES, WHO, YEAR, Office, office

DRAFT = "spring"
NOT_SO = ("--by", "B. Person", "--reason", "It was not so")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office(tmp_path_factory.mktemp("data")).folder / "data"


@pytest.fixture
def place(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office with a draft that passes."""
    (tmp_path / "data").symlink_to(small)
    own = Office(tmp_path)
    for name, value in own.environment.items():
        monkeypatch.setenv(name, value)
    for command in own.begin(DRAFT):
        assert main(command) == 0
    return own


def last_line(place: Office) -> tuple[str, str, str, str]:
    line = read_log(place.store)[-1]
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", line.at)
    return line.act, line.draft, line.by, line.reason


def test_a_name(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["names", "accept", "Leedes", "leeds-city-council", "--year", YEAR, *WHO, *place.data]) == 0
    assert main(["names", "remove", "leedes", *NOT_SO]) == 1
    assert "it was in 2025-26 (--year says which)" in capsys.readouterr().err
    assert main(["names", "remove", "leedes", "--year", YEAR, *NOT_SO]) == 0
    assert read_names(place.store) == ()
    assert last_line(place) == ("names remove", "", "B. Person", "It was not so")
    assert "Taken back: “Leedes” in 2025-26 is leeds-city-council." in capsys.readouterr().out


def test_a_heading(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    table = ("--table", "received")
    assert main(["headings", "accept", "Homes", "received:housing", *table, *WHO]) == 0
    assert main(["headings", "list"]) == 0
    assert "“Homes” in tables received is received:housing: Looked up (A. Person, " in capsys.readouterr().out
    assert main(["headings", "remove", "Homes", "--table", "decided", *NOT_SO]) == 1
    assert main(["headings", "remove", "HOMES", *table, *NOT_SO]) == 0
    assert accepted_headings(place.store) == ()
    assert last_line(place) == ("headings remove", "", "B. Person", "It was not so")


def test_a_correction(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    of = ["--council", "Leeds City Council", "--year", YEAR, "--measure", SERVICES[0]]
    remove = ["correct", DRAFT, *of, "--remove", *NOT_SO, *place.data]
    assert main(remove) == 1
    assert "does not correct leeds-city-council 2025-26 received:adult_care_services." in (
        capsys.readouterr().err
    )
    assert main(["correct", DRAFT, *of, "--from", "30", "--to", "31", *WHO, *place.data]) == 0
    assert main(remove) == 0
    assert "Taken out of" in capsys.readouterr().out
    assert last_line(place) == ("correct --remove", DRAFT, "B. Person", "It was not so")
    assert main(["correct", DRAFT, *of, *WHO, *place.data]) == 1
    assert main([*remove, "--to", "3"]) == 1
    assert main(["check", DRAFT, *place.data]) == 0


def test_an_acceptance(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    remove = ["accept", DRAFT, "councils", "--remove", *NOT_SO, *place.data]
    assert main(remove) == 1
    assert "5 of councils are meant by this." in capsys.readouterr().err
    assert main([*remove, "--council", MISSING[0], MISSING[1]]) == 0
    kept = {acceptance.slug for acceptance in read_acceptances(draft_directory(place.store, DRAFT))}
    assert kept == {*MISSING[2:], ""}
    told = capsys.readouterr().out
    assert told.count("Taken back: ") == 2
    assert "This draft can be built once 2 warnings have been looked at" in told
    assert last_line(place) == ("accept --remove", DRAFT, "B. Person", "It was not so")


def test_acceptances_that_meet_nothing_any_more(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["import", "--name", DRAFT, "--year", "2024-25", place.table("x.csv", "2024-25"), *place.data])
        == 0
    )
    assert main(["drop", DRAFT, "received.csv", *WHO]) == 0
    assert main(["check", DRAFT, *place.data]) == 1
    assert f"accept {DRAFT} --remove --unmet" in capsys.readouterr().out
    assert main(["accept", DRAFT, "--remove", "--unmet", *NOT_SO, *place.data]) == 0
    assert read_acceptances(draft_directory(place.store, DRAFT)) == ()


def test_an_input(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = load_draft(place.store, DRAFT).inputs
    copy = place.store / "files" / one.sha256 / one.name
    assert main(["drop", DRAFT, "other.csv", *NOT_SO]) == 1
    assert (
        f"No input of it is “other.csv”. It has: received.csv (received of {YEAR}" in capsys.readouterr().err
    )
    assert main(["drop", DRAFT, one.sha256[:8], *NOT_SO]) == 0
    assert load_draft(place.store, DRAFT).inputs == ()
    assert copy.is_file()
    assert last_line(place) == ("drop", DRAFT, "B. Person", "It was not so")


def test_an_input_that_could_be_two_is_not_guessed(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    Path(place.table("received.csv", "2024-25")).rename(place.folder / "x.csv")
    (place.folder / "x.csv").rename(place.folder / "received.csv")
    again = ["import", "--name", DRAFT, "--year", "2024-25", str(place.folder / "received.csv"), *place.data]
    assert main(again) == 0
    assert main(["drop", DRAFT, "received.csv", *NOT_SO]) == 1
    assert "“received.csv” could be received.csv (received of 2025-26" in capsys.readouterr().err
    assert main(["drop", DRAFT, "received.csv", "--year", "2024-25", *NOT_SO]) == 0
    assert [one.year for one in load_draft(place.store, DRAFT).inputs] == [YEAR]


def test_the_log_tells_it_all(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    main(["names", "accept", "Leedes", "leeds-city-council", *WHO, *place.data])
    main(["copy", DRAFT, "summer"])
    main(["embargo", "summer", "--until", "2099-01-01", *NOT_SO])
    capsys.readouterr()
    assert main(["log", "summer"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[18:] for line in lines] == [
        "copy summer: made of spring",
        "embargo summer: until 2099-01-01 – B. Person, It was not so",
    ]
    assert main(["log"]) == 0
    told = capsys.readouterr().out
    assert "names accept: “Leedes” is leeds-city-council – A. Person, Looked up" in told
    assert told.count(f"accept {DRAFT}: ") == len(MISSING) + 1
    assert main(["log", "autumn"]) == 0
    assert capsys.readouterr().out == "Nothing is in the log.\n"


@pytest.mark.parametrize(
    "words",
    [
        ["names", "remove", "Leedes"],
        ["headings", "remove", "Homes", "--table", "received"],
        ["drop", DRAFT, "received.csv"],
        [
            "correct",
            DRAFT,
            "--council",
            "leeds-city-council",
            "--year",
            YEAR,
            "--measure",
            "upheld",
            "--remove",
        ],
    ],
)
def test_who_and_why_are_asked_for(
    place: Office, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    before = read_log(place.store)
    assert main([*words, "--by", "me", "--reason", " "]) == 1
    assert capsys.readouterr().err == "--reason is empty: it is kept with what is decided.\n"
    assert read_log(place.store) == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["councils", "--all-of", "councils", "--expect", "1"], "Name one check"),
        ([], "Name one check"),
        (["--all-of", "councils"], "--all-of CHECK and --expect N go together"),
        (["councils", "--expect", "1"], "--all-of CHECK and --expect N go together"),
        (["--all-of", "councils", "--expect", "4", "--remove"], "There are 5 of councils, not 4."),
        (["councils", "--council", "Nowhere"], "“Nowhere” is no council's name or slug."),
        (["--unmet"], "--unmet goes with --remove, and names no check."),
    ],
)
def test_what_is_not_clear_is_refused(
    place: Office, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert main(["accept", DRAFT, *words, *WHO, *place.data]) == 1
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (
            "Confirmed by Mrs Example",
            "--reason holds a person’s name, and readers are shown it: write it without.",
        ),
        ("Call 07700 900123", "--reason holds a phone number, and readers are shown it"),
        ("One\x1bmore", "--reason holds U+001B (escape), and readers are shown it"),
        ("x" * 1_001, "--reason has 1,001 characters; it may have 1,000."),
    ],
)
def test_a_reason_that_readers_are_shown_holds_nothing_of_a_person_and_nothing_unseen(
    place: Office, capsys: pytest.CaptureFixture[str], reason: str, sentence: str
) -> None:
    who = ["--by", "A. Person", "--reason", reason]
    of = ["--council", "Leeds City Council", "--year", YEAR, "--measure", SERVICES[0]]
    for command in (
        ["correct", DRAFT, *of, "--from", "30", "--to", "31", *who, *place.data],
        ["correct", DRAFT, *of, "--remove", *who, *place.data],
        ["accept", DRAFT, "rows", *who, *place.data],
        ["accept", DRAFT, "rows", "--remove", *who, *place.data],
    ):
        assert main(command) == 1
        assert sentence in capsys.readouterr().err
    assert read_corrections(draft_directory(place.store, DRAFT), load_reference(DATA)) == ()


def test_no_decision_holds_what_nobody_can_see(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    who = ["--by", "A.\x07Person", "--reason", "Looked up"]
    for command in (
        ["names", "accept", "Leedes", "leeds-city-council", *who, *place.data],
        ["headings", "accept", "Homes", "received:housing", "--table", "received", *who],
        ["drop", DRAFT, "received.csv", *who],
        ["embargo", DRAFT, "--until", "2099-01-01", *who],
        [
            "import",
            "--name",
            DRAFT,
            "--year",
            YEAR,
            "--ignore-row",
            "4",
            *who,
            str(place.folder / "received.csv"),
        ],
    ):
        assert main(command) == 1
        assert "--by holds U+0007 (bell): write it without." in capsys.readouterr().err


def test_an_embargo_says_what_it_was_and_whether_its_day_has_come(
    place: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["embargo", DRAFT, "--until", "2099-07-22", *WHO]) == 0
    assert "Until now" not in capsys.readouterr().out
    assert main(["embargo", DRAFT, "--until", "2020-01-01", *NOT_SO]) == 0
    told = capsys.readouterr().out
    assert "is embargoed until 1 January 2020, which has come: it may be published now." in told
    assert "Until now it was embargoed until 22 July 2099." in told
    assert "until 2020-01-01, in place of until 2099-07-22" in read_log(place.store)[-1].what
