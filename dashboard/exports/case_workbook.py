"""Cases as a workbook: what it is, and one table of the rows."""

from collections.abc import Sequence

from dashboard.downloads.column import Listing
from dashboard.downloads.workbook import Sheet, workbook

_WIDTHS = {
    **{"improvement": 70, "summary": 70, "subject": 40, "fault": 40, "council": 34, "query": 40},
    **{"category": 26, "sub_category": 26, "change": 30, "reference": 16, "case": 16},
}


def case_workbook(name: str, listing: Listing, about: Sequence[tuple[str, str]], built_at: str) -> bytes:
    """Return the workbook; ``name`` is that of its sheet."""
    return workbook(about, (Sheet(name, listing, _WIDTHS),), built_at)
