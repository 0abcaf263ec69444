"""How the register gets into a release: numbered by day, whole, and nothing told that is not to be."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.build.content import ContentError, DecisionText, ImprovementRow, RemedyRow
from dashboard.repository.manifest import DATABASE, read_manifest
from tests.support.tiny_cases import (
    CASES,
    HIDDEN,
    HOMELESS,
    IMPROVEMENTS,
    REMEDIES,
    TEXTS,
    content_with_cases,
)
from tests.support.tiny_release import build_tiny

SECRET = DecisionText(HIDDEN, "Simulated: Secret", "Simulated: Nobody may read this.", None, "")


def test_cases_are_numbered_by_the_day_of_their_decision_then_by_reference(tmp_path: Path) -> None:
    release = build_tiny(tmp_path, content_with_cases())
    with closing(sqlite3.connect(release / DATABASE)) as connection:
        order = [row[0][-3:] for row in connection.execute("SELECT reference FROM register_case ORDER BY id")]
    assert order == ["006", "007", "005", "004", "001", "002", "010", "003", "009", "008"]


def test_the_manifest_counts_the_tables_and_not_the_index(tmp_path: Path) -> None:
    rows = read_manifest(build_tiny(tmp_path, content_with_cases())).rows
    assert rows["decision"] == {"all": 6}
    assert rows["register_case"] == {"2023-24": 10}
    assert not [table for table in rows if table.startswith("decision_words")]


def test_the_same_content_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    built = [build_tiny(tmp_path / name, content_with_cases()) for name in ("one", "two")]
    assert (built[0] / DATABASE).read_bytes() == (built[1] / DATABASE).read_bytes()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"decisions": (*TEXTS, SECRET)}, f"text of case {HIDDEN}, which is not to be published"),
        ({"decisions": TEXTS[1:]}, f"Case {HOMELESS} is published, and there is no text of it"),
        (
            {"decisions": (*TEXTS, replace(SECRET, reference="SIM 99 000 001"))},
            "a text of “SIM 99 000 001”, which is no case",
        ),
        (
            {"remedies": (*REMEDIES, RemedyRow(HIDDEN, 1, "apology", "Secret", None))},
            f"a remedy of “{HIDDEN}”, which is no case it can be of",
        ),
        (
            {"improvements": (*IMPROVEMENTS, ImprovementRow(HIDDEN, 1, "training", "Secret", None, None))},
            f"an improvement of “{HIDDEN}”",
        ),
        (
            {"cases": (replace(CASES[0], kind=None), *CASES[1:])},
            f"Case {HOMELESS} is published but lacks",
        ),
        (
            {"cases": (replace(CASES[0], slug="atlantis"), *CASES[1:])},
            "cases of “atlantis”, which is no council",
        ),
        ({"cases": (*CASES, CASES[0])}, "UNIQUE"),
        ({"cases": (*CASES[:7], replace(CASES[7], outcome="upheld"))}, "no outcome, or the reverse"),
        ({"cases": (*CASES, replace(CASES[7], reference="23 000 099"))}, "not marked SIM"),
    ],
)
def test_what_contradicts_itself_is_refused_and_what_was_there_stays(
    tmp_path: Path, changes: dict[str, object], sentence: str
) -> None:
    before = read_manifest(build_tiny(tmp_path, content_with_cases())).id
    with pytest.raises(ContentError, match=sentence):
        build_tiny(tmp_path, content_with_cases(**changes))
    assert read_manifest(tmp_path / "demo").id == before


def test_no_text_of_a_case_not_published_is_in_any_file(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        build_tiny(tmp_path, content_with_cases(decisions=(*TEXTS, SECRET)))
    left = [
        path for path in tmp_path.rglob("*") if path.is_file() and b"Nobody may read" in path.read_bytes()
    ]
    assert left == []


def test_a_year_counts_to_its_last_day(tmp_path: Path) -> None:
    moved = replace(CASES[0], decided=date(2024, 3, 31))
    release = build_tiny(tmp_path, content_with_cases(cases=(moved, *CASES[1:])))
    with closing(sqlite3.connect(release / DATABASE)) as connection:
        (year,) = connection.execute(
            "SELECT f.year FROM register_case c JOIN decision_facet f ON f.id = c.facet WHERE reference = ?",
            (HOMELESS,),
        ).fetchone()
    assert year == "2023-24"


@pytest.mark.parametrize(
    "changes",
    [
        {"decisions": (replace(TEXTS[0], summary="Simulated: There\x1b was fault."), *TEXTS[1:])},
        {"decisions": (*TEXTS[:-1], replace(TEXTS[-1], response="\uffff"))},
        {"improvements": (replace(IMPROVEMENTS[0], text="Simulated: \u202eTrain"), *IMPROVEMENTS[1:])},
        {"remedies": (replace(REMEDIES[0], text="Simulated:\x00"), *REMEDIES[1:])},
    ],
)
def test_a_text_that_cannot_be_printed_stops_the_build(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(ContentError, match=r"a text of .* holds U\+.*, which cannot be printed"):
        build_tiny(tmp_path, content_with_cases(**changes))
