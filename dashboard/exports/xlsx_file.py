"""A comparison as a workbook: what it is, a sheet for each table, and all figures one below the other."""

from collections.abc import Iterator

from dashboard.compare.comparison import Comparison
from dashboard.compare.tables import Table
from dashboard.downloads.about import about_file, origin_note
from dashboard.downloads.column import Cell, Listing
from dashboard.downloads.workbook import Sheet, sheet_name, workbook
from dashboard.exports.rows import COLUMNS, comparison_listing
from dashboard.exports.wide import wide
from dashboard.repository.records import Release

FIGURES = "Figures"
_WIDTHS = {"council": 30, "measure": 30, "definition": 40, "citation": 40, "query": 30, "note": 30}
_SHOWN, _UNIT, _VALUE = (
    next(place for place, column in enumerate(COLUMNS) if column.name == name)
    for name in ("shown", "unit", "value")
)


def comparison_xlsx(comparison: Comparison, release: Release, address: str) -> bytes:
    """Return the workbook. The same comparison of the same release gives the same bytes.

    ``address`` is where the comparison stands on this site.
    """
    sheets = [
        *(Sheet(sheet_name(table.title), wide(table), _WIDTHS, frozen=1) for table in comparison.tables),
        Sheet(FIGURES, Listing(COLUMNS, _figures(comparison)), _WIDTHS, frozen=2),
    ]
    return workbook(list(about_lines(comparison, release, address)), sheets, release.built_at)


def about_lines(comparison: Comparison, release: Release, address: str) -> Iterator[tuple[str, str]]:
    """Yield what the first sheet says: pairs of a heading and its text."""
    rows = f"A sheet for each table, a row a council; “{FIGURES}”: a row a figure"
    yield from about_file(
        release,
        comparison.title,
        origin=origin_note(release),
        query=comparison.title,
        address=address,
        rows=rows,
    )
    yield "Source", comparison.source
    for sentence in comparison.said:
        yield "Of the group", sentence
    for table in comparison.tables:
        yield from ((f"On “{sheet_name(table.title)}”", said) for said in _said(table))
    yield from comparison.definitions


def _said(table: Table) -> tuple[str, ...]:
    """Return what stands above and below a table on the page."""
    return (table.caption, *table.lead, *table.notes)


def _figures(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of the CSV; a bare count is not written a second time, as text."""
    for row in comparison_listing(comparison).rows:
        bare = row[_UNIT] == "count" and row[_VALUE] is not None
        yield tuple(None if bare and place == _SHOWN else cell for place, cell in enumerate(row))
