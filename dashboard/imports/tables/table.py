"""One annual table: from a sheet to the values of its councils."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dashboard.imports.imported import FormulasRead, ImportedAverage, ImportedValue, LeftOut
from dashboard.imports.problems import LISTED
from dashboard.imports.tables.authorities import Authorities
from dashboard.imports.tables.bare_total import check_bare_total
from dashboard.imports.tables.body import Body, OffTheMap, read_body, words_around
from dashboard.imports.tables.headings import (
    AUTHORITY,
    AVERAGE,
    LATE,
    NOT_COMPLIED,
    ON_TIME,
    UNUSED,
    YEAR,
    Headings,
)
from dashboard.imports.tables.reading import Reading
from dashboard.imports.tables.sheet import Cell
from dashboard.imports.tables.table_checks import check_columns, check_errors, check_lengths, check_merged
from dashboard.imports.tables.titles import check_groups, check_titles
from dashboard.imports.tables.totals import check_totals
from dashboard.imports.tables.values import CellError, count, is_error, percentages, rate
from dashboard.reference.load import Reference

SIMULATED = re.compile(r"\b(?:simulat\w*|demonstration)\b", re.IGNORECASE)
_PER_CENT = "_pct"
_PER_100K = "_per_100k"
_SUMS = (("complied", (ON_TIME, LATE)), ("compliance_outcomes", (ON_TIME, LATE, NOT_COMPLIED)))

Numbers = dict[int, dict[int, Decimal | None]]
"""Of each column that is a figure, the numbers by row."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read. ``simulated``: it says of itself that its figures are. ``rows`` counts councils."""

    kind: str
    year: str
    simulated: bool
    values: tuple[ImportedValue, ...]
    averages: tuple[ImportedAverage, ...]
    left_out: tuple[LeftOut, ...]
    rows: int
    formulas: FormulasRead


@dataclass(frozen=True, slots=True)
class Known:
    """What a table is read by: the wordings of headings, the councils and the bodies off the map."""

    reference: Reference
    headings: Headings
    authorities: Authorities
    off_the_map: OffTheMap


def read_table(reading: Reading, known: Known) -> Table:
    """Read a table below its header; all that is wrong with it is noted in the reading."""
    body = read_body(reading, known.authorities, known.off_the_map)
    around = words_around(reading.sheet, reading.header, body.footnotes)
    check_titles(reading, body, around)
    check_columns(reading, body, known.headings)
    check_groups(reading, known.headings)
    check_merged(reading, body)
    check_errors(reading)
    check_lengths(reading, body)
    numbers = {
        column: _column(reading, body, column, quantity)
        for column, quantity in reading.header.columns.items()
        if quantity not in (AUTHORITY, UNUSED, YEAR)
    }
    check_bare_total(reading, body, numbers)
    check_totals(reading, body, numbers)
    return Table(
        reading.header.table,
        reading.year,
        SIMULATED.search(around) is not None,
        tuple(_values(reading, body, numbers)),
        tuple(_averages(reading, body, numbers, known.reference)),
        body.left_out,
        len(body.councils),
        _formulas(reading, body),
    )


def _formulas(reading: Reading, body: Body) -> FormulasRead:
    """Return the cells that are read with the value a formula gave: headings, names and figures."""
    columns = [column for column, told in reading.header.columns.items() if told != UNUSED]
    rows = (*range(reading.header.top, reading.header.bottom + 1), *sorted((*body.councils, *body.totals)))
    places = [
        reading.place(row, column) for row in rows for column in columns if reading.cell(row, column).formula
    ]
    return FormulasRead(tuple(places[:LISTED]), len(places))


def _column(reading: Reading, body: Body, column: int, quantity: str) -> dict[int, Decimal | None]:
    """Return a column's numbers by row, of councils, totals and others; what cannot be read is a problem."""
    rows = sorted((*body.councils, *body.totals, *body.others))
    cells = [reading.cell(row, column) for row in rows]
    read = percentages(cells) if quantity.endswith(_PER_CENT) else [_one(cell, quantity) for cell in cells]
    numbers: dict[int, Decimal | None] = {}
    for row, number in zip(rows, read, strict=True):
        if isinstance(number, CellError):
            if row in body.councils and not is_error(reading.cell(row, column)):
                reading.wrong(reading.place(row, column), number.sentence, number.suggestion)
            numbers[row] = None
        else:
            numbers[row] = number
    return numbers


def _one(cell: Cell, quantity: str) -> Decimal | CellError | None:
    try:
        return rate(cell) if quantity.endswith(_PER_100K) else count(cell)
    except CellError as error:
        return error


def _values(reading: Reading, body: Body, numbers: Numbers) -> Iterable[ImportedValue]:
    columns = reading.header.columns
    parts = {quantity: column for column, quantity in columns.items()}
    for row, slug in body.councils.items():
        for column, quantity in columns.items():
            number = numbers.get(column, {}).get(row)
            if number is not None and not quantity.startswith((AVERAGE, "complied:")):
                yield ImportedValue(slug, reading.year, quantity, number, reading.place(row, column))
        for quantity, addends in _SUMS:  # where the table has no column for the sum
            added = [parts[part] for part in addends if part in parts]
            found = [number for column in added if (number := numbers[column].get(row)) is not None]
            if quantity not in parts and len(found) == len(addends):
                place = reading.place(row, added[0])
                yield ImportedValue(slug, reading.year, quantity, sum(found, Decimal(0)), place)


def _averages(
    reading: Reading, body: Body, numbers: Numbers, reference: Reference
) -> Iterable[ImportedAverage]:
    """Give the average of each type once; councils of a type that print different ones are a problem."""
    for column, quantity in reading.header.columns.items():
        if not quantity.startswith(AVERAGE):
            continue
        first: dict[str, tuple[int, Decimal]] = {}
        for row, slug in body.councils.items():
            number = numbers[column].get(row)
            if number is None:
                continue
            kind = reference.councils[slug].type
            earlier, value = first.setdefault(kind, (row, number))
            place = reading.place(row, column)
            if value != number:
                reading.wrong(
                    place,
                    f"The average of {kind.councils} is {number} here and {value} in row {earlier + 1}.",
                    "One year has one average for a type.",
                )
            elif earlier == row:
                yield ImportedAverage(kind, reading.year, quantity.removeprefix(AVERAGE), number, place)
