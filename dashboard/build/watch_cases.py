"""What is read of a release's register for what to watch: upheld cases, services by year, what fell due."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from dashboard.build.residents_again import Residents
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import INVESTIGATED, Category, Compliance, Outcome
from dashboard.domain.same_change import words_of
from dashboard.domain.watch import Agreed, UpheldCase
from dashboard.domain.years import ReportingYear
from dashboard.metrics.watch_late import Due
from dashboard.metrics.watch_services import ServiceYear, TypeYears


def upheld_cases(connection: sqlite3.Connection) -> tuple[UpheldCase, ...]:
    """Return the published cases that were upheld and whose fault is named, in the order of their days."""
    agreed = _agreed(connection)
    rows = connection.execute(
        "SELECT c.id, o.slug, o.type, s.category, coalesce(s.sub_category, ''), d.fault, c.received,"
        " c.decided"
        " FROM decision d JOIN register_case c ON c.id = d.id JOIN case_sort s ON s.id = c.sort"
        " JOIN register_council o ON o.id = c.council"
        " WHERE s.outcome = 'upheld' AND d.fault IS NOT NULL ORDER BY c.id"
    )
    day = date.fromisoformat
    return tuple(
        UpheldCase(
            number, slug, kind, service, (sub, fault), day(received), day(decided), agreed.get(number, ())
        )
        for number, slug, kind, service, sub, fault, received, decided in rows
    )


def _agreed(connection: sqlite3.Connection) -> dict[int, tuple[Agreed, ...]]:
    found: dict[int, list[Agreed]] = defaultdict(list)
    for decision, position, kind, text, due, met in connection.execute(
        "SELECT decision, position, kind, text, due, met FROM improvement ORDER BY decision, position"
    ):
        done = met or due
        found[decision].append(
            Agreed(position, (kind, words_of(text)), date.fromisoformat(done) if done else None)
        )
    return {decision: tuple(agreed) for decision, agreed in found.items()}


def type_years(
    connection: sqlite3.Connection, known: Residents, years: Sequence[str], kind: AuthorityType
) -> TypeYears:
    """Return what was upheld and investigated by service in the councils of a type that existed, noughts
    included, counted from the cases, and their residents."""
    residents = []
    for year in years:
        mid_year = ReportingYear.parse(year).population_year
        residents.append({slug: people for (slug, of), people in known.items() if of == mid_year})
    first_day = ReportingYear.parse(years[0]).first_day.isoformat()
    begun = connection.execute("SELECT slug FROM council WHERE start_date >= ?", (first_day,))
    return TypeYears(
        tuple(_service_year(connection, year, kind) for year in years),
        residents,
        frozenset(slug for (slug,) in begun),
    )


def _service_year(connection: sqlite3.Connection, year: str, kind: AuthorityType) -> ServiceYear:
    span = ReportingYear.parse(year)
    existing = [
        slug
        for (slug,) in connection.execute(
            "SELECT slug FROM council_year JOIN council USING (slug)"
            " WHERE year = ? AND existed = 1 AND type = ? ORDER BY slug",
            (year, kind.value),
        )
    ]
    outcomes = [outcome.value for outcome in INVESTIGATED]
    counted = {
        (category, slug): (upheld, investigated)
        for category, slug, upheld, investigated in connection.execute(
            "SELECT category, o.slug, sum(outcome = ?), count(*) FROM register_case"
            " JOIN case_sort s ON s.id = sort JOIN register_council o ON o.id = council"
            " WHERE o.type = ? AND decided BETWEEN ? AND ? AND outcome IN (?, ?)"
            " GROUP BY category, o.slug",
            (
                Outcome.UPHELD.value,
                kind.value,
                span.first_day.isoformat(),
                span.last_day.isoformat(),
                *outcomes,
            ),
        )
    }
    return {
        category.value: {slug: counted.get((category.value, slug), (0, 0)) for slug in existing}
        for category in Category
    }


def due_in(connection: sqlite3.Connection, year: str) -> Iterator[Due]:
    """Go through the recommendations that fell due in a year."""
    span = ReportingYear.parse(year)
    for number, slug, service, outcome in connection.execute(
        "SELECT r.decision, r.slug, s.category, r.outcome FROM register_compliance r"
        " JOIN register_case c ON c.id = r.decision JOIN case_sort s ON s.id = c.sort"
        " WHERE r.due BETWEEN ? AND ? ORDER BY r.decision",
        (span.first_day.isoformat(), span.last_day.isoformat()),
    ):
        yield Due(number, slug, service, Compliance(outcome))
