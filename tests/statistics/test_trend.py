"""Rule 13: an arrow or a trend only where there is more than chance."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard.statistics.intervals import newcombe
from dashboard.statistics.trend import (
    Direction,
    Point,
    change_in_rate,
    change_in_share,
    trend_in_rate,
    trend_in_share,
)

UP, DOWN, UNCLEAR, FEW = Direction.UP, Direction.DOWN, Direction.NO_CLEAR_CHANGE, Direction.TOO_FEW


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((6, 9), (4, 5), UNCLEAR),  # Blackpool, 2023-24 and 2024-25
        ((4, 8), (12, 12), UP),
        ((12, 12), (4, 8), DOWN),
        ((48, 80), (56, 70), UP),
        ((7, 10), (10, 10), UNCLEAR),
        ((1, 4), (9, 9), FEW),
        ((9, 9), (0, 0), FEW),
    ],
)
def test_rule_13_an_arrow_only_when_newcombes_interval_excludes_zero(
    before: tuple[int, int], after: tuple[int, int], told: Direction
) -> None:
    assert change_in_share(before, after) is told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((6, 141_000), (8, 141_500), UNCLEAR),
        ((6, 141_000), (24, 141_500), UP),
        ((40, 300_000), (15, 300_000), DOWN),
        ((2, 90_000), (4, 90_000), FEW),
    ],
)
def test_rule_13_and_so_for_rates(before: tuple[int, int], after: tuple[int, int], told: Direction) -> None:
    assert change_in_rate(before, after) is told


def points(*each: tuple[int, int]) -> list[Point]:
    return [Point(2018 + i, events, base) for i, (events, base) in enumerate(each)]


@pytest.mark.parametrize(
    ("series", "told"),
    [
        (points((10, 40), (15, 40), (20, 40), (25, 40), (30, 40)), UP),
        (points((30, 40), (25, 40), (20, 40), (15, 40), (10, 40)), DOWN),
        (points((20, 40), (20, 40), (20, 40), (20, 40), (20, 40)), UNCLEAR),
        (points((5, 40), (20, 40), (20, 40), (20, 40), (20, 40)), UNCLEAR),  # without the first: nothing
        (points((10, 40), (18, 40), (26, 40), (34, 40)), FEW),  # four points
        (points((10, 40), (18, 40), (0, 0), (26, 40), (34, 40)), FEW),  # a year without cases is no point
        (points((9, 9), (9, 9), (9, 9), (9, 9), (9, 9)), UNCLEAR),
    ],
)
def test_rule_13_a_trend_needs_five_points_and_survives_dropping_any_one(
    series: list[Point], told: Direction
) -> None:
    assert trend_in_share(series) is told


def test_rule_13_a_trend_in_a_rate() -> None:
    assert trend_in_rate(points(*[(k, 100_000) for k in (5, 12, 20, 28, 40)])) is UP
    assert trend_in_rate(points(*[(k, 100_000) for k in (3, 5, 4, 6, 5)])) is UNCLEAR
    assert trend_in_rate(points(*[(0, 100_000)] * 6)) is UNCLEAR


def test_rule_13_the_trend_test_is_the_correlation_form_of_cochran_and_armitage() -> None:
    series = points((10, 40), (14, 35), (22, 41), (25, 38), (29, 42), (33, 44))
    cases = np.repeat([(p.at, 1) for p in series], [p.events for p in series], axis=0)
    others = np.repeat([(p.at, 0) for p in series], [p.base - p.events for p in series], axis=0)
    each = np.vstack([cases, others])
    r = np.corrcoef(each.T)[0, 1]
    assert 2 * stats.norm.sf(abs(r) * np.sqrt(len(each))) < 0.05  # chi-squared of trend = N r**2
    assert trend_in_share(series) is UP


def test_rule_13_chance_alone_seldom_makes_a_trend() -> None:
    chance, trials = random.Random(13), 400  # noqa: S311
    told = [
        trend_in_share(points(*[(sum(chance.random() < 0.75 for _ in range(20)), 20) for _ in range(7)]))
        for _ in range(trials)
    ]
    share = sum(said is not UNCLEAR for said in told) / trials
    print(f"{share:.1%} of {trials} series without a trend are called one")
    assert share < 0.05


@given(st.integers(5, 60), st.data())
def test_rule_13_the_arrow_points_the_way_the_share_went(n: int, data: st.DataObject) -> None:
    before, after = data.draw(st.integers(0, n)), data.draw(st.integers(0, n))
    told = change_in_share((before, n), (after, n))
    assert told is not UP or after > before
    assert told is not DOWN or after < before
    assert (told is UNCLEAR) == (not newcombe((before, n), (after, n)).excludes_zero)
