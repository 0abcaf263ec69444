"""Improvements as CSV, written while they are read: the first line is the heading, every row complete."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO

from dashboard.exports.improvement_rows import COLUMNS, Row
from dashboard.exports.safe_cell import safe


def improvements_csv(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the file line by line; days are ISO, what a spreadsheet would run as a formula is made text."""
    yield _line(COLUMNS)
    for row in rows:
        yield _line([_text(value) for value in row.cells()])


def _text(value: str | date | None) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""


def _line(cells: Iterable[str]) -> str:
    file = StringIO()
    csv.writer(file, lineterminator="\n").writerow([safe(cell) for cell in cells])
    return file.getvalue()
