"""A list of decisions: what a filter means of it, newest first, those without a day last."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.build.content import ContentError
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.case_filter import CaseFilter
from dashboard.domain.decisions import DecisionCategory, DecisionKind
from dashboard.domain.outcomes import Category, Compliance, Outcome
from dashboard.repository.case_records import FacetValue
from dashboard.repository.listed_interface import Listed, beyond_a_list, within_a_list
from dashboard.repository.listed_records import ListedScope
from dashboard.repository.sqlite import SqliteRepository
from tests.support.tiny_cases import content_with_cases
from tests.support.tiny_listed import GONE, LISTED, NOWHERE_SEEN, REPORT, with_list
from tests.support.tiny_release import BLACKPOOL, BRIGHTON, build_tiny, tiny_content

NEWEST_FIRST = ["23 000 003", "23 000 004", GONE, "23 000 001", "17 002 402b", NOWHERE_SEEN]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> SqliteRepository:
    return SqliteRepository(build_tiny(tmp_path_factory.mktemp("listed"), with_list()))


@pytest.fixture(scope="module")
def listed(repository: SqliteRepository) -> Listed:
    found = repository.listed()
    assert found is not None
    return found


def test_a_list_is_no_register(repository: SqliteRepository) -> None:
    assert repository.cases() is None
    assert repository.release().rows["listed_decision"] == {
        **{"2018-19": 1, "2023-24": 2, "2024-25": 1, "2026-27": 1, "no day": 1}
    }
    assert not any(name.startswith("listed_words") for name in repository.release().rows)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (CaseFilter(), NEWEST_FIRST),
        (CaseFilter(councils=(BLACKPOOL.slug,)), ["23 000 001", "17 002 402b", NOWHERE_SEEN]),
        (CaseFilter(councils=(BLACKPOOL.slug,), decided="2023-24"), ["23 000 001"]),
        (CaseFilter(decided="2026-27"), ["23 000 003"]),
        (CaseFilter(decided="2024-25"), ["23 000 004"]),
        (CaseFilter(since=date(2023, 11, 20), until=date(2023, 12, 1)), [GONE, "23 000 001"]),
        (CaseFilter(type=AuthorityType.DISTRICT), [GONE]),
        (CaseFilter(outcomes=(Outcome.NOT_UPHELD, Outcome.CLOSED_INITIAL)), ["23 000 004", "17 002 402b"]),
        (CaseFilter(category=DecisionCategory.HOUSING), ["23 000 001", NOWHERE_SEEN]),
        (CaseFilter(category=DecisionCategory.HOUSING, sub_category="Allocations"), [NOWHERE_SEEN]),
        (CaseFilter(kind=DecisionKind.REPORT), []),
        (CaseFilter(words="homelessness"), ["23 000 001"]),
        (CaseFilter(words="blackpool upheld housing"), ["23 000 001"]),
        (CaseFilter(words="children's"), ["17 002 402b"]),
        (CaseFilter(words="enforcement"), []),
        (CaseFilter(words="preston borough"), []),
        (CaseFilter(words="17 002 402b"), ["17 002 402b"]),
        (CaseFilter(words="17-002-402"), ["17 002 402b"]),
        (CaseFilter(words="23 000 001b"), []),
        (CaseFilter(words=GONE), [GONE]),
        (CaseFilter(words="!!!"), NEWEST_FIRST),
        (CaseFilter(words="'; DROP TABLE listed_decision; --"), []),
    ],
)
def test_a_filter_means_these(listed: Listed, asked: CaseFilter, expected: list[str]) -> None:
    page = listed.decisions(asked)
    assert [row.reference for row in page.rows] == expected
    assert page.total == len(expected) == listed.scope(asked).total
    assert [row.reference for row in listed.every_decision(asked)] == expected


def test_rows_come_back_as_they_were_put_in(listed: Listed) -> None:
    by_reference = {one.reference: one for one in LISTED}
    assert {row.reference: row for row in listed.every_decision(CaseFilter())} == by_reference


def test_a_page_is_the_last_for_one_beyond_it(listed: Listed) -> None:
    page = listed.decisions(CaseFilter(), 99, size=4)
    assert (page.page, page.pages, page.total) == (2, 2, 6)
    assert [row.reference for row in page.rows] == NEWEST_FIRST[4:]


def test_the_scope_says_what_was_not_seen(listed: Listed) -> None:
    assert listed.scope() == ListedScope(6, 4, date(2018, 7, 3), date(2026, 5, 1), 1, 1, kinds_seen=False)
    only = listed.scope(CaseFilter(words=NOWHERE_SEEN))
    assert only == ListedScope(1, 1, None, None, 1, 1, kinds_seen=False)
    assert listed.years() == ("2018-19", "2023-24", "2024-25", "2026-27")


def test_facets_count_without_their_own_part(listed: Listed) -> None:
    found = listed.facets(CaseFilter(category=DecisionCategory.HOUSING, outcomes=(Outcome.UPHELD,)))
    assert found.outcomes == (FacetValue("upheld", 1),)
    assert found.categories == (FacetValue("health", 1), FacetValue("housing", 1), FacetValue("planning", 1))
    assert found.sub_categories == (FacetValue("Homelessness", 1),)
    assert found.years == (FacetValue("2023-24", 1),)
    every = listed.facets(CaseFilter())
    assert sum(value.count for value in every.outcomes) == 5, "one has no outcome that was seen"
    assert [value.value for value in every.years] == ["2026-27", "2024-25", "2023-24", "2018-19"]
    assert every.kinds == ()


@pytest.mark.parametrize("spelling", ["17 002 402b", "17-002-402B", "17002402b", " 17 002 402 b "])
def test_a_decision_is_found_in_any_spelling(listed: Listed, spelling: str) -> None:
    assert listed.decision(spelling) == LISTED[1]


@pytest.mark.parametrize("other", ["17 002 402", "17 002 402a", "", "x", "SIM 23 000 001"])
def test_other_references_are_no_decision(listed: Listed, other: str) -> None:
    assert listed.decision(other) is None


def test_what_only_a_register_knows_is_told_apart() -> None:
    asked = CaseFilter(
        words="x", received="2023-24", due="2023-24", service=Category.HOUSING, remedied=True,
        compliance=(Compliance.LATE,), improving=True,
    )  # fmt: skip
    assert within_a_list(asked) == CaseFilter(words="x")
    assert beyond_a_list(asked) == replace(asked, words="")


def test_a_release_with_a_register_has_no_list(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("register")
    assert SqliteRepository(build_tiny(folder, content_with_cases())).listed() is None
    real = content_with_cases()
    cases = tuple(replace(case, reference=case.reference.removeprefix("SIM ")) for case in real.cases)
    both = replace(with_list(), cases=[replace(one, published=False) for one in cases])
    with pytest.raises(ContentError, match="a register of cases and a list of decisions"):
        build_tiny(folder, both)


def test_a_demonstration_has_no_list_of_real_decisions(tmp_path_factory: pytest.TempPathFactory) -> None:
    content = replace(tiny_content("demo", "demonstration"), listed=LISTED)
    with pytest.raises(ContentError, match="which are real"):
        build_tiny(tmp_path_factory.mktemp("demo"), content)


def test_a_decision_stands_once_and_is_of_a_council(tmp_path_factory: pytest.TempPathFactory) -> None:
    twice = (*LISTED, replace(LISTED[0], slug=BRIGHTON.slug))
    with pytest.raises(ContentError, match="UNIQUE constraint failed"):
        build_tiny(tmp_path_factory.mktemp("twice"), with_list(*twice))
    with pytest.raises(ContentError, match="23 000 011 is of no council"):
        build_tiny(tmp_path_factory.mktemp("nobody"), with_list(replace(REPORT, slug="atlantis")))
