"""A first year loaded alone, its names or columns moved: what the checks say of it that they did not before.

No year stands before it to compare with. What is moved must be told all the same: as an error, or as at
least ten warnings about what was moved.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tests.imports.torture.adapter import Importer, Told
from tests.imports.torture.cases import YEAR, Table, refused
from tests.imports.torture.england import Columns, England, england, shifted, swapped
from tests.imports.torture.runner import Outcome, Run

ENOUGH = 10
"""Warnings about what was moved: fewer may be overlooked among those that every year brings."""

_TABLES = ("received", "decided", "remedies")
_SHIFTS = (
    (("received",), 0.0),
    (("received",), 0.5),
    (("decided",), 0.0),
    (("remedies",), 0.5),
    (_TABLES, 0.0),
    (_TABLES, 0.5),
)
"""The tables whose names stand a row lower, and from where on: 0.5 is the middle."""
_SWAPS = (
    ("received", "Adult Care Services", "Housing"),
    ("received", "Education & Childrens Services", "Planning & Development"),
    ("received", "Adult Care Services", "Benefits & Tax"),
    ("received", "Highways & Transport", "Environmental Services & Public Protection & Regulation"),
    ("received", "Education & Childrens Services", "Housing"),
    ("decided", "Upheld", "Not Upheld"),
    ("remedies", "Satisfactory remedies", "Compliance outcomes"),
)
"""Seven pairs of columns whose figures stand under each other’s heading."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A year in which something was moved: ``tables`` takes the whole year and returns what is changed."""

    id: str
    kind: str
    tables: Callable[[England], Mapping[str, Columns]]


def moves() -> Iterator[Moved]:
    """Give every way in which a year is moved."""
    for which, start in _SHIFTS:
        name = which[0] if len(which) == 1 else "all three tables"
        where = " from the middle on" if start else ""
        yield Moved(f"{name}: names a row lower{where}", "a first year, names shifted", _shift(which, start))
    for where, one, other in _SWAPS:
        yield Moved(f"{where}: {one} and {other}", "a first year, columns swapped", _swap(where, one, other))


def run_all(importer: Importer) -> tuple[Run, ...]:
    """Run every moved year against the same year as it should be."""
    year = england(importer.councils(YEAR))
    before = frozenset(importer.findings(year.files(), YEAR))
    return tuple(run_moved(moved, year, importer, before) for moved in moves())


def run_moved(moved: Moved, year: England, importer: Importer, before: frozenset[Told]) -> Run:
    """Say what became of a moved year; ``before`` is what the checks say of it as it should be."""
    files = year.files(moved.tables(year))
    new = [one for one in importer.findings(files, YEAR) if one not in before]
    table = Table(moved.id, moved.kind, files[0], refused())
    if any(one.error for one in new) or len(new) >= ENOUGH:
        return Run(table, Outcome.REFUSED)
    return Run(table, Outcome.WRONG, f"no error, and {len(new)} new warnings")


def _shift(which: tuple[str, ...], start: float) -> Callable[[England], Mapping[str, Columns]]:
    def change(year: England) -> Mapping[str, Columns]:
        first = int(start * len(year.councils))
        return {table: shifted(year.tables[table], first) for table in which}

    return change


def _swap(where: str, one: str, other: str) -> Callable[[England], Mapping[str, Columns]]:
    return lambda year: {where: swapped(year.tables[where], one, other)}
