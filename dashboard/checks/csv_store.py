"""The small CSV files that people keep beside a draft: read strictly, written whole."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from dashboard.releases.on_disk import write_whole


class NotReadableError(ValueError):
    """A file kept beside a draft is not what it should be; the message says which, where and how."""


def read_rows(path: Path, columns: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Return the rows with their line numbers, cells stripped; none where there is no such file.

    Blank lines are passed over. Raises NotReadableError for another heading, or cells too many or few.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise NotReadableError(f"{path.name} cannot be read as UTF-8 text: {error}.") from error
    reader = csv.reader(io.StringIO(text, newline=""))
    head = [cell.strip() for cell in next(reader, [])]
    if head != list(columns):
        raise NotReadableError(f"{path.name}, line 1: the columns must be {', '.join(columns)}.")
    found = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(head):
            raise NotReadableError(
                f"{path.name}, line {reader.line_num}: {len(cells)} cells where there should be {len(head)}."
            )
        found.append((reader.line_num, dict(zip(head, (cell.strip() for cell in cells), strict=True))))
    return found


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write the rows in the place of what was there, in one step."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    write_whole(path, text.getvalue())
