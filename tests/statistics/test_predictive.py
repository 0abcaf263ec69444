"""Rule R2 (and R4, R14): what is expected of a council, from the others of its type."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from dashboard.domain.comparison import Comparison
from dashboard.domain.origin import Origin
from dashboard.statistics.count_distribution import CountDistribution
from dashboard.statistics.predictive import Others, YearExpected, expected_rate, expected_share
from dashboard.statistics.printed_average import PrintedAverage
from dashboard.statistics.usual_range import UsualRange

BIRMINGHAM = 132
OF_METROPOLITAN = Others(423, 540)
PRINTED_80 = PrintedAverage.of(Decimal(80), 0, 100, Origin.PUBLISHED)
unhurried = settings(deadline=None)  # scipy is slow, more so on a busy machine
WORDS = (
    Comparison.MUCH_LOWER,
    Comparison.LOWER,
    Comparison.NO_CLEAR_DIFFERENCE,
    Comparison.HIGHER,
    Comparison.MUCH_HIGHER,
)
counts = st.integers(1, 600).flatmap(lambda m: st.tuples(st.integers(0, m), st.just(m)))


def limits(of: stats.rv_discrete, n: int) -> UsualRange:
    """The usual range by scipy: the counts whose tail is not under the limit."""
    k = np.arange(n + 1)
    pmf = of.pmf(k)
    lower, upper = np.cumsum(pmf), np.cumsum(pmf[::-1])[::-1]
    return UsualRange(
        low=int(k[lower >= 0.025].min()),
        high=int(k[upper >= 0.025].max()),
        far_low=int(k[lower >= 0.001].min()),
        far_high=int(k[upper >= 0.001].max()),
    )


def test_r2_birmingham_beside_all_other_boroughs_is_higher() -> None:
    expected = expected_share([YearExpected(BIRMINGHAM, OF_METROPOLITAN)], None, 0)
    usual = expected.usual()
    assert (usual.low, usual.high) == (93, 113)
    assert expected.at_high_end.at_least(115) == pytest.approx(0.013, abs=0.0005)
    assert usual.place(115) is Comparison.HIGHER


def test_r2_birmingham_beside_the_printed_average_shows_no_clear_difference() -> None:
    expected = expected_share([YearExpected(BIRMINGHAM, PRINTED_80)], None, 0)
    assert expected.at_high_end.at_least(115) == pytest.approx(0.031, abs=0.0005)
    assert expected.at_high_end.at_least(115) == pytest.approx(stats.binom.sf(114, 132, 0.805))
    assert expected.usual().place(115) is Comparison.NO_CLEAR_DIFFERENCE


@unhurried
@given(st.integers(5, 250), counts)
def test_r2_the_range_is_the_beta_binomial_of_jeffreys_prior(n: int, others: tuple[int, int]) -> None:
    k, m = others
    usual = expected_share([YearExpected(n, Others(k, m))], None, 3.0).usual()
    assert usual == limits(stats.betabinom(n, k + 0.5, m - k + 0.5), n)


@unhurried
@given(st.integers(5, 250), st.decimals(0, 100, places=0))
def test_r2_a_printed_average_is_taken_at_the_end_nearer_to_the_council(n: int, printed: Decimal) -> None:
    usual = expected_share(
        [YearExpected(n, PrintedAverage.of(printed, 0, 100, Origin.REPORTED))], None, 0
    ).usual()
    low_end, high_end = max(float(printed) - 0.5, 0) / 100, min(float(printed) + 0.5, 100) / 100
    below, above = limits(stats.binom(n, low_end), n), limits(stats.binom(n, high_end), n)
    assert usual == UsualRange(below.low, above.high, below.far_low, above.far_high)


@unhurried
@given(st.integers(5, 250), counts, st.sampled_from([None, 0.01, 0.1]))
def test_r7_a_council_is_marked_exactly_outside_its_range_and_more_never_reads_lower(
    n: int, others: tuple[int, int], spread: float | None
) -> None:
    usual = expected_share([YearExpected(n, Others(*others))], spread, 20.0).usual()
    told = [usual.place(k) for k in range(n + 1)]
    assert [k for k, said in enumerate(told) if not said.marked] == list(range(usual.low, usual.high + 1))
    assert [WORDS.index(said) for said in told] == sorted(WORDS.index(said) for said in told)


@unhurried
@given(st.integers(5, 250), counts, st.sampled_from([None, 0.02, 0.2]))
def test_counting_what_was_not_upheld_turns_the_range_round(
    n: int, others: tuple[int, int], spread: float | None
) -> None:
    k, m = others
    one = expected_share([YearExpected(n, Others(k, m))], spread, 12.0).usual()
    other = expected_share([YearExpected(n, Others(m - k, m))], spread, 12.0).usual()
    assert one == UsualRange(n - other.high, n - other.low, n - other.far_high, n - other.far_low)


@unhurried
@given(st.integers(5, 200), counts, st.floats(0.001, 0.3), st.floats(1, 80))
def test_r14_the_spread_and_the_others_own_chance_are_in_the_range(
    n: int, others: tuple[int, int], spread: float, size: float
) -> None:
    k, m = others
    share = (k + 0.5) / (m + 1)
    average = min(
        0.95, (1 + (size - 1) * spread) / (m + 2)
    )  # the variance of the others' share over p (1 - p)
    both = spread + (1 - spread) * average
    usual = expected_share([YearExpected(n, Others(k, m))], spread, size).usual()
    assert usual == limits(stats.betabinom(n, share * (1 / both - 1), (1 - share) * (1 / both - 1)), n)


@unhurried
@given(st.integers(5, 200), counts)
def test_r14_no_spread_is_the_range_by_chance_alone_and_a_spread_widens_it(
    n: int, others: tuple[int, int]
) -> None:
    year = [YearExpected(n, Others(*others))]
    without, nought = expected_share(year, None, 9.0).usual(), expected_share(year, 0.0, 9.0).usual()
    assert without == nought
    variances = [_variance(expected_share(year, spread, 9.0).at_average) for spread in (0.0, 0.01, 0.1)]
    assert variances[0] < variances[1] < variances[2]


def test_three_years_are_the_sum_of_their_own_distributions() -> None:
    years = [
        YearExpected(12, Others(300, 400)),
        YearExpected(30, PRINTED_80),
        YearExpected(7, Others(350, 420)),
    ]
    expected = expected_share(years, None, 0)
    k = np.arange(50)
    for share, ours in (
        (0.795, expected.at_low_end),
        (0.8, expected.at_average),
        (0.805, expected.at_high_end),
    ):
        pmf = np.convolve(
            np.convolve(
                stats.betabinom.pmf(np.arange(13), 12, 300.5, 100.5),
                stats.binom.pmf(np.arange(31), 30, share),
            ),
            stats.betabinom.pmf(np.arange(8), 7, 350.5, 70.5),
        )
        assert [ours.at_most(int(each)) for each in k] == pytest.approx(np.cumsum(pmf))


def test_three_years_with_spread_have_the_mean_of_their_sum_and_more_variance_than_without() -> None:
    years = [YearExpected(40, Others(300, 400)), YearExpected(60, Others(350, 420))]
    without, with_spread = (expected_share(years, spread, 20.0).at_average for spread in (None, 0.02))
    assert with_spread.mean == pytest.approx(without.mean)
    assert with_spread.mean == pytest.approx(40 * 300.5 / 401 + 60 * 350.5 / 421)
    assert _variance(with_spread) > 2 * _variance(without)


@unhurried
@given(st.integers(0, 400), st.floats(0.1, 3), st.floats(0, 2), st.floats(0, 30))
def test_r4_a_rate_is_the_gamma_poisson_around_the_others(
    events: int, times: float, spread: float, size: float
) -> None:
    residents, base = int(100_000 * times), 1_000_000
    mean = residents * (events + 0.5) / base
    both = (1 + spread) * (1 + (1 + size * spread) / (events + 0.5)) - 1
    ours = expected_rate([YearExpected(residents, Others(events, base))], spread, size).at_average
    oracle = stats.nbinom(1 / both, 1 / (1 + both * mean))
    assert ours.mean == pytest.approx(mean)
    k = np.arange(0, 120, 7)
    assert [ours.at_most(int(each)) for each in k] == pytest.approx(oracle.cdf(k), abs=1e-9)


@pytest.mark.parametrize(
    ("events", "said"),
    [(0, Comparison.NO_CLEAR_DIFFERENCE), (4, Comparison.NO_CLEAR_DIFFERENCE), (5, Comparison.HIGHER)],
)
def test_r1_at_1_45_expected_nothing_is_low_and_five_is_high(events: int, said: Comparison) -> None:
    residents, others = 115_000, Others(260, 20_630_000)  # 181 districts: 1.45 of this one's size
    usual = expected_rate([YearExpected(residents, others)], 0.0, 1.6).usual()
    assert expected_rate([YearExpected(residents, others)], 0.0, 1.6).mean == pytest.approx(1.45, abs=0.01)
    assert usual.low == 0
    assert usual.place(events) is said


def test_r4_a_printed_rate_is_taken_at_its_ends_with_the_spread() -> None:
    printed = PrintedAverage.of(Decimal("4.6"), 1, 100_000, Origin.PUBLISHED)
    expected = expected_rate([YearExpected(500_000, printed)], 0.2, 15.0)
    for mean, ours in (
        (22.75, expected.at_low_end),
        (23.0, expected.at_average),
        (23.25, expected.at_high_end),
    ):
        oracle = stats.nbinom(5, 1 / (1 + 0.2 * mean))
        assert [ours.at_most(k) for k in range(60)] == pytest.approx(oracle.cdf(np.arange(60)))


def test_a_rate_of_which_nothing_is_expected_is_nought() -> None:
    nought = PrintedAverage.of(Decimal("0.0"), 1, 100_000, Origin.PUBLISHED)
    usual = expected_rate([YearExpected(100_000, nought)], 0.1, 0.0).usual()
    assert usual.low == 0
    assert expected_rate([YearExpected(100_000, nought)], 0.1, 0.0).at_low_end.last == 0


def _variance(of: CountDistribution) -> float:
    return sum(p * (of.first + i - of.mean) ** 2 for i, p in enumerate(of.probabilities))
