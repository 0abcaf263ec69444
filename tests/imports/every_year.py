"""Not collected by ``make test``, run by ``make slow``: every year of the demonstration in every layout."""

from pathlib import Path

import pytest

from dashboard.reference.load import Reference
from tests.imports.conftest import Figures
from tests.imports.test_round_trip import trip, written
from tests.support.annual_tables import LAYOUTS, Layout

EVERY = [f"{start}-{start - 1999}" for start in range(2018, 2025)]


@pytest.mark.parametrize("year", EVERY)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_year_comes_back(
    tmp_path: Path,
    reference: Reference,
    demonstration: dict[str, Figures],
    year: str,
    layout: Layout,
) -> None:
    read, _ = trip(tmp_path, reference, year, demonstration[year], layout)
    assert read == written(demonstration[year])
