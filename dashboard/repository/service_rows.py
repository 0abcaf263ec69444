"""Figures by service as a release stores them, of one council and of a type together."""

import sqlite3
from collections.abc import Iterable

from dashboard.domain.origin import Origin
from dashboard.domain.outcomes import Category
from dashboard.repository.records import ServiceRow
from dashboard.repository.stored_values import stored_origin

TYPE_SERVICES = """
    SELECT category,
           count(received) AS received_of, sum(received) AS received,
           total(received_origin = 'simulated') > 0 AS received_simulated,
           count(decided) AS decided_of, sum(decided) AS decided,
           sum(investigated) AS investigated, sum(upheld) AS upheld,
           total(outcome_origin = 'simulated') > 0 AS outcome_simulated
      FROM service_figure
      JOIN council_year USING (year, slug)
      JOIN council USING (slug)
     WHERE year = ? AND type = ? AND existed = 1
     GROUP BY category
"""
"""The counts of a type's councils in a year added up, and of how many councils each is held."""

_ORDER = {category.value: place for place, category in enumerate(Category)}


def in_order(rows: Iterable[ServiceRow]) -> tuple[ServiceRow, ...]:
    """Return rows in the order of the Ombudsman's tables."""
    return tuple(sorted(rows, key=lambda row: _ORDER[row.category]))


def service_from(row: sqlite3.Row) -> ServiceRow:
    """Return one service of a council from its row."""
    return ServiceRow(
        category=row["category"],
        councils=1,
        received=row["received"],
        received_origin=stored_origin(row["received_origin"]),
        decided=row["decided"],
        investigated=row["investigated"],
        upheld=row["upheld"],
        outcome_origin=stored_origin(row["outcome_origin"]),
    )


def type_service_from(row: sqlite3.Row, councils: int) -> ServiceRow:
    """Return one service of a type from its sums: those held of fewer than all its councils are not held."""
    received = row["received_of"] == councils
    decided = row["decided_of"] == councils
    return ServiceRow(
        category=row["category"],
        councils=councils,
        received=row["received"] if received else None,
        received_origin=_summed(row["received_simulated"]) if received else None,
        decided=row["decided"] if decided else None,
        investigated=row["investigated"] if decided else None,
        upheld=row["upheld"] if decided else None,
        outcome_origin=_summed(row["outcome_simulated"]) if decided else None,
    )


def _summed(simulated: int) -> Origin:
    return Origin.SIMULATED if simulated else Origin.DERIVED
