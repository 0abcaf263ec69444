"""A filter of cases as SQL: the one WHERE behind counts, lists and facets.

Conditions name the tables by their aliases: ``c`` is ``register_case``, ``r`` ``register_compliance``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.years import ReportingYear

Part = tuple[str, tuple[object, ...]]
"""One condition and the values of its question marks."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions joined by “and”, with the values of their question marks in order."""

    sql: str
    values: tuple[object, ...]

    def and_(self, sql: str, *values: object) -> "Conditions":
        """Return the conditions and one more."""
        return Conditions(f"{self.sql} AND {sql}", (*self.values, *values))


def of_cases(asked: CaseFilter) -> Conditions:
    """Return the conditions on a case, but for the words. Always at least one.

    Where recommendations are asked for (``due``, ``compliance``), the case has one that meets all that
    is asked of it, and the councils are those the recommendations were made to.
    """
    parts: list[Part] = []
    if asks_for_recommendations(asked):
        due = of_recommendations(asked)
        parts.append((f"c.id IN (SELECT r.decision FROM register_compliance r WHERE {due.sql})", due.values))  # noqa: S608
    else:
        parts += _of_councils("c.council", asked, "register_council", "id")
    parts += _in_year("c.decided", asked.decided)
    parts += _in_year("c.received", asked.received)
    if asked.since:
        parts.append(("c.decided >= ?", (asked.since.isoformat(),)))
    if asked.until:
        parts.append(("c.decided <= ?", (asked.until.isoformat(),)))
    parts += _of_sort(asked)
    if asked.improving:
        parts.append(("EXISTS (SELECT 1 FROM improvement i WHERE i.decision = c.id)", ()))
    return _joined(parts)


def of_recommendations(asked: CaseFilter) -> Conditions:
    """Return the conditions on a recommendation: its council, when it fell due, what was found."""
    parts = _of_councils("r.slug", asked, "council", "slug") + _in_year("r.due", asked.due)
    if asked.compliance:
        parts.append(_one_of("r.outcome", [outcome.value for outcome in asked.compliance]))
    return _joined(parts)


def asks_for_recommendations(asked: CaseFilter) -> bool:
    """Say whether a filter is about recommendations falling due and not only about cases."""
    return asked.due is not None or bool(asked.compliance)


def _of_sort(asked: CaseFilter) -> list[Part]:
    """What cases have in common: a condition on their sort, of which there are few."""
    parts: list[Part] = []
    if asked.outcomes:
        parts.append(_one_of("outcome", [outcome.value for outcome in asked.outcomes]))
    for column, value in (
        ("category", asked.service),
        ("decision_category", asked.category),
        ("sub_category", asked.sub_category),
        ("kind", asked.kind),
    ):
        if value is not None:
            parts.append((f"{column} = ?", (str(value),)))
    if asked.remedied:
        parts.append(("satisfactory_remedy = 1", ()))
    if not parts:
        return []
    sort = _joined(parts)
    return [(f"c.sort IN (SELECT id FROM case_sort WHERE {sort.sql})", sort.values)]  # noqa: S608


def _of_councils(column: str, asked: CaseFilter, table: str, name: str) -> list[Part]:
    """A condition on a column that names councils as the column ``name`` of a table does."""
    parts: list[Part] = []
    if asked.councils:
        parts.append(_one_of("slug", asked.councils))
    if asked.type is not None:
        parts.append(("type = ?", (asked.type.value,)))
    if not parts:
        return []
    councils = _joined(parts)
    return [(f"{column} IN (SELECT {name} FROM {table} WHERE {councils.sql})", councils.values)]  # noqa: S608


def _in_year(column: str, year: str | None) -> list[Part]:
    if year is None:
        return []
    first, last = _days(year)
    return [(f"{column} BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))]


def _days(year: str) -> tuple[date, date]:
    span = ReportingYear.parse(year)
    return span.first_day, span.last_day


def _one_of(column: str, values: Iterable[object]) -> Part:
    told = tuple(values)
    if len(told) == 1:
        return f"{column} = ?", told
    return f"{column} IN ({', '.join('?' * len(told))})", told


def _joined(parts: list[Part]) -> Conditions:
    if not parts:
        return Conditions("1", ())
    return Conditions(
        " AND ".join(sql for sql, _ in parts), tuple(value for _, values in parts for value in values)
    )
