"""The small CSV files that people keep in the store: read strictly, written whole."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from dashboard.releases.changing import Changing
from dashboard.releases.on_disk import why


class NotReadableError(ValueError):
    """A file kept in the store is not what it should be; the message says which, where and how."""


def read_rows(path: Path, columns: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Return the rows with their line numbers, cells stripped; none where there is no such file.

    Blank lines are passed over. Raises NotReadableError for another heading, or cells too many or few.
    """
    reader = csv.reader(io.StringIO(_text_of(path), newline=""), strict=True)
    found: list[tuple[int, dict[str, str]]] = []
    head: list[str] = []
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if not head:
                head = _head(path, stripped, columns)
            elif any(stripped):
                found.append((reader.line_num, _row(path, reader.line_num, head, stripped)))
    except csv.Error as error:
        raise NotReadableError(f"{path.name}, line {reader.line_num}: {error}.") from None
    return found


def write_rows(held: Changing, path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write the rows in the place of what was there, in one step. Raises OSError."""
    held.write(path, table_text(columns, rows))


def table_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the text of such a file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise NotReadableError(f"{path.name} cannot be read as UTF-8 text: {why(error)}.") from error


def _head(path: Path, cells: list[str], columns: Sequence[str]) -> list[str]:
    if cells != list(columns):
        raise NotReadableError(f"{path.name}, line 1: the columns must be {', '.join(columns)}.")
    return cells


def _row(path: Path, line: int, head: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) != len(head):
        raise NotReadableError(
            f"{path.name}, line {line}: {len(cells)} cells where there should be {len(head)}."
        )
    return dict(zip(head, cells, strict=True))
