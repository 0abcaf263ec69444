"""What only a workbook's parts tell: struck cells, formulas and errors, wherever the unpacking cuts them."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from dashboard.imports.tables import archive, marked_texts
from dashboard.imports.tables.archive import look_into
from dashboard.imports.tables.workbook import read_sheets
from tests.imports.torture.xlsx import Fault, Raised, Sheet, Worked, xlsx_bytes

PART = "xl/worksheets/sheet1.xml"


def test_a_cell_that_is_struck_through_holds_no_number(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Upheld", 6, 7])
    book.active["B1"].font = Font(strike=True)
    book.save(tmp_path / "table.xlsx")
    (sheet,) = read_sheets(tmp_path / "table.xlsx", look_into(tmp_path / "table.xlsx"))
    heading, struck, plain = sheet.rows[0]
    assert (heading.odd, struck.odd, plain.odd) == ("", "struck through, all of it or some", "")


@pytest.mark.parametrize("chunk", [37, 64, 500, 1 << 20])
def test_formulas_and_errors_are_found_wherever_the_text_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(archive, "_CHUNK", chunk)
    monkeypatch.setattr(archive, "_LONGEST_CELL", 120)
    rows = [
        ["text", 1, Worked("B1+1", 2), Worked("B1+2"), Fault("#REF!"), Worked("1/0", Fault("#DIV/0!"))]
        for _ in range(30)
    ]
    path = tmp_path / "table.xlsx"
    path.write_bytes(xlsx_bytes([Sheet("Data", rows)]))
    found = look_into(path).part(PART)
    every = list(range(1, 31))
    assert {
        column: [cell.row for cell in cells.first] for column, cells in found.formulas.items()
    } == dict.fromkeys("CDF", every)
    assert {column: cells.number for column, cells in found.never_worked_out.items()} == {"D": 30}
    errors = {column: {cell.error for cell in cells.first} for column, cells in found.errors.items()}
    assert errors == {"E": {"#REF!"}, "F": {"#DIV/0!"}}


def test_of_many_cells_the_first_are_kept_of_each_column_and_all_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_CELLS", 3)
    path = tmp_path / "table.xlsx"
    path.write_bytes(xlsx_bytes([Sheet("Data", [[Fault("#N/A"), 1, Fault("#REF!")] for _ in range(9)])]))
    errors = look_into(path).part(PART).errors
    assert {c: (len(cells.first), cells.number) for c, cells in errors.items()} == {"A": (3, 9), "C": (3, 9)}


@pytest.mark.parametrize("chunk", [90, 1 << 20])
def test_letters_raised_or_struck_are_found_in_shared_texts_in_cells_and_in_styles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(marked_texts, "_CHUNK", chunk)
    raised = (("£250", ""), ("1", "superscript"))
    rows = [
        ["plain", "more", Raised(raised), "more still"],
        [
            Raised(raised, inline=True),
            6,
            Raised((("£9", "struck"), ("£8", ""))),
            Raised((("a", ""), ("b", ""))),
        ],
        ["last", Raised((("H", ""), ("2", "subscript")))],
    ]
    path = tmp_path / "table.xlsx"
    path.write_bytes(xlsx_bytes([Sheet("Data", rows)]))
    marked = look_into(path).part(PART).marked
    assert {column: [cell.row for cell in cells.first] for column, cells in marked.items()} == {
        "A": [2],
        "B": [3],
        "C": [1, 2],
    }
    book = openpyxl.Workbook()
    book.active.append(["Upheld", 6, 7])
    book.active["B1"].font = Font(strike=True)
    book.active["C1"].font = Font(strike=False, bold=True)
    book.active["D1"].font = Font(strike=True)  # struck, and nothing in it
    book.save(tmp_path / "struck.xlsx")
    assert list(look_into(tmp_path / "struck.xlsx").part(PART).marked) == ["B"]
