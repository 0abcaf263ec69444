"""Rule 13: a trend only where there is more than chance."""

import random

import numpy as np
import pytest
from scipy import stats

from dashboard.statistics.trend import (
    Direction,
    Point,
    trend_in_rate,
    trend_in_share,
)

UP, DOWN, UNCLEAR, FEW = Direction.UP, Direction.DOWN, Direction.NO_CLEAR_CHANGE, Direction.TOO_FEW


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
