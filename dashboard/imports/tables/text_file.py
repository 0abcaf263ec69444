"""Text files with columns: which encoding, which delimiter, and their records."""

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from dashboard.imports.imported import Place
from dashboard.imports.problems import ImportRefusedError, refused
from dashboard.imports.tables.sheet import Sheet, text_cell

DELIMITERS = (",", ";", "\t", "|")
MOST_COLUMNS = 100
MOST_ROWS = 20_000
"""An annual table has some 360 rows; beyond this it is something else."""

LONGEST_CELL = 1_000_000
_HEAD = 64 * 1024
_CHUNK = 1 << 20
_HEAD_ROWS = 60
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_QUOTES = {
    "unexpected end of data": "a quotation mark opens in it, and is never closed",
}
"""What is wrong with quotation marks, by what the reader says of it."""
_FIGURE = re.compile(r'\s*"?[£]?[\d., ]*\d\s*%?"?\s*')
_CASE = re.compile(r'\s*"?(?:SIM )?\d\d[ -]?\d{3}[ -]?\d{3}[a-z]?"?\s*', re.IGNORECASE)
_ROW_OF_FIGURES, _ROW_OF_CASES = 2, 4
"""So many cells in a line of a cell are those of a row."""
_QUOTED = 60
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 0x1A, 0x1B}
_FEW, _SHARE = 8, 0.01
"""How many control characters a text has at most; a file that is none has one in ten. Cells name theirs."""
_MANY = 0.3
_END_MARK = "\x1a"


def encoding_of(path: Path) -> str:
    """Return a text file's encoding: its mark, else UTF-16 told by its zeros, else UTF-8, else cp1252 (what
    Windows programs in Britain write; Latin-1 is read rightly by it too).

    Raises ImportRefusedError for a file that is no text.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    unmarked = _utf_16(head)
    if unmarked:
        return unmarked
    controls = sum(byte in _CONTROLS for byte in head)
    if b"\0" in head or controls > _FEW + _SHARE * len(head):
        raise refused(
            Place(path.name), "This is no text file.", "Save the table as CSV or XLSX, and import that."
        )
    return "utf-8" if _is_utf_8(path) else "cp1252"


def records(path: Path, encoding: str, delimiter: str) -> Iterator[list[str]]:
    """Go through the records of a text file. Raises ImportRefusedError where it cannot be read on."""
    row = 0
    csv.field_size_limit(LONGEST_CELL)
    try:
        with path.open(encoding=encoding, errors=_errors(encoding), newline="") as file:
            lines = map(_without_end_mark, file)
            for row, cells in enumerate(csv.reader(lines, delimiter=delimiter, strict=True), 1):
                _check_whole_rows(path, row, cells, delimiter)
                yield cells
    except csv.Error as error:
        raise refused(
            Place(path.name, row=row + 1),
            f"The row cannot be read: {_QUOTES.get(str(error), str(error))}.",
            "Look for a quotation mark too many where the row begins, or in it.",
        ) from error
    except UnicodeError as error:
        raise refused(
            Place(path.name, row=row + 1),
            "The text breaks off, or is damaged.",
            "Save it again as CSV UTF-8.",
        ) from error


def heads(path: Path, encoding: str) -> Iterator[tuple[str, list[list[str]] | ImportRefusedError]]:
    """Return the first records of a text file as each delimiter reads them, or why it cannot."""
    for delimiter in DELIMITERS:
        try:
            yield delimiter, list(islice(records(path, encoding, delimiter), _HEAD_ROWS))
        except ImportRefusedError as error:
            yield delimiter, error


def _without_end_mark(line: str) -> str:
    """Return a line without the mark that old systems end a file with; no other line has it at its end."""
    return line.removesuffix(_END_MARK)


def _check_whole_rows(path: Path, row: int, cells: list[str], delimiter: str) -> None:
    """Refuse a cell that holds whole rows: a quotation mark that opens where it should not swallows those
    up to the next."""
    for cell in cells:
        if "\n" not in cell and "\r" not in cell:
            continue
        for line in cell.splitlines():
            parts = line.split(delimiter)
            figures = sum(_FIGURE.fullmatch(part) is not None for part in parts[1:])
            if figures >= _ROW_OF_FIGURES or (len(parts) >= _ROW_OF_CASES and _CASE.fullmatch(parts[0])):
                raise refused(
                    Place(path.name, row=row),
                    f"A quotation mark opens in this row and swallows others: “{line[:_QUOTED].strip()}”.",
                    "Remove it, or close it in its own cell.",
                )


def text_sheet(path: Path, encoding: str, delimiter: str) -> Sheet:
    """Read a text file as one sheet. Raises ImportRefusedError when it is too long or too wide."""
    rows = []
    for number, cells in enumerate(records(path, encoding, delimiter), 1):
        if number > MOST_ROWS:
            raise too_long(Place(path.name))
        if len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS:]):
            raise too_wide(Place(path.name, row=number), len(cells))
        rows.append([text_cell(cell) for cell in cells])
    return Sheet(path.name, None, rows)


def too_long(place: Place) -> ImportRefusedError:
    """Return the error of a sheet with too many rows."""
    return refused(
        place,
        f"There are more than {MOST_ROWS:,} rows: this is no annual table.",
        "A case register is recognised by its headings; see docs/register.md.",
    )


def too_wide(place: Place, columns: int) -> ImportRefusedError:
    """Return the error of a row with too many columns."""
    return refused(
        place,
        f"There are {columns:,} columns, and a table has at most {MOST_COLUMNS}.",
        "Remove what does not belong to the table.",
    )


def _errors(encoding: str) -> str:
    # Five bytes have no letter in cp1252. They stand in names of nothing: shown as what cannot be read.
    return "replace" if encoding == "cp1252" else "strict"


def _is_utf_8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _utf_16(head: bytes) -> str | None:
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if odd > _MANY * half and even == 0:
        return "utf-16-le"
    if even > _MANY * half and odd == 0:
        return "utf-16-be"
    return None
