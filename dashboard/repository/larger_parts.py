"""Larger parts of a release's database: see ``dashboard.domain.larger_part``."""

import sqlite3

from dashboard.domain.larger_part import LargerPart, PartOf


def has_larger_parts(connection: sqlite3.Connection) -> bool:
    """Say whether a release has the table of larger parts: one built before it has not."""
    found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'larger_part'").fetchone()
    return found is not None


def larger_part(connection: sqlite3.Connection, slug: str, year: str, of: PartOf) -> LargerPart | None:
    """Return a council's larger part in a year; None where none is."""
    row = connection.execute(
        "SELECT name, count, whole, others, others_whole, simulated, looked_at, luck FROM larger_part"
        " WHERE year = ? AND slug = ? AND part_of = ?",
        (year, slug, of.value),
    ).fetchone()
    if row is None:
        return None
    name, count, whole, others, others_whole, simulated, looked_at, luck = row
    return LargerPart(name, count, whole, (others, others_whole), bool(simulated), looked_at, luck)
