"""The case register: its columns by any name, in three formats, row by row."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.build.data import DATA
from dashboard.imports.drafts.importing import Asked, import_files
from dashboard.imports.drafts.read_draft import read_draft
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.register import file as register_file
from dashboard.imports.register.columns import load_register_words
from dashboard.imports.register.register import RegisterRead, read_registers, recognised
from dashboard.imports.store.aside import Aside
from dashboard.imports.store.draft import DEMONSTRATION
from dashboard.imports.tables.sheet import letters
from dashboard.imports.tables.table import Known
from dashboard.reference.held import load_held
from dashboard.reference.load import Reference
from dashboard.simulate.register import Register, simulate_register

PIECE = 5_000
LABELS = {
    "Case reference": "23 000 001",
    "Council": "Adur District Council",
    "Date received": "01/04/2023",
    "Decision date": "20-Dec-2023",
    "Service area": "Housing",
    "Decision": "Upheld",
    "Satisfactory remedy": "No",
    "Kind": "Statement",
    "Decision category": "Children’s care services",
    "Sub-category": "Child protection",
    "Publish": "Yes",
    "Subject": "A delay",
    "Summary": "There was fault.",
    "Fault": "Delay",
    "Response": "",
    "Remedies": "Apology: It will apologise.\nPayment: It will pay £1,250 for distress.",
    "Improvements": "• Training: It will train its staff.\n• It will check its letters.",
    "Compliance due": "2024-02-01",
    "Compliance met": "31 January 2024",
    "Compliance outcome": "Complied on time",
}
UNPUBLISHED = {
    "Case reference": "23-000-002",
    "Publish": "No",
    "Summary": "Nobody may read this.",
    "Compliance due": "",
    "Compliance met": "",
    "Compliance outcome": "",
}


def write(folder: Path, rows: list[dict[str, str]], suffix: str = "csv", name: str = "register") -> Path:
    path = folder / f"{name}.{suffix}"
    table = pd.DataFrame(rows)
    if suffix == "csv":
        table.to_csv(path, index=False)
    elif suffix == "xlsx":
        table.to_excel(path, index=False, sheet_name="Cases")
    else:
        table.to_parquet(path)
    return path


def read(path: Path, known: Known, *more: Path) -> RegisterRead:
    words = load_register_words(known.headings)
    return read_registers([recognised(one, words) for one in (path, *more)], known)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet"])
def test_a_case_in_the_words_of_staff(tmp_path: Path, known: Known, suffix: str) -> None:
    told = read(write(tmp_path, [LABELS, {**LABELS, **UNPUBLISHED}], suffix), known)
    case, other = told.register.cases.to_dict("records")
    assert case == {
        "reference": "23 000 001",
        "slug": "adur-district-council",
        "category": "housing",
        "received": pd.Timestamp(2023, 4, 1),
        "decided": pd.Timestamp(2023, 12, 20),
        "outcome": "upheld",
        "satisfactory_remedy": False,
        "kind": "statement",
        "decision_category": "childrens_care_services",
        "sub_category": "Child protection",
        "published": True,
    }
    assert (other["reference"], other["published"]) == ("23 000 002", False)
    (compliance,) = told.register.compliance.to_dict("records")
    assert compliance == {
        "reference": "23 000 001",
        "slug": "adur-district-council",
        "due": pd.Timestamp(2024, 2, 1),
        "met": pd.Timestamp(2024, 1, 31),
        "outcome": "complied_on_time",
    }
    assert (told.decided, told.simulated, told.rows) == ({"2023-24": 2}, False, (2,))


def test_texts_come_in_pieces_and_only_of_what_is_published(tmp_path: Path, known: Known) -> None:
    register = read(write(tmp_path, [LABELS, {**LABELS, **UNPUBLISHED}]), known).register
    assert register.texts.to_dict("records") == [
        {
            "reference": "23 000 001",
            "subject": "A delay",
            "summary": "There was fault.",
            "fault": "Delay",
            "response": "",
        }
    ]
    remedies = [tuple(row) for row in register.remedies.fillna(-1).itertuples(index=False)]
    assert remedies == [
        ("23 000 001", 1, "apology", "It will apologise.", -1),
        ("23 000 001", 2, "payment", "It will pay £1,250 for distress.", 1250),
    ]
    improvements = [
        (row.position, row.kind, row.text, row.due, row.met) for row in register.improvements.itertuples()
    ]
    days = (pd.Timestamp(2024, 2, 1), pd.Timestamp(2024, 1, 31))
    assert improvements == [
        (1, "training", "It will train its staff.", *days),
        (2, "other", "It will check its letters.", *days),
    ]


def test_days_of_a_workbook_and_numbers_as_texts(tmp_path: Path, known: Known) -> None:
    path = tmp_path / "register.xlsx"
    pd.DataFrame([{**LABELS, "Date received": date(2023, 4, 1), "Case reference": 23000001}]).to_excel(
        path, index=False
    )
    case = read(path, known).register.cases.iloc[0]
    assert (case["reference"], case["received"]) == ("23 000 001", pd.Timestamp(2023, 4, 1))


def test_a_register_may_stand_anywhere_in_its_sheet(tmp_path: Path, known: Known) -> None:
    path = tmp_path / "register.xlsx"
    table = pd.DataFrame([LABELS, {**LABELS, "Case reference": "wrong"}])
    table.to_excel(path, index=False, startrow=8, startcol=3)
    with pytest.raises(ImportRefusedError) as told:
        read(path, known)
    assert str(told.value) == (
        "register.xlsx, sheet “Sheet1”, row 11, column “Case reference”: “wrong” is no case reference "
        "such as 23 001 234."
    )


def test_a_preamble_and_blank_rows_are_passed_over(tmp_path: Path, known: Known) -> None:
    path = write(tmp_path, [LABELS])
    text = path.read_text("utf-8")
    path.write_text(f"Case list\n\n{text}\n,,,,\n", "utf-8")
    assert read(path, known).rows == (1,)


@pytest.mark.parametrize("blank", [True, False], ids=["columns left empty", "no columns"])
def test_several_outcomes_of_a_case_in_a_second_file(tmp_path: Path, known: Known, blank: bool) -> None:
    due = [
        {"Reference": "23 000 001", "Due": "2024-02-01", "Met": "", "Outcome": "Not complied"},
        {"Reference": "23 000 001", "Due": "2024-03-01", "Met": "2024-03-05", "Outcome": "Complied late"},
    ]
    change = {"Compliance due": "", "Compliance met": "", "Compliance outcome": ""} if blank else {}
    kept = {key: text for key, text in LABELS.items() if blank or not key.startswith("Compliance")}
    cases = write(tmp_path, [{**kept, **change}])
    register = read(cases, known, write(tmp_path, due, name="compliance")).register
    assert register.compliance["outcome"].tolist() == ["not_complied", "complied_late"]
    assert register.compliance["slug"].unique().tolist() == ["adur-district-council"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"Case reference": "x"},
            "row 2, column “Case reference”: “x” is no case reference such as 23 001 234.",
        ),
        ({"Case reference": ""}, "row 2, column “Case reference”: This is missing."),
        ({"Council": "Adurr"}, "row 2, column “Council”: “Adurr” is no name in the register. Is it Adur"),
        ({"Council": ""}, "row 2, column “Council”: The authority is missing."),
        ({"Date received": "04/13/2023"}, "row 2, column “Date received”: “04/13/2023” is no day."),
        ({"Date received": ""}, "row 2, column “Date received”: This is missing."),
        ({"Date received": "01/04/1823"}, "“01/04/1823” is a day in 1823, which cannot be."),
        (
            {"Decision date": "2023-03-31"},
            "row 2, column “Decision date”: It was decided before it was received.",
        ),
        ({"Decision": ""}, "row 2, column “Decision”: It is decided, and has no outcome."),
        ({"Decision": "Perhaps"}, "row 2, column “Decision”: “Perhaps” is not known here"),
        ({"Service area": "Space"}, "row 2, column “Service area”: “Space” is not known here"),
        (
            {"Decision": "Not upheld", "Satisfactory remedy": "Yes"},
            "Only an upheld case has a satisfactory remedy.",
        ),
        ({"Publish": "maybe"}, "row 2, column “Publish”: “maybe” is not known here"),
        ({"Summary": ""}, "row 2, column “Summary”: A decision that is published needs this."),
        ({"Kind": ""}, "row 2, column “Kind”: A decision that is published needs this."),
        ({"Compliance due": ""}, "row 2, column “Compliance due”: The day it fell due is missing."),
        (
            {"Compliance outcome": ""},
            "row 2, column “Compliance outcome”: What was found when it fell due is missing.",
        ),
        ({"Compliance outcome": "Not complied"}, "It was not complied with, and has a day it was met."),
    ],
)
def test_what_is_wrong_has_its_row_and_column(
    tmp_path: Path, known: Known, change: dict[str, str], sentence: str
) -> None:
    with pytest.raises(ImportRefusedError) as told:
        read(write(tmp_path, [{**LABELS, **change}]), known)
    assert sentence in str(told.value)


def test_a_reference_twice_is_told_with_both_rows(tmp_path: Path, known: Known) -> None:
    with pytest.raises(ImportRefusedError, match=r"row 3, .*: 23 000 001 stands in row 2 already"):
        read(write(tmp_path, [LABELS, LABELS]), known)


def test_simulated_and_real_cases_never_stand_together(tmp_path: Path, known: Known) -> None:
    with pytest.raises(ImportRefusedError, match="1 references do not begin with SIM, and 1 do"):
        read(write(tmp_path, [LABELS, {**LABELS, "Case reference": "SIM 23 000 002"}]), known)


def test_a_fault_of_many_rows_is_told_once_with_its_first_rows(tmp_path: Path, known: Known) -> None:
    rows = [{**LABELS, "Case reference": f"23 000 {n:03d}", "Decision": "Perhaps"} for n in range(100)]
    rows[3]["Decision"] = "Maybe"
    with pytest.raises(ImportRefusedError) as told:
        read(write(tmp_path, rows), known)
    (line,) = str(told.value).splitlines()  # that each has no outcome follows, and is not told besides
    assert line == (
        "register.csv, row 2, column “Decision”: “Perhaps” is not known here; docs/register.md lists what "
        "may stand. Likewise in 99 more rows: 3, 4, 6, 7, 8, 5 “Maybe” and 93 others."
    )


def test_bodies_off_the_map_are_left_out_and_counted(tmp_path: Path, known: Known) -> None:
    other = {**LABELS, **UNPUBLISHED, "Council": "Transport for London"}
    told = read(write(tmp_path, [LABELS, other]), known)
    assert len(told.register.cases) == 1
    assert [(one.text, one.why) for one in told.left_out] == [
        ("Transport for London (1 cases)", "off the map")
    ]


def test_an_outcome_of_no_case_is_told(tmp_path: Path, known: Known) -> None:
    due = [{"Reference": "23 000 009", "Due": "2024-02-01", "Met": "", "Outcome": "Not complied"}]
    with pytest.raises(ImportRefusedError, match=r"compliance.csv, row 2, .*There is no case 23 000 009"):
        read(write(tmp_path, [LABELS]), known, write(tmp_path, due, name="compliance"))


@pytest.fixture(scope="module")
def simulated(reference: Reference) -> Register:
    return simulate_register(reference, load_held(DATA))


@pytest.mark.data
@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_the_demonstrations_register_comes_back_whole(
    tmp_path: Path,
    reference: Reference,
    simulated: Register,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    """An eighth of it, in pieces smaller than it is; all of it in ``make slow``."""
    monkeypatch.setattr(register_file, "PIECE", PIECE)
    cases = simulated.cases.iloc[::8].reset_index(drop=True)
    compliance = simulated.compliance
    compliance = compliance[compliance["reference"].isin(cases["reference"])].reset_index(drop=True)
    wide = cases.assign(authority=cases["slug"].map(lambda slug: reference.councils[slug].name)).drop(
        columns="slug"
    )
    outcomes = compliance.rename(columns={"outcome": "compliance"}).drop(columns="slug")
    paths = []
    for name, table in (("cases", wide), ("outcomes", outcomes)):
        path = tmp_path / f"{name}.{suffix}"
        if suffix == "csv":
            table.to_csv(path, index=False, sep=";", encoding="utf-16")
        else:
            table.to_parquet(path)
        paths.append(path)
    years = tuple(f"{start}-{start - 1999}" for start in range(2018, 2025))
    import_files(tmp_path / "store", Asked("sim", tuple(paths), years, DEMONSTRATION), reference)
    told: list[str] = []
    read_back = read_draft(tmp_path / "store", "sim", reference, told.append)
    register = read_back.register
    assert register is not None
    columns = list(cases.columns)
    pd.testing.assert_frame_equal(register.cases[columns], cases, check_dtype=False)
    pd.testing.assert_frame_equal(
        register.compliance[list(compliance.columns)], compliance, check_dtype=False
    )
    assert read_back.years == read_back.whole == years
    assert sum(" rows" in line for line in told) >= np.ceil(len(cases) / PIECE) > 1
    with pytest.raises(ImportRefusedError, match="says that it is simulated"):
        import_files(tmp_path / "store", Asked("real", tuple(paths)), reference)


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("23 000 002,Adur,2023-05-01,2023-09-01,Housing", 5),
        ("23 000 002,Adur,2023-05-01,2023-09-01,A, B,C", 7),
    ],
)
def test_a_row_with_a_cell_too_few_or_too_many_is_told(
    tmp_path: Path, known: Known, line: str, cells: int
) -> None:
    head = "Reference,Authority,Received,Decided,Category,Outcome"
    path = tmp_path / "register.csv"
    path.write_text(f"{head}\n23 000 001,Adur,2023-05-01,2023-09-01,Housing,Upheld,\n{line}\n", "utf-8")
    said = f"register.csv, row 3: The row has {cells} cells, and the header has 6"
    with pytest.raises(ImportRefusedError, match=said):
        read(path, known)


def test_a_quotation_mark_that_swallows_cases_is_told_where_it_opens(tmp_path: Path, known: Known) -> None:
    head = "Reference,Authority,Received,Decided,Category,Outcome"
    case = "Adur,2023-05-01,2023-09-01,Housing,Upheld"
    rows = [head, f"23 000 001,{case}", f'"23 000 002,{case}', f"23 000 003,{case}", f'23 000 004",{case}']
    path = tmp_path / "register.csv"
    path.write_text("\n".join(rows), "utf-8")
    with pytest.raises(ImportRefusedError, match="row 3: A quotation mark opens in this row and swallows"):
        read(path, known)


def workbook(folder: Path, change: Callable[[Workbook, Worksheet], object]) -> Path:
    """Write two cases as a workbook, and change it."""
    path = write(folder, [LABELS, {**LABELS, **UNPUBLISHED}], "xlsx")
    book = load_workbook(path)
    change(book, book["Cases"])
    book.save(path)
    return path


@pytest.mark.parametrize("column", list(LABELS))
def test_a_cell_that_is_merged_with_another_cases_is_no_empty_one(
    tmp_path: Path, known: Known, column: str
) -> None:
    letter = letters(list(LABELS).index(column))
    path = workbook(tmp_path, lambda _, sheet: sheet.merge_cells(f"{letter}2:{letter}3"))
    with pytest.raises(ImportRefusedError) as told:
        read(path, known)
    assert str(told.value).startswith(
        f"register.xlsx, sheet “Cases”, row 2, column “{column}”: Merged cells stand among the cases:"
    )


def test_cells_merged_where_nothing_is_read_hide_nothing(tmp_path: Path, known: Known) -> None:
    beyond = letters(len(LABELS))
    path = workbook(tmp_path, lambda _, sheet: sheet.merge_cells(f"{beyond}2:{beyond}3"))
    assert len(read(path, known).register.cases) == 2


def test_a_register_on_a_hidden_sheet_is_read_only_where_a_person_names_the_sheet(
    tmp_path: Path, known: Known
) -> None:
    def hide(book: Workbook, sheet: Worksheet) -> None:
        book.create_sheet("Notes")
        book.active = 1
        sheet.sheet_state = "hidden"

    path = workbook(tmp_path, hide)
    with pytest.raises(ImportRefusedError, match="“Cases”, row 1: The sheet is hidden: it may not be meant"):
        read(path, known)
    words = load_register_words(known.headings)
    named = Aside(sheet="Cases", by="A. Clerk", reason="It is the one")
    assert len(read_registers([recognised(path, words, named)], known).register.cases) == 2
