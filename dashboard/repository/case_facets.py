"""Facets: how many published decisions there are by outcome, category, kind, year and type.

Every combination of the five has a number in ``decision_facet``. One pass counts by that number all
decisions that meet the rest of the filter; the facets are then made of these few counts.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory
from dashboard.repository.case_lists import published
from dashboard.repository.case_records import Facets, FacetValue

_OWN: dict[str, Callable[[CaseFilter], frozenset[str]]] = {
    "outcome": lambda asked: frozenset(outcome.value for outcome in asked.outcomes),
    "category": lambda asked: frozenset([asked.category.value] if asked.category else ()),
    "kind": lambda asked: frozenset([asked.kind.value] if asked.kind else ()),
    "year": lambda asked: frozenset([asked.decided] if asked.decided else ()),
    "type": lambda asked: frozenset([asked.type.value] if asked.type else ()),
}
_NAMES = tuple(_OWN)


def facets(connection: sqlite3.Connection, asked: CaseFilter) -> Facets:
    """Count the decisions a filter means by each facet, without the facet's own part of the filter."""
    found = _combined(connection, asked)
    categories = found["category"]
    if asked.sub_category is not None:  # a part of the category: both are left out of its facet
        categories = _combined(connection, asked.changed(sub_category=None))["category"]
    return Facets(
        outcomes=_by_count(found["outcome"]),
        categories=_by_count(categories),
        sub_categories=_sub_categories(connection, asked),
        kinds=_by_count(found["kind"]),
        years=tuple(FacetValue(year, number) for year, number in sorted(found["year"].items(), reverse=True)),
        types=_by_count(found["type"]),
    )


def _combined(connection: sqlite3.Connection, asked: CaseFilter) -> dict[str, Counter[str]]:
    """Return the counts of every facet's values, from one pass over the decisions."""
    rest = published(asked.changed(outcomes=(), category=None, kind=None, decided=None, type=None))
    by = "+c.facet" if rest.narrow else "c.facet"  # with a plus: find the few first, then group them
    rows = connection.execute(
        "SELECT f.outcome, f.category, f.kind, f.year, f.type, n.number FROM"  # noqa: S608
        f" (SELECT c.facet, count(*) AS number FROM {rest.source} WHERE {rest.where} GROUP BY {by}) n"
        " JOIN decision_facet f ON f.id = n.facet",
        rest.values,
    ).fetchall()
    wanted = [own(asked) for own in _OWN.values()]
    counts: dict[str, Counter[str]] = {name: Counter() for name in _NAMES}
    for *values, number in rows:
        missed = [at for at, value in enumerate(values) if wanted[at] and value not in wanted[at]]
        if not missed:
            for name, value in zip(_NAMES, values, strict=True):
                counts[name][value] += number
        elif len(missed) == 1:
            counts[_NAMES[missed[0]]][values[missed[0]]] += number
    return counts


def _sub_categories(connection: sqlite3.Connection, asked: CaseFilter) -> tuple[FacetValue, ...]:
    if not isinstance(asked.category, DecisionCategory):
        return ()
    rest = published(asked.changed(sub_category=None))
    rows = connection.execute(
        "SELECT s.sub_category, sum(n.number) FROM"  # noqa: S608
        f" (SELECT c.sort, count(*) AS number FROM {rest.source} WHERE {rest.where} GROUP BY c.sort) n"
        " JOIN case_sort s ON s.id = n.sort WHERE s.sub_category IS NOT NULL GROUP BY s.sub_category",
        rest.values,
    )
    return _by_count(dict(rows))


def _by_count(counts: "dict[str, int] | Counter[str]") -> tuple[FacetValue, ...]:
    ordered: Iterable[tuple[str, int]] = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetValue(value, number) for value, number in ordered)
