"""The annual tables of one file: which of its sheets they stand in, and what they say."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.imports.imported import Place
from dashboard.imports.problems import ImportRefusedError, Problem, refused
from dashboard.imports.store.aside import NOTHING_ASIDE, Aside
from dashboard.imports.tables.archive import look_into
from dashboard.imports.tables.cover import check_cover
from dashboard.imports.tables.formats import Format, format_of
from dashboard.imports.tables.header import Header, HeaderProblemError, find_header
from dashboard.imports.tables.headings import Headings
from dashboard.imports.tables.no_table import no_table
from dashboard.imports.tables.reading import Reading
from dashboard.imports.tables.setting_aside import set_aside
from dashboard.imports.tables.sheet import Sheet, letters, text_cell
from dashboard.imports.tables.table import Known, Table, read_table
from dashboard.imports.tables.text_file import DELIMITERS, encoding_of, heads, text_sheet
from dashboard.imports.tables.workbook import read_sheets


def read_tables(path: Path, year: str, known: Known, aside: Aside = NOTHING_ASIDE) -> tuple[Table, ...]:
    """Return the tables of a file, at most one of each kind, by kind; ``aside`` is left out of it.

    Raises ImportRefusedError with all that is wrong: no table, two sheets with the same kind of table, and
    whatever cannot be read in them.
    """
    found: list[tuple[Sheet, Header]] = []
    problems: list[Problem] = []
    sheets, left_out = set_aside(path.name, _sheets(path, year, known.headings), aside)
    for sheet in sheets:
        try:
            header = find_header(sheet, known.headings, year)
        except HeaderProblemError as error:
            problems.append(error.problem)
            continue
        if header is None:
            continue
        found.append((sheet, header))
        problems += _unprintable(sheet)
        if sheet.hidden and sheet.name != aside.sheet:
            problems.append(
                Problem(
                    sheet.place(header.bottom),
                    "The sheet holds a table, and is hidden: it may not be meant to be published.",
                    "Say which sheet is the right one with --sheet.",
                )
            )
    problems += _twice(path.name, found)
    if problems:
        raise ImportRefusedError(problems)
    if not found:
        raise no_table(path.name, sheets, known.headings, year)
    readings = [Reading(sheet, header, year) for sheet, header in found]
    tables = [read_table(reading, known) for reading in readings]
    without = [sheet for sheet in sheets if not any(sheet is there for there, _ in found)]
    for reading in readings:
        check_cover(reading, without)
    problems = [problem for reading in readings for problem in reading.problems]
    for reading, table in zip(readings, tables, strict=True):
        if not table.rows and not reading.problems:
            problems.append(
                Problem(reading.sheet.place(reading.header.bottom), "There is no council below the header.")
            )
    if problems:
        raise ImportRefusedError(problems)
    first, *others = sorted(tables, key=lambda table: table.kind)
    return (replace(first, left_out=(*first.left_out, *left_out)), *others)


def _sheets(path: Path, year: str, headings: Headings) -> Sequence[Sheet]:
    if format_of(path) is Format.XLSX:
        return read_sheets(path, look_into(path))
    if format_of(path) is Format.PARQUET:
        raise refused(
            Place(path.name),
            "A Parquet file is read as a case register, and this is none.",
            "Import annual tables as CSV or XLSX.",
        )
    encoding = encoding_of(path)
    return (text_sheet(path, encoding, _delimiter(path, encoding, year, headings)),)


def _delimiter(path: Path, encoding: str, year: str, headings: Headings) -> str:
    """Return the delimiter with which most headings mean something; the comma where none does.

    Raises ImportRefusedError where none does, and some cannot read the file.
    """

    def known(records: list[list[str]]) -> int:
        sheet = Sheet(path.name, None, [[text_cell(cell) for cell in record] for record in records])
        try:
            header = find_header(sheet, headings, year)
        except HeaderProblemError:
            return 1
        return 0 if header is None else len(header.columns)

    best, most = DELIMITERS[0], 0
    first: ImportRefusedError | None = None
    for delimiter, records in heads(path, encoding):
        if isinstance(records, ImportRefusedError):
            first = first or records
        elif (number := known(records)) > most:
            best, most = delimiter, number
    if first is not None and not most:
        raise first
    return best


def _unprintable(sheet: Sheet) -> list[Problem]:
    """Refuse characters that nobody can see: a number with one in it is another number."""
    return [
        Problem(
            sheet.place(row, f"{letters(column)}"),
            f"The cell holds {cell.unprintable}, which cannot be shown or printed.",
            "Type the cell anew.",
        )
        for row, cells in enumerate(sheet.rows)
        for column, cell in enumerate(cells)
        if cell.unprintable
    ]


def _twice(file: str, found: Sequence[tuple[Sheet, Header]]) -> list[Problem]:
    """Two sheets with the same kind of table are a problem, which names them."""
    first: dict[str, Sheet] = {}
    problems = []
    for sheet, header in found:
        other = first.setdefault(header.table, sheet)
        if other is not sheet:
            problems.append(
                Problem(
                    Place(file, sheet.name, header.bottom + 1),
                    f"Sheets “{other.name}” and “{sheet.name}” both hold a table “{header.table}”.",
                    "Leave one of them in the workbook.",
                )
            )
    return problems
