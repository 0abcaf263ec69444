"""Checks of whole tables: columns under another's heading, gaps, and one year's table as another's."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import sqrt
from statistics import fmean, stdev

from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material
from dashboard.checks.sums import OVERVIEW, PERCENTAGES, TOTALS, percentages
from dashboard.checks.tables import TableKind, table_of
from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import Place
from dashboard.reference.quantities import PRINTED
from dashboard.words.quantities import quantity_words
from dashboard.words.wording import capital

COLUMNS = "columns"
GAPS = "gaps"
REPEATED = "repeated"

FEWEST = 10
"""Fewer councils than this say nothing of a whole column."""
_USUAL = 0.9
_SURE = 3.0
"""Standard errors: chance alone goes so far once in 740 times."""
_YEARS_BACK = 3
_ENOUGH = 5
_TOGETHER = 3
_SUMMED = frozenset({*TOTALS, *OVERVIEW})


def columns(material: Material) -> Iterator[Finding]:
    """No column stands under the heading of another.

    A printed percentage that disagrees with the counts of most councils is an error: one of its columns is
    not what its heading says. Two columns that, council by council, fit each other's figures of an earlier
    year better than their own are told, by a paired test on the scale on which counts vary alike (roots).
    """
    yield from _percentages_of_others(material)
    for table, year in sorted(material.tables):
        before = year_before(material, table, year)
        if before is None:
            continue
        now, then = _by_column(material, table, year), _by_column(material, table, before)
        for one, other in combinations(sorted(now.keys() & then.keys()), 2):
            if _fit_crosswise(now, then, one, other):
                yield Finding(
                    COLUMNS,
                    Severity.WARNING,
                    f"{capital(quantity_words(one))} and {quantity_words(other)} of {year}: council by "
                    f"council, each is more like the other of {before} than like itself.",
                    None,
                    year,
                    one,
                    _first_place(material, year, one),
                    "Look whether the two columns are swapped in the file.",
                )


def gaps(material: Material) -> Iterator[Finding]:
    """No council has a blank cell in a column of counts that nearly all councils have filled."""
    for table, year in sorted(material.tables):
        rows = {
            slug: {q: v for q, v in row.items() if table_of(q) is table and q not in PRINTED}
            for (slug, of), row in material.values.items()
            if of == year
        }
        rows = {slug: row for slug, row in rows.items() if row}
        filled = Counter(quantity for row in rows.values() for quantity in row)
        usual = [q for q, number in filled.items() if len(rows) >= FEWEST and number >= _USUAL * len(rows)]
        for slug, row in rows.items():
            missing = [quantity for quantity in usual if quantity not in row]
            if missing:
                yield Finding(
                    GAPS,
                    Severity.WARNING,
                    f"{material.name(slug)}, {year}: nothing is said of "
                    f"{', '.join(map(quantity_words, missing))}, which nearly all councils have.",
                    slug,
                    year,
                    missing[0],
                    next(iter(row.values())).place,
                    "Look the row up in the file; accepted, it is shown as not held.",
                )


def repeated(material: Material) -> Iterator[Finding]:
    """No table is that of another year once more: the figures of most councils are not the same in both."""
    known = sorted({year for _, year in material.merged.counts})
    for table, year in sorted(material.tables):
        for other in known:
            if other == year or ((table, other) in material.tables and other > year):
                continue
            same, compared = _same(material, table, year, other)
            if compared >= FEWEST and 2 * same > compared:
                yield Finding(
                    REPEATED,
                    Severity.ERROR,
                    f"The table of {table.words} of {year} says the same as that of {other} of {same:,} "
                    f"of {compared:,} councils.",
                    None,
                    year,
                    None,
                    _place_of(material, table, year),
                    "Look whether a file was imported as of the wrong year.",
                )


def _percentages_of_others(material: Material) -> Iterator[Finding]:
    wrong = Counter((f.year, f.quantity) for f in percentages(material) if f.check == PERCENTAGES)
    printed = Counter((v.year, v.quantity) for v in material.imported.values)
    for (year, quantity), number in sorted(wrong.items(), key=str):
        if number >= FEWEST and year and quantity and 2 * number > printed[year, quantity]:
            yield Finding(
                COLUMNS,
                Severity.ERROR,
                f"{capital(quantity_words(quantity))} of {year} is not what the counts give in {number:,} "
                f"of {printed[year, quantity]:,} councils: a column is not what its heading says.",
                None,
                year,
                quantity,
                _first_place(material, year, quantity),
                "Look whether two columns are swapped, or the percentages are of something else.",
            )


def _by_column(material: Material, table: TableKind, year: str) -> dict[str, dict[str, int]]:
    """By column, the count of each council; totals are no columns of their own."""
    found: dict[str, dict[str, int]] = {}
    for (slug, of), row in material.merged.counts.items():
        if of != year:
            continue
        for quantity, known in row.items():
            if table_of(quantity) is table and quantity not in _SUMMED:
                found.setdefault(quantity, {})[slug] = known.value
    return found


def year_before(material: Material, table: TableKind, year: str) -> str | None:
    """The latest earlier year of which the same table is known."""
    for back in range(1, _YEARS_BACK + 1):
        before = str(ReportingYear.parse(year).shifted(-back))
        if sum(len(column) >= FEWEST for column in _by_column(material, table, before).values()) > 1:
            return before
    return None


def _fit_crosswise(
    now: Mapping[str, Mapping[str, int]], then: Mapping[str, Mapping[str, int]], one: str, other: str
) -> bool:
    a, b, c, d = now[one], now[other], then[one], then[other]
    slugs = sorted(a.keys() & b.keys() & c.keys() & d.keys())
    gains = [_apart(a[s], c[s]) + _apart(b[s], d[s]) - _apart(a[s], d[s]) - _apart(b[s], c[s]) for s in slugs]
    return len(gains) >= FEWEST and _above_nought(gains)


def _apart(one: int, other: int) -> float:
    return (sqrt(max(one, 0)) - sqrt(max(other, 0))) ** 2


def _above_nought(gains: Sequence[float]) -> bool:
    return fmean(gains) > _SURE * stdev(gains) / sqrt(len(gains)) and fmean(gains) > 0


def _same(material: Material, table: TableKind, year: str, other: str) -> tuple[int, int]:
    """Of how many councils a table says the same in two years, and how many can be compared."""
    same = compared = 0
    for (slug, of), row in material.values.items():
        before = material.merged.counts.get((slug, other), {}) if of == year else {}
        both = [q for q in row if q in before and table_of(q) is table and q not in PRINTED]
        if len(both) >= _TOGETHER and sum(before[q].value for q in both) >= _ENOUGH:
            compared += 1
            same += all(row[q].value == before[q].value for q in both)
    return same, compared


def _first_place(material: Material, year: str, quantity: str) -> Place | None:
    places = (v.place for v in material.imported.values if v.year == year and v.quantity == quantity)
    return next(places, None)


def _place_of(material: Material, table: TableKind, year: str) -> Place:
    return next(v.place for v in material.imported.values if (table_of(v.quantity), v.year) == (table, year))
