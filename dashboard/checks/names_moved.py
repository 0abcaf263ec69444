"""A check of whole tables against the size of their councils: names that stand beside the figures of others.

It needs no earlier year: a large council has more complaints than a small one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material
from dashboard.checks.tables import TableKind
from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import Place

NAMES_MOVED = "names-moved"
VOLUMES = {
    TableKind.RECEIVED: ("received:total", "received:housing", "received:adult_care_services"),
    TableKind.DECIDED: ("dealt_with", "investigated", "upheld"),
    TableKind.REMEDIES: ("satisfactory_remedy_base", "compliance_outcomes"),
}
"""What tells the size of a council in each table, the most telling first."""
FEWEST = 20
"""Fewer rows than this say nothing of the order of a table."""
_SHORTEST = 10
_SURE = 4.0
"""Standard errors. In 21 tables of the demonstration no run that fitted its neighbours better was longer than
8 rows, and none of 5 or more was beyond 2.2."""
_BY = (1, -1, 2, -2)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table in its order: what was counted, and what a council of its size and type would have."""

    place: Place
    count: int
    expected: float


@dataclass(frozen=True, slots=True)
class _Moved:
    """Rows from one to another whose figures fit the names that stand ``by`` rows below them."""

    first: _Row
    last: _Row
    rows: int
    by: int


def names_moved(material: Material) -> Iterator[Finding]:
    """No run of names stands some rows above or below its figures.

    Each count is held to what a council of the size and type beside it would have, and to the same of its
    neighbours, on the scale on which counts vary alike (roots). Under figures that stand where they belong
    the neighbours fit worse; a run of ten rows or more that they fit better, by four standard errors, moved.
    """
    for table, year in sorted(material.tables):
        rows = _rows(material, table, year)
        if len(rows) < FEWEST:
            continue
        found = max((one for by in _BY if (one := _run(rows, by))), key=lambda one: one.rows, default=None)
        if found is not None:
            yield _told(found, table, year)


def _rows(material: Material, table: TableKind, year: str) -> list[_Row]:
    """Return the rows of a table that can be judged, in the order in which they stand in its file."""
    counted: dict[str, tuple[Place, int]] = {}
    for quantity in VOLUMES[table]:
        counted = {
            value.slug: (value.place, int(value.value))
            for value in material.imported.values
            if (value.year, value.quantity) == (year, quantity) and value.place.row is not None
        }
        if len(counted) >= FEWEST:
            break
    of = ReportingYear.parse(year).population_year
    residents = {s: n for s in counted if (n := material.reference.population(s, of))}
    rates: dict[str, tuple[int, int]] = {}
    for slug, people in residents.items():
        kind = material.reference.councils[slug].type
        events, all_people = rates.get(kind, (0, 0))
        rates[kind] = events + counted[slug][1], all_people + people
    rows = []
    for slug, people in residents.items():
        events, all_people = rates[material.reference.councils[slug].type]
        place, count = counted[slug]
        rows.append(_Row(place, count, people * events / all_people))
    return sorted(rows, key=lambda row: (row.place.file, row.place.sheet or "", row.place.row or 0))


def _run(rows: Sequence[_Row], by: int) -> _Moved | None:
    """Return the run of rows that fits the names ``by`` rows below best, if it does so for certain."""
    pairs = [(at, at + by) for at in range(len(rows)) if 0 <= at + by < len(rows)]
    gains = [_apart(rows[at], rows[at].expected) - _apart(rows[at], rows[to].expected) for at, to in pairs]
    first, last = _longest_gain(gains)
    run = gains[first:last]
    if len(run) < _SHORTEST or fmean(run) <= _SURE * stdev(run) / sqrt(len(run)):
        return None
    return _Moved(rows[pairs[first][0]], rows[pairs[last - 1][0]], len(run), by)


def _apart(row: _Row, expected: float) -> float:
    return (sqrt(row.count) - sqrt(expected)) ** 2


def _longest_gain(gains: Sequence[float]) -> tuple[int, int]:
    """Return where the stretch with the greatest sum begins and ends (J. Kadane's way)."""
    best, total, start, found = 0.0, 0.0, 0, (0, 0)
    for at, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, at
        total += gain
        if total > best:
            best, found = total, (start, at + 1)
    return found


def _told(moved: _Moved, table: TableKind, year: str) -> Finding:
    rows = f"{abs(moved.by)} row{'s' if abs(moved.by) > 1 else ''}"
    where = "lower" if moved.by > 0 else "higher"
    return Finding(
        NAMES_MOVED,
        Severity.ERROR,
        f"The table of {table.words} of {year}: from row {moved.first.place.row} to row "
        f"{moved.last.place.row} the names stand {rows} {where} than the figures that fit their size.",
        None,
        year,
        None,
        moved.first.place,
        "Look whether the names were moved or sorted without their figures.",
    )
