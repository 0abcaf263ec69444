"""Checks of who is in a table: every council of the year, none that did not exist, and their lineage."""

from collections.abc import Iterator

from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material
from dashboard.checks.tables import TableKind, table_of
from dashboard.domain.formats import day
from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import Place
from dashboard.metrics.counts_with_origin import SlugYear

COUNCILS = "councils"
LINEAGE = "lineage"
LEFTOVERS = 2
"""Years after its end in which a council may still have decisions: cases begun before are decided after."""


def councils(material: Material) -> Iterator[Finding]:
    """Every council of a year is in each of its tables, and none that did not exist.

    One that has ended is expected for a while: what was begun before its end is decided after it.
    """
    present = _present(material)
    for table, year in sorted(material.tables):
        there = present[table, year]
        expected = {council.slug for council in material.reference.councils_in(year)}
        for slug in sorted(expected - there.keys()):
            yield Finding(
                COUNCILS,
                Severity.WARNING,
                f"{material.name(slug)} is not in the table of {table.words} of {year}.",
                slug,
                year,
                None,
                None,
                "Accept it if the publisher had nothing to report of this council.",
            )
        for slug in sorted(there.keys() - expected):
            yield from _outside(material, slug, year, table, there[slug])


def lineage(material: Material) -> Iterator[Finding]:
    """A council and the one that took its place are not both counted, and neither is left out: no complaints
    received about both, and no successor missing where its predecessor still has figures.
    """
    present = _present(material)
    for (table, year), there in sorted(present.items(), key=lambda item: (item[0][1], item[0][0])):
        for link in material.reference.lineage:
            if link.predecessor not in there or material.reference.existed(link.predecessor, year):
                continue
            if not material.reference.existed(link.successor, year):
                continue
            names = material.name(link.predecessor), material.name(link.successor)
            if link.successor not in there:
                yield Finding(
                    LINEAGE,
                    Severity.WARNING,
                    f"{names[0]} is in the table of {table.words} of {year}, and {names[1]}, which took its "
                    f"place on {day(link.effective)}, is not.",
                    link.successor,
                    year,
                    None,
                    there[link.predecessor],
                    "Look whether the figures of the new council stand under the name of the old one.",
                )
            elif table is TableKind.RECEIVED and _received(material, link.predecessor, year):
                yield Finding(
                    LINEAGE,
                    Severity.WARNING,
                    f"Complaints received in {year} stand under both {names[0]} and {names[1]}, which took "
                    f"its place on {day(link.effective)}.",
                    link.predecessor,
                    year,
                    None,
                    there[link.predecessor],
                    "Accept it if the publisher counts them so: the old council's are shown on its own page.",
                )


def _present(material: Material) -> dict[tuple[TableKind, str], dict[str, Place]]:
    found: dict[tuple[TableKind, str], dict[str, Place]] = {}
    for value in material.imported.values:
        found.setdefault((table_of(value.quantity), value.year), {}).setdefault(value.slug, value.place)
    return found


def _received(material: Material, slug: str, year: str) -> bool:
    """Whether any complaint received is printed of a council: a row of noughts says nothing."""
    row = material.values.get((slug, year), {})
    return any(value.value for quantity, value in row.items() if table_of(quantity) is TableKind.RECEIVED)


def _outside(material: Material, slug: str, year: str, table: TableKind, place: Place) -> Iterator[Finding]:
    """A council that did not exist on the year's 1 April: not yet, or no longer."""
    council = material.reference.councils.get(slug)
    if council is None:
        return  # said by the check of values
    first = ReportingYear.parse(year).first_day
    if council.end is not None and council.end < first:
        since = ReportingYear.parse(year).start_year - ReportingYear.of(council.end).start_year
        if since > LEFTOVERS:
            yield Finding(
                COUNCILS,
                Severity.WARNING,
                f"{council.name} ended on {day(council.end)} and is still in the table of {table.words} "
                f"of {year}.",
                slug,
                year,
                None,
                place,
                "Look whether its successor is meant.",
            )
        return
    begun = f" It began on {day(council.start)}." if council.start else ""
    yield Finding(
        COUNCILS,
        Severity.ERROR,
        f"{council.name} is in the table of {table.words} of {year}, when there was no such council.{begun}",
        slug,
        year,
        None,
        place,
        "Look whether the year of the file is right, or its predecessor is meant.",
    )


def ended_with_figures(material: Material) -> tuple[SlugYear, ...]:
    """Return the councils that a table names in a year after their end: recognised, and kept off the map."""
    reference = material.reference
    return tuple(
        sorted(
            key
            for key in material.values
            if key[0] in reference.councils
            and not reference.existed(*key)
            and (end := reference.councils[key[0]].end) is not None
            and end < ReportingYear.parse(key[1]).first_day
        )
    )
