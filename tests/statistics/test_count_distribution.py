"""One distribution for test, range, bar and sentence: scipy's, and consistent with its own tails."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from dashboard.statistics.count_distribution import (
    CountDistribution,
    beta_binomial,
    binomial,
    negative_binomial,
    sum_of,
)

TAILS = (0.025, 0.001)
unhurried = settings(deadline=None)  # scipy is slow, more so on a busy machine
positive = st.floats(0.05, 400)
cases = st.integers(0, 300)


@st.composite
def distributions(draw: st.DrawFn) -> CountDistribution:
    kind = draw(st.sampled_from(["binomial", "beta", "negative"]))
    if kind == "binomial":
        return binomial(draw(cases), draw(st.floats(0, 1)))
    if kind == "beta":
        return beta_binomial(draw(cases), draw(positive), draw(positive))
    return negative_binomial(draw(st.floats(0, 200)), draw(st.floats(0, 3)))


def agrees(ours: CountDistribution, theirs: stats.rv_discrete, upto: int) -> None:
    k = np.arange(-1, upto + 2)
    assert [ours.at_most(int(each)) for each in k] == pytest.approx(theirs.cdf(k), abs=1e-9)
    assert [ours.at_least(int(each)) for each in k] == pytest.approx(theirs.sf(k - 1), abs=1e-9)


@unhurried
@given(st.integers(0, 60), st.floats(0.001, 0.999))
def test_binomial(n: int, share: float) -> None:
    agrees(binomial(n, share), stats.binom(n, share), n)


@unhurried
@given(st.integers(0, 60), positive, positive)
def test_beta_binomial(n: int, a: float, b: float) -> None:
    agrees(beta_binomial(n, a, b), stats.betabinom(n, a, b), n)


@unhurried
@given(st.floats(0.01, 80), st.floats(0.01, 3))
def test_negative_binomial(mean: float, spread: float) -> None:
    agrees(negative_binomial(mean, spread), stats.nbinom(1 / spread, 1 / (1 + spread * mean)), 150)


@unhurried
@given(st.floats(0.01, 80))
def test_a_rate_without_spread_is_poisson(mean: float) -> None:
    agrees(negative_binomial(mean, 0.0), stats.poisson(mean), 150)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (beta_binomial(1_000, 15_000.5, 5_000.5), stats.betabinom(1_000, 15_000.5, 5_000.5)),
        (beta_binomial(1_000, 0.5, 20_000.5), stats.betabinom(1_000, 0.5, 20_000.5)),
        (binomial(1_000, 0.8), stats.binom(1_000, 0.8)),
        (negative_binomial(900.0, 0.0), stats.poisson(900.0)),
        (negative_binomial(900.0, 0.4), stats.nbinom(2.5, 1 / 361)),
    ],
    ids=["large", "hardly any", "certain to underflow at nought", "a pool's events", "and their spread"],
)
def test_large_numbers_lose_no_digits(ours: CountDistribution, theirs: stats.rv_discrete) -> None:
    assert ours.mean == pytest.approx(theirs.mean())
    for tail in (*TAILS, 1e-6):
        low, high = ours.lowest_usual(tail), ours.highest_usual(tail)
        assert theirs.cdf(low - 1) < tail <= theirs.cdf(low)
        assert theirs.sf(high) < tail <= theirs.sf(high - 1)


@unhurried
@given(distributions(), st.sampled_from(TAILS))
def test_a_count_is_below_the_range_exactly_when_its_tail_is_under_the_limit(
    of: CountDistribution, tail: float
) -> None:
    low, high = of.lowest_usual(tail), of.highest_usual(tail)
    assert low <= high
    for k in range(max(0, low - 3), high + 4):
        assert (of.at_most(k) < tail) == (k < low)
        assert (of.at_least(k) < tail) == (k > high)


@unhurried
@given(st.integers(0, 120), positive, positive, st.sampled_from(TAILS))
def test_counting_the_other_outcome_turns_the_range_round(n: int, a: float, b: float, tail: float) -> None:
    one, other = beta_binomial(n, a, b), beta_binomial(n, b, a)
    assert one.lowest_usual(tail) == n - other.highest_usual(tail)
    assert one.highest_usual(tail) == n - other.lowest_usual(tail)


@unhurried
@given(distributions())
def test_probabilities_sum_to_one_and_the_ends_are_certain(of: CountDistribution) -> None:
    assert sum(of.probabilities) == pytest.approx(1)
    assert (of.at_most(of.last), of.at_least(of.first)) == (1.0, 1.0)
    assert (of.at_most(of.first - 1), of.at_least(of.last + 1)) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("of", "count"),
    [
        (binomial(9, 0.0), 0),
        (binomial(9, 1.0), 9),
        (binomial(0, 0.5), 0),
        (beta_binomial(9, 0.0, 1.0), 0),
        (beta_binomial(9, 1.0, 0.0), 9),
        (negative_binomial(0.0, 0.5), 0),
    ],
)
def test_what_is_certain(of: CountDistribution, count: int) -> None:
    assert (of.lowest_usual(0.025), of.highest_usual(0.025), of.mean) == (count, count, count)


@unhurried
@given(st.integers(0, 40), st.integers(0, 40), st.floats(0.05, 0.95))
def test_the_sum_of_two_binomials_of_one_share_is_a_binomial(m: int, n: int, share: float) -> None:
    agrees(sum_of([binomial(m, share), binomial(n, share)]), stats.binom(m + n, share), m + n)


@unhurried
@given(st.lists(st.tuples(st.integers(0, 60), positive, positive), min_size=1, max_size=3))
def test_means_of_a_sum_add_up(years: list[tuple[int, float, float]]) -> None:
    parts = [beta_binomial(*year) for year in years]
    assert sum_of(parts).mean == pytest.approx(sum(part.mean for part in parts))
