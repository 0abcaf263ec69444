"""Withdrawing a decision: its text out of every release to the last byte, its line and its count kept."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.build import release as release_module
from dashboard.build import withdraw as module
from dashboard.build.content import ContentError
from dashboard.build.withdraw import WithdrawError, withdraw
from dashboard.domain.case_filter import CaseFilter
from dashboard.releases.changing import Changing
from dashboard.releases.verify import verify
from dashboard.releases.withdrawn import LEDGER, LedgerError, read_ledger
from dashboard.repository.case_records import Withdrawal
from dashboard.repository.cases_interface import Cases
from dashboard.repository.manifest import DATABASE, read_manifest
from dashboard.repository.sqlite import SqliteRepository
from tests.support.tiny_cases import HIDDEN, HOMELESS, IMPROVEMENTS, TEXTS, WITHDRAWN, content_with_cases
from tests.support.tiny_listed import LISTED, with_list
from tests.support.tiny_release import build_tiny

TODAY = date(2024, 10, 1)
WHY = "It could tell who complained."
ONLY_IN_THE_TEXT = (b"damp and mould", b"fishergate", b"homelessness application", b"decision letters")


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    for name in ("demo", "demo-2024"):
        build_tiny(tmp_path, content_with_cases(name))
    build_tiny(tmp_path)  # held-figures: without cases
    return tmp_path


def cases_of(releases: Path, name: str = "demo") -> Cases:
    cases = SqliteRepository(releases / name).cases()
    assert cases is not None
    return cases


@pytest.mark.parametrize("spelling", [HOMELESS, "sim-23-000-001", "SIM23000001", " sim 23 000 001 "])
def test_the_text_is_nowhere_in_any_release(releases: Path, spelling: str) -> None:
    held = (releases / "demo" / DATABASE).read_bytes().lower()
    assert all(text in held for text in ONLY_IN_THE_TEXT)
    done = withdraw(releases, spelling, WHY, "Data officer", TODAY)
    assert (done.entry.reference, done.releases, done.problems) == (HOMELESS, ("demo", "demo-2024"), ())
    files = [path for path in releases.rglob("*") if path.is_file()]
    for text in ONLY_IN_THE_TEXT:
        assert [path for path in files if text in path.read_bytes().lower()] == []


def test_a_long_text_is_not_left_in_pages_no_longer_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts of many pages, whose pages the database gives back: no byte of them may stay in the file.

    SQLite leaves what is deleted where it was unless it is told or built (as Debian's is) not to.
    """
    connect = sqlite3.connect

    def as_sqlite_is_by_default(*told: Any, **more: Any) -> sqlite3.Connection:
        connection = connect(*told, **more)
        connection.execute("PRAGMA secure_delete = OFF")
        return connection

    monkeypatch.setattr(sqlite3, "connect", as_sqlite_is_by_default)
    long = tuple(
        " ".join(f"{name}{number}begins then follows what {name} told" for number in range(900))
        for name in ("summary", "response")
    )
    told = replace(TEXTS[0], summary=f"Simulated: {long[0]}", response=f"Simulated: {long[1]}")
    improvement = replace(IMPROVEMENTS[0], text=f"Simulated: Train officers. {'Zealously again. ' * 900}")
    build_tiny(
        tmp_path,
        content_with_cases(decisions=(told, *TEXTS[1:]), improvements=(improvement, *IMPROVEMENTS[1:])),
    )
    words = [f"{name}{number}begins".encode() for name in ("summary", "response") for number in range(900)]
    words.append(b"zealously")
    whole = (tmp_path / "demo" / DATABASE).read_bytes().lower()
    assert sum(word in whole for word in words) > 0.95 * len(words)  # all but those cut by a page's end
    withdraw(tmp_path, HOMELESS, WHY, "", TODAY)
    left = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()).lower()
    assert [word for word in words if word in left] == []


