"""A draft's figures before they are figures: tables first, then the register, then what is held already."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from dashboard.checks.held_rows import Key, held_averages, held_values, simulated
from dashboard.checks.register_counts import RegisterCounts, register_counts
from dashboard.domain.measure import POPULATION, Unit
from dashboard.domain.measures import MEASURES
from dashboard.domain.origin import Origin
from dashboard.domain.rounding import percentage, rate_per_100k
from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import Imported
from dashboard.metrics.counts_with_origin import Counts, KnownCount, SlugYear
from dashboard.metrics.held_counts import decimals_of, held_counts
from dashboard.reference.held import Held
from dashboard.reference.held_rows import HeldAverage, HeldValue
from dashboard.reference.load import Reference

Row = TypeVar("Row", bound=HeldValue | HeldAverage)

REVISED = Decimal("0.2")
"""How far a printed rate may lie from one of today's population estimate (28 of 118 held ones do, by 0.1 or
0.2): estimates are revised, the printed rate is not."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A value held already that is not what the draft's files say of the same council and year."""

    slug: str
    year: str
    quantity: str
    imported: Decimal
    held: Decimal


@dataclass(frozen=True)
class Merged:
    """What a draft's figures are made of.

    ``held`` has the values and averages to be shown as printed, ``counts`` the counts with their
    origins; ``tables`` the counts of the tables alone with what follows from them, ``register`` those
    of the register alone. ``contradictions`` are values held already that were left out.
    """

    held: Held
    counts: Counts
    tables: Counts
    register: RegisterCounts
    contradictions: tuple[Contradiction, ...]


def merge(
    imported: Imported, reference: Reference, held: Held | None, corrected: Collection[Key] = ()
) -> Merged:
    """Put together what a draft says with what is held already (None: nothing may be added to it).

    In the draft's years its files win: first the tables, then the register. A value held already stays
    where they say nothing of it, or where it is a published percentage that they bear out. ``corrected``
    are the values that a person put right. All of a demonstration is simulated.
    """
    real = imported.kind == "real"
    table_values = held_values(imported.values, Origin.PUBLISHED, corrected)
    tables = held_counts(Held(table_values))
    register = register_counts(imported, reference)
    kept, contradictions = (
        (Held(), []) if held is None else _kept(held, imported, tables, register, reference)
    )
    own = Origin.PUBLISHED if real else Origin.SIMULATED
    averages = held_averages(imported.averages, own)
    shown = held_values(imported.values, own, corrected)
    everything = replace(kept, values=_joined(shown, kept.values), averages=_joined(averages, kept.averages))
    counted = held_counts(Held(_joined(table_values, kept.values)))
    counts = _with_register(counted, tables, register, Origin.DERIVED)
    return Merged(everything, counts if real else simulated(counts), tables, register, tuple(contradictions))


def _joined(first: tuple[Row, ...], second: tuple[Row, ...]) -> tuple[Row, ...]:
    """Put some rows before others; where both have a key, the first one's row stays."""
    there = {row.key for row in first}
    return (*first, *(row for row in second if row.key not in there))


def _with_register(counts: Counts, tables: Counts, register: RegisterCounts, origin: Origin) -> Counts:
    """Add the register's counts: those the tables do not settle, and no count held that says the same."""
    merged = {key: dict(row) for key, row in counts.items()}
    for key, row in register.items():
        settled = tables.get(key, {})
        into = merged.setdefault(key, {})
        for quantity, count in row.items():
            known = into.get(quantity)
            if quantity not in settled and (known is None or known.value != count):
                into[quantity] = KnownCount(count, origin)
    return merged


def _kept(
    held: Held, imported: Imported, tables: Counts, register: RegisterCounts, reference: Reference
) -> tuple[Held, list[Contradiction]]:
    printed: dict[Key, Decimal] = {(v.slug, v.year, v.quantity): v.value for v in imported.values}
    years = frozenset(imported.years)
    rows: list[HeldValue] = []
    left_out: set[Key] = set()
    contradictions = []
    for row in held.values:
        said = None
        if row.year in years:
            counts = _row(tables, register, (row.slug, row.year))
            known = row.key in printed
            said = printed[row.key] if known else _implied(counts, reference, row.key, row.value)
        if said is None:
            rows.append(row)
        elif not _agrees(row.quantity, said, row.value):
            contradictions.append(Contradiction(*row.key, said, row.value))
            left_out.add(row.key)
        elif row.origin is Origin.PUBLISHED and row.quantity in MEASURES:
            rows.append(row)
    conflicts = tuple(one for one in held.conflicts if (one.slug, one.year, one.quantity) not in left_out)
    return replace(held, values=tuple(rows), conflicts=conflicts), contradictions


def _row(tables: Counts, register: RegisterCounts, key: SlugYear) -> Mapping[str, int]:
    return {**register.get(key, {}), **{q: count.value for q, count in tables.get(key, {}).items()}}


def _implied(counts: Mapping[str, int], reference: Reference, key: Key, like: Decimal) -> Decimal | None:
    """Return what a draft's counts make of a quantity, printed like another value; None where nothing."""
    slug, year, quantity = key
    if quantity in counts:
        return Decimal(counts[quantity])
    measure = MEASURES.get(quantity)
    if measure is None or measure.denominator is None or measure.numerator not in counts:
        return None
    numerator = counts[measure.numerator]
    if measure.denominator == POPULATION:
        residents = reference.population(slug, ReportingYear.parse(year).population_year)
        return rate_per_100k(numerator, residents) if residents else None
    denominator = counts.get(measure.denominator)
    return percentage(numerator, denominator, decimals_of(like)) if denominator else None


def _agrees(quantity: str, said: Decimal, held: Decimal) -> bool:
    measure = MEASURES.get(quantity)
    if measure is not None and measure.unit is Unit.PER_100K:
        return abs(said - held) <= REVISED
    return said == held
