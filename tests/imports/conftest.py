"""The councils, and the demonstration's register, read and made once for the tests of imports."""

from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.build.data import DATA
from dashboard.domain.rounding import percentage
from dashboard.imports.drafts.read_draft import known_names
from dashboard.imports.tables.table import Known
from dashboard.metrics.counts import counts_from_cases
from dashboard.reference.held import load_held
from dashboard.reference.load import Reference, load_reference
from dashboard.simulate.register import simulate_register

Figures = dict[str, dict[str, Decimal]]
"""By slug, the figures of a year by quantity."""

SHARES = {
    "upheld_pct": ("upheld", "investigated"),
    "satisfactory_remedy_pct": ("satisfactory_remedies", "upheld"),
    "compliance_pct": ("complied", "compliance_outcomes"),
}


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference(DATA)


@pytest.fixture(scope="session")
def known(reference: Reference, tmp_path_factory: pytest.TempPathFactory) -> Known:
    return known_names(tmp_path_factory.mktemp("no-store"), reference)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture(scope="session")
def demonstration(reference: Reference) -> dict[str, Figures]:
    """By year and slug, every figure of the demonstration that the tables have a column for."""
    register = simulate_register(reference, load_held(DATA))
    years = [f"{start}-{start - 1999}" for start in range(2018, 2025)]
    roll = [(council.slug, year) for year in years for council in reference.councils_in(year)]
    counted = counts_from_cases(register.cases, register.compliance, roll)
    figures: dict[str, Figures] = {year: {} for year in years}
    for row in counted.itertuples():
        figures[row.year].setdefault(row.slug, {})[row.quantity] = Decimal(int(row.count))
    for councils in figures.values():
        for counts in councils.values():
            counts["satisfactory_remedy_base"] = counts["upheld"]
            for share, (part, whole) in SHARES.items():
                if counts[whole]:
                    counts[share] = percentage(int(counts[part]), int(counts[whole]))
    return figures
