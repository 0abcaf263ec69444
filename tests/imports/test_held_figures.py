"""The figures held, written as tables of their year and imported, come back as they were printed."""

from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.build.data import DATA
from dashboard.imports.drafts.importing import Asked, import_files
from dashboard.imports.drafts.read_draft import read_draft
from dashboard.reference.held import load_held
from dashboard.reference.load import Reference
from tests.support.annual_tables import LAYOUTS, TABLES, Layout, write_tables

HELD = load_held(DATA)
YEARS = sorted({row.year for row in HELD.values})
COLUMNS = {
    "received": TABLES["received"],
    "decided": (
        *TABLES["decided"],
        *("upheld_per_100k", "not_for_us_or_not_ready", "assessed_and_closed", "investigated"),
    ),
    "remedies": tuple(column for column in TABLES["remedies"] if column != "complied"),
}
REAL = [
    Layout(
        layout.name,
        suffix=layout.suffix,
        encoding=layout.encoding,
        delimiter=layout.delimiter,
        wording=layout.wording,
        backwards=layout.backwards,
        percent=layout.percent,
        nothing=layout.nothing,
    )
    for layout in (LAYOUTS[0], LAYOUTS[1], LAYOUTS[5])
]


@pytest.mark.data
@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("layout", REAL, ids=lambda layout: layout.name)
def test_every_value_of_a_year_comes_back(
    tmp_path: Path, reference: Reference, year: str, layout: Layout
) -> None:
    held = {(row.slug, row.quantity): row.value for row in HELD.values if row.year == year}
    values: dict[str, dict[str, Decimal]] = {}
    for (slug, quantity), value in held.items():
        values.setdefault(reference.councils[slug].name, {})[quantity] = value
    files = write_tables(tmp_path / "files", year, values, layout, COLUMNS)
    import_files(tmp_path / "store", Asked("held", tuple(files), (year,)), reference)
    read = read_draft(tmp_path / "store", "held", reference)
    assert {(value.slug, value.quantity): value.value for value in read.values} == held
    assert read.kind == "real"


@pytest.mark.data
def test_the_averages_of_a_year_come_back(tmp_path: Path, reference: Reference) -> None:
    of = ("2023-24", "upheld_pct")
    averages = {row.type: row.value for row in HELD.averages if (row.year, row.measure) == of}
    assert len(averages) == 5
    values = {
        council.name: {
            "upheld": Decimal(1),
            "dealt_with": Decimal(3),
            "average:upheld_pct": averages[council.type],
        }
        for council in reference.councils_in("2023-24")
    }
    tables = {"decided": ("upheld", "dealt_with", "average:upheld_pct")}
    files = write_tables(tmp_path / "files", "2023-24", values, REAL[0], tables)
    import_files(tmp_path / "store", Asked("held", tuple(files), ("2023-24",)), reference)
    read = read_draft(tmp_path / "store", "held", reference)
    assert {(a.type, a.year, a.measure, a.value) for a in read.averages} == {
        (kind, "2023-24", "upheld_pct", value) for kind, value in averages.items()
    }
