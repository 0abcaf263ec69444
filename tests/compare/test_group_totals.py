"""Putting councils together: exact sums, and properties that hold for any counts."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from dashboard.compare.group_totals import MEAN, POOLED, together
from dashboard.domain.figures import Figure
from dashboard.domain.measures import UPHELD, UPHELD_RATE
from tests.support.figures import figure

pairs = st.lists(
    st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=2, max_size=10
)


def figures(counts: list[tuple[int, int]], measure: str = "upheld_pct") -> list[Figure | None]:
    return [figure(f"c{i}", "2023-24", measure, k, n) for i, (k, n) in enumerate(counts)]


def test_blackpool_and_a_neighbour_by_hand() -> None:
    pooled, mean = together(figures([(6, 9), (20, 40)]), UPHELD)
    assert (pooled.name, pooled.text, pooled.interval) == (POOLED, "53% (26 of 49)", "39–66%")
    assert (mean.name, mean.text, mean.interval) == (MEAN, "58% (mean of two rates)", "–")


def test_rates_of_residents_are_pooled_by_their_residents() -> None:
    pooled, mean = together(figures([(10, 120_000), (40, 300_000)], "upheld_per_100k"), UPHELD_RATE)
    assert (pooled.text, pooled.interval) == ("11.9 (50 upheld)", "8.8–15.7")
    assert mean.text == "10.8 (mean of two rates)"


def test_below_five_cases_the_counts_lead() -> None:
    pooled, mean = together(figures([(1, 2), (0, 1)]), UPHELD)
    assert (pooled.text, pooled.low, pooled.interval) == ("1 of 3 (33%)", None, "–")
    assert mean.whose == "two of them from fewer than five cases"


def test_nobody_with_counts_is_not_nought() -> None:
    assert [put.text for put in together([None, None], UPHELD)] == ["Not held", "Not held"]
    assert together([None], UPHELD) == ()


@given(pairs)
def test_the_pooled_rate_is_the_sum_over_the_sum(counts: list[tuple[int, int]]) -> None:
    pooled, mean = together(figures(counts), UPHELD)
    above, below = sum(k for k, _ in counts), sum(n for _, n in counts)
    assert (pooled.numerator, pooled.denominator) == (above, below)
    rates = [Fraction(100 * k, n) for k, n in counts]
    exact = Fraction(100 * above, below), sum(rates, Fraction(0)) / len(rates)
    for put, share in zip((pooled, mean), exact, strict=True):
        assert put.value is not None
        assert abs(Fraction(put.value) - share) <= Fraction(1, 20)  # one decimal, for files
        for absolute in (0, 100):
            assert (put.value == absolute) == (share == absolute)
        assert ("100%" in put.text) == (share == 100)


@given(pairs)
def test_the_order_of_councils_does_not_matter(counts: list[tuple[int, int]]) -> None:
    assert together(figures(counts), UPHELD) == together(figures(counts[::-1]), UPHELD)
