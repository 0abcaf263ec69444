"""What was recommended for persons in the decisions a filter means."""

import sqlite3

from dashboard.domain.case_filter import CaseFilter
from dashboard.repository.case_lists import published
from dashboard.repository.case_records import RemedyTold
from dashboard.repository.case_rows import remedy_from


def remedies(connection: sqlite3.Connection, asked: CaseFilter) -> dict[str, tuple[RemedyTold, ...]]:
    """Return them by the reference of their decision, in its order; decisions without are left out."""
    told = published(asked)
    rows = connection.execute(
        "SELECT c.reference, r.kind, r.text, r.amount"  # noqa: S608
        f" FROM {told.source} JOIN remedy r ON r.decision = c.id WHERE {told.where}"
        " ORDER BY r.decision, r.position",
        told.values,
    )
    found: dict[str, list[RemedyTold]] = {}
    for row in rows:
        found.setdefault(row["reference"], []).append(remedy_from(row))
    return {reference: tuple(each) for reference, each in found.items()}
