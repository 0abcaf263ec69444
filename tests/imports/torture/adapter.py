"""The one place where the torture set meets the importer: a file goes in, what was read or said comes out.

When the importer moves or is called otherwise, this file alone follows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from pathlib import Path

import pandas as pd

from dashboard.build.data import DATA
from dashboard.checks.draft import check_imported
from dashboard.checks.finding import Severity
from dashboard.imports.drafts.read_draft import known_names
from dashboard.imports.imported import Imported, ImportedRegister
from dashboard.imports.problems import ImportRefusedError
from dashboard.imports.register.columns import load_register_words
from dashboard.imports.register.file import recognise
from dashboard.imports.register.register import read_registers, recognised
from dashboard.imports.store.draft import REAL, Draft
from dashboard.imports.tables.body import read_body
from dashboard.imports.tables.header import Header
from dashboard.imports.tables.reading import Reading
from dashboard.imports.tables.sheet import Sheet, text_cell
from dashboard.imports.tables.table import Table as ReadTable
from dashboard.imports.tables.table_file import read_tables
from dashboard.reference.held import load_held
from dashboard.reference.load import load_reference
from tests.imports.torture.cases import Sort, Table, Values
from tests.imports.torture.files import File


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a file: the values read, or (None) the refusal in ``said``; ``told`` is what the checks
    of a draft say of what was read, an error or a warning a line."""

    values: Values | None
    said: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a check says: whether it is an error (else a warning), of whom and of what (may be empty)."""

    check: str
    error: bool
    slug: str
    quantity: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Council:
    """A council: its type is one of the five; ``residents`` of the newest estimate."""

    slug: str
    name: str
    type: str
    residents: int


class Importer:
    """The importer with all it reads by, loaded once; files are put into ``folder`` to be read."""

    def __init__(self, folder: Path) -> None:
        self._reference = load_reference(DATA)
        self._known = known_names(folder / "no-store", self._reference)
        self._words = load_register_words(self._known.headings)
        self._held = load_held(DATA)
        self._read: dict[tuple[bytes, str], tuple[ReadTable, ...]] = {}
        self._folders = (folder / f"file-{number}" for number in count())

    def bring(self, table: Table) -> Came:
        """Import a file as a person would: a register if it is one, else as the annual table of its year."""
        path = self._put(table.file)
        try:
            if table.sort is Sort.REGISTER:
                read = read_registers([recognised(path, self._words)], self._known)
                return Came(_register(read.register))
            if recognise(path, self._words) is not None:
                return Came({("the file", table.year, "taken for a register"): ""})
            tables = read_tables(path, table.year, self._known)
        except ImportRefusedError as error:
            return Came(None, "\n".join(map(str, error.problems)))
        return Came(_values(tables), told=self._told(tables, table.year) if table.checked else "")

    def councils(self, year: str) -> list[Council]:
        """Return the councils of a year, by name."""
        latest = max(mid_year for _, mid_year in self._reference.populations)
        found = (
            Council(one.slug, one.name, str(one.type), self._reference.population(one.slug, latest) or 0)
            for one in self._reference.councils_in(year)
        )
        return sorted(found, key=lambda council: council.name)

    def findings(self, files: Iterable[File], year: str) -> list[Told]:
        """Return what the checks say of a year's files alone, no other year held."""
        return self._checked([table for file in files for table in self._read_once(file, year)], year)

    def _read_once(self, file: File, year: str) -> tuple[ReadTable, ...]:
        """Read a whole table, which many a changed year has unchanged."""
        key = (file.content, year)
        if key not in self._read:
            self._read[key] = read_tables(self._put(file), year, self._known)
        return self._read[key]

    def _told(self, tables: Sequence[ReadTable], year: str) -> str:
        return "\n".join(one.sentence for one in self._checked(tables, year))

    def _checked(self, tables: Sequence[ReadTable], year: str) -> list[Told]:
        imported = Imported(
            "torture",
            REAL,
            (year,),
            tuple(value for table in tables for value in table.values),
            tuple(average for table in tables for average in table.averages),
            None,
            (),
        )
        draft = Draft("torture", REAL, with_held=False)
        judged = check_imported(draft, imported, self._reference, self._held).judged
        return [
            Told(one.check, one.severity is Severity.ERROR, one.slug or "", one.quantity or "", one.sentence)
            for one in (*judged.errors, *judged.warnings)
        ]

    def whose(self, text: str, year: str) -> str | None:
        """Return whose row one with this name and a figure is: a council’s slug, why it is left out, or None
        where it is asked about."""
        rows = [[text_cell("Authority"), text_cell("Upheld")], [text_cell(text), text_cell("1")]]
        header = Header("decided", 0, 0, {0: "authority", 1: "upheld"}, {0: "Authority", 1: "Upheld"})
        reading = Reading(Sheet("names.csv", None, rows), header, year)
        body = read_body(reading, self._known.authorities, self._known.off_the_map)
        return next(iter((*body.councils.values(), *(one.why for one in body.left_out))), None)

    def _put(self, file: File) -> Path:
        folder = next(self._folders)
        folder.mkdir(parents=True)
        path = folder / file.name
        path.write_bytes(file.content)
        return path


def _values(tables: Iterable[ReadTable]) -> Values:
    found: dict[tuple[str, str, str], str] = {}
    for table in tables:
        for value in table.values:
            found[value.slug, value.year, value.quantity] = _plain(value.value)
        for average in table.averages:
            found[str(average.type), average.year, f"average:{average.measure}"] = _plain(average.value)
    return found


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _register(register: ImportedRegister) -> Values:
    """Give what is read of each case, and the sums of its remedies in their order, where there are any."""
    found: dict[tuple[str, str, str], str] = {}
    for row in register.cases.itertuples():
        for what in ("slug", "outcome", "decided", "satisfactory_remedy", "published"):
            value = getattr(row, what)
            if not pd.isna(value):
                found[row.reference, "", what] = _said(value)
    for row in register.remedies.itertuples():
        if not pd.isna(row.amount):
            found[row.reference, "", f"payment:{row.position}"] = str(int(row.amount))
    return found


def _said(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, str):
        return value
    return "yes" if value else "no"
