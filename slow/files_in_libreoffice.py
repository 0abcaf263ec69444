"""Every kind of file of figures or cases in LibreOffice: as many rows as pandas reads, numbers as numbers.

Workbooks are written as CSV, sheet by sheet; CSV as a workbook. Every file is one that a
site of a few councils offers.
"""

import shutil
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pandas as pd
from flask.testing import FlaskClient

from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings
from slow.libreoffice import convert
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_listed import with_list
from tests.support.tiny_release import build_tiny
from tests.support.workbooks import Book
from tests.web.test_files_people_use import MORE, QUERIES

RELEASES = ("demo", "held-figures")
MARK = b"\xef\xbb\xbf"
_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
_AS_UTF8 = "CSV:44,34,76,1"
_PATIENCE = 240  # seconds of one conversion


@dataclass(frozen=True)
class Read:
    """A file's rows as pandas reads it and as LibreOffice does, and its cells of numbers (None of a CSV)."""

    rows: int
    opened: int
    numbers: int | None = None
    as_text: int | None = None

    @property
    def holds(self) -> bool:
        """Whether no row was lost and no number is text."""
        return self.rows == self.opened > 0 and not self.as_text


def main() -> int:
    """Print a row for each file; 1 where one is not read whole or LibreOffice is missing."""
    if shutil.which("soffice") is None:
        print("Needed: apt-get install -y --no-install-recommends libreoffice-calc")
        return 1
    print(f"{'file':<98}{'rows':>8}{'opened':>8}{'numbers':>9}{'as text':>8}")
    bad = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "releases"
        build_tiny(folder, content_with_cases())
        build_tiny(folder, with_list())
        for release in RELEASES:
            site = _site(release, folder, Path(scratch))
            for path in _paths():
                answer = site.get(path)
                if answer.status_code != 200 or answer.content_type.startswith("text/html"):
                    print(f"{release} {path:<80}  none offered")
                    continue
                read = _read(answer.data, path, Path(tempfile.mkdtemp(dir=scratch)))
                marked = read.numbers is not None or answer.data.startswith(MARK)
                bad += not (read.holds and marked)
                numbers = "" if read.numbers is None else f"{read.numbers:>9,}{read.as_text:>8,}"
                said = "" if marked else "  without the mark"
                print(
                    f"{f'{release} {path}'[:97]:<98}{read.rows:>8,}{read.opened:>8,}{numbers}{said}",
                    flush=True,
                )
    return 1 if bad else 0


def _site(release: str, folder: Path, scratch: Path) -> FlaskClient:
    releases = open_releases(release, demo_allowed=False, directory=folder, environment={})
    client: FlaskClient = create_app(releases, Settings(cache=scratch / "cache")).server.test_client()
    return client


def _paths() -> list[str]:
    return [f"{path}{end}{asked}" for path, asked in QUERIES.items() for end in (".xlsx", ".csv")] + list(
        MORE
    )


def _read(content: bytes, path: str, scratch: Path) -> Read:
    if ".xlsx" in path:
        book = Book(content)
        (scratch / "file.xlsx").write_bytes(content)
        _convert(scratch / "file.xlsx", _EVERY_SHEET)
        sheets = [pd.read_csv(scratch / f"file-{name}.csv", dtype=str) for name in book.tables]
        rows = sum(len(book.frames[name]) for name in book.tables)
        return Read(rows, sum(map(len, sheets)), book.numbers(), len(book.numbers_as_text()))
    (scratch / "file.csv").write_bytes(content)
    _convert(scratch / "file.csv", "xlsx", f"--infilter={_AS_UTF8}")
    opened = pd.read_excel(scratch / "file.xlsx", engine="calamine")
    return Read(len(pd.read_csv(BytesIO(content), dtype=str, encoding="utf-8-sig")), len(opened))


def _convert(file: Path, to: str, *options: str) -> None:
    convert(file, to, file.parent.parent / "profile", *options, seconds=_PATIENCE)
