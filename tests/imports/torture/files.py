"""Files made in memory: texts with columns, and workbooks."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from tests.imports.torture.xlsx import Merge, Sheet, Value, xlsx_bytes

Row = Sequence[Value]


@dataclass(frozen=True, slots=True)
class File:
    """A file: its name, and what is in it."""

    name: str
    content: bytes


def raw(content: bytes, name: str = "table.csv") -> File:
    """Return a file of these bytes."""
    return File(name, content)


def text(content: str, name: str = "table.csv", encoding: str = "utf-8") -> File:
    """Return a file of this text, as it stands."""
    return File(name, content.encode(encoding))


def csv_file(
    rows: Sequence[Row],
    name: str = "table.csv",
    *,
    encoding: str = "utf-8",
    delimiter: str = ",",
    newline: str = "\r\n",
) -> File:
    """Return rows as a text with columns, quoted where they must be."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator=newline)
    writer.writerows([["" if cell is None else cell for cell in row] for row in rows])
    return File(name, written.getvalue().encode(encoding))


def workbook(
    rows: Sequence[Row], name: str = "table.xlsx", *, sheet: str = "Data", merged: Sequence[Merge] = ()
) -> File:
    """Return rows as a workbook of one sheet."""
    return sheets(Sheet(sheet, rows, merged), name=name)


def sheets(*every: Sheet, name: str = "table.xlsx") -> File:
    """Return a workbook of several sheets."""
    return File(name, xlsx_bytes(every))
