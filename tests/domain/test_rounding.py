from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.rounding import half_up, percentage, plain, rate_per_100k


@pytest.mark.parametrize(
    ("numerator", "denominator", "printed"),
    [
        (3, 24, "13"),  # 12.5: binary floats and round() give 12
        (33, 40, "83"),  # 82.5
        (1, 8, "13"),
        (1, 200, "1"),  # 0.5
        (6, 9, "67"),
        (2, 6, "33"),
        (22, 24, "92"),
        (0, 1, "0"),
        (5, 5, "100"),
        (199, 200, "100"),  # 99.5
    ],
)
def test_a_percentage_is_whole_and_rounded_half_up(numerator: int, denominator: int, printed: str) -> None:
    assert plain(percentage(numerator, denominator)) == printed


@pytest.mark.parametrize(
    ("upheld", "population", "printed"),
    [
        (6, 141_574, "4.2"),
        (6, 150_000, "4"),  # a trailing .0 is dropped
        (115, 1_142_494, "10.1"),
        (0, 90_000, "0"),
        (1, 2_000_000, "0.1"),  # 0.05
        (10, 100_000, "10"),
    ],
)
def test_a_rate_has_one_decimal_without_a_trailing_nought(upheld: int, population: int, printed: str) -> None:
    assert plain(rate_per_100k(upheld, population)) == printed


def test_an_empty_base_has_no_percentage() -> None:
    with pytest.raises(ZeroDivisionError):
        percentage(0, 0)


@pytest.mark.parametrize(
    ("value", "rounded"), [(Fraction(-1, 2), "-1"), (Fraction(-1, 4), "0"), (Fraction(1, 3), "0")]
)
def test_halves_go_away_from_zero(value: Fraction, rounded: str) -> None:
    assert plain(half_up(value, 0)) == rounded


@given(st.integers(-(10**6), 10**6), st.integers(1, 10**4), st.integers(0, 3))
def test_half_up_is_decimals_own_half_up(numerator: int, denominator: int, decimals: int) -> None:
    # forty digits tell any fraction with this denominator from a tie
    exact = Decimal(numerator) / Decimal(denominator)
    assert half_up(Fraction(numerator, denominator), decimals) == exact.quantize(
        Decimal(1).scaleb(-decimals), ROUND_HALF_UP
    )


@given(st.decimals(-(10**6), 10**6, places=3))
def test_plain_says_the_same_number_without_exponent(value: Decimal) -> None:
    assert Decimal(plain(value)) == value
    assert "E" not in plain(value)
