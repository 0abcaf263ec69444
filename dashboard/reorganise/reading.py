"""The rows of a reorganisation's file, as they are written: nothing is looked up yet."""

import csv
import io
from dataclasses import dataclass

from dashboard.domain.characters import odd_characters
from dashboard.imports.place import Place
from dashboard.imports.problems import ImportRefusedError, Problem, refused

COLUMNS = ("name", "code", "type", "start", "predecessors")
SEPARATOR = "|"
LARGEST = 1_000_000
"""Bytes; a file for every district of England has 30,000."""
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One council to come, as its row says it: texts, stripped. ``line`` is its row, counted from 1."""

    file: str
    line: int
    name: str
    code: str
    type: str
    start: str
    predecessors: tuple[str, ...]

    def place(self, column: str | None = None) -> Place:
        """Return where it, or a cell of it, stands."""
        return Place(self.file, row=self.line, column=column)


def read_rows(content: bytes, file: str) -> tuple[Row, ...]:
    """Return the rows of a file of this name; blank ones are passed over. Raises ImportRefusedError."""
    if len(content) > LARGEST:
        raise refused(
            Place(file), f"The file has {len(content):,} bytes: a reorganisation has a few thousand."
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused(Place(file), "This is no UTF-8 text.", "Save it as CSV UTF-8.") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    problems: list[Problem] = []
    head: list[str] = []
    try:
        for raw in reader:
            cells = [cell.strip() for cell in raw]
            if not any(cells):
                continue
            if not head:
                head = _head(cells, file, reader.line_num)
                continue
            found = _row(dict(zip(head, cells, strict=False)), len(cells), file, reader.line_num)
            (problems if isinstance(found, Problem) else rows).append(found)  # type: ignore[arg-type]
    except csv.Error as error:
        raise refused(Place(file, row=reader.line_num), f"The row cannot be read: {error}.") from None
    if problems:
        raise ImportRefusedError(problems)
    if not rows:
        raise refused(Place(file), "No council stands in it.", f"A row has the columns {', '.join(COLUMNS)}.")
    return tuple(rows)


def _head(cells: list[str], file: str, line: int) -> list[str]:
    head = [cell.casefold() for cell in cells]
    if sorted(head) != sorted(COLUMNS):
        raise refused(
            Place(file, row=line),
            f"The columns are {', '.join(cells)}.",
            f"They must be {', '.join(COLUMNS)}, each once.",
        )
    return head


def _row(cells: dict[str, str], number: int, file: str, line: int) -> Row | Problem:
    if number != len(COLUMNS):
        return Problem(
            Place(file, row=line),
            f"The row has {number} cells where there should be {len(COLUMNS)}.",
            f"Predecessors stand in one cell, with {SEPARATOR} between them.",
        )
    for column, text in cells.items():
        if odd := odd_characters(text):
            return Problem(
                Place(file, row=line, column=column), f"It holds {', '.join(odd)}, which nobody can see."
            )
    parts = (" ".join(part.split()) for part in cells["predecessors"].split(SEPARATOR))
    return Row(
        file,
        line,
        " ".join(cells["name"].split()),
        cells["code"].upper(),
        cells["type"],
        cells["start"],
        tuple(part for part in parts if part),
    )
