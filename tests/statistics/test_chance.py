"""Rule 8: what luck alone would mark."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard.domain.comparison import Comparison
from dashboard.statistics.chance import Luck, expected_marks, luck_of_rate, luck_of_share
from dashboard.statistics.comparison import TypeRate, compare_rate, compare_share

MARKS = {Comparison.LOWER, Comparison.MUCH_LOWER, Comparison.HIGHER, Comparison.MUCH_HIGHER}
MUCH = {Comparison.MUCH_LOWER, Comparison.MUCH_HIGHER}


@given(st.integers(0, 120), st.integers(1, 99))
def test_rule_08_luck_is_the_probability_of_every_marked_outcome(n: int, percent: int) -> None:
    benchmark = TypeRate.printed(Decimal(percent), 0, 100)
    luck = luck_of_share(n, benchmark)
    told = [(compare_share(k, n, benchmark), stats.binom.pmf(k, n, percent / 100)) for k in range(n + 1)]
    assert luck.marked == pytest.approx(sum(p for said, p in told if said in MARKS), abs=1e-10)
    assert luck.much == pytest.approx(sum(p for said, p in told if said in MUCH), abs=1e-10)


@given(st.integers(10_000, 1_500_000), st.decimals("0.5", "9.0", places=1))
def test_rule_08_and_so_for_rates(population: int, printed: Decimal) -> None:
    benchmark = TypeRate.printed(printed, 1, 100_000)
    mean = population * float(printed) / 100_000
    told = [
        (compare_rate(k, population, benchmark), stats.poisson.pmf(k, mean))
        for k in range(int(mean) * 2 + 60)
    ]
    luck = luck_of_rate(population, benchmark)
    assert luck.marked == pytest.approx(sum(p for said, p in told if said in MARKS), abs=1e-9)
    assert luck.much == pytest.approx(sum(p for said, p in told if said in MUCH), abs=1e-9)


def test_rule_08_expected_marks_are_the_sum_and_far_fewer_than_one_in_twenty() -> None:
    benchmark = TypeRate.exact(0.66)
    districts = [luck_of_share(n, benchmark) for n in [0, 1, 2, 2, 3, 3, 3, 4, 5, 6] * 16]
    total = expected_marks(districts)
    assert total.marked == pytest.approx(sum(luck.marked for luck in districts))
    assert 0 < total.marked < 0.05 * len(districts) / 10
    assert expected_marks([]) == Luck(0, 0)
