"""A draft's figures before they are figures: tables first, then the register, then what is held already."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

import pandas as pd

from dashboard.checks.held_frames import (
    VALUES,
    Key,
    averages_frame,
    frame,
    nothing_held,
    simulated,
    values_frame,
)
from dashboard.checks.register_counts import RegisterCounts, register_counts
from dashboard.domain.measures import MEASURES, POPULATION, Unit
from dashboard.domain.origin import Origin
from dashboard.domain.rounding import percentage, rate_per_100k
from dashboard.domain.years import ReportingYear
from dashboard.imports.imported import Imported
from dashboard.metrics.counts_with_origin import CouncilYear, Counts, KnownCount
from dashboard.metrics.held_counts import decimals_of, held_counts
from dashboard.reference.held import Held
from dashboard.reference.load import Reference

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
    table_values = values_frame(imported.values, Origin.PUBLISHED, corrected)
    tables = held_counts(_with(nothing_held(), table_values))
    register = register_counts(imported, reference)
    kept, contradictions = (
        (nothing_held(), []) if held is None else _kept(held, imported, tables, register, reference)
    )
    own = Origin.PUBLISHED if real else Origin.SIMULATED
    averages = averages_frame(imported.averages, own)
    shown = values_frame(imported.values, own, corrected)
    everything = replace(
        kept,
        values=_joined(shown, kept.values, ("slug", "year", "quantity")),
        averages=_joined(averages, kept.averages, ("type", "year", "measure")),
    )
    counted = held_counts(_with(kept, _joined(table_values, kept.values, ("slug", "year", "quantity"))))
    counts = _with_register(counted, tables, register, Origin.DERIVED)
    return Merged(everything, counts if real else simulated(counts), tables, register, tuple(contradictions))


def _with(held: Held, values: pd.DataFrame) -> Held:
    return replace(held, values=values)


def _joined(first: pd.DataFrame, second: pd.DataFrame, key: tuple[str, ...]) -> pd.DataFrame:
    """Put one frame before another; where both have a key, the first one's row stays."""
    if first.empty or second.empty:
        return second if first.empty else first
    return pd.concat([first, second], ignore_index=True).drop_duplicates(list(key), ignore_index=True)


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
    rows: list[tuple[object, ...]] = []
    left_out: set[Key] = set()
    contradictions = []
    for slug, year, quantity, value, origin, source in _rows(held):
        row = (slug, year, quantity, value, origin, source)
        said = None
        if year in years:
            counts = _row(tables, register, (slug, year))
            key = (slug, year, quantity)
            said = printed.get(key) if key in printed else _implied(counts, reference, key, value)
        if said is None:
            rows.append(row)
        elif not _agrees(quantity, said, value):
            contradictions.append(Contradiction(slug, year, quantity, said, value))
            left_out.add((slug, year, quantity))
        elif origin == Origin.PUBLISHED and quantity in MEASURES:
            rows.append(row)
    conflicts = held.conflicts
    if left_out and not conflicts.empty:
        there = [key not in left_out for key in zip(*(conflicts[c] for c in VALUES[:3]), strict=True)]
        conflicts = conflicts[there].reset_index(drop=True)
    return replace(held, values=frame(rows, VALUES), conflicts=conflicts), contradictions


def _rows(held: Held) -> Iterator[tuple[str, str, str, Decimal, str, str]]:
    yield from zip(*(held.values[column].tolist() for column in VALUES), strict=True)


def _row(tables: Counts, register: RegisterCounts, key: CouncilYear) -> Mapping[str, int]:
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
