"""A workbook people can use: an About sheet, and each table as a table of Excel below a frozen head.

A number is a number and a day a day, so that sums, sorting and pivot tables work as they come; no text is
taken for a formula or a link. Heads stand in the first line, so that other programs read a sheet as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from dashboard.downloads.column import Cell, Listing

ABOUT = "About"
LONGEST_NAME = 31
"""Characters of a sheet's name that a workbook allows."""
_LONGEST_TEXT = 32_767  # characters of a cell that Excel reads
_FORBIDDEN = re.compile(r"[\[\]:*?/\\,]")
_STYLE = "Table Style Light 15"
_WIDTHS = {"string": 24, "integer": 12, "number": 12, "date": 14}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": True,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table on a sheet of its own; ``widths`` in characters, of the columns that need another one.

    ``frozen`` columns at the left stay in view.
    """

    name: str
    listing: Listing
    widths: dict[str, int]
    frozen: int = 0


def workbook(about: Sequence[tuple[str, str]], sheets: Sequence[Sheet], built_at: str) -> bytes:
    """Return a workbook. ``about`` are lines of its first sheet, a term and its meaning; columns follow them.

    ``built_at`` is the release's own time, which stands for the file's: the same content, the same bytes.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  (only a download needs it)

    file = BytesIO()
    with Workbook(file, _OPTIONS) as book:
        created = datetime.fromisoformat(built_at.replace("Z", "+00:00")).replace(tzinfo=None)
        book.set_properties({"title": about[0][1], "created": created})
        formats = {
            "text": book.add_format({"valign": "top", "text_wrap": True}),
            "head": book.add_format({"valign": "top", "text_wrap": True, "bold": True}),
            "day": book.add_format({"valign": "top", "num_format": "d mmm yyyy", "align": "left"}),
            "number": book.add_format({"valign": "top"}),
        }
        _about(book.add_worksheet(ABOUT), [*about, *_explained(sheets)], formats)
        for number, sheet in enumerate(sheets, start=1):
            _table(book.add_worksheet(sheet.name), sheet, number, formats)
    return file.getvalue()


def sheet_name(title: str) -> str:
    """Return a title as a sheet may be called."""
    return _FORBIDDEN.sub("", title)[:LONGEST_NAME].strip()


def _explained(sheets: Sequence[Sheet]) -> list[tuple[str, str]]:
    """Return what the columns mean, each meaning once, with the first column that has it."""
    named: dict[str, list[str]] = {}
    for sheet in sheets:
        for column in sheet.listing.columns:
            names = named.setdefault(column.meaning, [])
            if column.name not in names:
                names.append(column.name)
    return [
        (f"Column “{first}”{' and those like it' if others else ''}", meaning)
        for meaning, (first, *others) in named.items()
    ]


def _about(sheet: Any, lines: Sequence[tuple[str, str]], formats: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 110)
    for line, (term, meaning) in enumerate(lines):
        sheet.write_string(line, 0, term, formats["head"])
        sheet.write_string(line, 1, meaning[:_LONGEST_TEXT], formats["text"])


def _table(sheet: Any, told: Sheet, number: int, formats: dict[str, Any]) -> None:
    columns = told.listing.columns
    line = 0
    for line, row in enumerate(told.listing.rows, start=1):
        for place, cell in enumerate(row):
            _write(sheet, line, place, cell, formats)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, told.widths.get(column.name, _WIDTHS[column.type]))
    sheet.add_table(
        *(0, 0, max(line, 1), len(columns) - 1),
        {
            "name": f"table_{number}",
            "style": _STYLE,
            "columns": [{"header": name, "header_format": formats["head"]} for name in told.listing.names],
        },
    )
    sheet.freeze_panes(1, told.frozen)


def _write(sheet: Any, line: int, place: int, cell: Cell, formats: dict[str, Any]) -> None:
    if isinstance(cell, date):
        day = datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001  (a day has no zone)
        sheet.write_datetime(line, place, day, formats["day"])
    elif isinstance(cell, int | float | Decimal):
        sheet.write_number(line, place, cell, formats["number"])
    elif cell:
        sheet.write_string(line, place, cell[:_LONGEST_TEXT], formats["text"])
