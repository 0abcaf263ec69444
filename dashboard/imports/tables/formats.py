"""What sort of file an input is, told by its first bytes and not by its name."""

from enum import StrEnum
from pathlib import Path

from dashboard.imports.imported import Place
from dashboard.imports.problems import refused
from dashboard.imports.tables.archive import OLD_OFFICE, ZIP

PARQUET = b"PAR1"
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a packed file"),
    (b"\x89PNG", "a picture"),
    (b"{\\rtf", "a text document"),
)


class Format(StrEnum):
    """A sort of file that can be read."""

    TEXT = "text"
    XLSX = "xlsx"
    PARQUET = "parquet"


def format_of(path: Path) -> Format:
    """Return what sort of file it is. Raises ImportRefusedError for one that holds no table."""
    with path.open("rb") as file:
        first = file.read(8)
    place = Place(path.name)
    if first.startswith(ZIP):
        return Format.XLSX
    if first.startswith(PARQUET):
        return Format.PARQUET
    if first.startswith(OLD_OFFICE):
        raise refused(
            place,
            "This workbook is protected by a password, or in the old XLS form.",
            "Save it as XLSX without a password.",
        )
    for mark, what in _OTHERS:
        if first.startswith(mark):
            raise refused(place, f"This is {what}, not a table.", "Import the table as CSV or XLSX.")
    return Format.TEXT
