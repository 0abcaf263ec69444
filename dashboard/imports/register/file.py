"""A case register's file, whatever its format: which columns it has, and its rows piece by piece."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from dashboard.imports.imported import Place
from dashboard.imports.problems import refused
from dashboard.imports.register.columns import CASES, COMPLIANCE, NEEDED, RegisterWords, Wordings
from dashboard.imports.register.rows import parquet_columns, parquet_rows, workbook_rows
from dashboard.imports.tables.archive import Formula, look_into
from dashboard.imports.tables.formats import Format, format_of
from dashboard.imports.tables.headings import normalised
from dashboard.imports.tables.sheet import Sheet
from dashboard.imports.tables.text_file import encoding_of, heads, records
from dashboard.imports.tables.workbook import read_sheets

PIECE = 50_000
"""How many rows are held as text at a time."""

REGISTER_SORTS = (CASES, COMPLIANCE)
"""What the files of a register are; a list of decisions is none."""

_SEARCHED = 60


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A file recognised as a register: ``sort`` is ``cases`` or ``compliance``, ``header`` the row (from 1)
    of its headings (0: Parquet), ``columns`` where each of its columns stands, ``texts`` their headings;
    ``around`` is what stands above the header."""

    path: Path
    format: Format
    sort: str
    sheet: str | None
    header: int
    columns: dict[str, int]
    texts: dict[str, str]
    around: str
    encoding: str = ""
    delimiter: str = ""
    formulas: tuple[Formula, ...] = ()

    def place(self, row: int | None = None, column: str | None = None) -> Place:
        """Return a place, ``row`` counted from 1 as a spreadsheet shows it, ``column`` by its id."""
        return Place(self.path.name, self.sheet, row, self.texts.get(column or ""))


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows: the number of each (from 1, as a spreadsheet shows it) and their texts by column."""

    rows: list[int]
    texts: dict[str, list[str]]


def recognise(path: Path, words: RegisterWords, sorts: Sequence[str] = REGISTER_SORTS) -> RegisterFile | None:
    """Return a file as one of some sorts; None when its headings are not those of any.

    Raises ImportRefusedError when two sheets, or two rows, could be its header, or it cannot be read.
    """
    kind = format_of(path)
    if kind is Format.PARQUET:
        names = parquet_columns(path)
        found = _find(path, kind, [names], words, sorts)
        return replace(found[0], header=0) if found else None
    if kind is Format.XLSX:
        looked = look_into(path)
        found = [
            file
            for sheet in read_sheets(path, looked, _SEARCHED)
            for file in _find(path, kind, _texts(sheet), words, sorts, sheet=sheet.name)
        ]
        only = _only(found)
        return only and replace(only, formulas=looked.formulas)
    encoding = encoding_of(path)
    best: list[RegisterFile] = []
    for delimiter, rows in heads(path, encoding):
        found = _find(path, kind, rows, words, sorts, written=(encoding, delimiter))
        if found and len(found[0].columns) > (len(best[0].columns) if best else 0):
            best = found
    return _only(best)


def pieces(file: RegisterFile) -> Iterator[Piece]:
    """Go through the rows below the header; blank ones are left out. Raises ImportRefusedError."""
    if file.format is Format.PARQUET:
        rows: Iterator[Sequence[str]] = parquet_rows(file.path)
    elif file.format is Format.XLSX:
        rows = workbook_rows(file.path, file.sheet or "", file.formulas)
    else:
        rows = records(file.path, file.encoding, file.delimiter)
    numbered = enumerate(rows, 1)
    for _ in islice(numbered, file.header):
        pass
    width = max(file.columns.values()) + 1
    while block := list(islice(numbered, PIECE)):
        kept = [(number, row) for number, row in block if any(row)]
        padded = [row if len(row) >= width else [*row, *[""] * (width - len(row))] for _, row in kept]
        texts = {name: [row[at].strip() for row in padded] for name, at in file.columns.items()}
        yield Piece([number for number, _ in kept], texts)


def _find(
    path: Path,
    kind: Format,
    rows: Sequence[Sequence[str]],
    words: RegisterWords,
    sorts: Sequence[str],
    *,
    sheet: str | None = None,
    written: tuple[str, str] = ("", ""),
) -> list[RegisterFile]:
    """Return the rows that can be a register's header, those with most columns known."""
    found = []
    for number, row in enumerate(rows, 1):
        for sort in sorts:
            columns = _columns(Place(path.name, sheet, number), row, words.columns[sort])
            if all(name in columns for name in NEEDED[sort]):
                texts = {name: row[at] for name, at in columns.items()}
                above = " ".join(text for above in rows[: number - 1] for text in above if text)
                around = f"{sheet or ''} {above}"
                found.append(RegisterFile(path, kind, sort, sheet, number, columns, texts, around, *written))
                break
    most = max((len(file.columns) for file in found), default=0)
    return [file for file in found if len(file.columns) == most]


def _texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sheet.rows]


def _columns(place: Place, row: Sequence[str], wordings: Wordings) -> dict[str, int]:
    """Return where the columns stand that a row names; a name twice is refused in a row of a register."""
    columns: dict[str, int] = {}
    twice: list[tuple[str, str]] = []
    for at, text in enumerate(row):
        told = wordings.get(normalised(text)) if text else None
        if told is not None and told in columns:
            twice.append((row[columns[told]], text))
        elif told is not None:
            columns[told] = at
    if twice and len(columns) >= len(NEEDED[COMPLIANCE]):
        first, second = twice[0]
        raise refused(
            replace(place, column=second),
            f"“{first}” and “{second}” mean the same.",
            "Leave one of the two columns.",
        )
    return columns


def _only(found: Sequence[RegisterFile]) -> RegisterFile | None:
    if len(found) > 1:
        first, second = found[:2]
        raise refused(
            second.place(second.header),
            f"This is as good a header as {first.place(first.header)}.",
            "Leave one register in the file, with one header.",
        )
    return found[0] if found else None
