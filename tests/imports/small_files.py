"""Small files as a publisher may send them: two councils, and whatever is unusual or wrong about them."""

from collections.abc import Callable
from pathlib import Path

import openpyxl

from dashboard.imports.drafts.importing import Asked, Done, import_files
from dashboard.reference.load import Reference

HEADER = ["Authority", "Adult Care Services", "Housing", "Total"]
ADUR = ["Adur District Council", "1", "2", "3"]
ARUN = ["Arun District Council", "4", "5", "9"]
YEAR = "2023-24"


def csv_file(*rows: list[str], encoding: str = "utf-8", delimiter: str = ",") -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "received.csv"
        path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
        return path

    return write


def raw(content: bytes, name: str = "received.csv") -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return write


def workbook(change: Callable[[openpyxl.Workbook], object]) -> Callable[[Path], Path]:
    """A workbook of two councils, changed."""

    def write(folder: Path) -> Path:
        book = openpyxl.Workbook()
        book.active.title = "Data"
        for row in (HEADER, ["Adur District Council", 1, 2, 3], ["Arun District Council", 4, 5, 9]):
            book.active.append(row)
        change(book)
        book.save(folder / "received.xlsx")
        return folder / "received.xlsx"

    return write


def put(place: str, value: object) -> Callable[[Path], Path]:
    return workbook(lambda book: book["Data"].__setitem__(place, value))


def bring(folder: Path, path: Path, reference: Reference, **more: object) -> Done:
    return import_files(folder / "store", Asked("draft", (path,), (YEAR,), **more), reference)  # type: ignore[arg-type]
