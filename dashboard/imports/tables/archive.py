"""Looking into an XLSX before any reader opens it: not encrypted, not damaged, not a bomb, no formulas."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.imports.imported import Place
from dashboard.imports.problems import refused
from dashboard.imports.tables.text_file import MOST_COLUMNS

ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
MOST_BYTES = 3 << 30
"""A register of a million rows unpacks to about a gigabyte."""
MOST_RATIO = 200
"""Spreadsheets pack ten to forty times; a bomb a thousand times."""
MOST_PARTS = 2_000
_SMALL = 10 << 20
_CHUNK = 4 << 20
_LONGEST_TAG = 4096

_ODD = re.compile(
    rb'<(?:x:)?f[ >/]|<(?:x:)?c [^>]*?r="(?:[A-Z]{3,}|C[W-Z]|[D-Z][A-Z])\d+"|<!DOCTYPE|<!ENTITY'
)
_CELL = re.compile(rb'<(?:x:)?c [^>]*?r="([A-Z]+)(\d+)"')
_MERGED = re.compile(rb'<(?:x:)?mergeCell [^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell with a formula: the part of the archive, its column's letters and its row from 1."""

    part: str
    column: str
    row: int


@dataclass(frozen=True, slots=True)
class Looked:
    """What an archive holds: formulas (the first of each part), and merged ranges by part, as the letters
    of a column and a row from 1, twice."""

    formulas: tuple[Formula, ...]
    merged: dict[str, tuple[tuple[str, int, str, int], ...]]


def look_into(path: Path) -> Looked:
    """Look through an XLSX whole, unpacking no more than is allowed. Raises ImportRefusedError."""
    place = Place(path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_sizes(archive, path)
            formulas: list[Formula] = []
            merged = {}
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    ranges = _scan(archive, part, place, formulas)
                    if ranges:
                        merged[part.filename] = tuple(ranges)
            return Looked(tuple(formulas), merged)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise refused(
            place, "The workbook is damaged.", "Open it, save it again, and import that."
        ) from error
    except RuntimeError as error:  # what zipfile raises for an encrypted part
        raise refused(place, "The workbook is encrypted.", "Save it without a password.") from error


def _check_sizes(archive: zipfile.ZipFile, path: Path) -> None:
    place = Place(path.name)
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = max(path.stat().st_size, 1)
    bomb = unpacked > MOST_BYTES or (unpacked > _SMALL and unpacked > MOST_RATIO * packed)
    if bomb or len(parts) > MOST_PARTS:
        raise refused(
            place,
            f"The workbook would unpack to {unpacked / 1e6:,.0f} MB from {packed / 1e6:,.2f} MB, in "
            f"{len(parts):,} parts: it is not opened.",
            "Save the table alone in a new workbook, or as CSV.",
        )
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names and not any(name.endswith("/workbook.xml") for name in names):
        raise refused(
            place,
            "This is a packed file, but no XLSX workbook.",
            "Unpack it, or save the table as XLSX or CSV.",
        )


def _scan(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, place: Place, formulas: list[Formula]
) -> list[tuple[str, int, str, int]]:
    """Go through one part; add its first formula, and return its merged ranges."""
    sheet = "worksheets/" in part.filename
    merged: list[tuple[str, int, str, int]] = []
    found = False
    for text, fresh in _windows(archive, part):
        for match in _ODD.finditer(text):
            if match.end() <= fresh:
                continue
            if match[0].startswith(b"<!"):
                raise refused(place, "The workbook declares what no workbook needs: it is not opened.")
            if sheet and b"r=" in match[0]:
                raise refused(
                    place,
                    f"A sheet has something in more than {MOST_COLUMNS} columns.",
                    "Remove what does not belong to the table.",
                )
            if sheet and not found:
                cells = list(_CELL.finditer(text, 0, match.start()))
                if cells:
                    found = True
                    formulas.append(Formula(part.filename, cells[-1][1].decode(), int(cells[-1][2])))
        if sheet and b"mergeCell" in text:
            for match in _MERGED.finditer(text):
                if match.end() > fresh:
                    merged.append((match[1].decode(), int(match[2]), match[3].decode(), int(match[4])))
    return merged


def _windows(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """Unpack a part piece by piece; each comes with the end of the one before, whose length is given."""
    kept = b""
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            yield kept + chunk, len(kept)
            kept = chunk[-_LONGEST_TAG:]
