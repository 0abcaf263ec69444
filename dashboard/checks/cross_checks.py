"""Checks of a draft against what else is known: averages, the case register, figures held, rows reviewed."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from importlib import resources

from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material
from dashboard.checks.tables import TableKind, table_of
from dashboard.checks.whole_years import contradicted
from dashboard.domain.measure import PER, Measure
from dashboard.domain.measures import MEASURES
from dashboard.domain.rounding import half_up, plain
from dashboard.imports.imported import ImportedAverage
from dashboard.metrics.held_counts import decimals_of
from dashboard.metrics.periods import base_of
from dashboard.statistics.pooled import mean_of_rates, pooled
from dashboard.words.quantities import quantity_words

AVERAGES = "averages"
REGISTER = "register"
HELD = "held"
ROWS = "rows"


def averages(material: Material) -> Iterator[Finding]:
    """Every printed average of a type is that of its councils together, or the mean of their rates.

    Which of the two the publisher prints is not said anywhere; an average that is neither is told. It
    can be checked only where every council of the type has its counts.
    """
    for average in material.imported.averages:
        measure = MEASURES.get(average.measure)
        pairs = _pairs(material, average, measure) if measure else None
        if measure is None or not pairs:
            continue
        decimals = max(measure.decimals, decimals_of(average.value))
        each = [_printed(rate, measure, decimals) for rate in (pooled(pairs), mean_of_rates(pairs))]
        if average.value not in each:
            yield Finding(
                AVERAGES,
                Severity.WARNING,
                f"The average of {average.type.councils} in {average.year}, {quantity_words(measure.id)}, is "
                f"printed as {plain(average.value)}; the {len(pairs)} councils together give "
                f"{_told(each[0])}, and the mean of their rates is {_told(each[1])}.",
                None,
                average.year,
                average.measure,
                average.place,
                "Accepted, it is shown as printed, and named the publisher's own.",
            )
    yield from _held_averages(material)


def register(material: Material) -> Iterator[Finding]:
    """What the register counts is what the tables say, where both are there. The tables are shown.

    Fewer cases than a table says are an error of a register that is whole, and told there.
    """
    for key, row in sorted(material.values.items()):
        counted = material.merged.register.get(key, {})
        for quantity, value in sorted(row.items()):
            count = counted.get(quantity)
            if count is None or count <= value.value:
                continue
            yield Finding(
                REGISTER,
                Severity.WARNING,
                f"{material.name(key[0])}, {key[1]}: {quantity_words(quantity)} is {plain(value.value)} in "
                f"the tables, and the register has {count:,} such cases.",
                *key,
                quantity,
                value.place,
                "Accepted, the figure of the table is shown; the list of cases has another number.",
            )


def held(material: Material) -> Iterator[Finding]:
    """What is held already of the draft's years is what its files say. The files are shown."""
    told = contradicted(material)
    for one in material.merged.contradictions:
        value = material.values.get((one.slug, one.year), {}).get(one.quantity)
        if value is None and one.year in told:
            continue  # the register is not whole for the year: that is told, once
        yield Finding(
            HELD,
            Severity.WARNING,
            f"{material.name(one.slug)}, {one.year}: {quantity_words(one.quantity)} is {plain(one.imported)} "
            f"by the files of the draft, and {plain(one.held)} is held already.",
            one.slug,
            one.year,
            one.quantity,
            value.place if value else None,
            "Accepted, the figure of the files is shown, and the other is listed as a contradiction.",
        )


def rows(material: Material) -> Iterator[Finding]:
    """A table has as many councils as the last one reviewed had, allowing for those that began or ended."""
    reviewed = reviewed_rows()
    for table, year in sorted(material.tables):
        there = {v.slug for v in material.imported.values if v.year == year and table_of(v.quantity) is table}
        existing = {council.slug for council in material.reference.councils_in(year)}
        known = _nearest(reviewed, table, year)
        if known is None:
            continue
        then = {council.slug for council in material.reference.councils_in(known.year)}
        expected = known.councils + len(existing) - len(then)
        found = len(there & existing)
        if found != expected:
            ended = len(then - existing)
            told = f", {ended} of which have ended since and {len(existing - then)} begun" if ended else ""
            yield Finding(
                ROWS,
                Severity.WARNING,
                f"The table of {table.words} of {year} has {found} councils that existed; that of "
                f"{known.year}, as reviewed, had {known.councils}{told}.",
                None,
                year,
                None,
                None,
                "Look whether the file is cut short, or a part of it is on another sheet.",
            )


@dataclass(frozen=True, slots=True)
class ReviewedRows:
    """How many councils a table had in a year, as a person counted and wrote down."""

    table: TableKind
    year: str
    councils: int
    note: str


def reviewed_rows() -> tuple[ReviewedRows, ...]:
    """Return the row counts reviewed (``reviewed_rows.csv`` beside this module)."""
    text = (resources.files("dashboard.checks") / "reviewed_rows.csv").read_text("utf-8")
    return tuple(
        ReviewedRows(TableKind(row["table"]), row["year"], int(row["councils"]), row["note"])
        for row in csv.DictReader(text.splitlines())
    )


def _nearest(reviewed: tuple[ReviewedRows, ...], table: TableKind, year: str) -> ReviewedRows | None:
    """The latest review of the same table that is not of a later year."""
    fitting = [row for row in reviewed if row.table is table and row.year <= year]
    return max(fitting, key=lambda row: row.year, default=None)


def _pairs(material: Material, average: ImportedAverage, measure: Measure) -> list[tuple[int, int]] | None:
    """Numerator and denominator of every council of a type; None where one is not known."""
    found = []
    for council in material.reference.councils_in(average.year):
        if council.type is not average.type:
            continue
        years = {average.year: (council.slug,)}
        base = base_of(material.merged.counts, material.reference, council.slug, measure, years)
        if base.numerator is None or base.denominator is None:
            return None
        found.append((base.numerator, base.denominator))
    return found


def _printed(rate: Fraction | None, measure: Measure, decimals: int) -> Decimal | None:
    return None if rate is None else half_up(rate * PER[measure.unit], decimals)


def _told(value: Decimal | None) -> str:
    return "nothing" if value is None else plain(value)


def _held_averages(material: Material) -> Iterator[Finding]:
    if material.held is None:
        return
    before = {average.key: average.value for average in material.held.averages}
    for average in material.imported.averages:
        value = before.get((average.type, average.year, average.measure))
        if value is not None and value != average.value:
            yield Finding(
                HELD,
                Severity.WARNING,
                f"The average of {average.type.councils} in {average.year}, "
                f"{quantity_words(average.measure)}, is {plain(average.value)} "
                f"by the files of the draft, and {plain(value)} is held already.",
                None,
                average.year,
                average.measure,
                average.place,
                "Accepted, the average of the files is shown.",
            )
