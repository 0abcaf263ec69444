"""Counts a register by plain groupby, with none of the product's own code for it."""

from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from dashboard.reference.load import Reference
from dashboard.simulate.register import Register

NOT_FOR_US = ["invalid_or_incomplete", "advice_given", "referred_back_for_local_resolution"]
YEARS = [f"20{y}-{y + 1}" for y in range(18, 25)]


def reporting_year(days: pd.Series) -> pd.Series:
    start = days.dt.year - (days.dt.month < 4)
    return start.map(lambda y: f"{y:.0f}-{(y + 1) % 100:02.0f}", na_action="ignore")


def count(register: Register) -> pd.DataFrame:
    """Return a row a council and year (of any decision, receipt or due date), a column a count."""
    cases, due = register.cases, register.compliance
    decided = cases[cases["decided"].notna()]
    by_decided = [decided["slug"], reporting_year(decided["decided"]).rename("year")]
    by_received = [cases["slug"], reporting_year(cases["received"]).rename("year")]
    by_due = [due["slug"], reporting_year(due["due"]).rename("year")]
    outcomes = decided.groupby([*by_decided, decided["outcome"]]).size().unstack(fill_value=0)
    received = cases.groupby([*by_received, cases["category"]]).size().unstack(fill_value=0)
    table = pd.concat(
        [
            outcomes.add_prefix("decided:"),
            received.add_prefix("received:"),
            received.sum(axis=1).rename("received:total"),
            decided["satisfactory_remedy"].groupby(by_decided).sum().rename("satisfactory_remedies"),
            due.groupby(by_due).size().rename("compliance_outcomes"),
            (due["outcome"] != "not_complied").groupby(by_due).sum().rename("complied"),
        ],
        axis=1,
    )
    table = table.fillna(0).astype(int)
    table["upheld"] = table["satisfactory_remedy_base"] = table["decided:upheld"]
    table["investigated"] = table["decided:upheld"] + table["decided:not_upheld"]
    table["not_for_us_or_not_ready"] = table[[f"decided:{name}" for name in NOT_FOR_US]].sum(axis=1)
    table["assessed_and_closed"] = table["decided:closed_after_initial_enquiries"]
    table["dealt_with"] = table.filter(like="decided:").sum(axis=1)
    return table.rename_axis(["slug", "year"])


def half_up(value: Decimal, places: str) -> Decimal:
    return value.quantize(Decimal(places), ROUND_HALF_UP)


def share(part: int, whole: int) -> Decimal | None:
    return half_up(Decimal(100 * int(part)) / Decimal(int(whole)), "1") if whole else None


def per_100k(events: int, residents: int | None) -> Decimal | None:
    return half_up(Decimal(100_000 * int(events)) / Decimal(int(residents)), "0.1") if residents else None


def value(table: pd.DataFrame, reference: Reference, slug: str, year: str, quantity: str) -> Decimal | None:
    """Return one held quantity as the register gives it: a count, a percentage or a rate."""
    empty = pd.Series(0, index=table.columns)
    row = table.loc[(slug, year)] if (slug, year) in table.index else empty
    if quantity == "upheld_pct":
        return share(row["upheld"], row["investigated"])
    if quantity == "compliance_pct":
        return share(row["complied"], row["compliance_outcomes"])
    if quantity == "satisfactory_remedy_pct":
        return share(row["satisfactory_remedies"], row["upheld"])
    if quantity == "upheld_per_100k":
        return per_100k(row["upheld"], reference.population(slug, int(year[:4]) - 1))
    return Decimal(int(row[quantity]))
