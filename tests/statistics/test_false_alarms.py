"""Rule 6: how often chance alone is called a difference. Computed exactly, and simulated once."""

import random
from decimal import Decimal
from math import sqrt

import pytest
from scipy import stats

from dashboard.domain.comparison import Comparison
from dashboard.statistics.comparison import TypeRate, compare_rate, compare_share

SIZES = (2, 5, 10, 15, 30)
LOWER = {Comparison.LOWER, Comparison.MUCH_LOWER}
HIGHER = {Comparison.HIGHER, Comparison.MUCH_HIGHER}
MUCH = {Comparison.MUCH_LOWER, Comparison.MUCH_HIGHER}


def false_alarms(n: int, share: float, benchmark: TypeRate, marks: set[Comparison]) -> float:
    """The exact probability that a council whose true share this is gets one of the marks."""
    return sum(stats.binom.pmf(k, n, share) for k in range(n + 1) if compare_share(k, n, benchmark) in marks)


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("percent", range(5, 100, 5))
def test_rule_06_false_alarms_are_never_above_nominal(n: int, percent: int) -> None:
    share = percent / 100
    for benchmark in (TypeRate.exact(share), TypeRate.printed(Decimal(percent), 0, 100)):
        assert false_alarms(n, share, benchmark, LOWER) < 0.025
        assert false_alarms(n, share, benchmark, HIGHER) < 0.025
        assert false_alarms(n, share, benchmark, MUCH) < 0.002


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("unrounded", [0.795, 0.7975, 0.8, 0.8025, 0.8049])
def test_rule_06_nor_wherever_in_its_rounding_the_printed_average_really_lies(
    n: int, unrounded: float
) -> None:
    printed = TypeRate.printed(Decimal(80), 0, 100)
    assert false_alarms(n, unrounded, printed, LOWER) < 0.025
    assert false_alarms(n, unrounded, printed, HIGHER) < 0.025


@pytest.mark.parametrize("mean", SIZES)
def test_rule_06_nor_of_rates(mean: int) -> None:
    population = 250_000
    benchmark = TypeRate.exact(mean / population)
    told = {events: compare_rate(events, population, benchmark) for events in range(200)}
    for marks in (LOWER, HIGHER):
        assert sum(stats.poisson.pmf(k, mean) for k, said in told.items() if said in marks) < 0.025


@pytest.mark.parametrize(("n", "wilson_percent"), [(2, 68), (5, 33)])
def test_rule_06_limits_of_wilsons_form_would_raise_false_alarms(n: int, wilson_percent: int) -> None:
    share, z2 = 0.8, 1.96**2
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    reach = 1.96 * sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    outside = [k for k in range(n + 1) if not middle - reach <= k / n <= middle + reach]
    assert round(100 * stats.binom.pmf(outside, n, share).sum()) == wilson_percent
    assert false_alarms(n, share, TypeRate.exact(share), LOWER | HIGHER) < 0.05


@pytest.mark.parametrize("n", SIZES)
def test_rule_06_a_simulation_agrees_and_prints_its_rate(n: int) -> None:
    chance, trials, benchmark = random.Random(n), 4000, TypeRate.exact(0.8)  # noqa: S311
    marked = sum(
        compare_share(sum(chance.random() < 0.8 for _ in range(n)), n, benchmark) in LOWER | HIGHER
        for _ in range(trials)
    )
    exact = false_alarms(n, 0.8, benchmark, LOWER | HIGHER)
    print(f"n = {n}: {marked / trials:.2%} of {trials} simulated councils marked, {exact:.2%} exactly")
    assert marked / trials == pytest.approx(exact, abs=4 * sqrt(max(exact, 1 / trials) / trials))
    assert exact < 0.05
