"""A table of a comparison as a spreadsheet wants it: a row a council, each number in a column of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.compare.tables import Entry, Row, Table
from dashboard.downloads.column import Cell, Column, Listing, Type
from dashboard.exports.rows import meaning

_COUNT, ORIGIN = "count", "Origin"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing of a figure: ``suffix`` follows the head of its column, ``read`` takes it from the figure."""

    suffix: str
    type: Type
    meaning: str
    read: Callable[[Entry], Cell]


def in_words(entry: Entry) -> str:
    """Return a figure as the page shows it; nothing of a bare count, which its number says already."""
    return "" if entry.unit == _COUNT and entry.value is not None else entry.shown


_VALUE = Part("", "number", meaning("value"), lambda entry: entry.value)
_SHARE = (
    Part("numerator", "integer", meaning("numerator"), lambda entry: entry.numerator),
    Part("denominator", "integer", meaning("denominator"), lambda entry: entry.denominator),
    Part("low", "number", meaning("low"), lambda entry: entry.low),
    Part("high", "number", meaning("high"), lambda entry: entry.high),
)
_TOLD = (
    Part("origin", "string", meaning("origin"), lambda entry: entry.origin),
    Part("in words", "string", "As the page shows it, where that is more than a number.", in_words),
)
_BESIDE_TYPE = (
    Part("average", "string", meaning("average"), lambda entry: entry.average),
    Part("average value", "number", meaning("average_value"), lambda entry: entry.average_value),
    Part("compared", "string", meaning("compared"), lambda entry: entry.compared),
    Part("note", "string", meaning("note"), lambda entry: entry.note),
)


def wide(table: Table) -> Listing:
    """Return a table's figures: the council, its type, then for each figure its parts.

    Text that repeats them (an interval in words, "27 of 33") is not repeated: it is what kept a sum from
    working. What the last column says of a row as a whole, a change over the years, stays.
    """
    figures = [place for place in range(len(table.heads)) if any(_entry(row, place) for row in table.rows)]
    parts = {place: _parts(table, place, alone=len(figures) == 1) for place in figures}
    columns = [
        Column(table.heads[0].lower(), table.heads[0], "string", meaning("council"), required=True),
        Column("type", "Type", "string", meaning("type")),
    ]
    for place in figures:
        for part in parts[place]:
            name = f"{table.heads[place]}, {part.suffix}" if part.suffix else table.heads[place]
            columns.append(Column(name, name, part.type, part.meaning))
    head = table.heads[-1]
    changes = len(figures) > 1 and len(table.heads) - 1 not in figures and head != ORIGIN
    if changes:
        columns.append(Column(head, head, "string", meaning("change")))
    return Listing(columns, (_cells(row, parts, changes=changes) for row in table.rows))


def _cells(row: Row, parts: dict[int, tuple[Part, ...]], *, changes: bool) -> tuple[Cell, ...]:
    kind = next(entry.type for cell in row.cells if (entry := cell.entry) is not None)
    cells: list[Cell] = [row.cells[0].whole, kind]
    for place, of in parts.items():
        entry = _entry(row, place)
        cells += [None if entry is None else part.read(entry) for part in of]
    return (*cells, row.cells[-1].whole) if changes else tuple(cells)


def _parts(table: Table, place: int, *, alone: bool) -> tuple[Part, ...]:
    units = {entry.unit for row in table.rows if (entry := _entry(row, place)) is not None}
    share = () if units == {_COUNT} else _SHARE
    return (_VALUE, *share, *_TOLD, *(_BESIDE_TYPE if alone else ()))


def _entry(row: Row, place: int) -> Entry | None:
    return row.cells[place].entry if place < len(row.cells) else None
