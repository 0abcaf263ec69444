"""Improvements as CSV, written while they are read: the first line is the heading, every row complete."""

from collections.abc import Iterable, Iterator
from datetime import date

from dashboard.exports.csv_line import csv_line
from dashboard.exports.improvement_rows import COLUMNS, Row


def improvements_csv(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the file line by line; days are ISO, what a spreadsheet would run as a formula is made text."""
    yield csv_line(COLUMNS)
    for row in rows:
        yield csv_line([_text(value) for value in row.cells()])


def _text(value: str | date | None) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""
