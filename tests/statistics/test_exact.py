"""The exact tails agree with scipy's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard.statistics.exact import (
    binomial_at_least,
    binomial_at_most,
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
