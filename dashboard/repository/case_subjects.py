"""How many decisions a filter means by council and by what they are about."""

import sqlite3
from collections import Counter

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory
from dashboard.repository.case_lists import published


def subjects(connection: sqlite3.Connection, asked: CaseFilter) -> Counter[tuple[str, str]]:
    """Count the published decisions that stand, by their council's slug and their subject: the label of the
    sub-category, else of the category.

    Outcomes are asked of the groups, which are few: asked of each decision, a type's year is looked up once
    for each of a hundred sorts and each of its councils, which takes ten times as long.
    """
    told = published(asked.changed(outcomes=()))
    outcomes = ", ".join("?" * len(asked.outcomes))
    rows = connection.execute(
        "SELECT o.slug, s.decision_category, s.sub_category, f.number"  # noqa: S608
        f" FROM (SELECT c.council, c.sort, count(*) AS number FROM {told.source} WHERE {told.where}"
        " AND c.id NOT IN (SELECT id FROM decision WHERE withdrawn_on IS NOT NULL)"
        " GROUP BY c.council, c.sort) f"
        " JOIN case_sort s ON s.id = f.sort JOIN register_council o ON o.id = f.council"
        f"{f' WHERE s.outcome IN ({outcomes})' if outcomes else ''}",
        (*told.values, *asked.outcomes),
    )
    found = Counter[tuple[str, str]]()
    for slug, category, sub_category, number in rows:
        found[slug, sub_category or DecisionCategory(category).label] += number
    return found
