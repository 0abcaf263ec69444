"""The totals rows of a table against the rows they are of."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from dashboard.imports.tables.body import Body
from dashboard.imports.tables.headings import AVERAGE
from dashboard.imports.tables.reading import Reading

_NO_SUM = ("_pct", "_per_100k")


def check_totals(reading: Reading, body: Body, numbers: Mapping[int, Mapping[int, Decimal | None]]) -> None:
    """Hold each totals row to a sum of councils and other bodies, column by column.

    A total may be of all rows wherever it stands (“England” between Elmbridge and Enfield), of those above
    it, or of those since the total before; and it may count councils alone, or all bodies. Percentages and
    rates have no sum. Columns in which some row gives no value are left alone.
    """
    if reading.problems:
        return  # an unread row would make every total wrong
    before = 0
    for total in body.totals:
        for column, quantity in reading.header.columns.items():
            read = numbers.get(column)
            if read is None or quantity.endswith(_NO_SUM) or quantity.startswith(AVERAGE):
                continue
            _check(reading, body, read, (before, total, column))
        before = total


def _check(
    reading: Reading, body: Body, read: Mapping[int, Decimal | None], at: tuple[int, int, int]
) -> None:
    before, total, column = at
    printed = read.get(total)
    everyone = (*body.councils, *body.others)
    if printed is None or any(read.get(row) is None for row in everyone):
        return
    sums = {
        _sum(read, (row for row in rows if first < row < last))
        for rows in (everyone, tuple(body.councils))
        for first, last in ((-1, len(reading.sheet.rows)), (-1, total), (before, total))
    }
    if printed not in sums:
        above = [row for row in everyone if row < total]
        found = _sum(read, above or everyone)
        reading.wrong(
            reading.place(total, column),
            f"The total is {printed:,}, and the rows {'above' if above else 'below'} it add up to {found:,}.",
            "Find the row that is wrong or missing; or, if the total alone is wrong, remove its row.",
        )


def _sum(read: Mapping[int, Decimal | None], rows: Iterable[int]) -> Decimal:
    return sum((read[row] or Decimal(0) for row in rows), Decimal(0))
