"""Accepting: one warning, or those named and counted; kept beside what others accept; taken back in sight."""

from pathlib import Path

import pytest

from dashboard.checks.acceptances import Acceptance, read_acceptances
from dashboard.checks.accepting import NotAcceptedError, Wanted, accept, take_back
from dashboard.checks.finding import Finding, Severity
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.store.draft import Draft, draft_directory
from dashboard.imports.store.log import read_log
from tests.support.stores import WHY, put_draft

NAME = "spring"


def warning(slug: str, sentence: str = "It is high.", check: str = "type", year: str = "2023-24") -> Finding:
    return Finding(check, Severity.WARNING, sentence, slug, year, "upheld")


ONE, TWO, EARLIER = warning("u01"), warning("u02"), warning("u02", year="2022-23")
OTHER = warning("u01", check="last-year")
ALL = (ONE, TWO, EARLIER, OTHER)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    put_draft(tmp_path, Draft(NAME))
    return tmp_path


def kept(store: Path) -> list[Acceptance]:
    return list(read_acceptances(draft_directory(store, NAME)))


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        (Wanted("last-year"), [OTHER]),
        (Wanted("sums"), []),
        (Wanted("type", frozenset({"u01"})), [ONE]),
        (Wanted("type", frozenset({"u02"})), [TWO, EARLIER]),
        (Wanted("type", frozenset({"u01", "u02"}), "2023-24"), [ONE, TWO]),
        (Wanted("type", year="2022-23"), [EARLIER]),
        (Wanted("type", expect=3), [ONE, TWO, EARLIER]),
        (Wanted("type", year="2023-24", expect=2), [ONE, TWO]),
        (Wanted("type", quantity="investigated", expect=0), []),
    ],
)
def test_what_is_meant(wanted: Wanted, meant: list[Finding]) -> None:
    assert list(wanted.of(ALL)) == meant


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (Wanted("type"), "3 of type are meant by this. Name the councils with --council, or say that all"),
        (Wanted("type"), "--all-of type --expect 3"),
        (Wanted("type", year="2023-24"), "2 of type are meant"),
        (Wanted("type", expect=2), "There are 3 of type, not 2."),
        (Wanted("type", frozenset({"u02"}), expect=1), "There are 2 of type, not 1."),
        (Wanted("sums", expect=1), "There are 0 of sums, not 1."),
    ],
)
def test_what_was_not_counted_is_not_accepted(wanted: Wanted, sentence: str) -> None:
    with pytest.raises(NotAcceptedError) as refused:
        wanted.of(ALL)
    assert sentence in str(refused.value)


def test_every_warning_accepted_is_a_line_beside_those_there_are(store: Path) -> None:
    accept(store, NAME, [ONE], WHY)
    accept(store, NAME, [ONE, TWO], WHY)
    assert [acceptance.key for acceptance in kept(store)] == [ONE.key, TWO.key]
    assert {(a.reason, a.accepted_by, a.accepted_on) for a in kept(store)} == {
        (WHY.reason, WHY.by, WHY.on),
    }


def test_what_is_taken_back_is_gone_and_stays_in_the_log(store: Path) -> None:
    accept(store, NAME, ALL, WHY)
    gone = take_back(store, NAME, Wanted("type", frozenset({"u02"})).of, WHY)
    assert [acceptance.key for acceptance in gone] == [TWO.key, EARLIER.key]
    assert [acceptance.key for acceptance in kept(store)] == [ONE.key, OTHER.key]
    assert [(line.act, line.what) for line in read_log(store)][-1] == (
        "accept --remove",
        "It is high. (accepted by A. Person on 2026-05-03: Looked up.)",
    )


def test_taking_back_is_as_careful_as_accepting(store: Path) -> None:
    accept(store, NAME, ALL, WHY)
    with pytest.raises(NotAcceptedError, match="3 of type are meant"):
        take_back(store, NAME, Wanted("type").of, WHY)
    with pytest.raises(NotAcceptedError, match="No acceptance of spring is meant by this"):
        take_back(store, NAME, Wanted("sums").of, WHY)
    assert len(kept(store)) == 4


def test_nothing_is_written_beside_a_draft_that_is_not_there(store: Path) -> None:
    with pytest.raises(ImportRefusedError, match="no draft of this name"):
        accept(store, "autumn", [ONE], WHY)
    assert not draft_directory(store, "autumn").exists()
