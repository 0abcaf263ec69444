"""Rules 3 and 6: who may be called lower or higher, and when."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard.domain.comparison import Comparison
from dashboard.statistics.comparison import TypeRate, compare_rate, compare_share, usual_events, usual_range
from dashboard.statistics.small_numbers import few, too_few_to_compare

ORDER = [
    Comparison.MUCH_LOWER,
    Comparison.LOWER,
    Comparison.NO_CLEAR_DIFFERENCE,
    Comparison.HIGHER,
    Comparison.MUCH_HIGHER,
]
shares = st.decimals(1, 99, places=0)


def percent(printed: str) -> TypeRate:
    return TypeRate.printed(Decimal(printed), 0, 100)


def per_100k(printed: str) -> TypeRate:
    return TypeRate.printed(Decimal(printed), 1, 100_000)


@pytest.mark.parametrize(
    ("cases", "too_few", "is_few"),
    [(0, True, True), (4, True, True), (5, False, True), (29, False, True), (30, False, False)],
)
def test_rule_03_below_five_the_counts_lead_and_below_thirty_are_few(
    cases: int, too_few: bool, is_few: bool
) -> None:
    assert (too_few_to_compare(cases), few(cases)) == (too_few, is_few)


@pytest.mark.parametrize("n", range(5))
def test_rule_03_fewer_than_five_cases_are_never_compared(n: int) -> None:
    for k in range(n + 1):
        assert compare_share(k, n, percent("80")) is Comparison.TOO_FEW


@pytest.mark.parametrize(
    ("events", "population", "printed", "told"),
    [
        (4, 100_000, "1.2", Comparison.TOO_FEW),  # four, and one expected
        (5, 100_000, "1.2", Comparison.HIGHER),
        (0, 100_000, "4.6", Comparison.TOO_FEW),  # none, and 4.6 expected
        (0, 300_000, "4.6", Comparison.MUCH_LOWER),  # none, and 13.8 expected: that is a figure
    ],
)
def test_rule_03_a_rate_is_compared_where_five_happened_or_were_to_be_expected(
    events: int, population: int, printed: str, told: Comparison
) -> None:
    assert compare_rate(events, population, per_100k(printed)) is told


def test_rule_06_all_upheld_is_beyond_chance_only_from_17_of_17_at_80_percent() -> None:
    benchmark = TypeRate.exact(Fraction(4, 5))
    beyond = [n for n in range(1, 31) if compare_share(n, n, benchmark) is Comparison.HIGHER]
    assert beyond == list(range(17, 31))


def test_rule_06_a_printed_80_may_be_80_point_5_so_18_are_needed() -> None:
    beyond = [n for n in range(1, 31) if compare_share(n, n, percent("80")) is Comparison.HIGHER]
    assert beyond == list(range(18, 31))


@pytest.mark.parametrize(
    ("k", "n", "printed", "told"),
    [
        (6, 9, "79", Comparison.NO_CLEAR_DIFFERENCE),  # Blackpool 2023-24
        (2, 6, "13", Comparison.NO_CLEAR_DIFFERENCE),
        (5, 5, "100", Comparison.NO_CLEAR_DIFFERENCE),
        (4, 5, "100", Comparison.LOWER),  # 1 - 0.995**5 is 0.0248
        (39, 40, "100", Comparison.NO_CLEAR_DIFFERENCE),  # a printed 100% is not a benchmark of 1
        (0, 5, "80", Comparison.MUCH_LOWER),
        (1, 5, "80", Comparison.LOWER),
        (2, 5, "80", Comparison.NO_CLEAR_DIFFERENCE),
        (40, 40, "80", Comparison.MUCH_HIGHER),
        (5, 30, "0", Comparison.MUCH_HIGHER),
        (1, 30, "0", Comparison.NO_CLEAR_DIFFERENCE),
    ],
)
def test_rule_06_shares_against_a_printed_average(k: int, n: int, printed: str, told: Comparison) -> None:
    assert compare_share(k, n, percent(printed)) is told


@pytest.mark.parametrize(
    ("events", "population", "printed", "told"),
    [
        (6, 141_574, "4.6", Comparison.NO_CLEAR_DIFFERENCE),  # Blackpool 2023-24
        (13, 141_574, "4.6", Comparison.HIGHER),
        (20, 141_574, "4.6", Comparison.MUCH_HIGHER),
        (5, 400_000, "4.6", Comparison.MUCH_LOWER),
        (9, 400_000, "4.6", Comparison.LOWER),
    ],
)
def test_rule_06_rates_against_a_printed_average(
    events: int, population: int, printed: str, told: Comparison
) -> None:
    assert compare_rate(events, population, per_100k(printed)) is told


@given(shares, st.integers(5, 400), st.data())
def test_rule_06_the_test_is_scipys_binomial_at_the_nearer_end_of_the_rounding(
    printed: Decimal, n: int, data: st.DataObject
) -> None:
    k = data.draw(st.integers(0, n))
    near_low, near_high = float(printed) / 100 - 0.005, float(printed) / 100 + 0.005
    lower, upper = stats.binom.cdf(k, n, near_low), stats.binom.sf(k - 1, n, near_high)
    if lower < 0.025:
        expected = Comparison.MUCH_LOWER if lower < 0.001 else Comparison.LOWER
    elif upper < 0.025:
        expected = Comparison.MUCH_HIGHER if upper < 0.001 else Comparison.HIGHER
    else:
        expected = Comparison.NO_CLEAR_DIFFERENCE
    assert compare_share(k, n, TypeRate.printed(printed, 0, 100)) is expected


@given(st.integers(0, 150), st.integers(500_000, 1_200_000), st.decimals("1.0", "9.0", places=1))
def test_rule_06_the_test_of_a_rate_is_scipys_poisson(events: int, population: int, printed: Decimal) -> None:
    low, high = (population * (float(printed) + end) / 100_000 for end in (-0.05, 0.05))
    lower, upper = stats.poisson.cdf(events, low), stats.poisson.sf(events - 1, high)
    if lower < 0.025:
        expected = Comparison.MUCH_LOWER if lower < 0.001 else Comparison.LOWER
    elif upper < 0.025:
        expected = Comparison.MUCH_HIGHER if upper < 0.001 else Comparison.HIGHER
    else:
        expected = Comparison.NO_CLEAR_DIFFERENCE
    assert compare_rate(events, population, TypeRate.printed(printed, 1, 100_000)) is expected


@given(shares, st.integers(5, 200))
def test_rule_06_more_upheld_never_reads_lower(printed: Decimal, n: int) -> None:
    benchmark = TypeRate.printed(printed, 0, 100)
    told = [ORDER.index(compare_share(k, n, benchmark)) for k in range(n + 1)]
    assert told == sorted(told)


@given(shares, st.integers(5, 400))
def test_rule_06_a_council_differs_exactly_when_outside_its_usual_range(printed: Decimal, n: int) -> None:
    benchmark = TypeRate.printed(printed, 0, 100)
    low, high = usual_range(n, benchmark)
    assert 0 <= low <= n * benchmark.value <= high + 1 <= n + 1
    similar = [k for k in range(n + 1) if compare_share(k, n, benchmark) is Comparison.NO_CLEAR_DIFFERENCE]
    assert similar == list(range(low, high + 1))


@pytest.mark.parametrize(
    ("printed", "decimals", "per", "ends"),
    [
        ("79", 0, 100, (0.785, 0.79, 0.795)),
        ("100", 0, 100, (0.995, 1.0, 1.0)),
        ("0", 0, 100, (0.0, 0.0, 0.005)),
        ("4.6", 1, 100_000, (0.0000455, 0.000046, 0.0000465)),
    ],
)
def test_rule_06_a_printed_average_is_known_to_its_rounding(
    printed: str, decimals: int, per: int, ends: tuple[float, float, float]
) -> None:
    known = TypeRate.printed(Decimal(printed), decimals, per)
    assert (known.low, known.value, known.high) == pytest.approx(ends)


def test_rule_06_a_type_in_which_nothing_or_everything_was_upheld() -> None:
    assert compare_share(0, 9, TypeRate.exact(0.0)) is Comparison.NO_CLEAR_DIFFERENCE
    assert compare_share(9, 9, TypeRate.exact(1.0)) is Comparison.NO_CLEAR_DIFFERENCE
    assert usual_events(100_000, TypeRate.exact(0.0)) == (0, 0)