def test_a_line_stays_that_says_so_and_counts_stay(releases: Path) -> None:
    before = cases_of(releases).count(CaseFilter(decided="2023-24"))
    withdraw(releases, HOMELESS, WHY, "", TODAY)
    cases = cases_of(releases)
    after = cases.count(CaseFilter(decided="2023-24"))
    assert (after.counted, after.recommendations) == (before.counted, before.recommendations)
    assert (after.published, after.withdrawn) == (before.published - 1, before.withdrawn + 1)
    decision = cases.decision(HOMELESS)
    assert decision is not None
    assert decision.withdrawn is not None
    assert (decision.withdrawn.on, decision.withdrawn.reason) == (TODAY, WHY)
    assert (decision.subject, decision.summary, decision.fault) == ("", "", None)
    assert (decision.remedies, decision.improvements) == ((), ())
    assert HOMELESS in [row.reference for row in cases.every_decision(CaseFilter())]
    assert cases.decisions(CaseFilter(words="café")).total == 0


def test_each_release_is_whole_and_another(releases: Path) -> None:
    before = read_manifest(releases / "demo").id
    withdraw(releases, HOMELESS, WHY, "", TODAY)
    assert [verify(releases / name) for name in ("demo", "demo-2024", "held-figures")] == [[], [], []]
    assert read_manifest(releases / "demo").id != before


def test_every_later_build_is_without_it(releases: Path) -> None:
    withdraw(releases, HOMELESS, WHY, "", TODAY)
    build_tiny(releases, content_with_cases())
    decision = cases_of(releases).decision(HOMELESS)
    assert decision is not None
    assert decision.withdrawn is not None
    assert b"damp and mould" not in (releases / "demo" / DATABASE).read_bytes()


def test_the_ledger_names_what_was_withdrawn_and_no_text(releases: Path) -> None:
    withdraw(releases, HOMELESS, "  Asked for,\nby the family  ", "Data officer", TODAY)
    assert (releases / LEDGER).read_text("utf-8") == (
        "reference,withdrawn_on,reason,by\n"
        'SIM 23 000 001,2024-10-01,"Asked for, by the family",Data officer\n'
    )


