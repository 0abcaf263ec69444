"""XLSX workbooks of annual tables as sheets of cells."""

import warnings
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

from dashboard.imports.imported import Place
from dashboard.imports.problems import ImportRefusedError, refused
from dashboard.imports.tables.archive import Looked
from dashboard.imports.tables.sheet import BLANK, Cell, Merged, Sheet, clean, column_of, text_cell
from dashboard.imports.tables.text_file import MOST_ROWS, too_long

_ODD = {"f": "a formula", "e": "an error"}


def read_sheets(path: Path, looked: Looked, most_rows: int | None = None) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that was looked into; of each the first ``most_rows`` if given.

    Blank rows at its end are left out. Raises ImportRefusedError for one that cannot be read, or is too long.
    """
    try:
        with warnings.catch_warnings():
            # Extensions that openpyxl does not read (validation, drawings) hold no figures.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
            try:
                return tuple(
                    Sheet(
                        path.name,
                        sheet.title,
                        _rows(path.name, sheet, most_rows),
                        _merged(sheet, looked),
                        sheet.sheet_state != "visible",
                    )
                    for sheet in book.worksheets
                )
            finally:
                book.close()
    except ImportRefusedError:
        raise
    except Exception as error:  # whatever openpyxl trips over in a damaged or forged workbook
        raise refused(
            Place(path.name), "The workbook cannot be read.", "Open it, save it again, and import that."
        ) from error


def _rows(file: str, sheet, most_rows: int | None) -> list[list[Cell]]:  # type: ignore[no-untyped-def]
    """Return the rows of a worksheet, each as long as what is in it."""
    sheet.reset_dimensions()  # what the file says of its own extent may be wrong
    rows: list[list[Cell]] = []
    blank = 0
    for number, cells in enumerate(sheet.rows):
        if most_rows is not None and number >= most_rows:
            break
        row = [_cell(cell) for cell in cells]
        while row and not row[-1]:
            row.pop()
        if not row:
            blank += 1
            continue
        if len(rows) + blank >= MOST_ROWS:
            raise too_long(Place(file, sheet.title))
        rows += [[] for _ in range(blank)]
        blank = 0
        rows.append(row)
    return rows


def _cell(cell: ReadOnlyCell | EmptyCell) -> Cell:
    value = cell.value
    if value is None:
        return BLANK
    if cell.data_type in _ODD:
        return Cell(clean(str(value)), odd=_ODD[cell.data_type])
    if isinstance(value, bool):
        return Cell(str(value).upper(), odd="true or false")
    if isinstance(value, datetime | date | time | timedelta):
        shown = value.isoformat() if isinstance(value, date) else str(value)
        return Cell(shown.removesuffix("T00:00:00"), odd="a date")
    if isinstance(value, int | float):
        number = Decimal(str(value))
        return Cell(_plain(number), number, _percent_decimals(cell.number_format))
    return text_cell(str(value))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}" if number.is_finite() else str(number)


def _percent_decimals(number_format: str | None) -> int | None:
    """Return how many decimals a percentage is shown with; None where the format is of no percentage."""
    first = (number_format or "").split(";")[0]
    if "%" not in first:
        return None
    _, _, decimals = first.split("%")[0].partition(".")
    return sum(mark in "0#?" for mark in decimals)


def _merged(sheet, looked: Looked) -> tuple[Merged, ...]:  # type: ignore[no-untyped-def]
    part = _part(sheet)
    return tuple(
        Merged(top - 1, column_of(left), bottom - 1, column_of(right))
        for left, top, right, bottom in looked.merged.get(part, ())
    )


def sheet_parts(path: Path) -> tuple[tuple[str, str], ...]:
    """Return the sheets of a workbook that was looked into: each one's part of the archive, and its name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, read_only=True)
    try:
        return tuple((_part(sheet), sheet.title) for sheet in book.worksheets)
    finally:
        book.close()


def _part(sheet) -> str:  # type: ignore[no-untyped-def]
    return str(getattr(sheet, "_worksheet_path", "")).removeprefix("/")
