"""A case register's file, whatever its format: which columns it has, and its rows piece by piece."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from dashboard.imports.imported import Place
from dashboard.imports.problems import ImportRefusedError, refused
from dashboard.imports.register.columns import CASES, COMPLIANCE, DECISIONS, NEEDED, RegisterWords, Wordings
from dashboard.imports.register.rows import parquet_columns, parquet_rows, workbook_rows
from dashboard.imports.store.aside import NOTHING_ASIDE, Aside
from dashboard.imports.tables.archive import Part, look_into
from dashboard.imports.tables.formats import Format, format_of
from dashboard.imports.tables.sheet import Sheet, clean, letters
from dashboard.imports.tables.text_file import encoding_of, heads, records
from dashboard.imports.tables.workbook import read_sheets, sheet_parts
from dashboard.imports.wording import normalised

PIECE = 50_000
"""How many rows are held as text at a time."""

REGISTER_SORTS = (CASES, COMPLIANCE)
"""What the files of a register are; a list of decisions is none."""

_SEARCHED = 60


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A file recognised as a register: ``sort`` is ``cases`` or ``compliance``, ``header`` the row (from 1)
    of its headings (0: Parquet), ``columns`` where each of its columns stands, ``texts`` their headings;
    ``around`` is what stands above the header, ``cells`` what its reader does not tell of a workbook's
    cells, ``aside`` what is left out of it; ``width`` how many cells the header of a text has."""

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
    cells: Part | None = None
    aside: Aside = NOTHING_ASIDE
    width: int = 0

    def place(self, row: int | None = None, column: str | None = None) -> Place:
        """Return a place, ``row`` counted from 1 as a spreadsheet shows it, ``column`` by its id."""
        return Place(self.path.name, self.sheet, row, self.texts.get(column or ""))


@dataclass(frozen=True, slots=True)
class Piece:
    """Some rows: the number of each (from 1, as a spreadsheet shows it) and their texts by column;
    ``uneven`` are those with more or fewer cells than the header has: row and cells."""

    rows: list[int]
    texts: dict[str, list[str]]
    uneven: list[tuple[int, int]] = field(default_factory=list)


def recognise(
    path: Path,
    words: RegisterWords,
    aside: Aside = NOTHING_ASIDE,
    sorts: Sequence[str] = REGISTER_SORTS,
) -> RegisterFile | None:
    """Return a file as one of some sorts, ``aside`` left out of it; None when its headings are not those of
    any.

    Raises ImportRefusedError when two sheets, or two rows, could be its header, it cannot be read, or a
    column to be left out is none that is read.
    """
    file = _recognise(path, words, sorts, aside.sheet)
    return file and _without_columns(file, aside)


def _without_columns(file: RegisterFile, aside: Aside) -> RegisterFile:
    columns, texts = dict(file.columns), {name: clean(text).casefold() for name, text in file.texts.items()}
    for heading in aside.columns:
        wanted = clean(heading).casefold()
        name = next((name for name, text in texts.items() if text == wanted), None)
        name = name or next((n for n, at in columns.items() if letters(at) == heading.upper()), None)
        if name is None:
            raise refused(
                file.place(file.header),
                f"No column that is read is called “{heading}”.",
                "Give --ignore-column as the heading stands; other columns are not read.",
            )
        if name in NEEDED[file.sort]:
            what = "A list of decisions" if file.sort == DECISIONS else "A register"
            raise refused(file.place(file.header, name), f"{what} needs this column.")
        columns.pop(name, None)
    return replace(file, columns=columns, aside=aside)


