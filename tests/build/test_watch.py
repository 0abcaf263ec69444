"""What to watch in a release: worked out when it is built, again by the check, anew when a text goes."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.build.check import check
from dashboard.build.content import ReleaseContent
from dashboard.build.watch_check import check_watch
from dashboard.build.withdraw import withdraw
from dashboard.domain.outcomes import Category
from dashboard.domain.watch import Question
from dashboard.releases.verify import verify
from dashboard.repository.manifest import DATABASE
from dashboard.repository.sqlite import SqliteRepository
from dashboard.repository.watch_interface import Watch
from dashboard.repository.watch_records import WatchAsked, Watched, WatchScope
from tests.support.tiny_cases import REPORT
from tests.support.tiny_release import BLACKPOOL, build_tiny
from tests.support.tiny_watch import (
    AGAIN,
    DELAY,
    FOLLOWED,
    PROMISE,
    TRACK,
    YEAR,
    content_to_watch,
    without_days,
    without_faults,
)


def watch_of(release: Path) -> Watch:
    watch = SqliteRepository(release).watch()
    assert watch is not None
    return watch


def asked(release: Path, question: Question, year: str = YEAR) -> list[Watched]:
    return list(watch_of(release).every_question(WatchAsked(year, question)))


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny(tmp_path_factory.mktemp("watched"), content_to_watch())


def test_a_fault_that_recurs_names_its_cases_in_their_order(release: Path) -> None:
    (one,) = asked(release, Question.REPEATED)
    assert (one.slug, one.service, one.fault) == (BLACKPOOL.slug, Category.HOUSING, DELAY)
    assert (one.count, one.base) == (3, 5)  # beside it the two published upheld cases of tiny_cases.py
    assert [case.reference for case in one.cases] == [PROMISE, FOLLOWED, AGAIN]
    assert (one.expected, one.beyond) == (None, None)  # two councils do not speak for a type


def test_what_followed_a_promise_has_both_cases(release: Path) -> None:
    (one,) = asked(release, Question.PROMISE)
    (pair,) = one.pairs
    assert (pair.earlier, pair.later, pair.change, pair.again) == (PROMISE, FOLLOWED, TRACK, TRACK)
    assert (pair.done, pair.later_received) == (date(2022, 11, 15), date(2024, 1, 10))
    # Of the one case elsewhere none has the change: twice nothing of it.
    assert (one.count, one.base, one.expected) == (1, 5, 0.0)


def test_late_recommendations_are_of_the_year_they_fell_due_in(release: Path) -> None:
    (one,) = asked(release, Question.LATE)
    assert (one.count, one.base) == (2, 3)
    assert [(case.reference, case.met) for case in one.cases] == [
        (REPORT, date(2024, 6, 1)),
        (FOLLOWED, None),
    ]
    (before,) = asked(release, Question.LATE, "2023-24")
    assert (before.count, before.base) == (1, 2)
    assert [(case.reference, case.published) for case in before.cases] == [("SIM 23 000 004", False)]


def test_only_what_fell_due_is_looked_at_before_three_years_are_whole(release: Path) -> None:
    watch = watch_of(release)
    assert watch.years() == ("2022-23", "2023-24", "2024-25")
    assert [scope.three for year in watch.years() if (scope := watch.scope(year))] == [False, False, True]
    assert [count.question for count in watch.counts(WatchAsked("2023-24"))] == [Question.LATE]


SEEN = WatchScope(YEAR, True, 0, 0, 9, 8, 7, 5, 5, 3, 1, 0.0)


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (content_to_watch(), SEEN),
        (without_faults(), replace(SEEN, named=0, changed=0, dated=0, followed=0)),
        (without_days(), replace(SEEN, dated=0, due=0, followed=0)),
        (
            content_to_watch(register_years=("2023-24", YEAR)),
            WatchScope(YEAR, False, 0, 0, 4, 4, 4, 2, 2, 3, 0, 0.0),
        ),
    ],
    ids=["all of it", "no fault is named", "no days", "not whole for three years"],
)
def test_a_release_says_what_its_register_lets_be_seen(
    tmp_path: Path, content: ReleaseContent, seen: WatchScope
) -> None:
    assert watch_of(build_tiny(tmp_path, content)).scope(YEAR) == seen


def test_the_check_works_every_question_out_again(release: Path) -> None:
    found = check_watch(release)
    assert (found.questions, found.different) == (4, ())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE watch_question SET count = 2 WHERE kind = 'repeated'", "2 of 5 is stored, and 3 of 5"),
        ("UPDATE watch_question SET base = 9 WHERE kind = 'late' AND year = '2024-25'", "2 of 9 is stored"),
        ("UPDATE watch_question SET expected = 0.5 WHERE kind = 'promise'", "(0.5000 expected) is stored"),
        ("UPDATE watch_question SET beyond = 1 WHERE kind = 'repeated'", "3 of 5 is stored"),
        ("DELETE FROM watch_case; DELETE FROM watch_question WHERE kind = 'late'", "nothing is stored"),
        (
            "INSERT INTO watch_question VALUES (99, '2024-25', 'number', 'preston-city-council', 'housing',"
            " 5, 90, 1.0, 0, 3, 0.001, 1)",
            "5 of 90 (1.0000 expected, beyond chance) is stored, and nothing follows",
        ),
        (
            "UPDATE improvement SET met = '2023-06-01' WHERE text LIKE '%Track%' AND met IS NOT NULL",
            "nothing",
        ),
    ],
)
def test_the_check_names_what_stands_otherwise(tmp_path: Path, change: str, said: str) -> None:
    altered = build_tiny(tmp_path, content_to_watch())
    with closing(sqlite3.connect(altered / DATABASE)) as connection:
        connection.executescript(change)
    different = check_watch(altered).different
    assert any(said in sentence for sentence in different), different


def test_a_withdrawn_decision_raises_no_question_any_more(tmp_path: Path) -> None:
    built = build_tiny(tmp_path, content_to_watch())
    withdraw(tmp_path, PROMISE, "It could tell who complained.", "Data officer", date(2025, 6, 1))
    assert asked(built, Question.PROMISE) == asked(built, Question.REPEATED) == []
    assert verify(built) == []
    assert check_watch(built).different == ()


def before_it_was_worked_out(directory: Path) -> Path:
    """A release as it was built before: without the tables."""
    built = build_tiny(directory, content_to_watch())
    with closing(sqlite3.connect(built / DATABASE)) as connection:
        for table in ("watch_pair", "watch_case", "watch_question", "watch_year"):
            connection.execute(f"DROP TABLE {table}")
    return built


def test_a_release_built_before_is_read_as_before(tmp_path: Path) -> None:
    built = before_it_was_worked_out(tmp_path)
    repository = SqliteRepository(built)
    assert repository.watch() is None
    assert repository.cases() is not None
    assert check_watch(built).questions is None


def test_a_release_without_a_register_has_nothing_to_watch(tmp_path: Path) -> None:
    assert SqliteRepository(build_tiny(tmp_path)).watch() is None


def test_the_check_of_a_release_tells_how_many_questions(release: Path) -> None:
    told = check(release).report
    assert (
        "  What to watch: 4 questions worked out again from their cases; each stands as it is stored." in told
    )
