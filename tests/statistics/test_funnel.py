"""Rule 7: funnel limits are the exact binomial's."""

from decimal import Decimal

import numpy as np
import pytest
from scipy import stats

from dashboard.domain.comparison import Comparison
from dashboard.statistics.comparison import TypeRate, compare_rate, compare_share
from dashboard.statistics.funnel import funnel, rate_funnel


@pytest.mark.parametrize("percent", range(45, 96, 5))
def test_rule_07_limits_equal_scipys_exact_binomial(percent: int) -> None:
    sizes = np.arange(1, 401)
    limits = funnel(TypeRate.exact(percent / 100), sizes.tolist())
    ours = np.array([(at.low_998, at.low_95, at.high_95, at.high_998) for at in limits])
    theirs = stats.binom.ppf(np.array([[0.001, 0.025, 0.975, 0.999]]), sizes[:, None], percent / 100)
    assert [at.n for at in limits] == sizes.tolist()
    np.testing.assert_array_equal(ours, theirs)


def test_rule_07_a_council_is_outside_exactly_when_it_is_called_lower_or_higher() -> None:
    benchmark = TypeRate.printed(Decimal(79), 0, 100)
    for at in funnel(benchmark, range(5, 61)):
        for k in range(at.n + 1):
            outside = not at.low_95 <= k <= at.high_95
            assert outside == (compare_share(k, at.n, benchmark) is not Comparison.NO_CLEAR_DIFFERENCE)


def test_rule_07_limits_as_percentages_close_in_on_the_centre() -> None:
    (small, large) = funnel(TypeRate.exact(0.8), (10, 400))
    assert small.percentages() == (50, 100, 40, 100)
    low_95, high_95, low_998, high_998 = large.percentages()
    assert 70 < low_998 < low_95 < 80 < high_95 < high_998 < 90


def test_rule_09_widened_limits_hold_the_exact_ones() -> None:
    for exact, wide in zip(
        funnel(TypeRate.exact(0.75), range(1, 120)),
        funnel(TypeRate.exact(0.75), range(1, 120), phi=1.8),
        strict=True,
    ):
        assert wide.low_998 <= exact.low_998
        assert wide.low_95 <= exact.low_95
        assert wide.high_95 >= exact.high_95
        assert wide.high_998 >= exact.high_998
    assert (wide.low_95, wide.high_95) != (exact.low_95, exact.high_95)


def test_rule_07_limits_of_a_rate_equal_scipys_exact_poisson() -> None:
    populations = [2_000, 60_000, 141_574, 300_000, 1_150_000]
    limits = rate_funnel(TypeRate.exact(4.6e-5), populations)
    ours = np.array([(at.low_998, at.low_95, at.high_95, at.high_998) for at in limits])
    means = 4.6e-5 * np.array(populations)
    theirs = stats.poisson.ppf(np.array([[0.001, 0.025, 0.975, 0.999]]), means[:, None])
    np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize("percent", [13, 57, 79, 85])
def test_rule_07_a_place_in_the_funnel_is_the_comparison(percent: int) -> None:
    benchmark = TypeRate.printed(Decimal(percent), 0, 100)
    for at in funnel(benchmark, range(5, 61)):
        for k in range(at.n + 1):
            assert at.place(k) is compare_share(k, at.n, benchmark)


def test_rule_07_a_place_among_rates_is_the_comparison_where_one_is_made() -> None:
    benchmark = TypeRate.printed(Decimal("4.6"), 1, 100_000)
    for at in rate_funnel(benchmark, [120_000, 300_000, 1_100_000]):
        for events in range(5, 120):
            assert at.place(events) is compare_rate(events, at.n, benchmark)


def test_rule_09_widened_limits_of_a_rate_hold_the_exact_ones() -> None:
    populations = range(100_000, 1_000_000, 100_000)
    benchmark = TypeRate.exact(4.6e-5)
    for exact, wide in zip(
        rate_funnel(benchmark, populations), rate_funnel(benchmark, populations, phi=1.8), strict=True
    ):
        assert wide.low_95 <= exact.low_95 <= exact.high_95 < wide.high_95
