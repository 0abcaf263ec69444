"""A listing as CSV for people, written while it is read: the mark, the heading, every row complete."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from io import StringIO

from dashboard.domain.rounding import plain
from dashboard.downloads.column import Cell, Listing
from dashboard.downloads.mark import MARK
from dashboard.exports.safe_cell import safe


def csv_lines(listing: Listing) -> Iterator[str]:
    """Yield a file line by line. Origin, release, source and query are columns, not lines above the heading:
    a file with a preamble has to be repaired before it can be read."""
    yield MARK + csv_line(listing.names)
    for row in listing.rows:
        yield csv_line(row)


def csv_line(cells: Iterable[Cell]) -> str:
    """Return cells as a line: days are ISO, and what a spreadsheet would run as a formula is made text."""
    file = StringIO()
    csv.writer(file, lineterminator="\n").writerow([in_csv(cell) for cell in cells])
    return file.getvalue()


def in_csv(cell: Cell) -> str:
    """Write a cell as a file of text has it: nothing for what is not known, decimals as printed."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return safe(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return plain(cell) if isinstance(cell, Decimal) else str(cell)
