"""How many cases a filter means, and how many of them are published, withdrawn and with recommendations."""

import sqlite3

from dashboard.domain.case_filter import CaseFilter
from dashboard.repository.case_conditions import (
    Conditions,
    asks_for_recommendations,
    of_cases,
    of_recommendations,
)
from dashboard.repository.case_lists import counting, published
from dashboard.repository.case_records import CaseCount

_CASES = (
    "SELECT count(*), count(c.facet),"
    " count(c.facet) FILTER (WHERE c.id IN (SELECT id FROM decision WHERE withdrawn_on IS NOT NULL))"
    " FROM register_case c"
)


def count(connection: sqlite3.Connection, asked: CaseFilter) -> CaseCount:
    """Count the cases a filter means. What is typed is found in what is published only."""
    told = published(asked)
    if told.match:
        (found,) = connection.execute(counting(told), told.values).fetchone()
        return CaseCount(found, found, 0, _recommendations(connection, asked))
    cases = Conditions(told.where, told.values) if told.typed else of_cases(asked)
    counted, with_text, withdrawn = connection.execute(f"{_CASES} WHERE {cases.sql}", cases.values).fetchone()
    return CaseCount(counted, with_text - withdrawn, withdrawn, _recommendations(connection, asked))


def _recommendations(connection: sqlite3.Connection, asked: CaseFilter) -> int:
    """Count the recommendations of the cases: where that is asked, only those that meet the filter."""
    told = published(asked)
    if told.typed:
        source, conditions = told.source, Conditions(told.where, told.values)
    else:
        source, conditions = "register_case c", of_cases(asked)
    if conditions.sql == "1":
        return int(connection.execute("SELECT count(*) FROM register_compliance").fetchone()[0])
    if asks_for_recommendations(asked):
        of = of_recommendations(asked)
        conditions = conditions.and_(of.sql, *of.values)
    (number,) = connection.execute(
        f"SELECT count(*) FROM {source} CROSS JOIN register_compliance r ON r.decision = c.id"  # noqa: S608
        f" WHERE {conditions.sql}",
        conditions.values,
    ).fetchone()
    return int(number)
