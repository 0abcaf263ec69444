"""The demonstration's counts: simulated, except where the register counts exactly what is held."""

from collections.abc import Iterator

import pandas as pd

from dashboard.domain.origin import Origin
from dashboard.metrics.counts_with_origin import Counts, KnownCount, SlugYear

Counted = tuple[SlugYear, str, int]


def overlaid(counts: pd.DataFrame, held: Counts) -> Counts:
    """Return the register's counts (of ``counts_from_cases``), each with its origin.

    A count equal to the held one has the held origin and source. One that is not held, or that the
    register does not reproduce, is simulated. A council and year of which something is held but no
    case is in the register has counted nought.
    """
    merged: dict[SlugYear, dict[str, KnownCount]] = {}
    for key, quantity, count in _counted(counts, held):
        known = held.get(key, {}).get(quantity)
        reproduced = known is not None and known.value == count
        merged.setdefault(key, {})[quantity] = (
            known if known is not None and reproduced else KnownCount(count, Origin.SIMULATED)
        )
    return merged


def _counted(counts: pd.DataFrame, held: Counts) -> Iterator[Counted]:
    seen, years = set[SlugYear](), set[str]()
    columns = (counts[column].tolist() for column in ("slug", "year", "quantity", "count"))
    for slug, year, quantity, count in zip(*columns, strict=True):
        seen.add((slug, year))
        years.add(year)
        yield (slug, year), quantity, count
    for key in sorted(held.keys() - seen):
        if key[1] in years:
            for quantity in held[key]:
                yield key, quantity, 0
