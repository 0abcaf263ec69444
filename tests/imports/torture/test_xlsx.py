"""The workbooks of the torture set are what their cells say, to two programs that read workbooks."""

import io

import openpyxl
from openpyxl.cell.rich_text import CellRichText
from python_calamine import CalamineWorkbook

from tests.imports.torture.xlsx import Fault, Raised, Sheet, Shown, Worked, xlsx_bytes

ROWS = [
    ["Leeds & “Co” <1>", 36, 0.5, True],
    [Shown(76, '0"%"'), Fault("#REF!"), Worked("B1+1", 37), Worked("B1+1")],
    [Raised((("36", ""), ("1", "superscript"))), Raised((("9", "struck"), ("6", "")), inline=True), None, ""],
]
CONTENT = xlsx_bytes([Sheet("One", ROWS, merged=["C3:D3"]), Sheet("Two", [["x"]], state="hidden")])


def test_cells_formats_formulas_and_raised_digits() -> None:
    book = openpyxl.load_workbook(io.BytesIO(CONTENT), rich_text=True)
    one = book["One"]
    assert [cell.value for cell in one[1]] == ROWS[0]
    assert (one["A2"].value, one["A2"].number_format) == (76, '0"%"')
    assert (one["B2"].value, one["B2"].data_type) == ("#REF!", "e")
    assert [one["C2"].value, one["D2"].value] == ["=B1+1", "=B1+1"]
    raised = one["A3"].value
    assert isinstance(raised, CellRichText)
    assert [str(piece) for piece in raised] == ["36", "1"]
    assert raised[1].font.vertAlign == "superscript"
    assert one["B3"].value[0].font.strike
    assert [str(place) for place in one.merged_cells.ranges] == ["C3:D3"]
    assert book["Two"].sheet_state == "hidden"


def test_a_formula_has_the_value_it_was_saved_with_or_none() -> None:
    kept = openpyxl.load_workbook(io.BytesIO(CONTENT), data_only=True)["One"]
    assert [kept["C2"].value, kept["D2"].value] == [37, None]
    read = CalamineWorkbook.from_filelike(io.BytesIO(CONTENT)).get_sheet_by_name("One").to_python()
    assert (read[1][0], read[1][2]) == (76.0, 37.0)
    assert read[2][:2] == ["361", "96"]
