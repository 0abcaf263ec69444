"""Reading the case register of a release back as the tables it is counted from."""

import sqlite3

import pandas as pd

from dashboard.metrics.counts import counts_from_cases
from dashboard.metrics.counts_with_origin import SlugYear
from dashboard.repository.interface import Repository

CountsOfYear = dict[SlugYear, dict[str, int]]


def count_register(connection: sqlite3.Connection, repository: Repository) -> CountsOfYear:
    """Count the cases of a release again: every count by (slug, year) and quantity.

    Every council that existed in a year of the release is counted, zeros included, and ended ones
    that have cases after their end.
    """
    cases = _frame(
        connection,
        "SELECT slug, category, received, decided, outcome, satisfactory_remedy FROM register_told",
        ("received", "decided"),
    )
    compliance = _frame(connection, "SELECT slug, due, outcome FROM register_compliance", ("due",))
    roll = [(c.slug, year) for year in repository.release().years for c in repository.councils(year)]
    counted = counts_from_cases(cases, compliance, roll)
    counts: CountsOfYear = {}
    columns = (counted[column].tolist() for column in ("slug", "year", "quantity", "count"))
    for slug, year, quantity, count in zip(*columns, strict=True):
        counts.setdefault((slug, year), {})[quantity] = count
    return counts


def _frame(connection: sqlite3.Connection, statement: str, days: tuple[str, ...]) -> pd.DataFrame:
    cursor = connection.execute(statement)
    columns = [column[0] for column in cursor.description]
    frame = pd.DataFrame([tuple(row) for row in cursor], columns=columns)
    return frame.assign(**{day: pd.to_datetime(frame[day], format="%Y-%m-%d") for day in days})
