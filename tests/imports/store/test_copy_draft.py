"""A copy of a draft: everything people put into it, under another name, whole or not at all."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.store.copy_draft import copy_draft
from dashboard.imports.store.draft import (
    Draft,
    DraftInput,
    draft_directory,
    draft_names,
    load_draft,
)
from tests.support.stores import WHY, put_draft

INPUT = DraftInput("0" * 64, "received.csv", "received", "2024-25", "2026-05-01T09:00:00Z", 10, 1)


@pytest.fixture
def first(store: Path) -> Path:
    """A draft with an embargo, corrections, an official letter and a report of its checks."""
    put_draft(store, Draft("2024-25", inputs=(INPUT,), with_held=True, embargoed_until=date(2026, 7, 22)))
    folder = draft_directory(store, "2024-25")
    (folder / "corrections.csv").write_text("council,year\n")
    (folder / "report.html").write_text("<p>What was found in the first")
    (folder / ".lock").touch()
    (folder / "letters" / "2024-25").mkdir(parents=True)
    (folder / "letters" / "2024-25" / "leeds-city-council.pdf").write_bytes(b"%PDF-")
    return folder


@pytest.mark.usefixtures("first")
def test_the_copy_has_what_people_put_in_and_nothing_that_was_worked_out(store: Path) -> None:
    made = copy_draft(store, "2024-25", "2024-25-2", WHY)
    assert made == Draft("2024-25-2", inputs=(INPUT,), with_held=True, embargoed_until=date(2026, 7, 22))
    assert load_draft(store, "2024-25-2") == made
    folder = draft_directory(store, "2024-25-2")
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert found == ["corrections.csv", "draft.json", "letters/2024-25/leeds-city-council.pdf"]


def test_the_first_stays_as_it_was(store: Path, first: Path) -> None:
    before = {path: path.read_bytes() for path in first.rglob("*") if path.is_file()}
    copy_draft(store, "2024-25", "2024-25-2", WHY)
    assert {path: path.read_bytes() for path in first.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("name", "new", "sentence"),
    [
        ("2024-25", "2024-25", "There is a draft of this name already"),
        ("2023-24", "2024-25-2", "There is no draft of this name"),
        ("2024-25", "../out", "made of small letters and digits"),
        ("2024-25", "demo", "belongs to a release that comes with the project"),
    ],
)
@pytest.mark.usefixtures("first")
def test_what_cannot_be_copied_is_said_and_leaves_nothing(
    store: Path, name: str, new: str, sentence: str
) -> None:
    with pytest.raises(ImportRefusedError, match=sentence):
        copy_draft(store, name, new, WHY)
    assert draft_names(store) == ("2024-25",)
