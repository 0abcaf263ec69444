"""Which years a register is imported as whole for: none by itself, none without a case, none that goes on."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.imports.drafts.importing import Asked, Done, import_files
from dashboard.imports.drafts.read_draft import read_draft
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.store.draft import DEMONSTRATION, has_draft
from dashboard.reference.load import Reference

HEAD = "Reference,Authority,Received,Decided,Category,Outcome\n"


def register(folder: Path, *references: str) -> Path:
    path = folder / "register.csv"
    rows = (f"{one},Adur,2023-05-01,2023-09-01,Housing,Upheld\n" for one in references or ("23 000 001",))
    path.write_text(HEAD + "".join(rows), "utf-8")
    return path


def bring(folder: Path, reference: Reference, *years: str, path: Path | None = None, **more: object) -> Done:
    asked = Asked("draft", (path or register(folder),), years, **more)  # type: ignore[arg-type]
    return import_files(folder / "store", asked, reference, today=date(2025, 4, 1))


def test_it_is_whole_for_no_year_unless_one_is_said(tmp_path: Path, reference: Reference) -> None:
    assert bring(tmp_path, reference).added[0].years == ()
    read = read_draft(tmp_path / "store", "draft", reference)
    assert (read.years, read.whole) == ((), ())


def test_it_is_whole_for_the_years_that_are_said(tmp_path: Path, reference: Reference) -> None:
    bring(tmp_path, reference, "2023-24")
    read = read_draft(tmp_path / "store", "draft", reference)
    assert (read.years, read.whole) == (("2023-24",), ("2023-24",))


def test_a_year_without_a_case_is_refused_with_those_that_have_some(
    tmp_path: Path, reference: Reference
) -> None:
    with pytest.raises(ImportRefusedError) as told:
        bring(tmp_path, reference, "2022-23", "2023-24")
    assert "No case was decided in 2022-23. Cases were decided: 1 in 2023-24." in str(told.value)
    assert "--expect-cases 0" in str(told.value)
    assert not has_draft(tmp_path / "store", "draft")


def test_where_none_was_decided_it_is_said_and_kept(tmp_path: Path, reference: Reference) -> None:
    bring(tmp_path, reference, "2022-23", expect_cases=0)
    assert read_draft(tmp_path / "store", "draft", reference).expect_cases == 0
    with pytest.raises(ImportRefusedError, match="7 cases are expected to be decided in 2023-24, and 1 are"):
        bring(tmp_path, reference, "2023-24", expect_cases=7)


@pytest.mark.parametrize(("year", "ended"), [("2024-25", True), ("2025-26", False), ("2030-31", False)])
def test_a_real_year_has_ended(tmp_path: Path, reference: Reference, year: str, ended: bool) -> None:
    path = tmp_path / "decided.csv"
    path.write_text("Authority,Upheld,Not upheld\nAdur,6,3\n", "utf-8")
    if ended:
        assert bring(tmp_path, reference, year, path=path).added[0].year == year
    else:
        with pytest.raises(ImportRefusedError, match=f"{year} has not ended: its figures cannot be whole"):
            bring(tmp_path, reference, year, path=path)


def test_a_demonstration_may_hold_one_that_has_not(tmp_path: Path, reference: Reference) -> None:
    path = register(tmp_path, "SIM 23 000 001")
    path.write_text(path.read_text("utf-8").replace("2023-", "2025-"), "utf-8")
    done = bring(tmp_path, reference, "2025-26", path=path, kind=DEMONSTRATION)
    assert done.added[0].years == ("2025-26",)
