"""The limits of a funnel: those of the test, drawn smooth, with no count on the wrong side of them."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard.domain.origin import Origin
from dashboard.statistics.funnel import Limits, limits_of_rates, limits_of_shares, value_of
from dashboard.statistics.predictive import Others
from dashboard.statistics.printed_average import PrintedAverage

PRINTED = PrintedAverage.of(Decimal(79), 0, 100, Origin.PUBLISHED)
OTHERS = Others(423, 540)
SIZES = range(1, 201)


def outside(at: Limits, k: int) -> tuple[bool, bool]:
    return not at.low <= k <= at.high, not at.far_low <= k <= at.far_high


def beyond(tails: tuple[float, float], low: float, high: float) -> bool:
    return tails[0] < low or tails[1] < high


@pytest.mark.parametrize("spread", [0.0, 0.02, 0.1])
def test_rule_07_no_count_of_a_share_is_on_the_wrong_side_of_a_limit(spread: float) -> None:
    """Beside scipy's beta-binomial of the same two parameters."""
    size_of_others = 18.0
    p = 423.5 / 541
    by_average = min(1 / 542 * (1 + (size_of_others - 1) * spread), 0.95)
    prior = 1 / (spread + (1 - spread) * by_average) - 1
    a, b = (p * prior, (1 - p) * prior) if spread else (423.5, 117.5)
    for at in limits_of_shares(OTHERS, spread, size_of_others, [1, 4, 5, 9, 17, 30, 57, 120]):
        theirs = stats.betabinom(at.n, a, b)
        for k in range(at.n + 1):
            tails = (theirs.cdf(k), theirs.sf(k - 1))
            assert outside(at, k) == (beyond(tails, 0.025, 0.025), beyond(tails, 0.001, 0.001)), (at, k)


def test_rule_07_around_a_printed_average_each_limit_stands_at_the_end_of_its_rounding_nearer_to_it() -> None:
    for at in limits_of_shares(PRINTED, 0.0, 0.0, [5, 17, 40]):
        for k in range(at.n + 1):
            low, high = stats.binom.cdf(k, at.n, 0.785), stats.binom.sf(k - 1, at.n, 0.795)
            assert outside(at, k) == (beyond((low, high), 0.025, 0.025), beyond((low, high), 0.001, 0.001))


@pytest.mark.parametrize("spread", [0.0, 0.2])
def test_rule_07_no_count_of_a_rate_is_on_the_wrong_side_of_a_limit(spread: float) -> None:
    """Beside scipy's negative binomial (Poisson, where nothing varies and the average is known)."""
    others, size = Others(2_000, 40_000_000), 60.0
    for at in limits_of_rates(others, spread, size, [20_000, 141_574, 1_150_000]):
        mean = at.n * 2000.5 / 40_000_000
        variation = (1 + spread) * (1 + (1 + size * spread) / 2000.5) - 1
        theirs = stats.nbinom(1 / variation, 1 / (1 + variation * mean))
        for k in range(int(mean + 12 * mean**0.5 + 20)):
            tails = (theirs.cdf(k), theirs.sf(k - 1))
            assert outside(at, k) == (beyond(tails, 0.025, 0.025), beyond(tails, 0.001, 0.001)), (at, k)


@given(st.integers(1, 400), st.floats(0.0, 0.3))
def test_rule_07_the_far_limits_hold_the_near_ones_within_what_there_is(n: int, spread: float) -> None:
    (at,) = limits_of_shares(OTHERS, spread, 20.0, [n])
    assert 0 <= at.far_low <= at.low <= at.high <= at.far_high <= n


def test_rule_07_limits_close_in_on_the_average_without_the_saw_of_whole_numbers() -> None:
    drawn = limits_of_shares(OTHERS, 0.0, 0.0, SIZES)
    low, high = (np.array([at.scaled(100)[column] for at in drawn])[4:] for column in (0, 1))
    whole = np.array([100 * np.ceil(at.low) / at.n for at in drawn])[4:]
    assert np.diff(whole).min() < -3  # what is avoided
    assert np.diff(low).min() > -0.1
    assert np.diff(high).max() < 0.1
    assert low[-1] < 100 * value_of(OTHERS) < high[-1]


def test_rule_14_the_spread_between_councils_widens_the_limits() -> None:
    narrow, wide = (limits_of_shares(OTHERS, spread, 20.0, [60])[0] for spread in (0.0, 0.03))
    assert wide.far_low < narrow.far_low
    assert wide.low < narrow.low
    assert wide.high > narrow.high


@pytest.mark.parametrize(("average", "value"), [(OTHERS, 423 / 540), (PRINTED, 0.79)])
def test_what_the_limits_stand_around_is_the_average_itself(
    average: Others | PrintedAverage, value: float
) -> None:
    assert value_of(average) == pytest.approx(value)
