"""How many decisions a filter means by council and by what they are about."""

import sqlite3
from collections import Counter

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory
from dashboard.repository.case_lists import WITHDRAWN, published


def subjects(connection: sqlite3.Connection, asked: CaseFilter) -> Counter[tuple[str, str]]:
    """Count the published decisions that stand, by their council's slug and their subject: the label of the
    sub-category, else of the category."""
    told = published(asked)
    rows = connection.execute(
        "SELECT o.slug, s.decision_category, s.sub_category, count(*)"  # noqa: S608
        f" FROM {told.source} JOIN decision d ON d.id = c.id JOIN case_sort s ON s.id = c.sort"
        f" JOIN register_council o ON o.id = c.council WHERE {told.where}{WITHDRAWN[False]}"
        " GROUP BY c.council, c.sort",
        told.values,
    )
    found = Counter[tuple[str, str]]()
    for slug, category, sub_category, number in rows:
        found[slug, sub_category or DecisionCategory(category).label] += number
    return found
