"""Checks of single values and of keys: what a cell may say, and that nothing stands twice."""

from collections.abc import Iterator
from decimal import Decimal

import pandas as pd

from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material
from dashboard.domain.rounding import plain
from dashboard.imports.imported import ImportedAverage, ImportedValue
from dashboard.metrics.counts_with_origin import SlugYear
from dashboard.reference.quantities import PRINTED, QUANTITIES
from dashboard.words.quantities import quantity_words

SCHEMA = "schema"
KEYS = "keys"
HUNDRED = 100


def schema(material: Material) -> Iterator[Finding]:
    """Every value is of a known quantity; a count is whole and not negative; a percentage is 0 to 100."""
    for value in material.imported.values:
        wrong = _wrong(value.quantity, value.value)
        if wrong:
            yield Finding(
                SCHEMA,
                Severity.ERROR,
                f"{material.name(value.slug)}, {value.year}: {quantity_words(value.quantity)} is "
                f"{plain(value.value)}. {wrong}",
                value.slug,
                value.year,
                value.quantity,
                value.place,
                "Look the cell up in the file: the columns may be swapped.",
            )
        if value.slug not in material.reference.councils:
            yield Finding(
                SCHEMA,
                Severity.ERROR,
                f"“{value.slug}” is no council that is known.",
                value.slug,
                value.year,
                value.quantity,
                value.place,
            )
    yield from _averages(material.imported.averages)


def keys(material: Material) -> Iterator[Finding]:
    """No value and no average stands twice, and no reference of the case register.

    The same number in two tables (upheld is printed in two) is no duplicate; another number is.
    """
    first: dict[tuple[str, str, str], ImportedValue] = {}
    told: set[tuple[SlugYear, str, int | None]] = set()
    for value in material.imported.values:
        before = first.setdefault((value.slug, value.year, value.quantity), value)
        same_table = (before.place.file, before.place.sheet) == (value.place.file, value.place.sheet)
        if before is value or (before.value == value.value and not same_table):
            continue
        row = ((value.slug, value.year), str(value.place.file), value.place.row)
        if same_table and row in told:
            continue  # a row that stands twice is told once, not once for every column
        told.add(row)
        yield _duplicate(material, before, value, row=same_table)
    yield from _average_keys(material.imported.averages)
    register = material.imported.register
    if register is not None:
        yield from _references(register.cases["reference"])


def _wrong(quantity: str, value: Decimal) -> str:
    if quantity not in QUANTITIES:
        return "There is no such quantity."
    if value < 0:
        return "It cannot be negative."
    if quantity not in PRINTED and value != value.to_integral_value():
        return "A count is a whole number."
    if quantity.endswith("_pct") and value > HUNDRED:
        return "A percentage cannot be above 100."
    return ""


def _averages(averages: tuple[ImportedAverage, ...]) -> Iterator[Finding]:
    for average in averages:
        wrong = _wrong(average.measure, average.value)
        if wrong:
            yield Finding(
                SCHEMA,
                Severity.ERROR,
                f"The average of {average.type.councils} in {average.year} of "
                f"{quantity_words(average.measure)} is {plain(average.value)}. {wrong}",
                None,
                average.year,
                average.measure,
                average.place,
            )


def _duplicate(material: Material, before: ImportedValue, value: ImportedValue, *, row: bool) -> Finding:
    name = material.name(value.slug)
    if row:
        said = f"{name} stands twice in the table of {value.year}: at {before.place}, and at {value.place}."
    else:
        said = (
            f"{name}, {value.year}: {quantity_words(value.quantity)} is {plain(before.value)} at "
            f"{before.place}, and {plain(value.value)} at {value.place}."
        )
    return Finding(
        KEYS,
        Severity.ERROR,
        said,
        value.slug,
        value.year,
        None if row else value.quantity,
        value.place,
        "Ask which is right, and import a file in which it stands once."
        if row
        else "Ask which is right, and correct the other.",
    )


def _average_keys(averages: tuple[ImportedAverage, ...]) -> Iterator[Finding]:
    first: dict[tuple[str, str, str], ImportedAverage] = {}
    for average in averages:
        before = first.setdefault((average.type, average.year, average.measure), average)
        if before.value != average.value:
            yield Finding(
                KEYS,
                Severity.ERROR,
                f"The average of {average.type.councils} in {average.year} of "
                f"{quantity_words(average.measure)} is {plain(before.value)} at {before.place}, and "
                f"{plain(average.value)} at {average.place}.",
                None,
                average.year,
                average.measure,
                average.place,
                "A type has one average: look whether a row is in the wrong block.",
            )


def _references(references: "pd.Series[str]") -> Iterator[Finding]:
    twice = references[references.duplicated()].unique().tolist()
    for reference in sorted(map(str, twice)):
        yield Finding(
            KEYS,
            Severity.ERROR,
            f"The case {reference} stands more than once in the register.",
            suggestion="A case has one row: its decision, not its history.",
        )
