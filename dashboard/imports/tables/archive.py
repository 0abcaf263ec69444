"""Looking into an XLSX before any reader opens it: not encrypted, not damaged, not a bomb; its odd cells."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.imports.imported import Place
from dashboard.imports.problems import refused
from dashboard.imports.tables.marked_texts import Marked, has_marks, marked_in
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
_LONGEST_CELL = 64 << 10
"""A cell with its formula (8,192 letters at most) and its value; texts stand elsewhere."""
MOST_CELLS = 1_000
"""So many odd cells of a kind are kept of a column, the rest is counted."""

_ODD = re.compile(rb'<(?:x:)?c [^>]*?r="(?:[A-Z]{3,}|C[W-Z]|[D-Z][A-Z])\d+"|<!DOCTYPE|<!ENTITY')
_CELL = re.compile(rb"<(?:x:)?c( [^>]*)>(?:\s*<(?:x:)?(f)[ >/])?")
_AT = re.compile(rb' r="([A-Z]+)(\d+)"')
_STYLE = re.compile(rb' s="(\d+)"')
_VALUE = re.compile(rb"<(?:x:)?v>([^<]*)</")
_END = re.compile(rb"</(?:x:)?c>")
_MERGED = re.compile(rb'<(?:x:)?mergeCell [^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


@dataclass(frozen=True, slots=True)
class CellAt:
    """A cell of a part of an archive: the letters of its column (empty where the file does not say), its row
    from 1, and the error it holds."""

    column: str
    row: int
    error: str = ""


@dataclass
class Cells:
    """Cells of one kind in a column: the first of them, and how many there are."""

    first: list[CellAt] = field(default_factory=list)
    number: int = 0

    def add(self, cell: CellAt) -> None:
        """Note one more."""
        self.number += 1
        if len(self.first) < MOST_CELLS:
            self.first.append(cell)


@dataclass
class Part:
    """What a sheet holds that its reader does not tell: merged ranges (the letters of a column and a row from
    1, twice); and by column cells with formulas, those that were never worked out, errors, and
    those with letters raised, lowered or struck through."""

    merged: list[tuple[str, int, str, int]] = field(default_factory=list)
    formulas: dict[str, Cells] = field(default_factory=dict)
    never_worked_out: dict[str, Cells] = field(default_factory=dict)
    errors: dict[str, Cells] = field(default_factory=dict)
    marked: dict[str, Cells] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Looked:
    """What an archive holds: its sheets, by the name of their part."""

    parts: dict[str, Part]

    def part(self, name: str) -> Part:
        """Return what a part holds; nothing odd where it was not looked into."""
        return self.parts.get(name) or Part()


def look_into(path: Path) -> Looked:
    """Look through an XLSX whole, unpacking no more than is allowed. Raises ImportRefusedError."""
    place = Place(path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_sizes(archive, path)
            marked = marked_in(archive)
            return Looked(
                {
                    part.filename: _scan(archive, part, place, marked)
                    for part in archive.infolist()
                    if part.filename.endswith((".xml", ".rels"))
                }
            )
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


def _scan(archive: zipfile.ZipFile, part: zipfile.ZipInfo, place: Place, marked: Marked) -> Part:
    """Go through one part of an archive; ``marked`` is what its texts and styles mark."""
    sheet = "worksheets/" in part.filename
    found = Part()
    for text, stop in _windows(archive, part):
        for match in _ODD.finditer(text):
            if match[0].startswith(b"<!"):
                raise refused(place, "The workbook declares what no workbook needs: it is not opened.")
            if sheet:
                raise refused(
                    place,
                    f"A sheet has something in more than {MOST_COLUMNS} columns.",
                    "Remove what does not belong to the table.",
                )
        if sheet and (b't="e"' in text or b"<f" in text or b":f" in text):
            _odd_cells(text, stop, found)
        if sheet and (marked or b"vertAlign" in text or b"strike" in text):
            _marked_cells(text, stop, found, marked)
        if sheet and b"mergeCell" in text:
            found.merged += [
                (match[1].decode(), int(match[2]), match[3].decode(), int(match[4]))
                for match in _MERGED.finditer(text)
                if match.start() < stop
            ]
    return found


def _odd_cells(text: bytes, stop: int, found: Part) -> None:
    """Note the formulas and the errors among the cells that begin before ``stop``."""
    for match in _CELL.finditer(text):
        if match.start() >= stop:
            return
        attributes, formula = match[1], match[2] is not None
        error = b' t="e"' in attributes
        if not formula and not error:
            continue
        end = _END.search(text, match.end())
        value = _VALUE.search(text, match.end(), end.start() if end else len(text))
        at = _AT.search(attributes)
        cell = CellAt(
            at[1].decode() if at else "",
            int(at[2]) if at else 0,
            value[1].decode("utf-8", "replace") if error and value else "",
        )
        if formula:
            found.formulas.setdefault(cell.column, Cells()).add(cell)
        if error:
            found.errors.setdefault(cell.column, Cells()).add(cell)
        elif (value is None or not value[1]) and b' t="str"' not in attributes:
            found.never_worked_out.setdefault(cell.column, Cells()).add(cell)


def _marked_cells(text: bytes, stop: int, found: Part, marked: Marked) -> None:
    """Note the cells whose letters are raised, lowered or struck, some or all."""
    for match in _CELL.finditer(text):
        if match.start() >= stop:
            return
        attributes = match[1]
        if attributes.endswith(b"/"):
            continue  # a cell without anything in it
        end = _END.search(text, match.end())
        content = text[match.end() : end.start() if end else len(text)]
        value = _VALUE.search(content)
        shared = b' t="s"' in attributes and value is not None and value[1] in marked.texts
        style = _STYLE.search(attributes) if value is not None and value[1] else None
        if shared or (style is not None and style[1] in marked.styles) or has_marks(content):
            at = _AT.search(attributes)
            cell = CellAt(at[1].decode() if at else "", int(at[2]) if at else 0)
            found.marked.setdefault(cell.column, Cells()).add(cell)


def _windows(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """Unpack a part piece by piece; each comes with where the next begins, which has what is cut here."""
    kept = b""
    with archive.open(part) as file:
        chunk = file.read(_CHUNK)
        while chunk:
            following = file.read(_CHUNK)
            text = kept + chunk
            stop = max(0, len(text) - _LONGEST_CELL) if following else len(text)
            yield text, stop
            kept, chunk = text[stop:], following
