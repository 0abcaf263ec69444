"""Reading one artefact, strictly: whatever is odd about it is a sentence naming the file and the line."""

import csv
import gzip
import hashlib
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

from dashboard.domain.years import ReportingYear

Parsed = TypeVar("Parsed")

PROVENANCE = "provenance.json"


class ArtefactError(Exception):
    """An artefact under ``data/`` is missing, truncated or odd; the message says which, where and how."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an artefact: its place, for messages, and its cells by column."""

    place: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def read(self, column: str, parse: Callable[[str], Parsed], meaning: str) -> Parsed:
        """Return a cell parsed. Raises ArtefactError when it is not what ``meaning`` says it is."""
        try:
            return parse(self.cells[column])
        except (ValueError, InvalidOperation):
            raise ArtefactError(
                f"{self.place}: “{self.cells[column]}” in {column} is not {meaning}."
            ) from None

    def optional(self, column: str, parse: Callable[[str], Parsed], meaning: str) -> Parsed | None:
        """Return a cell parsed, None when it is empty."""
        return self.read(column, parse, meaning) if self.cells[column] else None

    def whole(self, column: str) -> int:
        """Return a whole number that is not negative."""
        return self.read(column, whole_number, "a whole number")

    def decimal(self, column: str) -> Decimal:
        """Return a decimal number, as written."""
        return self.read(column, finite_decimal, "a number")

    def day(self, column: str) -> date | None:
        """Return a day, None when it is open."""
        return self.optional(column, date.fromisoformat, "a day such as 2023-03-31")

    def year(self, column: str = "year") -> str:
        """Return a reporting year, checked."""
        return str(self.read(column, ReportingYear.parse, "a reporting year such as 2023-24"))


def whole_number(text: str) -> int:
    """Read digits, and nothing but digits. Raises ValueError."""
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def finite_decimal(text: str) -> Decimal:
    """Read a finite decimal. Raises ValueError or InvalidOperation."""
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(text)
    return number


def read_artefact(data: Path, relative: str, columns: Sequence[str]) -> list[Line]:
    """Return the lines of a CSV artefact (gzipped if so named) under the ``data`` directory.

    Raises ArtefactError when it is missing, is not UTF-8, has other columns, ends within a line, has
    a row of another length or no rows, or is not the file that ``provenance.json`` beside it records.
    """
    try:
        content = (data / relative).read_bytes()
    except OSError:
        raise ArtefactError(f"{relative} is missing from {data}.") from None
    try:
        text = (gzip.decompress(content) if relative.endswith(".gz") else content).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError):
        raise ArtefactError(f"{relative} is truncated, or is no UTF-8 text.") from None
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[Line] = []
    try:
        header = next(rows, [])
        if tuple(header) != tuple(columns):
            raise ArtefactError(f"{relative}, line 1: the columns are not {', '.join(columns)}.")
        for cells in rows:
            place = f"{relative}, line {rows.line_num}"
            if len(cells) != len(header):
                raise ArtefactError(f"{place}: {len(cells)} cells where there should be {len(header)}.")
            lines.append(Line(place, dict(zip(header, cells, strict=True))))
    except csv.Error as error:
        raise ArtefactError(f"{relative}, line {rows.line_num}: {error}.") from None
    if not text.endswith("\n"):
        raise ArtefactError(f"{relative}, line {rows.line_num}: the file ends within a line.")
    if not lines:
        raise ArtefactError(f"{relative} has no rows.")
    _check_recorded(data, relative, content)
    return lines


def _check_recorded(data: Path, relative: str, content: bytes) -> None:
    """Compare an artefact with its recorded checksum, where the directory records one."""
    recorded = data / PROVENANCE
    if not recorded.exists():
        return
    try:
        told = json.loads(recorded.read_text("utf-8"))["artefacts"].get(relative, {}).get("sha256")
    except (ValueError, KeyError, AttributeError, TypeError):
        raise ArtefactError(
            f"{PROVENANCE} in {data} is truncated, or not what the derivation wrote."
        ) from None
    if told and told != hashlib.sha256(content).hexdigest():
        raise ArtefactError(f"{relative} was altered: its checksum is not the one recorded in {PROVENANCE}.")
