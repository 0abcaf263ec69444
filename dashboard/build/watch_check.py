"""Whether what a release says is to be watched follows from its cases, counted by a second path.

The first path goes through cases one by one, this one lets the database join and group them; services it
takes from the figures by service. Only the tails are one function of both.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from math import fsum, isclose
from pathlib import Path

from dashboard.build.residents_again import Residents, residents_of
from dashboard.build.watch import days_of, register_years, window_of
from dashboard.build.watch_again import AGAIN, BASES, EXPECTED, FAULTS, FOLLOWED, LATE, SIZES
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Category
from dashboard.domain.same_change import words_of
from dashboard.domain.watch import FALSE_DISCOVERIES, REPEATED_FROM, Question
from dashboard.domain.years import ReportingYear
from dashboard.metrics.watch_promises import year_before
from dashboard.metrics.watch_services import TypeYears, excesses
from dashboard.repository.connection import open_database
from dashboard.repository.manifest import DATABASE
from dashboard.repository.sqlite_watch import has_watch
from dashboard.statistics.exact import WIDE_TAIL
from dashboard.statistics.more_than_type import Upper, more_than_type
from dashboard.statistics.small_numbers import too_few_to_compare
from dashboard.statistics.who_is_compared import LEAST_COUNCILS

_AS_STORED = 2e-6
"""Both are rounded to six decimals."""
_Key = tuple[str, str, str, str]
"""Question, council, service, and of a fault that recurs its cases, so that two of a service are two."""
_Told = tuple[int, int, float | None, bool | None]
"""Count, base, the number expected, and whether it stands out; None where that is not asked."""


@dataclass(frozen=True, slots=True)
class WatchChecked:
    """How many questions were worked out again (None: the release has none, it was built before them), and
    those that differ, in sentences."""

    questions: int | None
    different: tuple[str, ...]


def check_watch(release: Path) -> WatchChecked:
    """Work out every question of every year again."""
    with closing(open_database(release / DATABASE)) as connection:
        if not has_watch(connection):
            return WatchChecked(None, ())
        connection.execute("PRAGMA query_only = OFF")  # of what is made here for the time being; the file is
        _prepare(connection)  # open read only all the same
        whole, residents = register_years(connection), residents_of(connection)
        questions, different = 0, list[str]()
        for year in whole:
            stored = _stored(connection, year)
            made = dict(_made(connection, year, window_of(year, whole), residents))
            questions += len(made)
            different += _otherwise(year, stored, made)
        return WatchChecked(questions, tuple(different))


def _prepare(connection: sqlite3.Connection) -> None:
    connection.create_function("words_of", 1, words_of, deterministic=True)
    connection.create_function(
        "year_before", 1, lambda day: year_before(date.fromisoformat(day)).isoformat(), deterministic=True
    )
    connection.executescript(AGAIN)


def _stored(connection: sqlite3.Connection, year: str) -> Mapping[_Key, _Told]:
    rows = connection.execute(
        "SELECT kind, slug, category, count, base, expected, beyond,"
        " (SELECT group_concat(decision) FROM (SELECT decision FROM watch_case WHERE question = q.id"
        "  AND kind = 'repeated' ORDER BY decision)) AS cases FROM watch_question q WHERE year = ?",
        (year,),
    )
    return {
        (kind, slug, category, cases or ""): (
            *(count, base, expected),
            None if beyond is None else bool(beyond),
        )
        for kind, slug, category, count, base, expected, beyond, cases in rows
    }


def _made(
    connection: sqlite3.Connection, year: str, window: Sequence[str], residents: Residents
) -> Iterator[tuple[_Key, _Told]]:
    span = tuple(day.isoformat() for day in days_of((year,)))
    for slug, category, count, base in connection.execute(LATE, span):
        yield (Question.LATE.value, slug, category, ""), (count, base, None, None)
    if not window:
        return
    since, until = (day.isoformat() for day in days_of(window))
    yield from _repeated(connection, since, until)
    yield from _promises(connection, since, until)
    for one in excesses([_type(connection, window, kind, residents) for kind in AuthorityType])[0]:
        told = (one.count, one.base, one.expected, one.beyond)
        yield (one.question.value, one.slug, one.service, ""), told


def _repeated(connection: sqlite3.Connection, since: str, until: str) -> Iterator[tuple[_Key, _Told]]:
    """Yield faults that recur; a tail stands out by the largest rank whose tail is under its line."""
    bases: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for kind, category, slug, n in connection.execute(BASES, (since, until)):
        bases[kind, category][slug] = n
    faults: dict[tuple[str, str, str, str], dict[str, tuple[int, str]]] = defaultdict(dict)
    for kind, category, sub, fault, slug, count, cases in connection.execute(FAULTS, (since, until)):
        faults[kind, category, sub, fault][slug] = (count, ",".join(sorted(cases.split(","), key=int)))
    looked_at, found = 0, list[tuple[_Key, int, int, Upper | None]]()
    for (kind, category, _, _), of in faults.items():
        base = bases[kind, category]
        if len(base) >= LEAST_COUNCILS:
            looked_at += sum(not too_few_to_compare(n) for n in base.values())
        often = [slug for slug, (count, _) in of.items() if count >= REPEATED_FROM]
        if often:
            year = {slug: (of.get(slug, (0, ""))[0], n) for slug, n in base.items()}
            compared = more_than_type([year], [slug for slug in often if not too_few_to_compare(base[slug])])
            for slug in often:
                key = (Question.REPEATED.value, slug, category, of[slug][1])
                found.append((key, of[slug][0], base[slug], compared.get(slug)))
    tails = sorted(upper.tail for *_, upper in found if upper is not None)
    under = [t for rank, t in enumerate(tails, 1) if t <= rank * FALSE_DISCOVERIES / looked_at]
    line = min(max(under, default=-1.0), WIDE_TAIL)
    for key, count, n, upper in found:
        stands = None if upper is None else upper.tail <= line
        yield key, (count, n, None if upper is None else upper.expected, stands)


def _promises(connection: sqlite3.Connection, since: str, until: str) -> Iterator[tuple[_Key, _Told]]:
    days = (since, until)
    sizes = {(kind, slug, sub): n for kind, slug, sub, n in connection.execute(SIZES, days)}
    of_type: dict[tuple[str, str], int] = defaultdict(int)
    for (kind, _, sub), n in sizes.items():
        of_type[kind, sub] += n
    expected: dict[tuple[str, str], list[float]] = defaultdict(list)
    for slug, category, kind, sub, following in connection.execute(EXPECTED, (*days, *days)):
        others = of_type[kind, sub] - sizes[kind, slug, sub]
        expected[slug, category].append(following / others if others else 1.0)
    for slug, category, count, base in connection.execute(FOLLOWED, (*days, *days)):
        told = (count, base, fsum(expected[slug, category]), None)
        yield (Question.PROMISE.value, slug, category, ""), told


def _type(
    connection: sqlite3.Connection, window: Sequence[str], kind: AuthorityType, residents: Residents
) -> TypeYears:
    services, people = [], []
    for year in window:
        counts: dict[str, dict[str, tuple[int, int]]] = {category.value: {} for category in Category}
        for slug, category, upheld, investigated in connection.execute(
            "SELECT slug, category, upheld, investigated FROM service_figure JOIN council USING (slug)"
            " JOIN council_year USING (year, slug) WHERE year = ? AND type = ? AND existed = 1",
            (year, kind.value),
        ):
            counts[category][slug] = (upheld or 0, investigated or 0)
        services.append(counts)
        mid_year = ReportingYear.parse(year).population_year
        people.append({slug: number for (slug, of), number in residents.items() if of == mid_year})
    first = ReportingYear.parse(window[0]).first_day.isoformat()
    begun = connection.execute("SELECT slug FROM council WHERE start_date >= ?", (first,))
    return TypeYears(services, people, frozenset(slug for (slug,) in begun))


def _otherwise(year: str, stored: Mapping[_Key, _Told], made: Mapping[_Key, _Told]) -> Iterator[str]:
    for key in sorted(stored.keys() | made.keys()):
        if not _same(stored.get(key), made.get(key)):
            kind, slug, category, _ = key
            yield (
                f"{slug} {year}, {category}, to watch ({kind}): {_said(stored.get(key))} is stored, and "
                f"{_said(made.get(key))} follows."
            )


def _same(one: _Told | None, other: _Told | None) -> bool:
    if one is None or other is None:
        return one is other
    (*counts, expected, beyond), (*again, expected_again, beyond_again) = one, other
    if expected is None or expected_again is None:
        return one == other
    near = isclose(expected, expected_again, abs_tol=_AS_STORED)
    return counts == again and near and beyond is beyond_again


def _said(told: _Told | None) -> str:
    if told is None:
        return "nothing"
    count, base, expected, beyond = told
    stands = "" if beyond is None else ", beyond chance" if beyond else ", not beyond chance"
    return f"{count} of {base}" + ("" if expected is None else f" ({expected:.4f} expected{stands})")
