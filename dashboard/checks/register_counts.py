"""What the case register of a draft counts, by council and year."""

import pandas as pd

from dashboard.imports.imported import Imported
from dashboard.metrics.counts import counts_from_cases
from dashboard.metrics.counts_with_origin import SlugYear
from dashboard.reference.load import Reference

RegisterCounts = dict[SlugYear, dict[str, int]]
COMPLIANCE = ("complied", "compliance_outcomes")


def register_counts(imported: Imported, reference: Reference) -> RegisterCounts:
    """Count a draft's register: every quantity of every council, in the years it is said to be whole for.

    It is whole for a year's compliance only where some outcomes fell due in it. Councils that existed then
    count nought where they have no case. Empty without a register.
    """
    register = imported.register
    if register is None:
        return {}
    due = _years_of(register.compliance, "due")
    roll = [(council.slug, year) for year in imported.whole for council in reference.councils_in(year)]
    if not roll:
        return {}
    counted = counts_from_cases(register.cases, register.compliance, roll)
    counts: RegisterCounts = {}
    columns = (counted[column].tolist() for column in ("slug", "year", "quantity", "count"))
    for slug, year, quantity, count in zip(*columns, strict=True):
        if quantity not in COMPLIANCE or year in due:
            counts.setdefault((slug, year), {})[quantity] = count
    return counts


def _years_of(rows: pd.DataFrame, day: str) -> set[str]:
    if rows.empty:
        return set()
    days = pd.to_datetime(rows[day].dropna())
    starts = (days.dt.year - (days.dt.month < 4)).unique()
    return {f"{start}-{(start + 1) % 100:02d}" for start in starts}
