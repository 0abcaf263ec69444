"""Breakdowns of a release's database: what was received by category, and decided by outcome."""

import sqlite3
from collections.abc import Collection, Mapping

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Category, Outcome
from dashboard.repository.records import CountHeld, CountRow
from dashboard.repository.rows import count_from
from dashboard.repository.stored_values import ORIGINS

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


def type_counts(
    connection: sqlite3.Connection, kind: AuthorityType, year: str, what: str, items: Collection[str]
) -> Mapping[str, Mapping[str, CountHeld]]:
    """Return some items of the breakdowns of every council of a type, by slug and item."""
    rows = connection.execute(
        "SELECT b.slug, b.item, b.count, b.origin FROM breakdown b JOIN council c ON c.slug = b.slug"  # noqa: S608
        " WHERE b.count IS NOT NULL AND b.year = ? AND b.kind = ? AND c.type = ?"
        f" AND b.item IN ({', '.join('?' * len(items))})",
        (year, what, kind.value, *items),
    )
    found = dict[str, dict[str, CountHeld]]()
    for slug, item, count, origin in rows:
        found.setdefault(slug, {})[item] = CountHeld(count, ORIGINS[origin])
    return found
