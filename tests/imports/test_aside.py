"""What is refused can be decided without editing the file: who decided, and why, is kept in the draft."""

import argparse
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from dashboard.cli import CommandError
from dashboard.cli import import_files as command
from dashboard.imports.drafts.importing import Asked, import_files
from dashboard.imports.drafts.read_draft import read_draft
from dashboard.imports.imported import Imported
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.store.aside import Aside
from dashboard.imports.store.draft import load_draft
from dashboard.reference.load import Reference

YEAR = "2023-24"
ADUR, ARUN = "adur-district-council", "arun-district-council"
WHO = {"by": "Data manager", "reason": "Agreed with the publisher"}
ROWS = [
    ["Forecast, unlike table 4"],
    ["Authority", "Upheld", "Quartile", "Not upheld"],
    ["Adur District Council", "6", "1", "3"],
    ["Arun District Council", "*", "2", "4"],
    ["of these reported in public", "2", "", ""],
]
ENOUGH = Aside(columns=("Quartile",), rows=(1, 5), not_held=("*",), **WHO)


def written(folder: Path, rows: list[list[str]] = ROWS) -> Path:
    path = folder / "decided.csv"
    path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in rows), "utf-8")
    return path


def bring(folder: Path, path: Path, reference: Reference, aside: Aside) -> Imported:
    import_files(folder / "store", Asked("draft", (path,), (YEAR,), aside=aside), reference)
    return read_draft(folder / "store", "draft", reference)


def counts(read: Imported) -> dict[tuple[str, str], Decimal]:
    return {(value.slug, value.quantity): value.value for value in read.values}


def test_rows_columns_and_placeholders_are_left_out_and_the_decision_is_kept(
    tmp_path: Path, reference: Reference
) -> None:
    read = bring(tmp_path, written(tmp_path), reference, ENOUGH)
    assert counts(read) == {
        (ADUR, "upheld"): 6,
        (ADUR, "decided:not_upheld"): 3,
        (ARUN, "decided:not_upheld"): 4,
    }
    (kept,) = load_draft(tmp_path / "store", "draft").inputs
    assert kept.aside == ENOUGH
    assert read.aside == (
        "decided.csv: column “Quartile”, row 1, row 5 set aside; “*” read as not held: Agreed with the "
        "publisher (Data manager)",
    )
    assert [(one.text, one.why) for one in read.left_out if one.why != "blank"] == [
        ("Quartile", "set aside"),
        ("Forecast, unlike table 4", "set aside"),
        ("of these reported in public 2", "set aside"),
        ("“*” in 1 cell", "not held"),
    ]


@pytest.mark.parametrize(
    ("aside", "sentence"),
    [
        (Aside(columns=("Quartile",), rows=(1, 5), **WHO), "“*” is not a count."),
        (Aside(columns=("Quartile",), rows=(5,), not_held=("*",), **WHO), "“Forecast, unlike table 4” says"),
        (Aside(rows=(1, 5), not_held=("*",), **WHO), "The heading “Quartile” is not known"),
        (Aside(columns=("Quartile",), rows=(1,), not_held=("*",), **WHO), "row 5"),
        (Aside(columns=("Quintile",), **WHO), "No column is called “Quintile”."),
        (Aside(rows=(99,), **WHO), "row 99: There is no such row."),
        (Aside(sheet="Data", **WHO), "There is no sheet “Data”. The file has no sheets"),
    ],
)
def test_each_is_needed_and_none_that_is_not_there_is_passed_over(
    tmp_path: Path, reference: Reference, aside: Aside, sentence: str
) -> None:
    with pytest.raises(ImportRefusedError) as told:
        bring(tmp_path, written(tmp_path), reference, aside)
    assert sentence in str(told.value)


def test_a_column_without_a_heading_is_left_out_by_its_letters(tmp_path: Path, reference: Reference) -> None:
    rows = [["Authority", "Upheld", "", "Not upheld"], ["Adur District Council", "6", "17", "3"]]
    read = bring(tmp_path, written(tmp_path, rows), reference, Aside(columns=("C",), **WHO))
    assert counts(read) == {(ADUR, "upheld"): 6, (ADUR, "decided:not_upheld"): 3}


@pytest.mark.parametrize(("sheet", "upheld"), [("New", 6), ("Old", 5)])
def test_one_of_two_sheets_is_chosen_the_hidden_one_too(
    tmp_path: Path, reference: Reference, sheet: str, upheld: int
) -> None:
    book = openpyxl.Workbook()
    book.active.title = "New"
    for name, number in (("New", 6), ("Old", 5)):
        own = book[name] if name in book.sheetnames else book.create_sheet(name)
        own.append(["Authority", "Upheld", "Not upheld"])
        own.append(["Adur District Council", number, 3])
    book["Old"].sheet_state = "hidden"
    book.save(tmp_path / "decided.xlsx")
    read = bring(tmp_path, tmp_path / "decided.xlsx", reference, Aside(sheet=sheet, **WHO))
    assert counts(read)[ADUR, "upheld"] == upheld


def test_a_register_is_decided_about_in_the_same_way(tmp_path: Path, reference: Reference) -> None:
    path = tmp_path / "register.csv"
    path.write_text(
        "Reference,Authority,Received,Decided,Category,Outcome,Satisfactory remedy,Kind\n"
        "23 000 001,Adur District Council,2023-05-01,2023-09-01,Housing,Upheld,[c],Whatever\n"
        "23 000 00X,Adur District Council,2023-05-01,2023-09-01,Housing,Upheld,no,Whatever\n",
        "utf-8",
    )
    aside = Aside(columns=("Kind",), rows=(3,), not_held=("[c]",), **WHO)
    read = bring(tmp_path, path, reference, aside)
    assert read.register is not None
    assert read.register.cases["reference"].tolist() == ["23 000 001"]
    needed = Aside(columns=("Outcome",), **WHO)
    with pytest.raises(ImportRefusedError, match="A register needs this column"):
        bring(tmp_path, path, reference, needed)
    another_files = Aside(columns=("Kind",), rows=(3, 99), not_held=("[c]",), **WHO)
    with pytest.raises(ImportRefusedError, match=r"register\.csv, row 99: There is no such row\."):
        bring(tmp_path, path, reference, another_files)


def test_who_decided_and_why_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_STORE", str(tmp_path / "store"))
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    asked = ["--name", "draft", "--year", YEAR, "--ignore-row", "5", str(written(tmp_path))]
    with pytest.raises(CommandError, match="needs --by and --reason"):
        command.run(parser.parse_args(asked))
