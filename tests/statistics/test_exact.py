"""The exact tails agree with scipy's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard.statistics.exact import (
    binomial_at_least,
    binomial_at_most,
    highest_usual_poisson,
    lowest_usual_poisson,
    poisson_at_least,
    poisson_at_most,
)


@given(st.integers(-1, 401), st.integers(1, 400), st.floats(0, 1))
def test_binomial_tails_are_scipys(k: int, n: int, p: float) -> None:
    assert binomial_at_most(k, n, p) == pytest.approx(stats.binom.cdf(k, n, p), abs=1e-10)
    assert binomial_at_least(k, n, p) == pytest.approx(stats.binom.sf(k - 1, n, p), abs=1e-10)


@given(st.integers(-1, 500), st.floats(0, 400))
def test_poisson_tails_are_scipys(k: int, mean: float) -> None:
    assert poisson_at_most(k, mean) == pytest.approx(stats.poisson.cdf(k, mean), abs=1e-10)
    assert poisson_at_least(k, mean) == pytest.approx(stats.poisson.sf(k - 1, mean), abs=1e-10)


@given(st.floats(0, 400), st.sampled_from([0.025, 0.001]))
def test_the_usual_poisson_range_is_what_the_tails_leave(mean: float, tail: float) -> None:
    low, high = lowest_usual_poisson(mean, tail), highest_usual_poisson(mean, tail)
    assert low <= mean <= high or (low, high) == (0, 0)
    assert stats.poisson.cdf(low, mean) >= tail - 1e-12
    assert stats.poisson.cdf(low - 1, mean) < tail + 1e-12
    assert stats.poisson.sf(high - 1, mean) >= tail - 1e-12
    assert stats.poisson.sf(high, mean) < tail + 1e-12


@pytest.mark.parametrize("tail", [1e-6, 1e-12, 1e-20, 1e-40])
@pytest.mark.parametrize("mean", [0, 0.5, 4.6, 33.3, 110])
def test_the_usual_poisson_range_is_exact_far_out_where_widened_limits_lie(mean: float, tail: float) -> None:
    low, high = lowest_usual_poisson(mean, tail), highest_usual_poisson(mean, tail)
    assert stats.poisson.cdf(low, mean) >= tail > stats.poisson.cdf(low - 1, mean)
    assert stats.poisson.sf(high - 1, mean) >= tail > stats.poisson.sf(high, mean)
