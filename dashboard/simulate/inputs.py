"""What the simulation is given: the councils of each year, and what is held of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Category, Outcome
from dashboard.domain.years import ReportingYear
from dashboard.reference.held import Held
from dashboard.reference.load import Reference
from dashboard.repository.records import NationalFigure

FIRST_YEAR = 2018
LAST_YEAR = 2024
YEARS = tuple(range(FIRST_YEAR, LAST_YEAR + 1))
TYPES = tuple(AuthorityType)
RECEIVED = tuple(f"received:{category.value}" for category in Category)
QUANTITIES = (
    "dealt_with",
    "not_for_us_or_not_ready",
    "assessed_and_closed",
    "investigated",
    "upheld",
    "upheld_pct",
    "upheld_per_100k",
    "compliance_outcomes",
    "compliance_pct",
    "satisfactory_remedies",
    "satisfactory_remedy_base",
    "satisfactory_remedy_pct",
    "received:total",
    *RECEIVED,
    *(f"decided:{outcome.value}" for outcome in Outcome if outcome is not Outcome.UPHELD),
)

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Inputs:
    """One row a council and year, sorted by council and year; years are the calendar year they start in.

    ``rows`` has slug, type, year, population (0 after the council's end), exists, first (whether it is
    the council's first year) and ended (whether the council ends before the last year does). ``held`` has a
    column for each quantity, in the same order, with NaN where nothing is held. ``averages`` are the
    printed averages by type, year and measure; ``national`` the England figures by year and metric.
    """

    rows: pd.DataFrame
    held: pd.DataFrame
    averages: dict[tuple[AuthorityType, int, str], Decimal]
    national: dict[tuple[int, str], NationalFigure]

    def column(self, quantity: str) -> Floats:
        """Return what is held of one quantity, NaN where nothing is."""
        values: Floats = self.held[quantity].to_numpy(dtype=np.float64)
        return values

    def of_type(self, kind: AuthorityType, year: int) -> Bools:
        """Mark the councils of a type that existed in a year: those its average is over."""
        rows = self.rows
        marked: Bools = ((rows["type"] == kind.value) & (rows["year"] == year) & rows["exists"]).to_numpy()
        return marked


def read_inputs(reference: Reference, held: Held) -> Inputs:
    """Return the council-years to simulate: all in which a council existed, and later ones with figures."""
    values = [
        (row.slug, year, row.quantity, float(row.value))
        for row in held.values
        if FIRST_YEAR <= (year := _start_year(row.year)) <= LAST_YEAR
    ]
    keys = pd.DataFrame(values, columns=["slug", "year", "quantity", "value"])
    table = keys.pivot_table(index=["slug", "year"], columns="quantity", values="value", aggfunc="first")
    existing = {
        (council.slug, year) for year in YEARS for council in reference.councils_in(ReportingYear(year))
    }
    index = pd.MultiIndex.from_tuples(sorted(existing | set(table.index)), names=["slug", "year"])
    rows = pd.DataFrame(
        [_row(reference, slug, year, (slug, year) in existing) for slug, year in index],
        columns=["slug", "type", "year", "population", "exists", "first", "ended"],
    )
    return Inputs(
        rows=rows,
        held=table.reindex(index=index, columns=list(QUANTITIES)).astype(float).reset_index(drop=True),
        averages={(row.type, _start_year(row.year), row.measure): row.value for row in held.averages},
        national={(_start_year(row.year), row.metric): row for row in held.national},
    )


def _row(reference: Reference, slug: str, year: int, exists: bool) -> tuple[object, ...]:
    council = reference.councils[slug]
    residents = reference.population(slug, ReportingYear(year).population_year) if exists else 0
    if residents is None:
        raise ValueError(f"no population of {slug} is held for the rates of the year from April {year}")
    first = council.start is not None and ReportingYear.of(council.start).start_year == year
    ended = council.end is not None and council.end < date(LAST_YEAR + 1, 4, 1)
    return slug, council.type.value, year, residents, exists, first, ended


def _start_year(year: str) -> int:
    return ReportingYear.parse(year).start_year
