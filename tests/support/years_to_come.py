"""Simulated tables of years that have not been yet, with the councils and names of their time."""

import hashlib
from collections import Counter
from decimal import Decimal
from pathlib import Path

from dashboard.build.data import DATA
from dashboard.checks.stored import check_draft
from dashboard.cli.reference_now import inputs_now
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Category, Outcome
from dashboard.domain.rounding import percentage
from dashboard.imports.store.files import store_directory
from dashboard.reference.load import Reference
from dashboard.reference.quantities import RECEIVED_TOTAL, decided_quantity, received_quantity
from dashboard.repository.records import Council
from tests.support.annual_tables import LAYOUTS, write_tables

_NONE = {
    AuthorityType.COUNTY: {Category.HOUSING, Category.BENEFITS_TAX, Category.PLANNING, Category.ENVIRONMENT},
    AuthorityType.DISTRICT: {Category.ADULT_CARE, Category.EDUCATION_CHILDREN, Category.HIGHWAYS},
}
"""Services of the other tier."""
_PARTS = {Outcome.INVALID: 1, Outcome.ADVICE: 1, Outcome.REFERRED_BACK: 6, Outcome.CLOSED_INITIAL: 5}
"""Of twenty decided; the rest are investigated, and four of seven of those upheld."""


def write_year(folder: Path, year: str, reference: Reference) -> list[Path]:
    """Write the three tables of a year: every council that exists in it, by its name; return the files.

    The numbers follow from the council and the year alone.
    """
    values = {council.name: _counts(council, year) for council in reference.councils_in(year)}
    return write_tables(folder, year, values, LAYOUTS[0])


def open_warnings(name: str, data: Path = DATA) -> Counter[str]:
    """Return how many warnings of a draft nobody has accepted, by the id of their check."""
    inputs = inputs_now(data)
    checked = check_draft(store_directory(), name, inputs.reference, inputs.held)
    assert not checked.judged.errors
    return Counter(finding.check for finding in checked.judged.warnings)


def _counts(council: Council, year: str) -> dict[str, Decimal]:
    moved = hashlib.sha256(f"{council.slug} {year}".encode()).digest()
    none = _NONE.get(council.type, set())
    counts = {
        received_quantity(category): Decimal(0 if category in none else 6 + moved[at] % 4)
        for at, category in enumerate(Category)
    }
    total = sum(counts.values(), Decimal(0))
    decided = {outcome: int(total) * part // 20 + moved[10] % 2 for outcome, part in _PARTS.items()}
    investigated = max(7, int(total) - sum(decided.values()))
    decided[Outcome.UPHELD] = upheld = investigated * 4 // 7 + moved[11] % 3
    decided[Outcome.NOT_UPHELD] = investigated - upheld
    counts[RECEIVED_TOTAL] = total
    counts |= {decided_quantity(outcome): Decimal(number) for outcome, number in decided.items()}
    counts["dealt_with"] = Decimal(sum(decided.values()))
    counts["upheld_pct"] = percentage(upheld, investigated)
    counts["satisfactory_remedy_base"] = Decimal(upheld)
    counts["satisfactory_remedies"] = Decimal(upheld // 6)
    counts["satisfactory_remedy_pct"] = percentage(upheld // 6, upheld)
    counts["compliance_outcomes"] = counts["complied"] = Decimal(upheld)
    counts["compliance_pct"] = Decimal(100)
    return counts