def _recognise(
    path: Path, words: RegisterWords, sorts: Sequence[str], only_sheet: str
) -> RegisterFile | None:
    kind = format_of(path)
    if kind is Format.PARQUET:
        names = parquet_columns(path)
        found = _find(path, kind, [names], words, sorts)
        return replace(found[0], header=0) if found else None
    if kind is Format.XLSX:
        looked = look_into(path)
        sheets = read_sheets(path, looked, _SEARCHED)
        hidden = {sheet.name for sheet in sheets if sheet.hidden}
        found = [
            file
            for sheet in sheets
            if not only_sheet or sheet.name == only_sheet
            for file in _find(path, kind, _texts(sheet), words, sorts, sheet=sheet.name)
        ]
        only = _only(found)
        if only is None:
            return None
        _refuse_hidden(only, hidden, only_sheet)
        part = next(part for part, name in sheet_parts(path) if name == only.sheet)
        return replace(only, cells=looked.part(part))
    encoding = encoding_of(path)
    best: list[RegisterFile] = []
    for delimiter, rows in heads(path, encoding):
        if isinstance(rows, ImportRefusedError):
            continue
        found = _find(path, kind, rows, words, sorts, written=(encoding, delimiter))
        found = [replace(one, width=_headed(rows[one.header - 1])) for one in found]
        if found and len(found[0].columns) > (len(best[0].columns) if best else 0):
            best = found
    return _only(best)


def _refuse_hidden(file: RegisterFile, hidden: Container[str | None], only_sheet: str) -> None:
    """Refuse what stands on a sheet that its program does not show, unless a person named that sheet."""
    if file.sheet in hidden and file.sheet != only_sheet:
        raise refused(
            file.place(file.header),
            "The sheet is hidden: it may not be meant to be published.",
            "Say that it is the right one with --sheet.",
        )


def check_readable(path: Path) -> None:
    """Raise what is wrong with the rows of a text: a quotation mark that swallows them."""
    if format_of(path) is Format.TEXT:
        for _, rows in heads(path, encoding_of(path)):
            if isinstance(rows, ImportRefusedError):
                raise rows


def pieces(file: RegisterFile) -> Iterator[Piece]:
    """Go through the rows below the header; blank ones are left out.

    Raises ImportRefusedError, also where a row to be left out is not there: it was another file's.
    """
    if file.format is Format.PARQUET:
        rows: Iterator[Sequence[str]] = parquet_rows(file.path)
    elif file.format is Format.XLSX:
        rows = workbook_rows(file.path, file.sheet or "")
    else:
        rows = records(file.path, file.encoding, file.delimiter)
    numbered = enumerate(rows, 1)
    for _ in islice(numbered, file.header):
        pass
    width = max(file.columns.values()) + 1
    placeholders = {clean(text).casefold() for text in file.aside.not_held}

    def held(text: str) -> str:
        return "" if placeholders and text.casefold() in placeholders else text

    last = file.header
    while block := list(islice(numbered, PIECE)):
        last = block[-1][0]
        kept = [(n, row) for n, row in block if any(row) and n not in file.aside.rows]
        padded = [row if len(row) >= width else [*row, *[""] * (width - len(row))] for _, row in kept]
        texts = {name: [held(row[at].strip()) for row in padded] for name, at in file.columns.items()}
        uneven = [(number, len(row)) for number, row in kept if file.width and _is_uneven(row, file.width)]
        yield Piece([number for number, _ in kept], texts, uneven)
    if beyond := [row for row in file.aside.rows if row > last]:
        raise refused(file.place(beyond[0]), "There is no such row.", "Correct --ignore-row.")


def _is_uneven(row: Sequence[str], width: int) -> bool:
    """Say whether a row has cells too few, or something in more cells than the header has."""
    return len(row) < width or any(row[width:])


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


def _headed(row: Sequence[str]) -> int:
    """Return how many cells a header has, blank ones at its end left out."""
    return max((at for at, text in enumerate(row, 1) if text.strip()), default=0)


def _only(found: Sequence[RegisterFile]) -> RegisterFile | None:
    if len(found) > 1:
        first, second = found[:2]
        raise refused(
            second.place(second.header),
            f"This is as good a header as {first.place(first.header)}.",
            "Leave one register in the file, with one header.",
        )
    return found[0] if found else None
