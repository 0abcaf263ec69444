"""Rule 7: funnel limits are the exact binomial's."""

from decimal import Decimal

import numpy as np
import pytest
from scipy import stats

from dashboard.domain.figures import Comparison
from dashboard.statistics.comparison import TypeRate, compare_share
from dashboard.statistics.funnel import funnel


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
            assert outside == (compare_share(k, at.n, benchmark) is not Comparison.SIMILAR)


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
