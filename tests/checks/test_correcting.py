"""Correcting: one more line, or one less, in a change of the store that leaves its trace."""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.build.data import DATA
from dashboard.checks.correcting import NotCorrectedError, correct, take_back
from dashboard.checks.corrections import Correction, read_corrections
from dashboard.imports.drafts.importing import Asked, import_files
from dashboard.imports.store import files
from dashboard.imports.store.draft import draft_directory, load_draft
from dashboard.imports.store.log import read_log
from dashboard.reference.load import Reference, load_reference
from tests.support.stores import WHY, put_draft

NAME, LEEDS = "spring", "leeds-city-council"
DECIDED = "Authority,Upheld,Not Upheld,Total decided\nLeeds City Council,12,2,14\n"


@pytest.fixture(scope="module")
def england() -> Reference:
    return load_reference(DATA)


@pytest.fixture
def store(tmp_path: Path, england: Reference) -> Path:
    table = tmp_path / "decided.csv"
    table.write_text(DECIDED, "utf-8")
    import_files(tmp_path / "store", Asked(NAME, (table,), ("2023-24",)), england)
    return tmp_path / "store"


def correction(
    was: str = "12", became: str | None = "13", quantity: str = "upheld", **expect: str
) -> Correction:
    return Correction(
        LEEDS,
        "2023-24",
        quantity,
        Decimal(was),
        None if became is None else Decimal(became),
        "A late decision.",
        "A. Person",
        date(2026, 5, 3),
        {name: Decimal(number) for name, number in expect.items()},
    )


def kept(store: Path, england: Reference) -> list[Correction]:
    return [replace(c, line=0) for c in read_corrections(draft_directory(store, NAME), england)]


def test_what_is_written_is_read_back(store: Path, england: Reference) -> None:
    one, two = correction(dealt_with="14"), correction("2", None, "decided:not_upheld")
    correct(store, NAME, one, england, WHY)
    correct(store, NAME, two, england, WHY)
    assert kept(store, england) == [one, two]
    with pytest.raises(NotCorrectedError, match="corrects this figure already"):
        correct(store, NAME, one, england, WHY)


def test_one_that_does_not_fit_the_source_is_not_written(store: Path, england: Reference) -> None:
    with pytest.raises(NotCorrectedError, match=r"the correction is of 11, and the source says 12\. Nothing"):
        correct(store, NAME, correction("11"), england, WHY)
    assert kept(store, england) == []
    assert [line.act for line in read_log(store)] == ["import"]


def test_one_that_is_taken_back_stays_in_the_log(store: Path, england: Reference) -> None:
    correct(store, NAME, correction(), england, WHY)
    gone = take_back(store, NAME, (LEEDS, "2023-24", "upheld"), england, WHY)
    assert (gone.became, kept(store, england)) == (13, [])
    assert [(line.act, line.draft, line.what) for line in read_log(store)][1:] == [
        ("correct", NAME, "leeds-city-council 2023-24 upheld: from 12 to 13"),
        (
            "correct --remove",
            NAME,
            "leeds-city-council 2023-24 upheld: from 12 to 13 "
            "(decided by A. Person on 2026-05-03: A late decision.)",
        ),
    ]
    with pytest.raises(NotCorrectedError, match="does not correct leeds-city-council 2023-24 upheld"):
        take_back(store, NAME, (LEEDS, "2023-24", "upheld"), england, WHY)


@pytest.mark.parametrize("gone", [True, False])
def test_inputs_that_change_meanwhile_are_looked_at_again(
    store: Path, england: Reference, monkeypatch: pytest.MonkeyPatch, gone: bool
) -> None:
    """The source was read, and is another once the store can be changed: what it says then counts."""
    changing_store = files.changing_store

    def changed_just_before(folder: Path):
        monkeypatch.undo()
        draft = load_draft(folder, NAME)
        inputs = () if gone else (replace(draft.inputs[0], imported_at="2026-05-03T09:00:00Z"),)
        put_draft(folder, replace(draft, inputs=inputs))
        return changing_store(folder)

    monkeypatch.setattr("dashboard.checks.correcting.changing_store", changed_just_before)
    if gone:
        with pytest.raises(NotCorrectedError, match="of 12, and the source says nothing"):
            correct(store, NAME, correction(), england, WHY)
    else:
        correct(store, NAME, correction(), england, WHY)
    assert kept(store, england) == ([] if gone else [correction()])


def test_a_line_that_somebody_wrote_by_hand_is_kept(store: Path, england: Reference) -> None:
    file = draft_directory(store, NAME) / "corrections.csv"
    correct(store, NAME, correction(), england, WHY)
    with file.open(newline="", encoding="utf-8") as read:
        head, line = csv.reader(read)
    file.write_text("\n".join([",".join(head), ",".join(["Leeds City Council", *line[1:]]), ""]), "utf-8")
    correct(store, NAME, correction("2", "1", "decided:not_upheld"), england, WHY)
    assert [c.quantity for c in kept(store, england)] == ["upheld", "decided:not_upheld"]
