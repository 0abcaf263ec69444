"""Every check of figures there is, by its id."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dashboard.checks import (
    cells,
    change,
    columns,
    councils,
    cross_checks,
    names_moved,
    register,
    sums,
    texts,
    tiers,
    whole_years,
    within_year,
)
from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material


@dataclass(frozen=True, slots=True)
class Check:
    """One check: ``run`` yields its findings. Its title is in ``CHECK_TITLES``."""

    id: str
    run: Callable[[Material], Iterator[Finding]]


CHECKS = (
    Check(cells.SCHEMA, cells.schema),
    Check(cells.KEYS, cells.keys),
    Check(register.CASES, register.cases),
    Check(whole_years.WHOLE, whole_years.whole),
    Check(councils.COUNCILS, councils.councils),
    Check(councils.LINEAGE, councils.lineage),
    Check(sums.SUMS, sums.sums),
    Check(sums.PARTS, sums.parts),
    Check(sums.PERCENTAGES, sums.percentages),
    Check(columns.COLUMNS, columns.columns),
    Check(names_moved.NAMES_MOVED, names_moved.names_moved),
    Check(tiers.TIERS, tiers.tiers),
    Check(columns.GAPS, columns.gaps),
    Check(columns.REPEATED, columns.repeated),
    Check(cross_checks.AVERAGES, cross_checks.averages),
    Check(change.LAST_YEAR, change.last_year),
    Check(change.TYPE, change.of_type),
    Check(within_year.RECEIVED_DECIDED, within_year.received_decided),
    Check(within_year.MIX, within_year.mix),
    Check(cross_checks.REGISTER, cross_checks.register),
    Check(cross_checks.HELD, cross_checks.held),
    Check(cross_checks.ROWS, cross_checks.rows),
    Check(texts.DECISIONS, texts.decisions),
    Check(texts.PERSONAL, texts.personal),
)
"""The checks of figures; corrections are checked where they are applied, letters where they are read."""
LETTERS = "letters"


def run_checks(material: Material) -> tuple[Finding, ...]:
    """Run every check. Where values cannot be, or stand twice, statistics of them would mislead: those
    checks that rest on the numbers being right are left out until they are.
    """
    found: list[Finding] = []
    for check in CHECKS:
        if check.id in _ON_NUMBERS and any(f.severity is Severity.ERROR for f in found):
            continue
        if check.id == tiers.TIERS and any(f.check == names_moved.NAMES_MOVED for f in found):
            continue  # a district that has a county's figures follows from that
        found += check.run(material)
    return tuple(found)


_ON_NUMBERS = frozenset(
    {cross_checks.AVERAGES, change.LAST_YEAR, change.TYPE, within_year.RECEIVED_DECIDED, within_year.MIX}
)
