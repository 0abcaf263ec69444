"""Whether every count of a release equals the number of its cases, by the filter that pages link it with."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.cases_of import cases_of, counts_recommendations
from dashboard.domain.figures import State
from dashboard.domain.measures import MEASURES
from dashboard.domain.outcomes import Category
from dashboard.repository.case_conditions import of_cases, of_recommendations
from dashboard.repository.connection import open_database
from dashboard.repository.manifest import DATABASE

Of = tuple[str, str, str | None]
"""Year, quantity, service (a category's id, or None for all)."""
Numbers = dict[str, int]
"""A number for each council that has any."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One count that is shown: of a council, a year, a quantity and, where it is of one, a service."""

    slug: str
    year: str
    quantity: str
    service: str | None
    number: int
    where: str


@dataclass(frozen=True, slots=True)
class CasesChecked:
    """How many counts were held to their cases, of how many councils' years, and those that differ."""

    counts: int
    council_years: int
    different: tuple[str, ...]


def check_counts(release: Path, years: Iterable[str]) -> CasesChecked:
    """Hold every count of some years of a release to the number of its cases.

    The filter is that of ``cases_of`` and the conditions those of lists and of ``Cases.count``; only,
    instead of naming one council, the cases are grouped by council.
    """
    wanted = frozenset(years)
    with closing(open_database(release / DATABASE)) as connection:
        shown = [count for count in _shown(connection) if count.year in wanted]
        asked = {(count.year, count.quantity, count.service): _filter(count) for count in shown}
        cases = _recommendations(connection, asked) | _cases(connection, asked)
    different = tuple(
        f"{count.slug} {count.year}: {count.where} says {count.number} of {count.quantity}"
        f"{f' in {count.service}' if count.service else ''}, and there are {number} cases."
        for count in shown
        if (number := cases[count.year, count.quantity, count.service].get(count.slug, 0)) != count.number
    )
    return CasesChecked(len(shown), len({(count.slug, count.year) for count in shown}), different)


def _filter(count: Counted) -> CaseFilter:
    """The filter of a count's cases, of all councils."""
    service = Category(count.service) if count.service else None
    return cases_of(count.slug, count.year, count.quantity, service).changed(councils=())


def _recommendations(connection: sqlite3.Connection, asked: Mapping[Of, CaseFilter]) -> dict[Of, Numbers]:
    found: dict[Of, Numbers] = {}
    for of, each in asked.items():
        if counts_recommendations(of[1]):
            due = of_recommendations(each)
            query = f"SELECT r.slug, count(*) FROM register_compliance r WHERE {due.sql} GROUP BY r.slug"  # noqa: S608
            found[of] = dict(map(tuple, connection.execute(query, due.values)))
    return found


def _cases(connection: sqlite3.Connection, asked: Mapping[Of, CaseFilter]) -> dict[Of, Numbers]:
    """Count cases by council, all that are decided in one year together, and all received in one."""
    together: dict[CaseFilter, list[Of]] = {}
    for of, each in asked.items():
        if not counts_recommendations(of[1]):
            together.setdefault(CaseFilter(decided=each.decided, received=each.received), []).append(of)
    found: dict[Of, Numbers] = {}
    for year, members in together.items():
        conditions = [of_cases(asked[of]) for of in members]
        # Every case is of a council: saying so lets the index by council and day find the few of the year.
        within = of_cases(year).and_("c.council IN (SELECT id FROM register_council)")
        rows = connection.execute(
            f"SELECT o.slug, {', '.join(f'count(*) FILTER (WHERE {each.sql})' for each in conditions)}"  # noqa: S608
            " FROM register_case c JOIN register_council o ON o.id = c.council"
            f" WHERE {within.sql} GROUP BY o.slug",
            (*(value for each in conditions for value in each.values), *within.values),
        ).fetchall()
        for at, of in enumerate(members, 1):
            found[of] = {row[0]: row[at] for row in rows}
    return found


def _shown(connection: sqlite3.Connection) -> Iterator[Counted]:
    """Every count a release holds: breakdowns, what figures are made of, and counts by service."""
    for slug, year, kind, item, number in connection.execute(
        "SELECT slug, year, kind, item, count FROM breakdown WHERE count IS NOT NULL"
    ):
        yield Counted(slug, year, f"{kind}:{item}", None, number, "the breakdown")
    for slug, year, measure, above, below in connection.execute(
        "SELECT slug, year, measure, numerator, denominator FROM figure WHERE period = 1 AND state IN (?, ?)",
        (State.VALUE.value, State.NO_CASES.value),
    ):
        for quantity, number in (
            (MEASURES[measure].numerator, above),
            (MEASURES[measure].denominator, below),
        ):
            if number is not None and quantity not in (None, "population"):
                yield Counted(slug, year, str(quantity), None, number, measure)
    for slug, year, service, *numbers in connection.execute(
        "SELECT slug, year, category, received, decided, investigated, upheld FROM service_figure"
    ):
        for quantity, number in zip(
            (f"received:{service}", "dealt_with", "investigated", "upheld"), numbers, strict=True
        ):
            if number is not None:
                of = None if quantity.startswith("received:") else service
                yield Counted(slug, year, quantity, of, number, "the table by service")
