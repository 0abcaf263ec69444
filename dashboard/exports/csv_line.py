"""One line of a CSV file that is written while it is read."""

import csv
from collections.abc import Iterable
from io import StringIO

from dashboard.exports.safe_cell import safe


def csv_line(cells: Iterable[str]) -> str:
    """Return cells as a line; what a spreadsheet would run as a formula is made text."""
    file = StringIO()
    csv.writer(file, lineterminator="\n").writerow([safe(cell) for cell in cells])
    return file.getvalue()
