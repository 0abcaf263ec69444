"""XLSX workbooks of annual tables as sheets of cells."""

import warnings
from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from dashboard.imports.imported import Place
from dashboard.imports.problems import ImportRefusedError, refused
from dashboard.imports.tables.archive import Looked
from dashboard.imports.tables.number_formats import format_for
from dashboard.imports.tables.sheet import (
    BLANK,
    Cell,
    Merged,
    Sheet,
    clean,
    column_of,
    text_cell,
    unprintable,
)
from dashboard.imports.tables.text_file import MOST_ROWS, too_long
from dashboard.imports.tables.values import ERROR, NEVER_WORKED_OUT

_RAISED = frozenset({"superscript", "subscript"})
_STRUCK = "struck through, all of it or some"
_OTHERWISE = "shown otherwise by its format"


class _Parser(WorkSheetParser):  # type: ignore[misc]
    """Reads cells with the values that formulas had when the workbook was saved, and says which these are."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        cell["formula"] = element.find(FORMULA_TAG) is not None
        cell["said"] = element.get("t") == "str"  # a text that is empty; else nothing was worked out
        return cell


def read_sheets(path: Path, looked: Looked, most_rows: int | None = None) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that was looked into; of each the first ``most_rows`` if given.

    Blank rows at its end are left out. Raises ImportRefusedError for one that cannot be read, or is too long.
    """
    try:
        with warnings.catch_warnings():
            # Extensions that openpyxl does not read (validation, drawings) hold no figures.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(
                path, read_only=True, data_only=True, keep_links=False, rich_text=True
            )
            try:
                return tuple(
                    Sheet(
                        path.name,
                        sheet.title,
                        _rows(path.name, book, sheet, most_rows),
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


def _rows(file: str, book: Any, sheet: Any, most_rows: int | None) -> list[list[Cell]]:
    """Return the rows of a worksheet, each as long as what is in it."""
    rows: list[list[Cell]] = []
    for number, cells in _parsed(book, sheet):
        if most_rows is not None and number > most_rows:
            break
        row: list[Cell] = []
        for cell in cells:
            read = _cell(cell, book)
            if read:
                row += [BLANK] * (cell["column"] - 1 - len(row))
                row.append(read)
        if not row:
            continue
        if number > MOST_ROWS:
            raise too_long(Place(file, sheet.title))
        rows += [[] for _ in range(number - 1 - len(rows))]
        rows.append(row)
    return rows


def _parsed(book: Any, sheet: Any) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    with book._archive.open(sheet._worksheet_path) as source:
        parser = _Parser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
            rich_text=True,
        )
        yield from parser.parse()


def _cell(cell: dict[str, Any], book: Any) -> Cell:
    value, formula = cell["value"], bool(cell["formula"])
    if value is None:
        return BLANK if cell["said"] or not formula else Cell("=", odd=NEVER_WORKED_OUT, formula=True)
    if not _is_struck(cell, book) and cell["data_type"] != "e" and not isinstance(value, bool):
        if isinstance(value, int | float):
            return _number(Decimal(str(value)), _format_of(cell, book), formula=formula)
        if isinstance(value, CellRichText):
            return _pieces(value)
    odd, unseen = _odd(cell, book), unprintable(value) if isinstance(value, str) else ""
    return Cell(_shown(value), odd=odd, formula=formula, unprintable=unseen)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    said = value.isoformat() if isinstance(value, date) else str(value)
    return clean(said.removesuffix("T00:00:00"))


def _odd(cell: dict[str, Any], book: Any) -> str:
    """Return what a cell holds that is neither a number nor a text; empty where it is one."""
    if _is_struck(cell, book):
        return _STRUCK
    if cell["data_type"] == "e":
        return ERROR
    if isinstance(cell["value"], bool):
        return "true or false"
    return "a date" if isinstance(cell["value"], date | time | timedelta) else ""


def _number(number: Decimal, number_format: str | None, *, formula: bool) -> Cell:
    plain = f"{number.normalize():f}" if number.is_finite() else str(number)
    shown = format_for(number, number_format)
    if shown.otherwise:
        return Cell(plain, number, odd=_OTHERWISE, formula=formula)
    if shown.literal_percent is not None:
        whole = number.quantize(Decimal(1).scaleb(-shown.literal_percent), ROUND_HALF_UP)
        if 0 < number < 1:  # a fraction under the sign of a percentage: 0.76 is shown as 1%
            return Cell(plain, number, odd=_OTHERWISE, formula=formula)
        return Cell(f"{whole}%", formula=formula)
    return Cell(plain, number, shown.percent, formula=formula)


def _format_of(cell: dict[str, Any], book: Any) -> str | None:
    number = book._cell_styles[cell["style_id"]].numFmtId
    if number < BUILTIN_FORMATS_MAX_SIZE:
        found: str | None = BUILTIN_FORMATS.get(number)
        return found
    own: str = book._number_formats[number - BUILTIN_FORMATS_MAX_SIZE]
    return own


def _is_struck(cell: dict[str, Any], book: Any) -> bool:
    return bool(cell["style_id"]) and bool(book._fonts[book._cell_styles[cell["style_id"]].fontId].strike)


def _pieces(value: CellRichText) -> Cell:
    """Return a text in pieces without those raised or lowered, which are footnotes’; one of which some is
    struck through is none that can be read."""
    kept = []
    for piece in value:
        font = piece.font if isinstance(piece, TextBlock) else None
        if font is not None and font.vertAlign in _RAISED:
            kept.append(" " if _within(value, piece) else "")
            continue
        if font is not None and font.strike and str(piece).strip():
            return Cell(clean("".join(map(str, value))), odd=_STRUCK)
        kept.append(str(piece))
    return text_cell("".join(kept))


def _within(value: CellRichText, piece: TextBlock) -> bool:
    at = next(n for n, one in enumerate(value) if one is piece)
    return 0 < at < len(value) - 1


def _merged(sheet: Any, looked: Looked) -> tuple[Merged, ...]:
    part = _part(sheet)
    return tuple(
        Merged(top - 1, column_of(left), bottom - 1, column_of(right))
        for left, top, right, bottom in looked.part(part).merged
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


def _part(sheet: Any) -> str:
    return str(getattr(sheet, "_worksheet_path", "")).removeprefix("/")
