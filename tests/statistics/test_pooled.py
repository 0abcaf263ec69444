"""Rules 11 and 14: pooled rates add counts; the mean of rates is another number."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.pooled import mean_of_rates, pooled

pairs = st.lists(st.integers(0, 90).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))


def test_rule_11_a_peer_group_has_a_pooled_rate_and_a_mean_of_rates() -> None:
    group = [(90, 100), (1, 2), (0, 0)]
    assert pooled(group) == Fraction(91, 102)
    assert mean_of_rates(group) == Fraction(7, 10)


def test_rule_14_three_years_are_pooled_never_averaged() -> None:
    assert pooled([(1, 1), (0, 2), (5, 7)]) == Fraction(6, 10)


@pytest.mark.parametrize("nothing", [[], [(0, 0), (0, 0)]])
def test_rule_02_no_cases_have_no_rate(nothing: list[tuple[int, int]]) -> None:
    assert pooled(nothing) is None
    assert mean_of_rates(nothing) is None


@given(pairs)
def test_rule_11_both_lie_between_the_lowest_and_the_highest_rate(held: list[tuple[int, int]]) -> None:
    rates = [Fraction(k, n) for k, n in held if n]
    for together in (pooled(held), mean_of_rates(held)):
        assert (together is None) == (not rates)
        if together is not None:
            assert min(rates) <= together <= max(rates)
