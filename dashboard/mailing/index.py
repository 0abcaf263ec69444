"""``index.csv``: which letters are written, and ``problems.csv``: which could not be and why."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from dashboard.releases.on_disk import why, write_whole

INDEX = "index.csv"
PROBLEMS = "problems.csv"

Key = tuple[str, str]
"""A year and a council's slug."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One letter written. ``letter`` is ``official`` or ``project``; ``made_from`` is a checksum of all that
    the file follows from, so that a letter that would come out the same is not made again."""

    year: str
    council: str
    name: str
    file: str
    pages: int
    sha256: str
    letter: str
    release: str
    made_from: str

    @property
    def key(self) -> Key:
        """What names it."""
        return (self.year, self.council)


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be written of a council, or is not as it should be, in a sentence."""

    year: str
    council: str
    name: str
    sentence: str


class UnreadableIndexError(ValueError):
    """The index of an earlier run cannot be read. The message is a sentence."""


def read_index(folder: Path) -> dict[Key, Entry]:
    """Read the index an earlier run left; empty without one. Raises UnreadableIndexError."""
    path = folder / INDEX
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableIndexError(f"{path} cannot be read: {why(error)}.") from error
    names = [field.name for field in fields(Entry)]
    reader = csv.DictReader(io.StringIO(text))
    if reader.fieldnames != names:
        raise UnreadableIndexError(f"{path} is not an index of letters: name another folder, or move it.")
    try:
        entries = [_entry(row) for row in reader]
    except (TypeError, ValueError) as error:
        raise UnreadableIndexError(f"{path}: a row cannot be read ({error}).") from error
    return {entry.key: entry for entry in entries}


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        year=row["year"],
        council=row["council"],
        name=row["name"],
        file=row["file"],
        pages=int(row["pages"]),
        sha256=row["sha256"],
        letter=row["letter"],
        release=row["release"],
        made_from=row["made_from"],
    )


def write_index(folder: Path, entries: Iterable[Entry]) -> None:
    """Write the index, by year and council. Raises OSError."""
    _write(folder / INDEX, [field.name for field in fields(Entry)], sorted(map(astuple, entries)))


def write_problems(folder: Path, problems: Iterable[Problem]) -> None:
    """Write what could not be written; without any, no file is left. Raises OSError."""
    rows = sorted(map(astuple, problems))
    if rows:
        _write(folder / PROBLEMS, [field.name for field in fields(Problem)], rows)
    else:
        (folder / PROBLEMS).unlink(missing_ok=True)


def _write(path: Path, head: list[str], rows: Iterable[tuple[object, ...]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    write_whole(path, text.getvalue())
