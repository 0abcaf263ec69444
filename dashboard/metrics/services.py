"""Counting the case register by service: received, decided, investigated and upheld by category."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.domain.outcomes import INVESTIGATED, Category, Outcome
from dashboard.metrics.counts import by_council_year

ServiceKey = tuple[str, str, str]
"""slug, year and category."""


@dataclass(frozen=True, slots=True)
class ServiceOutcomes:
    """What was decided about one service in a year: all, those investigated, those upheld."""

    decided: int
    investigated: int
    upheld: int


def outcomes_by_service(
    cases: pd.DataFrame, council_years: Iterable[tuple[str, str]]
) -> Mapping[ServiceKey, ServiceOutcomes]:
    """Count a register's decided cases by the category they were received in (docs/architecture.md).

    Every (slug, year) of ``council_years`` has all nine categories, noughts included; cases of other
    years or councils are left out.
    """
    decided = cases[cases["decided"].notna()]
    investigated = decided[decided["outcome"].isin([outcome.value for outcome in INVESTIGATED])]
    upheld = decided[decided["outcome"] == Outcome.UPHELD.value]
    tables = [
        by_council_year(rows, "decided", "category").to_dict() for rows in (decided, investigated, upheld)
    ]
    return {
        key: ServiceOutcomes(*(int(table.get(key, 0)) for table in tables))
        for slug, year in sorted(set(council_years))
        for category in Category
        for key in [(slug, year, category.value)]
    }
