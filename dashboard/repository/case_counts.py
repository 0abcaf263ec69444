"""How many cases a filter means, and how many of them are published, withdrawn and with recommendations."""

import sqlite3
from collections import Counter

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.outcomes import Compliance
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


def due_by_outcome(connection: sqlite3.Connection, asked: CaseFilter) -> Counter[Compliance]:
    """Count the recommendations of the cases a filter means by what was found of them."""
    source, conditions = _of_recommendations(asked)
    rows = connection.execute(
        f"SELECT r.outcome, count(*) FROM {source} WHERE {conditions.sql} GROUP BY r.outcome",  # noqa: S608
        conditions.values,
    )
    return Counter({Compliance(outcome): number for outcome, number in rows})


def _recommendations(connection: sqlite3.Connection, asked: CaseFilter) -> int:
    """Count the recommendations of the cases: where that is asked, only those that meet the filter."""
    source, conditions = _of_recommendations(asked)
    if conditions.sql == "1":
        return int(connection.execute("SELECT count(*) FROM register_compliance").fetchone()[0])
    (number,) = connection.execute(
        f"SELECT count(*) FROM {source} WHERE {conditions.sql}",  # noqa: S608
        conditions.values,
    ).fetchone()
    return int(number)


def _of_recommendations(asked: CaseFilter) -> tuple[str, Conditions]:
    """Return where the recommendations a filter means are read from, and what they meet."""
    told = published(asked)
    if told.typed:
        source, conditions = told.source, Conditions(told.where, told.values)
    else:
        source, conditions = "register_case c", of_cases(asked)
    if asks_for_recommendations(asked):
        of = of_recommendations(asked)
        conditions = conditions.and_(of.sql, *of.values)
    return f"{source} CROSS JOIN register_compliance r ON r.decision = c.id", conditions
