"""The totals row of a table against the rows above it."""

from collections.abc import Mapping
from decimal import Decimal

from dashboard.imports.body import Body
from dashboard.imports.headings import AVERAGE
from dashboard.imports.reading import Reading

_NO_SUM = ("_pct", "_per_100k")


def check_totals(reading: Reading, body: Body, numbers: Mapping[int, Mapping[int, Decimal | None]]) -> None:
    """Hold each totals row to the sum of the councils and other bodies above it, column by column.

    A row of totals may count councils alone, or all bodies; percentages and rates have no sum. Columns in
    which some row gives no value are left alone, and so are totals of fewer rows than the table has.
    """
    if not body.totals or reading.problems:
        return  # an unread row would make every total wrong
    total = body.totals[-1]
    above = [row for row in (*body.councils, *body.others) if row < total]
    if len(above) < len(body.councils) + len(body.others):
        return
    for column, quantity in reading.header.columns.items():
        read = numbers.get(column)
        if read is None or quantity.endswith(_NO_SUM) or quantity.startswith(AVERAGE):
            continue
        printed = read.get(total)
        all_values = [read.get(row) for row in above]
        councils = [read.get(row) for row in body.councils]
        if printed is None or None in all_values:
            continue
        sums = {sum(filter(None, rows), Decimal(0)) for rows in (all_values, councils)}
        if printed not in sums:
            found = sum(filter(None, all_values), Decimal(0))
            reading.wrong(
                reading.place(total, column),
                f"The total is {printed:,}, and the rows above it add up to {found:,}.",
                "Find the row that is wrong or missing; or, if the total alone is wrong, remove its row.",
            )
