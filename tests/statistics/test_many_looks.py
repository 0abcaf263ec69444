"""Rule R11: who looks often enough sees a mark."""

from dataclasses import replace
from math import log1p, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats
from scipy.optimize import brentq
from scipy.special import expit, logit

from dashboard.domain.comparison import Compared, Comparison, NoComparison, not_compared
from dashboard.domain.measures import UPHELD, UPHELD_RATE
from dashboard.statistics.many_looks import Look, chance_of_a_mark, look_of, may_be


def by_chance(luck: float) -> Look:
    """A share compared where councils do not vary."""
    return Look("upheld_pct", luck, 3, 9, 6.0, 10, None)


def of_rate(spread: float, low: int = 8, high: int = 30, expected: float = 18.0, luck: float = 0.03) -> Look:
    return Look("upheld_per_100k", luck, low, high, expected, None, spread)


def of_share(spread: float, low: int = 20, high: int = 34, expected: float = 28.0, cases: int = 36) -> Look:
    return Look("upheld_pct", 0.03, low, high, expected, cases, spread)


@pytest.mark.parametrize(
    ("each", "chance"),
    [
        ([], 0.0),
        ([0.0, 0.0], 0.0),
        ([0.04], 0.04),
        ([0.5, 0.5], 0.75),
        ([0.03] * 14, 1 - 0.97**14),
        ([1.0, 0.2], 1.0),
    ],
)
def test_where_councils_do_not_vary_marks_come_independently(each: list[float], chance: float) -> None:
    assert chance_of_a_mark(map(by_chance, each)) == pytest.approx(chance)


@given(st.lists(st.floats(0, 1), max_size=30), st.floats(0, 1))
def test_another_look_never_makes_it_less(each: list[float], more: float) -> None:
    looks = [by_chance(luck) for luck in each]
    before, after = chance_of_a_mark(looks), chance_of_a_mark([*looks, by_chance(more)])
    assert after >= before - 1e-12
    assert after <= min(1.0, sum(each) + more) + 1e-12


def within(look: Look, places: NDArray[np.float64]) -> NDArray[np.float64]:
    """The chance of a count within the usual range at each of many places of the type, by scipy."""
    spread = look.spread or 0.0
    if look.cases is None:
        width = log1p(spread)
        law = stats.poisson(look.expected * np.exp(sqrt(width) * places - width / 2))
    else:
        share = look.expected / look.cases
        apart = sqrt(spread / (share * (1 - share))) * places
        law = stats.binom(look.cases, expit(logit(share) + apart))
    return np.asarray(law.cdf(look.high) - law.cdf(look.low - 1))


@pytest.mark.parametrize(
    "look", [of_rate(0.05), of_rate(0.4), of_rate(0.15, 0, 5, 1.5), of_share(0.01), of_share(0.1)]
)
@pytest.mark.parametrize("years", [1, 7])
@pytest.mark.parametrize("luck", [0.02, 0.05])
def test_where_they_do_a_council_keeps_its_place_over_the_years(look: Look, years: int, luck: float) -> None:
    places, weights = np.polynomial.hermite_e.hermegauss(80)
    inside = within(look, places)

    def never(times: float) -> float:
        return float(np.average(inside**times, weights=weights))

    power = brentq(lambda times: never(times) - (1 - luck), 1e-3, 64)
    told = chance_of_a_mark([replace(look, luck=luck)] * years)
    assert told == pytest.approx(1 - never(power * years), abs=0.003)


@pytest.mark.parametrize("look", [of_rate(0.05), of_rate(0.4), of_share(0.05)])
@pytest.mark.parametrize("luck", [0.0, 0.001, 0.03, 0.2])
def test_of_one_year_it_is_what_is_known_of_that_year(look: Look, luck: float) -> None:
    assert chance_of_a_mark([replace(look, luck=luck)]) == pytest.approx(luck, abs=1e-5)


@pytest.mark.parametrize("look", [of_rate(0.15), of_share(0.05)])
def test_so_its_marks_come_together_and_at_least_one_is_rarer(look: Look) -> None:
    one, seven = chance_of_a_mark([look]), chance_of_a_mark([look] * 7)
    assert one < seven < 1 - (1 - one) ** 7


def test_marks_of_different_measures_come_independently() -> None:
    share, rate = [of_share(0.05)] * 3, [of_rate(0.15)] * 3
    both = 1 - (1 - chance_of_a_mark(share)) * (1 - chance_of_a_mark(rate))
    assert chance_of_a_mark([*share, *rate]) == pytest.approx(both)


@given(st.floats(1e-6, 50), st.floats(0.01, 5000), st.integers(0, 300), st.integers(0, 300))
def test_it_is_a_chance_whatever_the_numbers(spread: float, expected: float, low: int, width: int) -> None:
    assert 0 <= chance_of_a_mark([of_rate(spread, low, low + width, expected)] * 3) <= 1
    cases = low + width + 5
    share = of_share(min(spread, 0.9), low, low + width, min(expected, cases), cases)
    assert 0 <= chance_of_a_mark([share] * 3) <= 1


def test_only_what_is_compared_is_a_look() -> None:
    made = Compared(Comparison.LOWER, None, low=3, high=9, expected=6.0, spread=0.2, luck=0.03)
    assert look_of(UPHELD_RATE, 100_000, made) == Look("upheld_per_100k", 0.03, 3, 9, 6.0, None, 0.2)
    assert look_of(UPHELD, 10, made) == Look("upheld_pct", 0.03, 3, 9, 6.0, 10, 0.2)
    assert look_of(UPHELD, 3, not_compared(NoComparison.TOO_FEW_CASES)) is None


def test_the_average_over_places_is_of_a_standard_normal() -> None:
    """Steps as coarse as these must not show: against one mark in each of many draws."""
    look, draws = of_rate(0.3), np.random.default_rng(3).standard_normal(4_000)
    unmarked = within(look, draws)
    look = replace(look, luck=1 - float(unmarked.mean()))
    assert chance_of_a_mark([look] * 7) == pytest.approx(1 - (unmarked**7).mean(), abs=0.02)


@given(st.floats(0, 1))
def test_the_chance_worked_out_is_between_the_ends_that_are_said(chance: float) -> None:
    low, high = may_be(chance)
    assert 0 <= low <= chance + 1e-12
    assert chance - 1e-12 <= high <= 1


@pytest.mark.parametrize(
    ("chance", "low", "high"), [(0.0, 0.0, 0.0), (0.357, 0.282, 0.473), (0.5, 0.405, 0.634), (1.0, 1.0, 1.0)]
)
def test_marks_may_be_a_quarter_fewer_and_nearly_half_as_many_more(
    chance: float, low: float, high: float
) -> None:
    assert may_be(chance) == (pytest.approx(low, abs=5e-4), pytest.approx(high, abs=5e-4))
