"""Improvements as a workbook: what it is, and a sheet of the rows, each written and let go."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from dashboard.exports.improvement_rows import COLUMNS, Row

ABOUT, SHEET = "About", "Improvements"
_WIDTHS = {"improvement": 70, "fault": 40, "council": 34, "category": 26, "sub_category": 26, "change": 30}
_NARROW = 14


def improvements_xlsx(rows: Iterable[Row], about: Sequence[tuple[str, str]], built_at: str) -> bytes:
    """Return the workbook. ``about`` are the lines of its first sheet: a heading and a text each.

    A row is written and let go: what is held is the packed file. ``built_at`` is the release's own time,
    which stands for the file's, so that the same rows give the same bytes. No cell is a formula or link.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  (only a download needs it)

    file = BytesIO()
    with Workbook(file, {"constant_memory": True}) as book:
        created = datetime.fromisoformat(built_at.replace("Z", "+00:00")).replace(tzinfo=None)
        book.set_properties({"title": about[0][1], "created": created})
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        text = book.add_format({"valign": "top", "text_wrap": True})
        day = book.add_format({"valign": "top", "num_format": "d mmm yyyy", "align": "left"})
        first = book.add_worksheet(ABOUT)
        first.set_column(0, 0, 20, head)
        first.set_column(1, 1, 100)
        for line, (term, meaning) in enumerate(about):
            first.write_string(line, 0, term, head)
            first.write_string(line, 1, meaning, text)
        sheet = book.add_worksheet(SHEET)
        for column, name in enumerate(COLUMNS):
            sheet.set_column(column, column, _WIDTHS.get(name, _NARROW))
        _line(sheet, 0, COLUMNS, head, day)
        sheet.freeze_panes(1, 0)
        line = 0
        for line, row in enumerate(rows, start=1):
            _line(sheet, line, row.cells(), text, day)
        sheet.autofilter(0, 0, max(line, 1), len(COLUMNS) - 1)
    return file.getvalue()


def _line(sheet: Any, line: int, cells: Iterable[str | date | None], text: Any, day: Any) -> None:
    for column, value in enumerate(cells):
        if isinstance(value, date):
            sheet.write_datetime(line, column, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
        elif value:
            sheet.write_string(line, column, value, text)
