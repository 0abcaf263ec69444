"""Reading the source folder: every file checked for its columns and remembered by its checksum."""

import csv
import gzip
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


class DerivationError(Exception):
    """The source folder is not as it must be; the message is a sentence saying what and where."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a source table, with the place it stands at for messages."""

    place: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@dataclass(slots=True)
class SourceFolder:
    """The folder of source data. ``read`` holds the SHA-256 of every file read so far, by relative path."""

    root: Path
    read: dict[str, str] = field(default_factory=dict)

    def bytes_of(self, relative: str) -> bytes:
        """Return a file's content, remembering its checksum. Raises DerivationError when it is missing."""
        try:
            content = (self.root / relative).read_bytes()
        except OSError as error:
            raise DerivationError(f"The source file {relative} is missing from {self.root}.") from error
        self.read[relative] = hashlib.sha256(content).hexdigest()
        return content

    def table(self, relative: str, columns: Sequence[str]) -> list[Row]:
        """Return the rows of a CSV file (gzipped if so named), cells stripped of surrounding space.

        Raises DerivationError when the file is missing, is no UTF-8, lacks one of ``columns``, has a
        row of another length, or has no rows at all.
        """
        content = self.bytes_of(relative)
        try:
            plain = gzip.decompress(content) if relative.endswith(".gz") else content
            text = plain.decode("utf-8-sig")
        except (OSError, EOFError, UnicodeDecodeError) as error:
            raise DerivationError(
                f"The source file {relative} cannot be read as UTF-8 text: {error}."
            ) from error
        lines = csv.reader(io.StringIO(text, newline=""))
        header = next(lines, [])
        missing = [column for column in columns if column not in header]
        if missing:
            raise DerivationError(f"The source file {relative} has no column {', '.join(missing)}.")
        rows = []
        for cells in lines:
            place = f"{relative}, line {lines.line_num}"
            if len(cells) != len(header):
                raise DerivationError(f"{place}: {len(cells)} cells where the header has {len(header)}.")
            rows.append(Row(place, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}))
        if not rows:
            raise DerivationError(f"The source file {relative} has no rows.")
        return rows
