"""The values of imported tables in the form figures are made of."""

from collections.abc import Collection, Iterable, Sequence

import pandas as pd

from dashboard.domain.origin import Origin
from dashboard.imports.imported import ImportedAverage, ImportedValue
from dashboard.metrics.counts_with_origin import CouncilYear, Counts, KnownCount
from dashboard.reference.held import Held

VALUES = ("slug", "year", "quantity", "value", "origin", "source")
AVERAGES = ("type", "year", "measure", "value", "origin", "source")
Key = tuple[str, str, str]
"""slug, year and quantity"""


def values_frame(
    values: Iterable[ImportedValue], origin: Origin, corrected: Collection[Key] = ()
) -> pd.DataFrame:
    """Return imported values as ``Held.values``; a corrected one is no longer as published, but derived.

    The first stands where one is there twice. They have no page of their own: the source is empty.
    """
    rows: dict[Key, tuple[object, ...]] = {}
    for value in values:
        key = (value.slug, value.year, value.quantity)
        of = Origin.DERIVED if key in corrected and origin is Origin.PUBLISHED else origin
        rows.setdefault(key, (*key, value.value, of.value, ""))
    return frame(list(rows.values()), VALUES)


def averages_frame(averages: Iterable[ImportedAverage], origin: Origin) -> pd.DataFrame:
    """Return imported averages as ``Held.averages``."""
    rows = {(a.type.value, a.year, a.measure): a.value for a in averages}
    return frame([(*key, value, origin.value, "") for key, value in rows.items()], AVERAGES)


def frame(rows: Sequence[tuple[object, ...]], columns: tuple[str, ...]) -> pd.DataFrame:
    """Return rows as a frame of texts and one column of decimals, ``value``."""
    return pd.DataFrame(
        {
            column: pd.Series([row[i] for row in rows], dtype="object" if column == "value" else "str")
            for i, column in enumerate(columns)
        }
    )


def nothing_held() -> Held:
    """Return what is held where nothing is: a demonstration stands on its input alone."""
    return Held(
        values=frame([], VALUES),
        averages=frame([], AVERAGES),
        national=frame([], ("year", "metric", "value", "numerator", "denominator", "source")).astype(
            {"numerator": "Int64", "denominator": "Int64"}
        ),
        sources=frame([], ("source", "publisher", "url")),
        conflicts=frame([], ("slug", "year", "quantity", "kind", "kept", "other", "reason")),
    )


def simulated(counts: Counts) -> Counts:
    """Return counts with all of them simulated: whatever follows from simulated counts is."""
    return {
        key: {q: KnownCount(c.value, Origin.SIMULATED, None, c.note) for q, c in row.items()}
        for key, row in counts.items()
    }


def council_years(values: Iterable[ImportedValue]) -> frozenset[CouncilYear]:
    """Return the councils and years of which a table says anything."""
    return frozenset((value.slug, value.year) for value in values)
