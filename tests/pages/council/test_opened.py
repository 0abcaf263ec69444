"""What the line of a closed section says: no percentage without its counts, which lead below five."""

import re

import pytest

from dashboard.domain.measures import UPHELD
from dashboard.domain.outcomes import Category
from dashboard.pages.council.panel import render
from tests.support.figures import figure
from tests.support.html_text import html_of
from tests.support.sample import BLACKPOOL, breakdown, sample

GIST = re.compile(r'<span class="fold-gist">(.*?)</span>', re.DOTALL)


def gists(*counts: tuple[str, int, int]) -> list[str]:
    held = tuple(figure(BLACKPOOL.slug, year, UPHELD.id, k, n) for year, k, n in counts)
    repository = sample(extra=held)
    return GIST.findall(html_of(render(BLACKPOOL.slug, "2021-22", repository)))


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (
            (("2020-21", 1, 1), ("2021-22", 0, 2)),
            "Upheld: 1 of 1 (100%) in 2020-21 and 0 of 2 (0%) in 2021-22.",
        ),
        (
            (("2020-21", 8, 10), ("2021-22", 3, 4)),
            "Upheld: 80% (8 of 10) in 2020-21 and 3 of 4 (75%) in 2021-22.",
        ),
        ((("2021-22", 199, 200),), "Upheld: over 99% (199 of 200) in 2021-22."),
    ],
)
def test_the_newest_shares_stand_with_their_counts(
    years: tuple[tuple[str, int, int], ...], said: str
) -> None:
    found = gists(*years)
    assert said in found
    assert all(" of " in gist for gist in found if "%" in gist)


HOUSING, ADULTS, ROADS, TAX, PLANNING = (
    Category.HOUSING,
    Category.ADULT_CARE,
    Category.HIGHWAYS,
    Category.BENEFITS_TAX,
    Category.PLANNING,
)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (
            {HOUSING: 58, ADULTS: 48, ROADS: 9},
            "Most often about housing 58 and adult care services 48, of 115 received.",
        ),
        (
            {HOUSING: 5, ADULTS: 3, ROADS: 3, TAX: 1},
            "Most often about housing 5, adult care services 3 and highways and transport 3, of 12 received.",
        ),
        (
            {HOUSING: 1, ADULTS: 1, ROADS: 1, TAX: 1, PLANNING: 1},
            "5 received.",
        ),
        (
            {HOUSING: 1, ADULTS: 1},
            "About adult care services 1 and housing 1, of 2 received.",
        ),
        (
            {HOUSING: 4, ADULTS: 1, ROADS: 1, TAX: 1, PLANNING: 1},
            "Most often about housing 4, of 8 received.",
        ),
    ],
)
def test_services_with_as_many_as_the_last_one_named_are_named_too(
    counts: dict[Category, int], said: str
) -> None:
    repository = sample(extra=(figure(BLACKPOOL.slug, "2021-22", UPHELD.id, 8, 10),))
    every = {str(service): counts.get(service, 0) for service in Category}
    rows = breakdown("received", {**every, "total": sum(counts.values())})
    repository.rows = {(BLACKPOOL.slug, "2021-22", "received"): rows}
    assert said in GIST.findall(html_of(render(BLACKPOOL.slug, "2021-22", repository)))


def test_of_a_part_of_the_services_most_is_said_of_that_part() -> None:
    repository = sample(extra=(figure(BLACKPOOL.slug, "2021-22", UPHELD.id, 8, 10),))
    rows = breakdown("received", {str(HOUSING): 5, str(ADULTS): 2, "total": 30})
    repository.rows = {(BLACKPOOL.slug, "2021-22", "received"): rows}
    found = GIST.findall(html_of(render(BLACKPOOL.slug, "2021-22", repository)))
    assert (
        "Of the services held, most often about housing 5 and adult care services 2, of 30 received." in found
    )
