"""An official file as it was downloaded: its rows as text with the place of each, and its checksum."""

import csv
import hashlib
import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.domain.formats import thousands
from dashboard.words.wording import listed
from derive.source import DerivationError

WORKBOOKS = (".xlsx", ".xls", ".ods")
NAMED = 8
"""How many of many things a sentence names before it counts the rest."""

_NUMBER = re.compile(r"\d+|\d{1,3}(,\d{3})+")


@dataclass(slots=True)
class OfficialFile:
    """A file handed in. ``sha256`` is the checksum of what was read, once all of it was."""

    path: Path
    sha256: str = ""

    @property
    def name(self) -> str:
        """What the file is called in sentences."""
        return self.path.name

    def sheet(self, title: str) -> list[tuple[str, list[str]]]:
        """Return all rows of a workbook's sheet, or of a CSV file, each with its place.

        Raises DerivationError for a file that cannot be read or has no such sheet.
        """
        content = self._content()
        if self.path.suffix.lower() in WORKBOOKS:
            rows = _workbook(content, self.name, title)
        else:
            try:
                text = io.StringIO(content.decode("utf-8-sig"), newline="")
                rows = list(csv.reader(text, strict=True))
            except (UnicodeDecodeError, csv.Error) as error:
                raise DerivationError(f"{self.name} cannot be read as CSV in UTF-8: {error}.") from None
        return [
            (f"{self.name}, row {number}", [_text(cell) for cell in row])
            for number, row in enumerate(rows, 1)
        ]

    def lines(self) -> Iterator[list[str]]:
        """Yield the rows of a long CSV file. Raises DerivationError where it cannot be read."""
        digest = hashlib.sha256()

        def texts() -> Iterator[str]:
            with self.path.open("rb") as file:
                for raw in file:
                    digest.update(raw)
                    yield raw.decode("utf-8-sig")

        try:
            yield from csv.reader(texts(), strict=True)
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise DerivationError(f"{self.name} cannot be read as CSV in UTF-8: {error}.") from None
        self.sha256 = digest.hexdigest()

    def _content(self) -> bytes:
        try:
            content = self.path.read_bytes()
        except OSError as error:
            raise DerivationError(f"{self.path} cannot be read: {error.strerror}.") from None
        self.sha256 = hashlib.sha256(content).hexdigest()
        return content


def whole(text: str, place: str, column: str) -> int:
    """Return a whole number above zero, with commas for thousands or without.

    Raises DerivationError saying where it stood: an empty cell, a sign for what is not available, a zero.
    """
    if not text:
        raise DerivationError(f"{place}: the cell under “{column}” is empty, and is not taken for zero.")
    if not (text.isascii() and _NUMBER.fullmatch(text)):
        raise DerivationError(f"{place}: “{text}” under “{column}” is no whole number.")
    number = int(text.replace(",", ""))
    if not number:
        raise DerivationError(f"{place}: 0 under “{column}”, where somebody must live.")
    return number


def some_of(names: Iterable[str]) -> str:
    """Name things, in order; of many the first few, and how many there are besides."""
    ordered = sorted(names)
    more = len(ordered) - NAMED
    return listed(ordered if more <= 0 else [*ordered[:NAMED], f"{thousands(more)} more"])


def column_of(head: Sequence[str], wanted: Callable[[str], bool], file: str, what: str) -> int:
    """Return where the one column stands that is wanted. Raises DerivationError: none, or several."""
    found = [at for at, name in enumerate(head) if wanted(name)]
    if len(found) != 1:
        told = "no column" if not found else f"{len(found)} columns"
        raise DerivationError(f"{file} has {told} {what}: it is not the file that is described.")
    return found[0]


def refuse(names: Collection[str], begins: str, ends: str = "") -> None:
    """Raise DerivationError where there is anything to name."""
    if names:
        raise DerivationError(f"{begins} {some_of(names)}.{f' {ends}' if ends else ''}")


def _workbook(content: bytes, name: str, title: str) -> list[list[Any]]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - only where one is read

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        if title not in book.sheet_names:
            raise DerivationError(f"{name} has no sheet “{title}”; it has {some_of(book.sheet_names)}.")
        rows: list[list[Any]] = book.get_sheet_by_name(title).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise DerivationError(f"{name} cannot be read as a workbook: {error}.") from None
    return rows


def _text(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
