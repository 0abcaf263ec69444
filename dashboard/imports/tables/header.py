"""Finding a table's header by what it says, wherever it stands below a preamble."""

import re
from dataclasses import dataclass, field

from dashboard.imports.problems import Problem
from dashboard.imports.tables.groups import Reader
from dashboard.imports.tables.headings import AUTHORITY, TABLES, UNUSED, YEAR, Headings
from dashboard.imports.tables.sheet import Sheet
from dashboard.imports.tables.values import is_figure

SEARCHED = 100
"""How many rows from the top are searched for a header."""

DEEPEST = 3
"""A header is one to three rows: groups stand above their columns."""

_YEAR = re.compile(r"20\d\d")
_NO_FIGURE = frozenset({AUTHORITY, YEAR, UNUSED})
_BETWEEN = " – "
"""What stands between the texts of a heading in several rows, where it is quoted whole."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header found: the kind of table, its first and last row (from 0), and by column (from 0) the
    quantity it means and the heading as it stands; ``unknown`` are headings without a meaning."""

    table: str
    top: int
    bottom: int
    columns: dict[int, str] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)

    @property
    def figures(self) -> int:
        """How many of its columns are figures."""
        return sum(quantity not in _NO_FIGURE for quantity in self.columns.values())


class HeaderProblemError(Exception):
    """A sheet has several headers that are equally good, or a header that says too much."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def find_header(sheet: Sheet, headings: Headings, year: str = "") -> Header | None:
    """Return the header of a sheet's table; None when there is no table of a kind that is known.

    ``year`` is the one the table is imported as: a heading that names it says no more than without it. The
    candidate with most headings of its own kind that mean something wins, the smallest among its like.
    Raises HeaderProblemError when two places, or two kinds of table, are equally good.
    """
    any_kind = Reader(headings, TABLES[0], year)
    named = [
        any(cell.text and any_kind.meaning(cell.text) == AUTHORITY for cell in row)
        for row in sheet.rows[: SEARCHED + DEEPEST]
    ]
    candidates = [
        header
        for top in range(min(SEARCHED, len(sheet.rows)))
        for depth in range(1, DEEPEST + 1)
        if any(named[top : top + depth])
        for table in TABLES
        if (header := _read(sheet, Reader(headings, table, year), top, depth)) is not None
    ]
    if not candidates:
        return None

    def worth(header: Header) -> tuple[int, int]:
        own = sum(headings.belongs(quantity, header.table) for quantity in header.columns.values())
        return own, header.figures

    most = max(map(worth, candidates))
    best = [header for header in candidates if worth(header) == most]
    first = min(best, key=lambda header: (header.bottom, -header.top))
    elsewhere = next((header for header in best if header.top > first.bottom), None)
    if elsewhere is not None:
        raise HeaderProblemError(
            Problem(
                sheet.place(first.bottom),
                f"Row {elsewhere.bottom + 1} is as good a header as row {first.bottom + 1}.",
                "Leave one table in the sheet, with one header.",
            )
        )
    kinds = sorted({h.table for h in best if (h.top, h.bottom) == (first.top, first.bottom)})
    if len(kinds) > 1:
        raise HeaderProblemError(
            Problem(
                sheet.place(first.bottom),
                f"By its headings the table could be of {' or '.join(kinds)}.",
                "Add the columns that its kind of table has (see docs/publishing.md).",
            )
        )
    return first


def _read(sheet: Sheet, reader: Reader, top: int, depth: int) -> Header | None:
    """Read the rows from ``top`` as a header; None when they name no authority or no figure."""
    rows = range(top, top + depth)
    if rows.stop > len(sheet.rows) or not all(_may_head(sheet, row) for row in rows):
        return None
    header = Header(reader.table, top, rows.stop - 1)
    groups = [_spread(sheet, row) for row in rows[:-1]]
    for column in range(max(len(sheet.rows[row]) for row in rows)):
        own = [text for row in rows if (text := sheet.cell(row, column).text)]
        if not own:
            continue
        above = [group[column] if column < len(group) else "" for group in groups]
        last = sheet.cell(rows[-1], column).text
        told = reader.column([*above, last], own)
        header.texts[column] = last or own[-1]
        if told is not None:
            header.columns[column] = told
        else:
            header.unknown[column] = _BETWEEN.join(filter(None, dict.fromkeys([*above, last])))
            header.texts[column] = header.unknown[column]
    return header if header.figures and _names_nobody(sheet, reader, header) else None


def _may_head(sheet: Sheet, row: int) -> bool:
    """Say whether a row could be one of a header: it says something, and holds no figure but a year."""
    cells = [cell for cell in sheet.rows[row] if cell]
    return bool(cells) and not any(is_figure(cell) and not _YEAR.fullmatch(cell.text) for cell in cells)


def _names_nobody(sheet: Sheet, reader: Reader, header: Header) -> bool:
    """Say whether a header names the column of authorities, and no authority below that: a row that does
    is the first of the body, whatever words stand in it."""
    column = next((at for at, told in header.columns.items() if told == AUTHORITY), None)
    if column is None:
        return False
    told = [sheet.cell(row, column).text for row in range(header.top, header.bottom + 1)]
    last = next((at for at, text in enumerate(told) if text and reader.meaning(text) == AUTHORITY), None)
    return last is not None and (not any(told[last + 1 :]) or reader.meaning(*told) == AUTHORITY)


def _spread(sheet: Sheet, row: int) -> list[str]:
    """Return a row of groups, each over the columns up to the next."""
    spread: list[str] = []
    current = ""
    for column in range(sheet.width):
        current = sheet.cell(row, column).text or current
        spread.append(current)
    return spread
