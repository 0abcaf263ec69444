"""The demonstration's counts: simulated, except where the register counts exactly what is held."""

import pandas as pd

from dashboard.domain.origin import Origin
from dashboard.metrics.known import CouncilYear, Counts, KnownCount


def overlaid(counts: pd.DataFrame, held: Counts) -> Counts:
    """Return the register's counts (of ``counts_from_cases``), each with its origin.

    A count equal to the held one has the held origin and source. One that is not held, or that the
    register does not reproduce, is simulated.
    """
    merged: dict[CouncilYear, dict[str, KnownCount]] = {}
    columns = (counts[column].tolist() for column in ("slug", "year", "quantity", "count"))
    for slug, year, quantity, count in zip(*columns, strict=True):
        known = held.get((slug, year), {}).get(quantity)
        same = known is not None and known.value == count
        merged.setdefault((slug, year), {})[quantity] = (
            known if known is not None and same else KnownCount(count, Origin.SIMULATED)
        )
    return merged
