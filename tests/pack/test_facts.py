"""What the questions of a paper are drawn from: changes and trends by the rules every page follows."""

import pytest

from dashboard.addresses.council_year import CouncilYear
from dashboard.addresses.links import UNNAMED
from dashboard.domain.comparison import Comparison
from dashboard.domain.origin import Origin
from dashboard.pack.council_year import know
from dashboard.pack.facts import Facts, facts
from dashboard.pack.questions import questions
from dashboard.statistics.trend import Direction
from tests.support.figures import figure, stands
from tests.support.sample import BLACKPOOL, sample

OTHERS = (700, 1000)
Counts = tuple[int, int]


def read(year: str, *, others: Counts = OTHERS, **years: Counts) -> Facts:
    """The facts of a year, from shares upheld such as y2021=(20, 100), beside the same others every year."""
    compared = stands(Comparison.NO_CLEAR_DIFFERENCE, others=others, origin=Origin.SIMULATED)
    held = tuple(
        figure(
            *(BLACKPOOL.slug, f"{name[1:]}-{(int(name[1:]) + 1) % 100:02d}", "upheld_pct", *counts),
            compared=compared,
        )
        for name, counts in years.items()
    )
    known = know(CouncilYear(BLACKPOOL, year, sample(extra=held), UNNAMED))
    assert known is not None
    return facts(known, None)


def rules(found: Facts) -> set[str]:
    return {question.rule for question in questions(found)}


@pytest.mark.parametrize(
    ("then", "now", "direction"),
    [
        ((50, 100), (90, 100), Direction.UP),
        ((90, 100), (50, 100), Direction.DOWN),
        ((70, 100), (75, 100), Direction.NO_CLEAR_CHANGE),
        ((1, 2), (75, 100), Direction.TOO_FEW),
    ],
)
def test_a_change_is_that_beside_the_type(then: Counts, now: Counts, direction: Direction) -> None:
    found = read("2021-22", y2020=then, y2021=now)
    assert found.change is direction
    asked = direction in (Direction.UP, Direction.DOWN)
    assert ("change on the year before" in rules(found)) == asked


def test_no_change_and_no_trend_are_asked_about_across_a_break() -> None:
    years = {f"y{2018 + i}": (10 + 22 * i, 100) for i in range(5)}  # rising steeply, up to the break
    assert {"change on the year before", "trend"} & rules(read("2022-23", **years)) == set()
    assert "change on the year before" in rules(read("2021-22", **years))


def test_what_a_share_stands_beside_is_what_it_was_tested_against() -> None:
    found = read("2021-22", y2021=(90, 100), others=(423, 540))
    assert found.beside == "at other unitary councils together 78% (423 of 540, simulated)"