def test_a_build_that_began_before_a_withdrawal_is_not_put_in_place(
    releases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It read the ledger first, and has the text: of a release that is new nobody else could take it out."""
    placed = release_module.switching

    def withdrawn_just_before(directory: Path) -> AbstractContextManager[Changing]:
        monkeypatch.undo()
        withdraw(directory, HOMELESS, WHY, "", TODAY)
        return placed(directory)

    monkeypatch.setattr(release_module, "switching", withdrawn_just_before)
    with pytest.raises(ContentError, match="withdrawn while this was built: build it again"):
        build_tiny(releases, content_with_cases("new"))
    assert not (releases / "new").exists()
    build_tiny(releases, content_with_cases("new"))
    files = [path for path in releases.rglob("*") if path.is_file()]
    assert [path for path in files if b"damp and mould" in path.read_bytes().lower()] == []


def test_interrupted_between_releases_it_is_finished_by_running_it_again(
    releases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_out: Callable[..., None] = module._take_out

    def only_the_first(release: Path, *rest: object) -> None:
        if release.name != "demo":
            raise KeyboardInterrupt
        take_out(release, *rest)

    monkeypatch.setattr(module, "_take_out", only_the_first)
    with pytest.raises(KeyboardInterrupt):
        withdraw(releases, HOMELESS, WHY, "", TODAY)
    monkeypatch.undo()
    (releases / ".building-demo~left").mkdir()
    (releases / ".building-demo~left" / DATABASE).write_bytes(b"damp and mould")
    done = withdraw(releases, HOMELESS, "Another reason", "", date(2024, 10, 2))
    assert done.releases == ("demo-2024",)
    assert (done.entry.on, done.entry.reason) == (TODAY, WHY)
    assert len(read_ledger(releases)) == 1
    assert not (releases / ".building-demo~left").exists()


@pytest.mark.parametrize(
    ("reference", "reason", "sentence"),
    [
        ("23 999 999", WHY, "has a published decision 23 999 999. Nothing was changed"),
        ("nonsense'; --", WHY, "has a published decision"),
        (HIDDEN, WHY, "has a published decision"),
        (WITHDRAWN, WHY, "is withdrawn already, since 1 September 2024: It could tell who complained"),
        (HOMELESS, "  ", "Say why with --reason"),
        (HOMELESS, "x" * 301, "301 characters"),
        (HOMELESS, "It named Mrs Example.", "The reason holds a person’s name, and readers are shown it"),
        (HOMELESS, "It was\x1bwrong.", r"The reason holds U\+001B \(escape\), and readers"),
    ],
)
def test_what_cannot_be_withdrawn_is_said_in_a_sentence(
    releases: Path, reference: str, reason: str, sentence: str
) -> None:
    with pytest.raises(WithdrawError, match=sentence):
        withdraw(releases, reference, reason, "", TODAY)
    assert not (releases / LEDGER).exists()


def test_a_broken_release_is_named_and_the_others_are_done(releases: Path) -> None:
    (releases / "demo-2024" / DATABASE).write_bytes(b"short")
    done = withdraw(releases, HOMELESS, WHY, "", TODAY)
    assert done.releases == ("demo",)
    assert [problem.split(":")[0] for problem in done.problems] == ["demo-2024 was not looked into"]


def test_a_static_file_with_the_text_stops_it(tmp_path: Path) -> None:
    text = "Simulated: Mrs B told of delay. The café at Kingfishergate had damp and mould. There was fault."
    build_tiny(tmp_path, content_with_cases(), {"data/export.txt": text.encode()})
    with pytest.raises(WithdrawError, match="holds the text"):
        withdraw(tmp_path, HOMELESS, WHY, "", TODAY)
    assert verify(tmp_path / "demo") == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "does not begin with the line"),
        ("reference;on\n", "does not begin with the line"),
        ("reference,withdrawn_on,reason,by\n23 000 001,yesterday,,\n", "line 2"),
        ("reference,withdrawn_on,reason,by\n23 000 001\n", "line 2"),
    ],
)
def test_an_unreadable_ledger_stops_a_build(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / LEDGER).write_text(text, "utf-8")
    with pytest.raises(LedgerError, match=sentence):
        build_tiny(tmp_path, content_with_cases())


def test_a_listed_decision_is_named_and_linked_no_more(tmp_path: Path) -> None:
    build_tiny(tmp_path, with_list())
    done = withdraw(tmp_path, "17-002-402B", WHY, "", TODAY)
    assert (done.entry.reference, done.releases) == ("17 002 402b", ("held-figures",))
    assert verify(tmp_path / "held-figures") == []
    listed = SqliteRepository(tmp_path / "held-figures").listed()
    assert listed is not None
    told = listed.decision("17 002 402b")
    assert told is not None
    assert told.withdrawn == Withdrawal(TODAY, WHY)
    assert listed.decisions(CaseFilter(words="fostering")).total == 0
    assert listed.decisions(CaseFilter(words="carers")).total == 0
    assert listed.scope().total == len(LISTED)
    with pytest.raises(WithdrawError, match="is withdrawn already"):
        withdraw(tmp_path, "17 002 402b", WHY, "", TODAY)


def test_no_later_build_links_to_a_listed_decision_withdrawn(tmp_path: Path) -> None:
    build_tiny(tmp_path, with_list())
    withdraw(tmp_path, "17 002 402b", WHY, "", TODAY)
    build_tiny(tmp_path, with_list(name="later"))
    listed = SqliteRepository(tmp_path / "later").listed()
    assert listed is not None
    told = listed.decision("17 002 402b")
    assert told is not None
    assert told.withdrawn == Withdrawal(TODAY, WHY)
