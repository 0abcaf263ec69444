"""What is built from a draft goes live, or is shown, only while the draft is what it was built from."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest

from dashboard.cli import CommandError, main
from dashboard.cli.stale import refuse_stale
from dashboard.imports.store.draft import draft_directory, load_draft
from dashboard.imports.store.embargo import set_embargo
from dashboard.releases import lock
from dashboard.releases.changing import Changing
from dashboard.releases.lock import LockedError
from dashboard.releases.publication_file import read_publications, switching
from dashboard.repository.manifest import read_manifest
from tests.support.office import MISSING, SERVICES, WHO, YEAR, Office, begun, of_its_own
from tests.support.stores import WHY

DRAFT = "spring"
PUBLISH = ("publish", DRAFT, "--by", "Head of data", "--reason", "The year")
ADULT_CARE = ("--council", "leeds-city-council", "--year", YEAR, "--measure", SERVICES[0])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office in which a draft has been built and nothing published."""
    folder = tmp_path_factory.mktemp("office")
    return begun(folder, DRAFT, ["build", DRAFT, *Office(folder).data])


@pytest.fixture
def place(built: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The same office, for a test of its own."""
    return of_its_own(built, tmp_path, monkeypatch)


def correct(place: Office) -> list[str]:
    return ["correct", DRAFT, *ADULT_CARE, "--from", "30", "--to", "31", *WHO, *place.data]


def put_a_letter(place: Office) -> None:
    letter = draft_directory(place.store, DRAFT) / "letters" / YEAR / "leeds-city-council.pdf"
    letter.parent.mkdir(parents=True)
    letter.write_bytes(b"%PDF-")


def change_the_data(place: Office) -> None:
    with (place.folder / "data" / "held" / "values.csv").open("a") as file:
        file.write("leeds-city-council,2014-15,investigated,5,reported,docsbay.net-d4e8a7f6\n")


CHANGES: list[tuple[str, Callable[[Office], object]]] = [
    ("one correction", lambda place: main(correct(place))),
    (
        "one acceptance",
        lambda place: main(
            ["accept", DRAFT, "councils", "--remove", "--council", MISSING[0], *WHO, *place.data]
        ),
    ),
    (
        "one accepted name",
        lambda place: main(["names", "accept", "Leedes", "leeds-city-council", *WHO, *place.data]),
    ),
    (
        "one accepted heading",
        lambda _: main(["headings", "accept", "Housed", "received:housing", "--table", "received", *WHO]),
    ),
    ("the embargo", lambda _: main(["embargo", DRAFT, "--until", "2020-01-01"])),
    (
        "one input",
        lambda place: main(
            ["import", "--name", DRAFT, "--year", "2024-25", place.table("x.csv", "2024-25"), *place.data]
        ),
    ),
    (
        "one input",
        lambda place: main(
            [*place.begin(DRAFT)[0][:-3], "--replace", place.table("y.csv", leeds=9), *place.data]
        ),
    ),
    ("one input", lambda _: main(["drop", DRAFT, "received.csv", *WHO])),
    ("its settings", lambda place: main([*place.begin(DRAFT)[0], "--with-held"])),
    ("one official letter", put_a_letter),
    ("the committed data", change_the_data),
]


@pytest.mark.parametrize(("told", "change"), CHANGES, ids=[told for told, _ in CHANGES])
def test_a_draft_that_changed_since_is_neither_published_nor_shown(
    place: Office, capsys: pytest.CaptureFixture[str], told: str, change: Callable[[Office], object]
) -> None:
    assert change(place) in (0, None)
    capsys.readouterr()
    assert main([*PUBLISH, *place.data]) == 1
    assert capsys.readouterr().err == (
        f"Draft “{DRAFT}” has changed since release “{DRAFT}” was built: {told}. Build it again: "
        f"python -m dashboard build {DRAFT}. What was live still is.\n"
    )
    assert read_publications(place.releases).live is None
    with pytest.raises(CommandError, match=rf"was built: {told}\. Build it again"):
        refuse_stale(place.releases / DRAFT, place.folder / "data")
    assert main(["releases", *place.data]) == 0
    listed = capsys.readouterr().out
    assert "draft, changed since it was built" in listed
    assert f"Draft “{DRAFT}” has changed since it was built: {told}.\n" in listed


def test_an_embargo_set_after_the_build_is_kept(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["embargo", DRAFT, "--until", "2099-01-01"]) == 0
    assert main([*PUBLISH, *place.data]) == 1
    assert "is embargoed until 1 January 2099" in capsys.readouterr().err
    assert main([*PUBLISH, "--lift-embargo", *place.data]) == 1
    assert "was built: the embargo. Build it again" in capsys.readouterr().err


@pytest.mark.parametrize(
    "commands",
    [
        [],
        [["check", DRAFT]],
        [["import", "--name", DRAFT, "--year", YEAR, "received.csv"]],
        [[], ["correct", DRAFT, *ADULT_CARE, "--remove", *WHO]],
    ],
    ids=["nothing", "check", "the same file again", "what was done and taken back"],
)
def test_a_draft_that_is_what_it_was_is_published(
    place: Office, monkeypatch: pytest.MonkeyPatch, commands: list[list[str]]
) -> None:
    monkeypatch.chdir(place.folder)
    for command in commands:
        assert main([*command, *place.data] if command else correct(place)) == 0
    refuse_stale(place.releases / DRAFT, place.folder / "data")
    assert main([*PUBLISH, *place.data]) == 0
    assert read_publications(place.releases).live == DRAFT


def test_built_again_it_is_published(place: Office) -> None:
    before = read_manifest(place.releases / DRAFT).draft
    assert main(correct(place)) == 0
    assert main(["build", DRAFT, *place.data]) == 0
    after = read_manifest(place.releases / DRAFT).draft
    assert before is not None
    assert after is not None
    assert [part for part in after if after[part] != before[part]] == ["corrections"]
    assert main([*PUBLISH, *place.data]) == 0


def test_what_is_live_may_have_its_draft_changed(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PUBLISH, *place.data]) == 0
    assert main(correct(place)) == 0
    refuse_stale(place.releases / DRAFT, place.folder / "data")
    capsys.readouterr()
    assert main(["releases", *place.data]) == 0
    assert "changed since" not in capsys.readouterr().out
    assert main(["embargo", DRAFT, "--until", "2099-01-01"]) == 0
    assert "has been live already: this takes nothing back" in capsys.readouterr().out


def test_a_draft_cannot_be_changed_between_the_comparison_and_the_switch(
    place: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who would embargo it just then has to wait: no embargo is told as set that is not kept."""
    tried = []

    def embargo_just_then(directory: Path) -> AbstractContextManager[Changing]:
        with pytest.raises(LockedError, match=r"The store .* is being changed by"):
            set_embargo(place.store, DRAFT, date(2099, 1, 1), WHY)
        tried.append(directory)
        return switching(directory)

    monkeypatch.setattr(lock, "WAIT", 0.05)
    monkeypatch.setattr("dashboard.releases.publish.switching", embargo_just_then)
    assert main([*PUBLISH, *place.data]) == 0
    assert tried == [place.releases]
    assert load_draft(place.store, DRAFT).embargoed_until is None


def test_a_release_without_its_draft_is_published_only_when_that_is_said(
    place: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_STORE", str(place.folder / "elsewhere"))
    assert main([*PUBLISH, *place.data]) == 1
    assert "was built from a draft that is not in the store" in capsys.readouterr().err
    refuse_stale(place.releases / DRAFT, place.folder / "data")
    assert "nobody can tell whether it has changed since" in capsys.readouterr().err
    assert main([*PUBLISH, "--without-draft", *place.data]) == 0
    assert not (place.folder / "elsewhere").exists()


@pytest.mark.parametrize(
    "command",
    [
        ["letters", "--release", DRAFT, "--year", YEAR, "--out", "letters"],
        ["figures", "--release", DRAFT],
    ],
)
def test_nothing_is_taken_out_of_a_release_whose_draft_has_changed_since(
    place: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(place.folder)
    assert main(correct(place)) == 0
    capsys.readouterr()
    assert main([*command, *place.data]) in (1, 2)
    told = capsys.readouterr()
    assert "was built: one correction. Build it again" in told.err
    assert told.out == ""
    assert not (place.folder / "letters").exists()


def test_what_is_compared_with_a_stale_release_says_so(
    place: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(correct(place)) == 0
    capsys.readouterr()
    assert main(["diff", DRAFT, DRAFT, *place.data]) == 0
    assert "has changed since release “spring” was built: one correction." in capsys.readouterr().err
