"""What to watch, worked out of a release's own tables once they are written, and again when one changes."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.build.residents_again import Residents, residents_of
from dashboard.build.watch_cases import due_in, type_years, upheld_cases
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.watch import WINDOW, Raised, UpheldCase
from dashboard.domain.years import ReportingYear
from dashboard.metrics.watch_faults import repeated
from dashboard.metrics.watch_late import late_or_overdue
from dashboard.metrics.watch_promises import after_promises
from dashboard.metrics.watch_services import excesses
from dashboard.repository.connection import REGISTER_YEARS

_DECIMALS = 6
"""What is stored is what another reckoning must give; the last digits of a sum depend on its order."""


def write_watch(connection: sqlite3.Connection) -> None:
    """Fill the tables of what to watch, emptied first, from the register: nothing where there is none."""
    connection.row_factory, before = sqlite3.Row, connection.row_factory
    try:
        _write_all(connection)
    finally:
        connection.row_factory = before


def _write_all(connection: sqlite3.Connection) -> None:
    for table in ("watch_pair", "watch_case", "watch_question", "watch_year"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
    whole = register_years(connection)
    cases = upheld_cases(connection) if whole else ()
    residents = residents_of(connection) if whole else {}
    number = 0
    for year in whole:
        window = window_of(year, whole)
        due = tuple(due_in(connection, year))
        late = tuple(late_or_overdue(due))
        over = _over_years(connection, window, cases, residents) if window else _Over((), 0, 0, 0, 0.0)
        told = _told(connection, window or (year,), cases)
        connection.execute(
            "INSERT INTO watch_year VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(year, int(bool(window)), over.services, over.faults, *told, len(due)),
                *(over.followed, round(over.followed_expected, _DECIMALS)),
            ),
        )
        for one in (*late, *over.raised):
            number += 1
            _write(connection, number, year, one)


@dataclass(frozen=True, slots=True)
class _Over:
    """The questions of three years; how many comparisons of services and of faults were made; how many cases
    followed a promise, and how many would be expected to."""

    raised: tuple[Raised, ...]
    services: int
    faults: int
    followed: int
    followed_expected: float


def register_years(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the years a release's register is whole for, ascending."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (REGISTER_YEARS,)).fetchone()
    return tuple(row[0].split()) if row else ()


def window_of(year: str, whole: Sequence[str]) -> tuple[str, ...]:
    """Return the three years that end with one, ascending; none where the register is not whole for all."""
    last = ReportingYear.parse(year)
    years = tuple(str(last.shifted(back)) for back in range(1 - WINDOW, 1))
    return years if set(years) <= set(whole) else ()


def days_of(years: Sequence[str]) -> tuple[date, date]:
    """Return the first and the last day of years, ascending."""
    return ReportingYear.parse(years[0]).first_day, ReportingYear.parse(years[-1]).last_day


def _over_years(
    connection: sqlite3.Connection, window: Sequence[str], cases: Sequence[UpheldCase], residents: Residents
) -> _Over:
    since, until = days_of(window)
    services, of_services = excesses(
        [type_years(connection, residents, window, kind) for kind in AuthorityType]
    )
    faults, of_faults = repeated(case for case in cases if since <= case.decided <= until)
    promises, expected = after_promises(cases, since, until)
    followed = sum(one.count for one in promises)
    return _Over((*services, *faults, *promises), of_services, of_faults, followed, expected)


def _told(
    connection: sqlite3.Connection, years: Sequence[str], cases: Iterable[UpheldCase]
) -> tuple[int, ...]:
    """Return what the register lets be seen: of these years the upheld cases, those published, with a fault
    named, with a change agreed, and with one that has a day."""
    since, until = days_of(years)
    upheld, published = connection.execute(
        "SELECT count(*), count(facet) FROM register_case JOIN case_sort s ON s.id = sort"
        " WHERE s.outcome = 'upheld' AND decided BETWEEN ? AND ?",
        (since.isoformat(), until.isoformat()),
    ).fetchone()
    within = [case for case in cases if since <= case.decided <= until]
    dated = sum(any(one.done for one in case.agreed) for case in within)
    changed = sum(bool(case.agreed) for case in within)
    return upheld, published, len(within), changed, dated


def _write(connection: sqlite3.Connection, number: int, year: str, one: Raised) -> None:
    connection.execute(
        f"INSERT INTO watch_question VALUES ({', '.join('?' * 12)})",  # noqa: S608
        (
            *(number, year, one.question.value, one.slug, one.service, one.count, one.base),
            *(_rounded(one.expected), one.low, one.high, _rounded(one.tail)),
            None if one.beyond is None else int(one.beyond),
        ),
    )
    connection.executemany(
        "INSERT INTO watch_case VALUES (?, ?)", [(number, decision) for decision in one.cases]
    )
    connection.executemany(
        "INSERT INTO watch_pair VALUES (?, ?, ?, ?, ?)",
        [(number, p.later, p.later_position, p.earlier, p.earlier_position) for p in one.pairs],
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DECIMALS)
