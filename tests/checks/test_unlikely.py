"""Exact tests, and which of many to mark: scipy is the oracle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard.checks.unlikely import Pair, against_rate, against_share, share_test, volume_test
from dashboard.statistics.false_discovery import allowing_for_spread, benjamini_hochberg


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40), st.sampled_from([0.01, 0.05, 0.2]))
def test_marks_are_those_of_benjamini_and_hochberg(p_values: list[float], rate: float) -> None:
    adjusted = stats.false_discovery_control(p_values, method="bh")
    marked = benjamini_hochberg(p_values, rate)
    for i, p in enumerate(adjusted):
        if abs(p - rate) > 1e-9:
            assert (i in marked) is bool(p < rate)


@pytest.mark.parametrize(("before", "now"), [((12, 16), (0, 16)), ((5, 9), (8, 9)), ((40, 80), (41, 80))])
def test_a_share_against_the_one_before_is_fishers_test(
    before: tuple[int, int], now: tuple[int, int]
) -> None:
    table = [[now[0], now[1] - now[0]], [before[0], before[1] - before[0]]]
    tails = [stats.fisher_exact(table, alternative=side).pvalue for side in ("less", "greater")]
    p, direction = share_test(Pair("a", before, now))
    assert p == pytest.approx(min(1, 2 * min(tails)))
    assert direction == (1 if now[0] / now[1] > before[0] / before[1] else -1)


@pytest.mark.parametrize(("k", "n"), [(9, 10), (1, 10), (30, 40)])
def test_a_share_against_the_others_is_the_exact_binomial(k: int, n: int) -> None:
    p, _ = against_share(Pair("a", (80, 100), (k, n)))
    law = stats.binom(n, 0.8)
    assert p == pytest.approx(min(1, 2 * min(law.cdf(k), law.sf(k - 1))))


def test_events_against_the_others_are_exact_poisson() -> None:
    p, direction = against_rate(Pair("a", (50, 1_000_000), (20, 100_000)))
    assert p == pytest.approx(2 * stats.poisson(5).sf(19), rel=1e-6)
    assert direction == 1


def test_a_volume_is_judged_given_how_all_went() -> None:
    pairs = [Pair("a", (10, 0), (20, 0)), Pair("b", (100, 0), (200, 0))]
    p, _ = volume_test(pairs)(pairs[0])
    assert p == pytest.approx(1.0, abs=0.2)


def test_the_spread_of_all_is_allowed_for_and_never_less_than_chance() -> None:
    wide = allowing_for_spread([0.001] * 20, [1, -1] * 10)
    assert all(p > 0.1 for p in wide)
    calm = [0.5] * 19 + [1e-6]
    assert allowing_for_spread(calm, [1, -1] * 10) == pytest.approx(calm)
    assert 0 <= allowing_for_spread([0.0], [1])[0] < 1
