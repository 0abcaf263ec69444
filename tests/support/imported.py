"""Drafts as they are read, made by hand: tables from short rows, and from the figures held."""

from collections.abc import Iterable
from decimal import Decimal

from dashboard.domain.authority_types import AuthorityType
from dashboard.imports.imported import (
    Imported,
    ImportedAverage,
    ImportedRegister,
    ImportedValue,
    LeftOut,
    Place,
)
from dashboard.reference.held import Held
from dashboard.repository.quality_records import InputRead

FILE = "decided-2023-24.csv"
SHA = "ab" * 32


def value(
    slug: str, quantity: str, number: str | int, year: str = "2023-24", *, row: int = 5, file: str = FILE
) -> ImportedValue:
    """One cell of a table."""
    return ImportedValue(slug, year, quantity, Decimal(number), Place(file, None, row, quantity))


def row(slug: str, year: str = "2023-24", at: int = 5, **numbers: str | int) -> tuple[ImportedValue, ...]:
    """A council's row: ``received_total=7`` is ``received:total``."""
    return tuple(value(slug, _quantity(name), n, year, row=at) for name, n in numbers.items())


def average(kind: str, measure: str, number: str, year: str = "2023-24") -> ImportedAverage:
    """The average printed of a type."""
    return ImportedAverage(AuthorityType(kind), year, measure, Decimal(number), Place(FILE, None, 5, measure))


def imported(
    *values: ImportedValue,
    averages: Iterable[ImportedAverage] = (),
    register: ImportedRegister | None = None,
    kind: str = "real",
    years: tuple[str, ...] | None = None,
    left_out: tuple[LeftOut, ...] = (),
    name: str = "spring",
) -> Imported:
    """A draft that was read; a register is whole for its years."""
    of = tuple(sorted({v.year for v in values})) if years is None else years
    files = sorted({v.place.file for v in values}) or [FILE]
    return Imported(
        name,
        kind,
        of,
        values,
        tuple(averages),
        register,
        tuple(
            InputRead(file, "decided", "2023-24", SHA, 1234, len(values), "2026-05-01T09:00:00Z")
            for file in files
        ),
        left_out,
        whole=of if register is not None else (),
    )


def held_as_tables(held: Held, year: str) -> Imported:
    """What is held of a year as though it had been read from the tables of that year."""
    return imported(
        *(value(row.slug, row.quantity, row.value, year) for row in held.values if row.year == year),
        averages=[average(a.type, a.measure, a.value, year) for a in held.averages if a.year == year],
    )


def _quantity(name: str) -> str:
    for kind in ("received", "decided"):
        if name.startswith(f"{kind}_"):
            return f"{kind}:{name.removeprefix(f'{kind}_')}"
    return name
