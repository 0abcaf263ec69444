"""What a paper asks of what is to be watched: nothing that chance explains, and all of it counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.domain.outcomes import Category
from dashboard.domain.watch import Question
from dashboard.pack.asking_watch import after_the_promise
from dashboard.pack.council_year import know
from dashboard.pack.facts import Facts
from dashboard.pack.model import Paragraph, plain
from dashboard.pack.questions_section import questions_section
from dashboard.pack.to_watch import ToWatch, to_watch
from dashboard.repository.watch_records import (
    WatchAsked,
    WatchCount,
    Watched,
    WatchedPair,
    WatchPage,
    WatchScope,
)
from tests.support.sample import BLACKPOOL, sample

YEAR = "2023-24"
REPEATED = Watched(
    *(1, Question.REPEATED, BLACKPOOL.slug, Category.HOUSING, 3, 46, None, None, None, None, None),
    *("Repairs", "Delay in a repair", (), ()),
)
PROMISE = replace(REPEATED, id=2, question=Question.PROMISE, count=2, expected=1.6)
SHARE = replace(REPEATED, id=3, question=Question.SHARE, expected=0.8, tail=0.001, beyond=True)
PAIR = WatchedPair(
    *("SIM 1", date(2021, 1, 1), "Train staff.", None, date(2021, 3, 1)),
    *("SIM 2", date(2022, 5, 1), date(2023, 6, 1), "Train staff.", "Repairs", "Delay in a repair"),
)
FAR = replace(PROMISE, id=4, count=5, expected=3.0, pairs=(PAIR,))


@dataclass
class Held:
    """What to watch, given as its questions."""

    rows: Sequence[Watched] = ()

    def years(self) -> Sequence[str]:
        return (YEAR,)

    def scope(self, year: str) -> WatchScope | None:
        return WatchScope(year, True, 9, 9, 50, 46, 46, 20, 20, 30, 2, 1.6) if year == YEAR else None

    def counts(self, asked: WatchAsked) -> tuple[WatchCount, ...]:
        return tuple(
            WatchCount(sort, len(own), 1, sum(bool(one.beyond) for one in own))
            for sort in Question
            if (own := [one for one in self.every_question(asked) if one.question is sort])
        )

    def questions(self, asked: WatchAsked, page: int = 1, *, size: int = 20) -> WatchPage:
        raise NotImplementedError

    def every_question(self, asked: WatchAsked) -> Iterator[Watched]:
        for one in self.rows:
            meant = asked.question in (None, one.question) and asked.slug == one.slug
            if asked.year == YEAR and meant and (one.beyond or not asked.beyond):
                yield one


def told(*rows: Watched, year: str = YEAR) -> tuple[ToWatch | None, str]:
    """What is to be watched, and the section's words about it."""
    known = know(CouncilYear(BLACKPOOL, year, replace(sample(), watch_=Held(rows)), UNNAMED))
    assert known is not None
    found = to_watch(known)
    section = questions_section(known, (), found)
    return found, " ".join(plain(one.text) for one in section.blocks if isinstance(one, Paragraph))


@pytest.mark.parametrize(
    ("row", "place", "asked"),
    [
        (REPEATED, "fault", False),  # three of 46, compared with nothing
        (replace(REPEATED, expected=2.9, tail=0.5, beyond=False), "fault", False),
        (replace(REPEATED, expected=0.1, tail=0.00001, beyond=True), "fault", True),
        (PROMISE, "promise", False),  # two where 1.6 would be: no more than chance
        (replace(PROMISE, expected=1.5), "promise", False),
        (replace(PROMISE, expected=1.4), "promise", True),
        (SHARE, "service", True),
        (replace(SHARE, question=Question.NUMBER), "service", True),
    ],
)
def test_only_what_is_more_than_would_be_expected_is_asked(row: Watched, place: str, *, asked: bool) -> None:
    found, _ = told(row)
    assert found is not None
    assert getattr(found, place) == (row if asked else None)
    assert [one for one in (found.promise, found.fault, found.service) if one] == ([row] if asked else [])


def test_the_one_that_goes_furthest_beyond_is_asked() -> None:
    near, far = replace(PROMISE, expected=1.2), replace(PROMISE, id=9, count=5, expected=3.0)
    rare, rarer = SHARE, replace(SHARE, id=8, tail=0.0005)
    within = replace(PROMISE, id=10, expected=2.0)
    found, _ = told(near, far, within, rare, rarer)
    assert found is not None
    assert (found.promise, found.service) == (far, rarer)
    assert found.counts[PROMISE.question] == 3


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([FAR], "Whether that is more than chance would make is not tested. The latest"),
        (
            [FAR, PROMISE, replace(PROMISE, id=5, expected=2.0)],
            "is not tested. Of the three services with a case that follows a promise this is furthest beyond "
            "what would be expected, and chosen for that. The latest",
        ),
    ],
)
def test_a_promise_says_of_how_many_it_was_chosen_and_that_it_was_not_tested(
    rows: list[Watched], said: str
) -> None:
    found, _ = told(*rows)
    asked = after_the_promise(Facts("Ambridge Council", YEAR, "unitary councils", watch=found))
    assert asked is not None
    assert said in asked[1]


def test_all_there_is_to_watch_is_counted_with_what_stands_out() -> None:
    _, words = told(REPEATED, REPEATED, PROMISE)
    assert f"What to watch, {YEAR}: Two questions about a fault that recurs and one question about" in words
    assert "No recurring fault stands out" in words
    assert "No recurring fault" not in told(replace(REPEATED, beyond=True))[1]


@pytest.mark.parametrize("year", [YEAR, "2022-23"])
def test_without_anything_to_watch_nothing_is_said(year: str) -> None:
    found, words = told(year=year)
    assert (found is None) == (year != YEAR)
    assert words == "The figures held raise none."
