"""Every check there is: its id, what it looks at in words, and the function."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dashboard.checks import against, cells, change, corrections, councils, register, sums
from dashboard.checks.finding import Finding, Severity
from dashboard.checks.material import Material


@dataclass(frozen=True, slots=True)
class Check:
    """One check: ``title`` heads its findings, ``run`` yields them."""

    id: str
    title: str
    run: Callable[[Material], Iterator[Finding]]


CHECKS = (
    Check(cells.SCHEMA, "Values that cannot be", cells.schema),
    Check(cells.KEYS, "Councils, averages or cases that stand twice", cells.keys),
    Check(register.CASES, "Cases of the register that cannot be", register.cases),
    Check(councils.COUNCILS, "Councils missing, or not there in that year", councils.councils),
    Check(councils.LINEAGE, "Councils and those that took their place", councils.lineage),
    Check(sums.SUMS, "Totals and the sum of their parts", sums.sums),
    Check(sums.PARTS, "Parts larger than their whole", sums.parts),
    Check(sums.PERCENTAGES, "Printed percentages and rates, and what the counts give", sums.percentages),
    Check(against.AVERAGES, "Printed averages, and what the councils give", against.averages),
    Check(change.LAST_YEAR, "Changes since last year beyond what is usual", change.last_year),
    Check(change.TYPE, "Figures unlike those of the council's type", change.of_type),
    Check(against.REGISTER, "The case register and the tables", against.register),
    Check(against.HELD, "Figures held already", against.held),
    Check(against.ROWS, "Number of councils in each table", against.rows),
)
CORRECTIONS = Check(corrections.CORRECTIONS, "Corrections that no longer fit", lambda _: iter(()))
"""Corrections are checked where they are applied, before all else."""
LETTERS = "letters"
TITLES = {
    **{check.id: check.title for check in (CORRECTIONS, *CHECKS)},
    LETTERS: "Official letters that cannot be read",
}


def run_checks(material: Material) -> tuple[Finding, ...]:
    """Run every check. Where values cannot be, or stand twice, statistics of them would mislead: those
    checks that rest on the numbers being right are left out until they are.
    """
    found: list[Finding] = []
    for check in CHECKS:
        if check.id in _ON_NUMBERS and any(f.severity is Severity.ERROR for f in found):
            continue
        found += check.run(material)
    return tuple(found)


_ON_NUMBERS = frozenset({against.AVERAGES, change.LAST_YEAR, change.TYPE})
