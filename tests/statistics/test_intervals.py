"""Rules 4 and 5: intervals of proportions and rates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard.statistics.intervals import newcombe, poisson_count, rate, rate_difference, wilson

proportions = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (4, 5, 38, 96),
        (5, 5, 57, 100),
        (8, 10, 49, 94),
        (10, 10, 72, 100),
        (20, 20, 84, 100),
        (80, 100, 71, 87),
    ],
)
def test_rule_04_wilson_interval_of_a_proportion(k: int, n: int, low: int, high: int) -> None:
    interval = wilson(k, n).scaled(100)
    assert (round(interval.low), round(interval.high)) == (low, high)


@given(proportions)
def test_rule_04_wilson_is_scipys(proportion: tuple[int, int]) -> None:
    k, n = proportion
    theirs = stats.binomtest(k, n).proportion_ci(0.95, method="wilson")
    ours = wilson(k, n)
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@given(proportions)
def test_rule_04_wilson_stays_inside_0_to_100_and_mirrors(proportion: tuple[int, int]) -> None:
    k, n = proportion
    interval, mirrored = wilson(k, n), wilson(n - k, n)
    assert 0 <= interval.low <= interval.estimate <= interval.high <= 1
    assert interval.low < interval.high
    assert interval.low == pytest.approx(1 - mirrored.high, abs=1e-12)


@pytest.mark.parametrize(("k", "n"), [(0, 0), (6, 5), (-1, 5)])
def test_rule_04_no_interval_without_a_proportion(k: int, n: int) -> None:
    with pytest.raises(ValueError, match="is not a proportion"):
        wilson(k, n)


@pytest.mark.parametrize(
    ("events", "population", "printed"),
    [
        (10, 120_000, "8.3 (4.0-15.3)"),
        (40, 300_000, "13.3 (9.5-18.2)"),
        (100, 1_100_000, "9.1 (7.4-11.1)"),
    ],
)
def test_rule_05_interval_of_a_rate(events: int, population: int, printed: str) -> None:
    interval = rate(events, population)
    assert f"{interval.estimate:.1f} ({interval.low:.1f}-{interval.high:.1f})" == printed


@pytest.mark.parametrize("events", range(10))
def test_rule_05_below_ten_events_the_interval_is_exact_poisson(events: int) -> None:
    low = stats.chi2.ppf(0.025, 2 * events) / 2 if events else 0.0
    high = stats.chi2.ppf(0.975, 2 * events + 2) / 2
    interval = poisson_count(events)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=1e-9)


@pytest.mark.parametrize("events", [10, 12, 15, 20, 30, 50, 115, 400])
def test_rule_05_byars_is_close_to_exact_from_ten_events(events: int) -> None:
    low, high = stats.chi2.ppf(0.025, 2 * events) / 2, stats.chi2.ppf(0.975, 2 * events + 2) / 2
    interval = poisson_count(events)
    assert (interval.low, interval.high) == pytest.approx((low, high), rel=0.005)
    assert (interval.low, interval.high) != (low, high)


@given(st.integers(0, 500), st.integers(1, 2_000_000))
def test_rule_05_a_rates_interval_holds_the_rate_and_grows_with_it(events: int, population: int) -> None:
    fewer, more = rate(events, population), rate(events + 1, population)
    assert 0 <= fewer.low <= fewer.estimate < fewer.high
    assert fewer.low < more.low
    assert fewer.high < more.high


@pytest.mark.parametrize(("events", "population"), [(3, 0), (3, -5), (-1, 100)])
def test_rule_05_no_rate_without_residents_or_events(events: int, population: int) -> None:
    with pytest.raises(ValueError, match=r"is not a count|needs residents"):
        rate(events, population)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [  # Newcombe (1998), table II, method 10
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_rule_13_newcombes_own_examples(
    first: tuple[int, int], second: tuple[int, int], low: float, high: float
) -> None:
    interval = newcombe(before=second, after=first)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)


@given(proportions, proportions)
def test_rule_13_a_change_read_backwards_is_its_opposite(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    there, back = newcombe(before, after), newcombe(after, before)
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=1e-12)
    assert -1 <= there.low <= there.estimate <= there.high <= 1


@given(st.integers(0, 200), st.integers(1000, 10**6))
def test_rule_13_no_change_is_never_a_change(events: int, population: int) -> None:
    assert not rate_difference((events, population), (events, population)).excludes_zero
    assert not newcombe((events, 200), (events, 200)).excludes_zero
