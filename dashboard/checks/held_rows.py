"""The values of imported tables in the form figures are made of."""

from collections.abc import Collection, Iterable

from dashboard.domain.origin import Origin
from dashboard.imports.imported import ImportedAverage, ImportedValue
from dashboard.metrics.counts_with_origin import Counts, KnownCount
from dashboard.reference.held_rows import HeldAverage, HeldValue

Key = tuple[str, str, str]
"""slug, year and quantity"""


def held_values(
    values: Iterable[ImportedValue], origin: Origin, corrected: Collection[Key] = ()
) -> tuple[HeldValue, ...]:
    """Return imported values as held ones; a corrected one is no longer as published, but derived.

    The first stands where one is there twice. They have no page of their own.
    """
    rows: dict[Key, HeldValue] = {}
    for value in values:
        key = (value.slug, value.year, value.quantity)
        of = Origin.DERIVED if key in corrected and origin is Origin.PUBLISHED else origin
        rows.setdefault(key, HeldValue(*key, value.value, of, ""))
    return tuple(rows.values())


def held_averages(averages: Iterable[ImportedAverage], origin: Origin) -> tuple[HeldAverage, ...]:
    """Return imported averages as held ones; the last stands where one is there twice."""
    rows = {(a.type, a.year, a.measure): a.value for a in averages}
    return tuple(HeldAverage(*key, value, origin, "") for key, value in rows.items())


def simulated(counts: Counts) -> Counts:
    """Return counts with all of them simulated: whatever follows from simulated counts is."""
    return {
        key: {q: KnownCount(c.value, Origin.SIMULATED, None, c.note) for q, c in row.items()}
        for key, row in counts.items()
    }
