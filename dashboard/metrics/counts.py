"""Counting the case register: every count of every council and year."""

from collections.abc import Iterable

import pandas as pd

from dashboard.domain.outcomes import (
    ASSESSED_AND_CLOSED,
    INVESTIGATED,
    NOT_FOR_US,
    Category,
    Compliance,
    Outcome,
)
from dashboard.domain.years import ReportingYear
from dashboard.reference.quantities import RECEIVED_TOTAL, decided_quantity, received_quantity

RECEIVED = {category.value: received_quantity(category) for category in Category}
_REMEDIED = "satisfactory_remedies"
DECIDED = {outcome.value: decided_quantity(outcome) for outcome in Outcome}


def counts_from_cases(
    cases: pd.DataFrame, compliance: pd.DataFrame, council_years: Iterable[tuple[str, str]]
) -> pd.DataFrame:
    """Count a register (its form: docs/architecture.md), one row a slug, year, quantity: ``count``.

    A case counts as received in the year it was received and as decided in the year it was decided;
    a compliance outcome in the year it fell due. ``council_years`` are the (slug, year) that have a
    row for every quantity, zeros included; others that have cases in one of their years have too.
    Years outside of those of ``council_years`` are left out, since the register is not whole there.
    A council and year with an upheld case of which nothing is said about a satisfactory remedy (missing)
    has no count of those: nothing said is not no.
    Raises ValueError for a category or an outcome that is unknown.
    """
    roll = pd.MultiIndex.from_tuples(sorted(set(council_years)), names=["slug", "year"])
    decided = cases[cases["decided"].notna()]
    upheld = decided[decided["outcome"] == Outcome.UPHELD.value]
    remedied = upheld["satisfactory_remedy"].astype("boolean")
    unsaid = by_council_year(upheld[remedied.isna()], "decided").index
    wide = pd.concat(
        [
            _counted(cases, "received", "category", RECEIVED),
            _counted(decided, "decided", "outcome", DECIDED),
            by_council_year(upheld[remedied.fillna(value=False)], "decided").rename(index=_REMEDIED),
            _counted(compliance, "due", "outcome", {outcome.value: outcome.value for outcome in Compliance}),
        ],
        axis=1,
    )
    within = wide.index.get_level_values("year").isin(roll.get_level_values("year").unique())
    wide = wide.reindex(roll.union(wide.index[within])).fillna(0).astype("int64")
    counted = _with_totals(wide).rename_axis(columns="quantity").stack().rename("count").reset_index()
    if unsaid.empty:
        return counted
    of = pd.MultiIndex.from_frame(counted[["slug", "year"]])
    known = ~((counted["quantity"] == _REMEDIED) & of.isin(unsaid))
    return counted[known].reset_index(drop=True)


def _with_totals(wide: pd.DataFrame) -> pd.DataFrame:
    """Add the sums; the three compliance outcomes become complied (on time or late) and all of them."""
    met = [Compliance.ON_TIME.value, Compliance.LATE.value]
    every = [outcome.value for outcome in Compliance]
    return wide.assign(
        **{
            RECEIVED_TOTAL: wide[list(RECEIVED.values())].sum(axis=1),
            "dealt_with": wide[list(DECIDED.values())].sum(axis=1),
            "not_for_us_or_not_ready": wide[[DECIDED[o.value] for o in NOT_FOR_US]].sum(axis=1),
            "assessed_and_closed": wide[[DECIDED[o.value] for o in ASSESSED_AND_CLOSED]].sum(axis=1),
            "investigated": wide[[DECIDED[o.value] for o in INVESTIGATED]].sum(axis=1),
            "satisfactory_remedy_base": wide["upheld"],
            "complied": wide[met].sum(axis=1),
            "compliance_outcomes": wide[every].sum(axis=1),
        }
    ).drop(columns=every)


def _counted(rows: pd.DataFrame, day: str, column: str, quantities: dict[str, str]) -> pd.DataFrame:
    unknown = set(rows[column].dropna().unique()) - set(quantities)
    if unknown or rows[column].isna().any():
        raise ValueError(f"{column} holds what it may not: {sorted(unknown) or 'nothing at all'}")
    counted = by_council_year(rows, day, column).unstack(column, fill_value=0)
    return counted.reindex(columns=list(quantities), fill_value=0).rename(columns=quantities)


def by_council_year(rows: pd.DataFrame, day: str, *columns: str) -> "pd.Series[int]":
    """Count rows by slug, the reporting year of a day, and further columns."""
    days = pd.to_datetime(rows[day])
    start = days.dt.year - (days.dt.month < 4)
    names = {year: str(ReportingYear(int(year))) for year in start.unique()}
    by = [rows["slug"], start.map(names).astype("str").rename("year"), *(rows[column] for column in columns)]
    return rows.groupby(by, observed=True).size()
