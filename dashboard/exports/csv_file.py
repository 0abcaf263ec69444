"""A comparison as CSV: the heading is the first line, every row stands by itself, UTF-8, plain line feeds."""

import csv
from io import StringIO

from dashboard.compare.comparison import Comparison
from dashboard.exports.rows import COLUMNS, rows, text


def comparison_csv(comparison: Comparison) -> str:
    """Return exactly the figures shown, one a row.

    Definition, origin, source, release and citation are columns, not lines above the heading: a file
    with a preamble has to be repaired before it can be read.
    """
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([text(value) for value in row] for row in rows(comparison))
    return file.getvalue()
