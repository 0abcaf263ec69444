"""The demonstration's figures, written as annual tables in unlike layouts, come back the same."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.imports.drafts.importing import Asked, import_files
from dashboard.imports.drafts.read_draft import read_draft
from dashboard.imports.store.draft import DEMONSTRATION
from dashboard.reference.load import Reference
from tests.imports.conftest import Figures
from tests.support.annual_tables import LAYOUTS, OFF_THE_MAP, TABLES, Layout, write_tables

YEARS = ("2018-19", "2023-24")
WRITTEN = {quantity for columns in TABLES.values() for quantity in columns}


def trip(
    tmp_path: Path, reference: Reference, year: str, figures: Figures, layout: Layout
) -> tuple[dict[tuple[str, str], Decimal], Counter[str]]:
    """Write a year in a layout, import it, and return what is read of it."""
    named = {reference.councils[slug].name: values for slug, values in figures.items()}
    files = write_tables(tmp_path / "files", year, named, layout)
    asked = Asked("2025-26", tuple(files), (year,), DEMONSTRATION)
    import_files(tmp_path / "store", asked, reference)
    read = read_draft(tmp_path / "store", "2025-26", reference)
    assert read.years == (year,)
    assert {one.kind for one in read.inputs} == set(TABLES)
    return {(v.slug, v.quantity): v.value for v in read.values}, Counter(one.why for one in read.left_out)


def written(figures: Figures) -> dict[tuple[str, str], Decimal]:
    """Return what the tables have a column for."""
    return {
        (slug, quantity): value
        for slug, values in figures.items()
        for quantity, value in values.items()
        if quantity in WRITTEN
    }


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_figure_of_every_council_comes_back(
    tmp_path: Path, reference: Reference, demonstration: dict[str, Figures], year: str, layout: Layout
) -> None:
    figures = demonstration[year]
    read, left_out = trip(tmp_path, reference, year, figures, layout)
    assert len(figures) >= 317
    assert read == written(figures)
    assert left_out["off the map"] == (len(TABLES) * len(OFF_THE_MAP) if layout.others else 0)
    assert left_out["total"] == (len(TABLES) if layout.totals else 0)
    assert left_out["footnote"] == len(TABLES) * sum(note != "" for note in layout.footnotes)
