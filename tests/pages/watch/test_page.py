"""What to watch as a page shows what stands out: links to the lists, the rest folded, and what is said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.addresses.watch_state import WatchState
from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.outcomes import Category
from dashboard.domain.watch import Question
from dashboard.pages.watch.page import look, render
from dashboard.pages.watch.section import section
from dashboard.repository.watch_records import (
    WatchAsked,
    WatchCount,
    Watched,
    WatchedCase,
    WatchPage,
    WatchScope,
)
from tests.support.fake_repository import FakeRepository, release
from tests.support.html_text import html_of, text_of
from tests.support.sample import council

YEAR = "2023-24"
KENT = council("kent", "Kent County Council", AuthorityType.COUNTY)
SCOPE = WatchScope(YEAR, True, 500, 900, 80, 80, 80, 40, 40, 20, 4, 3.2)
NUMBER = Watched(
    *(1, Question.NUMBER, "kent", Category.HOUSING, 40, 900_000, 12.0, 5, 21, 0.0001, True, "", "", (), ())
)
CASES = tuple(
    WatchedCase(f"23 001 {n:03}", True, f"Repair {n}", date(2023, 5, n), None, None, None)
    for n in range(1, 8)
)
REPEATED = replace(
    NUMBER,
    id=2,
    question=Question.REPEATED,
    count=7,
    base=30,
    expected=1.5,
    sub_category="Repairs",
    fault="Delay",
    cases=CASES,
)


@dataclass(frozen=True)
class FakeWatch:
    """The questions above, whatever is asked but their sort."""

    rows: tuple[Watched, ...] = (NUMBER, REPEATED)

    def years(self) -> tuple[str, ...]:
        return (YEAR,)

    def scope(self, year: str) -> WatchScope | None:
        return SCOPE if year == YEAR else None

    def counts(self, asked: WatchAsked) -> tuple[WatchCount, ...]:
        sorts = dict.fromkeys(one.question for one in self.every_question(asked))
        return tuple(WatchCount(sort, 1, 1, 1) for sort in sorts)

    def questions(self, asked: WatchAsked, page: int = 1, *, size: int = 20) -> WatchPage:
        rows = tuple(self.every_question(asked))
        return WatchPage(rows[:size], len(rows), page, 1)

    def every_question(self, asked: WatchAsked) -> Iterator[Watched]:
        return (one for one in self.rows if asked.question in (None, one.question))


def repository(rows: tuple[Watched, ...] = (NUMBER, REPEATED)) -> FakeRepository:
    return FakeRepository(release_=release(years=(YEAR,)), councils_=(KENT,), watch_=FakeWatch(rows))


def shown(state: WatchState = WatchState()) -> str:  # noqa: B008
    told = repository()
    watch = told.watch()
    assert watch is not None
    return html_of(render(look(watch, state, YEAR, SCOPE), told, UNNAMED))


def test_a_service_that_stands_out_links_the_lists_of_its_three_years() -> None:
    page = shown()
    for year in ("2021-22", "2022-23", "2023-24"):
        query = f"outcome=upheld&amp;year={year}&amp;service=housing"
        assert f'href="/council/kent/decisions?{query}">{year}</a>' in page


def test_a_fault_that_stands_out_says_so_and_can_be_asked_for_alone() -> None:
    page = shown()
    assert "One of them stands out." in page
    assert 'href="/watch?what=repeated&amp;beyond=1">Only those that stand out: 1</a>' in page
    assert "Only those that stand out" not in shown(WatchState(question=Question.REPEATED, beyond=True))


def test_all_cases_are_in_the_page_the_first_five_in_sight() -> None:
    before, _, folded = shown().partition("2 more cases")
    assert [f"Repair {n}" in before for n in range(1, 8)] == [True] * 5 + [False] * 2
    assert "Repair 7" in folded


def test_a_sort_without_a_question_says_of_how_many() -> None:
    text = text_of(render(look(FakeWatch((REPEATED,)), WatchState(), YEAR, SCOPE), repository(), UNNAMED))
    assert text.count("None stands out here. In all of England 500 comparisons of services") == 2


def test_a_councils_own_list_has_the_first_cases_and_links_the_rest() -> None:
    own = section(CouncilYear(KENT, YEAR, repository(), UNNAMED), 2)
    assert own is not None
    page = html_of(own)
    assert [f"Repair {n}" in page for n in range(1, 8)] == [True] * 3 + [False] * 4
    assert "/watch?type=" in page
    assert "what=repeated" in page
    assert text_of(own).startswith(
        f"What to watch, {YEAR} One question about how many were upheld and one question about a fault"
    )


def test_a_council_without_a_question_is_told_so() -> None:
    own = section(CouncilYear(KENT, YEAR, repository(()), UNNAMED), 2)
    assert own is not None
    assert "Nothing that can be seen raises a question." in text_of(own)


def test_a_year_that_is_not_looked_at_has_no_section() -> None:
    assert section(CouncilYear(KENT, "2013-14", repository(), UNNAMED), 2) is None
