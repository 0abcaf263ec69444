"""Breakdowns of a release's database: what was received by category, and decided by outcome."""

import sqlite3

from dashboard.domain.outcomes import Category, Outcome
from dashboard.repository.records import CountRow
from dashboard.repository.rows import count_from

_ORDER = {
    "received": (*(category.value for category in Category), "total"),
    "decided": (*(outcome.value for outcome in Outcome), "total"),
}


def breakdown(connection: sqlite3.Connection, slug: str, year: str, what: str) -> tuple[CountRow, ...]:
    """Return a council's breakdown in the field's order, total last; () where none of it is held."""
    rows = connection.execute(
        "SELECT * FROM breakdown WHERE slug = ? AND year = ? AND kind = ?", (slug, year, what)
    )
    held = {row["item"]: count_from(row) for row in rows}
    if not held:
        return ()
    return tuple(held.get(item) or CountRow(what, item, None, None, None) for item in _ORDER.get(what, ()))
